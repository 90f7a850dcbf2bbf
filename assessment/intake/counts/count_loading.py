"""From tables of counts to the store: all of a file or none.

find tables -> read cells -> understand them -> compare with the store -> counts, coverage
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assessment.areas.wards import work_out_ward_names
from assessment.definitions import POLICE, districts, measure_sets
from assessment.errors import UploadRefused
from assessment.intake.counts.checked_counts import checked_counts
from assessment.intake.counts.count_comparison import (
    answered_by_part,
    compare_counts,
    write_count_coverage,
    write_counts,
)
from assessment.intake.counts.count_reading import ReadCounts, read_counts
from assessment.intake.counts.count_report import count_report, counted_months
from assessment.intake.counts.count_tables import CountTables
from assessment.intake.counts.count_warnings import nowhere
from assessment.intake.coverage.extract_coverage import Coverage
from assessment.intake.extract_writer import ExtractOrigin, recount, write_extract_line
from assessment.intake.file_choices import FileChoices, LoadMode
from assessment.intake.files.file_tables import ArrivedFile, in_quotes
from assessment.intake.files.quotable import as_quotables
from assessment.intake.load_report import EndsWithoutChange, LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.belonging.source_names import proposed_name
from assessment.intake.mapping.categories.category_mapping import FlagMapping, forces_of
from assessment.intake.mapping.categories.said_meanings import SaidMeanings
from assessment.intake.mapping.interpretation import Interpretation
from assessment.intake.mapping.rows.references.repeated_references import Repeats
from assessment.intake.mapping.rows.staged_counts import StagedCount
from assessment.intake.record_comparison import NOT_KEPT, RecordFates
from assessment.intake.report.competing_sources import competing_sources
from assessment.intake.report.duplicate_upload import nothing_new, same_file
from assessment.intake.report.load_check import Foresee
from assessment.intake.versions.part_or_whole import part_or_whole
from assessment.numbers import count_of
from assessment.store import Writer
from assessment.workspace import Workspace

# What a table of counts is read by.
RECIPE = "table-of-counts"
NO_FATES = RecordFates(0, {})


@dataclass(frozen=True)
class CountTask:
    """A file of counts that has been read, and how it is to be loaded."""

    workspace: Workspace
    arrived: ArrivedFile
    tables: CountTables
    source: str | None  # None where nobody named it
    is_synthetic: bool
    choices: FileChoices
    tell: Callable[[float, str], None]
    foresee: Foresee | None

    @property
    def origin(self) -> ExtractOrigin:
        """What the store keeps of where the extract comes from."""
        person = self.workspace.person.name
        return ExtractOrigin(RECIPE, self.arrived.sha256, person, self.is_synthetic)


def load_counts(writer: Writer, task: CountTask, *, dry_run: bool) -> LoadReport:
    """Load a file of counts in the caller's transaction, or only say what would be loaded.

    Raises EndsWithoutChange where a question is open, UploadRefused with every fault.
    """
    file = task.arrived.file
    source, read = _source_and_counts(writer, task)
    meaning, coverage = read.meaning, read.coverage
    if read.questions:
        raise EndsWithoutChange(_asking(task, source, read))
    if len(nowhere(meaning)) == len(meaning.counts):
        raise UploadRefused(file, [_names_no_area(read)])
    task.tell(0.55, "Comparing with what the store holds")
    number = NOT_KEPT if dry_run else writer.value("next_extract")
    adds = task.choices.mode is LoadMode.ADD
    fates = compare_counts(writer, file, source, meaning, coverage, number, adds=adds)
    report = _report(writer, task, source, read, fates)
    losing = writer.rows("months_losing_counts", source=source)
    if questions := part_or_whole(losing, source, task.choices):
        asks = replace(report, status=LoadStatus.ASKS, extract=None, questions=questions)
        raise EndsWithoutChange(asks)
    measure_set = report.measure_set
    answered = answered_by_part(writer, source, coverage, meaning) if adds else coverage
    if dry_run:
        measures = meaning.categories.measure_set
        return checked_counts(writer, task.workspace, report, measures, answered, task.foresee)
    write_counts(writer, source, measure_set, fates)
    task.tell(0.8, "Counting by month and area")
    touched = [month for (month,) in writer.rows("touched_months", extract=fates.extract)]
    work_out_ward_names(writer, fates.extract)
    recount(writer, source, touched)
    write_extract_line(writer, task.origin, report, counted_months(read), fates.extract)
    write_count_coverage(writer, source, measure_set, answered, fates.extract)
    task.workspace.audit(writer, "loaded extract", f"{fates.extract}: {file}")
    task.tell(1.0, f"{count_of(report.rows.read, 'count')} read")
    return report


def _source_and_counts(writer: Writer, task: CountTask) -> tuple[str, ReadCounts]:
    """Read the counts, and return the source that was named or, once they are read, proposed.

    Raises EndsWithoutChange where the very file is there.
    """
    if task.source is not None:
        return task.source, _read(writer, task, task.source)
    said = _set_said(task.choices)
    read = read_counts(task.arrived, task.tables, task.choices, SaidMeanings(()), said)
    data_set = read.meaning.categories.measure_set.data_set
    forces = forces_of(read.meaning.places, read.meaning.forces, districts())
    source = proposed_name(data_set, forces, of_counts=True)
    known = ("measure_set_of_source", "categories_said")
    if any(writer.rows(name, source=source) for name in known):
        return source, _read(writer, task, source)
    return source, read


def _read(writer: Writer, task: CountTask, source: str) -> ReadCounts:
    if already := same_file(writer, task.arrived, source):
        raise EndsWithoutChange(already)
    task.tell(0.15, "Reading counts")
    held_in = writer.rows("measure_set_of_source", source=source)
    meanings = SaidMeanings(writer.rows("categories_said", source=source))
    wanted = task.choices.measure_set
    held = next((name for (name,) in held_in), None)
    if held and wanted not in (None, held, measure_sets()[held].data_set):
        raise UploadRefused(task.arrived.file, [_another_set(source, held)])
    return read_counts(
        task.arrived, task.tables, task.choices, meanings, held or _set_said(task.choices)
    )


def _set_said(choices: FileChoices) -> str | None:
    return choices.measure_set if choices.measure_set != POLICE else None


def _another_set(source: str, held: str) -> str:
    return (
        f"The source {source} holds {measure_sets()[held].label}. Give the file a source of its "
        "own, so that neither replaces the other."
    )


def _report(
    writer: Writer, task: CountTask, source: str, read: ReadCounts, fates: RecordFates
) -> LoadReport:
    """Say what becomes of the counts, and what is there already of them."""
    as_records = _as_records(source, read)
    competing = [] if task.is_synthetic else competing_sources(writer, as_records, source)
    report = count_report(task.arrived, task.tables, read, source, fates, competing)
    again = nothing_new(writer, report.rows, source, counted_months(read))
    return replace(report, problems=(*again, *report.problems))


def _asking(task: CountTask, source: str, read: ReadCounts) -> LoadReport:
    report = count_report(task.arrived, task.tables, read, source, NO_FATES, ())
    return replace(report, status=LoadStatus.ASKS, extract=None)


def _names_no_area(read: ReadCounts) -> str:
    unknown = in_quotes(as_quotables(text for text, _ in read.meaning.places.unknown), most=3)
    return (
        "None of its counts is of a district or a force that we know, so no figure would hold "
        f"them{f' (found: {unknown})' if unknown else ''}. Say which district it is of, or add a "
        "column 'District' or 'Force'."
    )


def _as_records(source: str, read: ReadCounts) -> Interpretation:
    """Put counts as rows of records would be put: as many of a month, place and category."""
    meaning = read.meaning
    return Interpretation(
        source,
        Repeats(),
        [
            StagedCount(
                count.key.span.start,
                count.key.force or None,
                count.key.place or None,
                count.key.category,
                count.apart,
            )
            for count in meaning.counts
        ],
        meaning.categories,
        meaning.places,
        meaning.forces,
        FlagMapping({}, frozenset(), {}, ()),
        Coverage(
            tuple(counted_months(read)),
            (),
            (),
            tuple(cell for block in read.coverage for cell in block.cells),
            (),
        ),
    )
