"""From tables of records to the store, in the caller's transaction.

stage rows -> interpret them -> compare with the store -> records, counts, coverage
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions import POLICE_UK
from assessment.errors import UploadRefused
from assessment.intake.added_rows import (
    mark_corrected,
    only_added,
    refuse_known_references,
    refuse_rows_sent_since,
)
from assessment.intake.cancelled_records import settle_cancelled
from assessment.intake.corrected_rows import Corrections
from assessment.intake.coverage.part_of_months import as_part
from assessment.intake.coverage.said_months import refuse_rows_outside, said_months
from assessment.intake.extract_writer import ExtractOrigin, write_extract, write_records
from assessment.intake.file_choices import FileChoices, FileQuestion, LoadMode
from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.files.quotable import as_quotables
from assessment.intake.load_report import EndsWithoutChange, LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.interpretation import Interpretation, interpret
from assessment.intake.mapping.places.row_places import keep_places, place_rows
from assessment.intake.mapping.rows.record_staging import StagedRows, stage
from assessment.intake.record_comparison import (
    NOT_KEPT,
    RecordFates,
    compare_records,
    correct_records,
)
from assessment.intake.report.duplicate_upload import same_file
from assessment.intake.report.load_check import Foresee, checked
from assessment.intake.report.load_summary import ReadExtract, load_summary
from assessment.intake.report.load_warnings import refused
from assessment.intake.versions.part_or_whole import FEW, part_or_whole
from assessment.intake.versions.respelt_references import refuse_respelt
from assessment.intake.victims.victim_details import settle_victim_details
from assessment.numbers import count_of
from assessment.periods import joined
from assessment.store import Writer
from assessment.workspace import Workspace


@dataclass(frozen=True)
class RecordTask:
    """A file of records that has been read and recognised, and how it is to be loaded."""

    workspace: Workspace
    arrived: ArrivedFile
    recognised: RecognisedFile
    source: str | None  # None where nobody named it
    is_synthetic: bool
    choices: FileChoices
    tell: Callable[[float, str], None]
    foresee: Foresee | None
    corrections: Corrections | None = None

    @property
    def origin(self) -> ExtractOrigin:
        """What the store keeps of where the extract comes from."""
        return ExtractOrigin(
            self.recognised.recipe.id,
            self.arrived.sha256,
            self.workspace.person.name,
            self.is_synthetic,
        )

    @property
    def adds(self) -> bool:
        """Whether its rows are added to those that its source has sent, which all stay."""
        return self.choices.mode is LoadMode.ADD


def load_records(writer: Writer, task: RecordTask, *, dry_run: bool) -> LoadReport:
    """Load a file of records in the caller's transaction, or only say what would be loaded.

    Raises EndsWithoutChange where a question is open, UploadRefused with every fault.
    """
    arrived = task.arrived
    staged, interpretation = _read_rows(writer, task, dry_run=dry_run)
    source = interpretation.source
    if task.adds:
        part = as_part(writer, source, interpretation.coverage)
        interpretation = replace(interpretation, coverage=part)
    if already := same_file(writer, arrived, source, interpretation.coverage.said):
        raise EndsWithoutChange(already)
    task.tell(0.55, "Comparing with what the store holds")
    area_kind = task.recognised.recipe.covers
    # A check takes no number: it would have to wait for whoever is writing.
    number = NOT_KEPT if dry_run else writer.value("next_extract")
    if task.corrections:
        refuse_known_references(writer, arrived.file, source, task.corrections)
        refuse_rows_sent_since(writer, arrived.file, source, task.corrections)
        fates = correct_records(writer, arrived.file, interpretation, source, area_kind, number)
    else:
        fates = compare_records(
            writer, arrived.file, interpretation, source, area_kind, number, adds=task.adds
        )
        interpretation = _as_added(writer, interpretation, fates)
        # What is published keeps its references, and is too long to be looked through.
        if task.recognised.recipe.measure_set != POLICE_UK:
            digested = "reference" in staged.hidden
            refuse_respelt(writer, arrived.file, source, digested=digested)
        interpretation = replace(
            interpretation,
            questions=(*interpretation.questions, *_part_or_whole(writer, task, source, fates)),
        )
    extract = ReadExtract(arrived, staged.recognised, staged, interpretation, task.is_synthetic)
    report = load_summary(writer, extract, fates)
    if report.questions:
        raise EndsWithoutChange(replace(report, status=LoadStatus.ASKS, extract=None))
    if dry_run:
        return checked(writer, task.workspace, interpretation, fates, report, task.foresee)
    write_records(writer, interpretation, source, fates)
    keep_places(writer, fates.extract)
    task.tell(0.8, "Counting by month and area")
    write_extract(writer, task.origin, interpretation, report, fates.extract)
    if task.corrections:
        mark_corrected(writer, task.corrections, fates.extract)
    task.workspace.audit(writer, "loaded extract", f"{fates.extract}: {arrived.file}")
    task.tell(1.0, f"{count_of(report.rows.read, 'row')} read")
    return report


def _as_added(writer: Writer, interpretation: Interpretation, fates: RecordFates) -> Interpretation:
    """Leave flags without a column known where only records are added that are there already."""
    if not (fates.adds and fates.replaces):
        return interpretation
    gaining = {month for (month,) in writer.rows("months_gaining_records")}
    untold = {
        (subject, month): known
        for (subject, month), known in interpretation.untold.items()
        if subject in interpretation.flags.subjects or month in gaining
    }
    return replace(interpretation, untold=untold)


def _part_or_whole(
    writer: Writer, task: RecordTask, source: str, fates: RecordFates
) -> tuple[FileQuestion, ...]:
    if task.is_synthetic or fates.counts.get("withdrawn", 0) <= FEW:
        return ()
    losing = writer.rows("months_losing_records", source=source)
    return part_or_whole(losing, source, task.choices)


def _read_rows(
    writer: Writer, task: RecordTask, *, dry_run: bool
) -> tuple[StagedRows, Interpretation]:
    """Stage the rows and read what they mean; raises UploadRefused where none can be counted.

    Of corrected rows, none may be refused again.
    """
    task.tell(0.15, "Reading rows")
    today = date.today()
    months_said = said_months(task.choices.covers, today)
    staged = stage(writer, task.arrived, task.recognised, task.choices, today)
    if staged.rows_refused == staged.rows_read:
        if staged.questions:  # whose answer may be how the rows are to be read
            asks = LoadReport(
                task.arrived.file, task.source or "", LoadStatus.ASKS, questions=staged.questions
            )
            raise EndsWithoutChange(asks)
        raise UploadRefused(task.arrived.file, refused(staged))
    if task.corrections and staged.refused:
        raise UploadRefused(task.arrived.file, refused(staged))
    staged = settle_cancelled(writer, task.arrived.file, staged, task.choices)
    staged = settle_victim_details(
        writer, staged, task.choices, task.workspace.store.path, dry_run=dry_run
    )
    staged = place_rows(writer, task.arrived.file, staged, task.choices.place)
    task.tell(0.45, "Understanding months, places and categories")
    interpretation = interpret(writer, staged.recognised, task.source, task.choices, months_said)
    refuse_rows_outside(
        task.arrived.file, (group.month for group in interpretation.groups), months_said
    )
    if interpretation.nowhere == interpretation.rows and not interpretation.questions:
        raise UploadRefused(task.arrived.file, [_names_no_area(interpretation)])
    if task.corrections:
        interpretation = only_added(task.arrived.file, interpretation, task.corrections)
    return staged, interpretation


def _names_no_area(interpretation: Interpretation) -> str:
    unknown = list(as_quotables(text for text, _ in interpretation.places.unknown[:3]))
    return (
        "None of its rows names a district or a force that we know, so no figure would "
        f"count them{f' (found: {joined(unknown)})' if unknown else ''}. Add a column "
        "'District' or 'Force'."
    )
