"""The extracts loaded so far, their refused rows, and what people said that categories mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assessment.definitions import Measure, MeasureKind, measure_sets, subject_of
from assessment.errors import InvalidRequest
from assessment.intake.extract_writer import recount
from assessment.intake.load_report import RowCounts
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Writer
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Extract:
    """An uploaded file as the store keeps it; its rows may have been taken back since."""

    id: int
    file: str
    source: str
    months: tuple[date, ...]
    rows: RowCounts
    loaded_at: datetime
    loaded_by: str
    is_synthetic: bool
    is_undone: bool


@dataclass(frozen=True)
class RejectedRows:
    """The refused rows of an extract as a table: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]


@dataclass(frozen=True)
class UnmappedCategory:
    """A category of a source that no measure is known for, and how many records carry it."""

    source: str
    measure_set: str
    category: str
    records: int


# As queries/intake/rejected_rows.sql selects them.
REJECTED_COLUMNS = ("file", "sheet", "row_number", "column_name", "expected", "found", "raw")


@needs(Permission.SEE_SMALL_NUMBERS)
def extracts(workspace: Workspace) -> tuple[Extract, ...]:
    """Return every extract that has been loaded, undone ones among them, the latest first."""
    return tuple(
        Extract(
            number,
            file,
            source,
            tuple(months),
            RowCounts(*counts),
            loaded_at,
            workspace.name_of(loaded_by),
            synthetic,
            is_undone=status == "undone",
        )
        for (
            number,
            file,
            source,
            months,
            loaded_at,
            loaded_by,
            synthetic,
            status,
            *counts,
        ) in workspace.store.rows("extracts")
    )


@needs(Permission.SEE_REFUSED_ROWS)
def rejected_rows(workspace: Workspace, extract: int) -> RejectedRows:
    """Return the refused rows of an extract with the reasons."""
    return RejectedRows(REJECTED_COLUMNS, workspace.store.rows("rejected_rows", extract=extract))


@needs(Permission.READ_FIGURES)
def districts_recorded(workspace: Workspace) -> tuple[str, ...]:
    """Return the districts that records name, those with the most records first."""
    return tuple(district for (district,) in workspace.store.rows("districts_recorded"))


@needs(Permission.SEE_SMALL_NUMBERS)
def unmapped_categories(workspace: Workspace) -> tuple[UnmappedCategory, ...]:
    """Return the categories that no measure is known for, those of most records first."""
    return tuple(UnmappedCategory(*row) for row in workspace.store.rows("unmapped_categories"))


@needs(Permission.MAP_CATEGORIES)
def map_category(workspace: Workspace, source: str, category: str, measure: str) -> None:
    """Say which measure a source's category is, for the records there are and those to come.

    The extracts that hold such records answer for the measure's subject from then on. Raises
    InvalidRequest where the measure is not one of the source's set, or is a total.
    """
    with workspace.store.writing() as writer:
        counted_in = writer.rows("measure_set_of_source", source=source)
        if not counted_in:
            raise InvalidRequest(f"Nothing of source {source} is loaded.")
        ((measure_set,),) = counted_in
        meant = measure_sets()[measure_set].measure(measure)
        if meant.kind not in (MeasureKind.OFFENCE, MeasureKind.INCIDENT):
            raise InvalidRequest(f"{meant.label} adds others up; no category can mean it.")
        _must_not_be_in_a_whole(writer, source, meant)
        named = {"source": source, "category": category}
        writer.run("say_category", **named, measure=measure)
        writer.run("recode_category", **named, measure=measure)
        writer.run("recode_counts", **named, measure=measure)
        writer.run("extend_coverage", **named, subject=subject_of(measure, measure_set))
        recount(writer, source, [month for (month,) in writer.rows("months_of_category", **named)])
        workspace.audit(writer, "mapped category", f"{source}: {category} is {measure}")


def _must_not_be_in_a_whole(writer: Writer, source: str, meant: Measure) -> None:
    """Refuse a meaning that a table of the source counts already, in a total that it prints."""
    measures = measure_sets()[meant.measure_set].measures
    counted = {measure for (measure,) in writer.rows("measures_of_counts", source=source)}
    for whole in measures:
        if whole.id in counted and whole.id != meant.id and meant.id in whole.leaves:
            raise InvalidRequest(
                f"A table of {source} gives {whole.label.lower()} as a whole, of which "
                f"{meant.label.lower()} is a part: it would be counted twice. Undo that extract, "
                f"write '{meant.label}' in the file, and load it again."
            )
