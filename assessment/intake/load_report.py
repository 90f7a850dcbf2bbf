"""The report of a load: for the analyst before and after it, and as JSON for programs."""

from dataclasses import dataclass, field, fields
from typing import Any

from assessment.intake.coverage.extract_coverage import CoverageCell
from assessment.intake.file_choices import FileChoices, FileQuestion, LoadMode, RowIs
from assessment.intake.load_status import LoadStatus
from assessment.intake.versions.count_differences import CountDifferences
from assessment.intake.versions.figure_changes import FigureChange
from assessment.intake.versions.record_differences import RecordDifferences


def category_name(text: str) -> str:
    """Return a category as it is printed, which a file may have left empty."""
    return text.strip() or "(blank)"


@dataclass(frozen=True)
class RefusedRow:
    """A row that could not be loaded, where it stands and what is wrong with it."""

    file: str
    sheet: str | None
    row_number: int
    column: str | None
    expected: str
    found: str
    raw: str
    header: str = ""  # the names of the cells in `raw`, where they can be told apart


@dataclass(frozen=True)
class ColumnRead:
    """A column as its file names it, what it was read as, and some of what stands in it.

    `confidence` is how sure that is, from 0 to 1; `field` is what FileChoices calls it.
    """

    header: str
    read_as: str
    samples: tuple[str, ...] = ()
    confidence: float = 1.0
    field: str = "unused"


@dataclass(frozen=True)
class RowCounts:
    """What became of the rows of a file.

    Every row read was loaded, unchanged, revised, rejected, repeated or left out as cancelled;
    withdrawn records are those that stood before and that the file no longer has.
    """

    read: int = 0
    loaded: int = 0
    unchanged: int = 0
    revised: int = 0
    withdrawn: int = 0
    rejected: int = 0
    repeated: int = 0
    cancelled: int = 0

    @property
    def changes_nothing(self) -> bool:
        """Whether the store would say after it what it says before."""
        return not (self.loaded or self.revised or self.withdrawn)

    def for_extract(self) -> dict[str, int]:
        """Name the counts as the store's extract table does."""
        return {f"rows_{part.name}": getattr(self, part.name) for part in fields(self)}


@dataclass(frozen=True)
class PrintedTotal:
    """A total that a file prints, where it stands, and what the rows it sums up come to."""

    where: str
    printed: int
    counted: int


@dataclass(frozen=True)
class LoadReport:
    """What was understood of a file and what became of it.

    `confidence` is how sure it is, from 0 to 1, that the columns mean what they were taken for.
    Of a check, `differences` are what it would do to the records that are there, or
    `count_differences` to the counts, `figures` those that would be others.
    """

    file: str
    source: str
    status: LoadStatus
    rows: RowCounts = RowCounts()
    months: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    extract: int | None = None
    measure_set: str = ""
    measures: tuple[tuple[str, int], ...] = ()
    districts: tuple[tuple[str, int], ...] = ()
    flags: tuple[tuple[str, int], ...] = ()
    unmapped: tuple[tuple[str, int], ...] = ()
    unlocated: int = 0  # rows that count for a force but for no district
    nowhere: int = 0  # rows that no figure counts
    columns: tuple[ColumnRead, ...] = ()
    sample: tuple[dict[str, object], ...] = ()
    refused_rows: tuple[RefusedRow, ...] = field(default=(), repr=False)
    answers_for: frozenset[CoverageCell] = field(default=frozenset(), repr=False)
    data_set: str = ""
    row_is: RowIs = RowIs.RECORD
    confidence: float = 1.0
    questions: tuple[FileQuestion, ...] = ()
    totals_checked: tuple[PrintedTotal, ...] = ()
    differences: RecordDifferences | None = field(default=None, repr=False)
    count_differences: CountDifferences | None = field(default=None, repr=False)
    figures: tuple[FigureChange, ...] = ()
    recipe: str | None = None  # the saved recipe that it was read by
    decided: FileChoices = field(default=FileChoices(), repr=False)  # by it, or said of the file
    is_source_proposed: bool = False  # nobody named the source: it was known by its columns
    wards: tuple[tuple[str, int], ...] = ()
    adds: bool = False  # it was said to be only a part of its months

    @property
    def differences_in_words(self) -> str:
        """What a check says that loading would do to what is there; nothing where that is none."""
        told = self.differences or self.count_differences
        return told.sentence if told else ""

    def as_json(self) -> dict[str, Any]:
        """Return what `load --json` promises to other programs."""
        counts = self.rows.for_extract()
        del counts["rows_repeated"]
        return {
            "file": self.file,
            "source": self.source,
            **counts,
            "months": list(self.months),
            "status": self.status.value,
            "problems": list(self.problems),
            "recipe": self.recipe,
            "dataset": self.data_set,
            "row_is": self.row_is.value,
            "mode": (LoadMode.ADD if self.adds else LoadMode.REPLACE).value,
            "confidence": round(self.confidence, 2),
            "questions": [
                {
                    "about": question.about,
                    "text": question.text,
                    "options": dict(question.options),
                    "option": question.option,
                }
                for question in self.questions
            ],
            "totals_checked": [
                {"where": total.where, "printed": total.printed, "counted": total.counted}
                for total in self.totals_checked
            ],
            "differences": self.differences and self.differences.as_json(),
            "count_differences": self.count_differences and self.count_differences.as_json(),
            "figures": [figure.as_json() for figure in self.figures],
        }


class EndsWithoutChange(Exception):
    """The very same file has been loaded meanwhile, or a question is open: nothing is kept."""

    def __init__(self, report: LoadReport) -> None:
        self.report = report
