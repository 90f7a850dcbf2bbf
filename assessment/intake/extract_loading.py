"""From a file to the store: all of it or none.

read file -> recognise its recipe -> stage rows -> interpret them -> records, counts, coverage
"""

import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.cancelled_records import settle_cancelled
from assessment.intake.counts.count_loading import RECIPE, CountTask, load_counts
from assessment.intake.counts.count_tables import CountTables, count_tables
from assessment.intake.duplicate_upload import same_file
from assessment.intake.extract_writer import ExtractOrigin, write_extract, write_records
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.files.upload_folder import own_folder
from assessment.intake.load_check import Foresee, checked
from assessment.intake.load_report import EndsWithoutChange, LoadReport, LoadStatus
from assessment.intake.load_summary import ReadExtract, asks_of_columns, load_summary
from assessment.intake.load_warnings import refused
from assessment.intake.mapping.belonging.source_data_set import must_be_a_set
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, recognise
from assessment.intake.mapping.interpretation import Interpretation, interpret
from assessment.intake.mapping.places.row_places import keep_places, place_rows
from assessment.intake.mapping.rows.overlapping_tables import settle_overlaps
from assessment.intake.mapping.rows.record_staging import StagedRows, stage
from assessment.intake.record_comparison import NOT_KEPT, compare_records
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.store import Writer
from assessment.workspace import Workspace

# Given the share of the work that is done, and what is being done.
Progress = Callable[[float, str], None]

SOURCE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# The sources of the example partnerships begin so: nobody's own data may stand among them.
EXAMPLES = "example-"


@dataclass(frozen=True)
class _LoadTask:
    """A file that has been read and recognised, and how it is to be loaded."""

    workspace: Workspace
    arrived: ArrivedFile
    recognised: RecognisedFile
    source: str | None  # None where nobody named it
    is_synthetic: bool
    choices: FileChoices
    tell: Progress
    foresee: Foresee | None

    @property
    def origin(self) -> ExtractOrigin:
        """What the store keeps of where the extract comes from."""
        return ExtractOrigin(
            self.recognised.recipe.id,
            self.arrived.sha256,
            self.workspace.person.name,
            self.is_synthetic,
        )


@needs(Permission.LOAD_EXTRACTS)
def load(
    workspace: Workspace,
    path: Path,
    *,
    name: str | None = None,
    source: str | None = None,
    choices: FileChoices | None = None,
    dry_run: bool = False,
    synthetic: bool = False,
    progress: Progress | None = None,
    foresee: Foresee | None = None,
) -> LoadReport:
    """Load one file, or with `dry_run` only say what would be loaded.

    A later file replaces the records of its source in the months and areas that it covers; the
    same file again changes nothing. Where the file leaves a question open that `choices` do not
    answer, the report asks it, and nothing is loaded. Before anything is kept, `foresee` is shown
    the store as a dry run would leave it. Raises UploadRefused with every fault; then
    nothing is loaded either.
    """
    if source is not None:
        _must_name_a_source(source, synthetic=synthetic)
    file = name or path.name
    if not path.is_file():
        raise UploadRefused(file, [f"There is no file {path}."])
    tell = progress or (lambda _share, _text: None)
    at_work = nullcontext() if dry_run else workspace.work(f"The load of {file}")
    with at_work, own_folder(workspace.store, file) as folder:
        tell(0.05, "Checking what the file is")
        arrived = read_file(path, file, folder)
        chosen = choices or FileChoices()
        must_be_a_set(chosen.measure_set)
        tables = count_tables(arrived, chosen)
        if isinstance(tables, CountTables):
            given = source or RECIPE
            counted = CountTask(workspace, arrived, tables, given, synthetic, chosen, tell)
            return _load_counts(counted, dry_run=dry_run)
        arrived = tables
        recognised = settle_overlaps(file, recognise(arrived, chosen), chosen)
        # Looked for here too, so that a file that is there already takes no writer's place.
        if already := same_file(workspace.store, arrived, source or recognised.recipe.id):
            return already
        if recognised.questions:  # rows cannot be read until it is known what holds what
            return asks_of_columns(arrived, recognised, source)
        task = _LoadTask(workspace, arrived, recognised, source, synthetic, chosen, tell, foresee)
        try:
            return _load_in_one_go(task, dry_run=dry_run)
        except EndsWithoutChange as ended:
            return ended.report


def _must_name_a_source(source: str, *, synthetic: bool) -> None:
    if not SOURCE_ID.fullmatch(source):
        raise InvalidRequest(
            f"'{source}' cannot name a source. Use lower-case letters, digits and hyphens, "
            "e.g. essex-police."
        )
    if source.startswith(EXAMPLES) and not synthetic:
        raise InvalidRequest(
            f"The source {source} is an example's: its records go when the examples are removed. "
            "Choose another name."
        )


def _load_in_one_go(task: _LoadTask, *, dry_run: bool) -> LoadReport:
    store, arrived = task.workspace.store, task.arrived
    with store.trying() if dry_run else store.writing() as writer:
        staged, interpretation = _read_rows(writer, task)
        source = interpretation.source
        if already := same_file(writer, arrived, source):
            raise EndsWithoutChange(already)
        task.tell(0.55, "Comparing with what the store holds")
        area_kind = task.recognised.recipe.covers
        # A check takes no number: it would have to wait for whoever is writing.
        number = NOT_KEPT if dry_run else writer.value("next_extract")
        fates = compare_records(writer, arrived.file, interpretation, source, area_kind, number)
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
        task.workspace.audit(writer, "loaded extract", f"{fates.extract}: {arrived.file}")
        task.tell(1.0, f"{count_of(report.rows.read, 'row')} read")
        return report


def _load_counts(task: CountTask, *, dry_run: bool) -> LoadReport:
    """Load a file whose rows or cells are counts."""
    store = task.workspace.store
    try:
        with store.trying() if dry_run else store.writing() as writer:
            if already := same_file(writer, task.arrived, task.source):
                raise EndsWithoutChange(already)
            return load_counts(writer, task, dry_run=dry_run)
    except EndsWithoutChange as ended:
        return ended.report


def _read_rows(writer: Writer, task: _LoadTask) -> tuple[StagedRows, Interpretation]:
    """Stage the rows and read what they mean; raises UploadRefused where none can be counted."""
    task.tell(0.15, "Reading rows")
    staged = stage(writer, task.arrived, task.recognised, task.choices, date.today())
    if staged.rows_refused == staged.rows_read:
        if staged.questions:  # whose answer may be how the rows are to be read
            asks = LoadReport(
                task.arrived.file, task.source or "", LoadStatus.ASKS, questions=staged.questions
            )
            raise EndsWithoutChange(asks)
        raise UploadRefused(task.arrived.file, refused(staged))
    staged = settle_cancelled(writer, task.arrived.file, staged, task.choices)
    staged = place_rows(writer, task.arrived.file, staged, task.choices.place)
    task.tell(0.45, "Understanding months, places and categories")
    interpretation = interpret(writer, staged.recognised, task.source, task.choices)
    if interpretation.nowhere == interpretation.rows and not interpretation.questions:
        raise UploadRefused(task.arrived.file, [_names_no_area(interpretation)])
    return staged, interpretation


def _names_no_area(interpretation: Interpretation) -> str:
    unknown = [text for text, _ in interpretation.places.unknown[:3]]
    return (
        "None of its rows names a district or a force that we know, so no figure would "
        f"count them{f' (found: {joined(unknown)})' if unknown else ''}. Add a column "
        "'District' or 'Force'."
    )
