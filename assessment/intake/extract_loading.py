"""From a file to the store: all of it or none.

read file -> propose its source and recipe -> recognise its columns -> load records or counts
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from assessment.errors import UploadRefused
from assessment.intake.corrected_rows import Corrections, corrections_in
from assessment.intake.counts.count_loading import RECIPE, CountTask, load_counts
from assessment.intake.counts.count_tables import CountTables, count_tables
from assessment.intake.coverage.said_months import refuse_said_months, said_months
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.files.upload_folder import own_folder
from assessment.intake.load_report import EndsWithoutChange, LoadReport
from assessment.intake.load_status import LoadStatus, Progress
from assessment.intake.mapping.belonging.source_data_set import must_be_a_set
from assessment.intake.mapping.belonging.source_names import must_name_a_source
from assessment.intake.mapping.columns.recipe_recognition import recognise
from assessment.intake.mapping.rows.overlapping_tables import settle_overlaps
from assessment.intake.mapping.rows.uncounted_tables import without_uncounted
from assessment.intake.recipes.changed_headings import with_lost_columns
from assessment.intake.recipes.foreign_rows import source_doubts
from assessment.intake.recipes.known_places import places_of_source
from assessment.intake.recipes.proposal_report import asks_of_source, with_source
from assessment.intake.recipes.recipe_of_load import (
    FileReading,
    keep_recipe,
    reading_of,
    reading_of_counts,
)
from assessment.intake.recipes.source_proposal import SourceProposal, propose_source
from assessment.intake.record_loading import RecordTask, load_records
from assessment.intake.report.duplicate_upload import same_file
from assessment.intake.report.load_check import Foresee
from assessment.intake.report.load_summary import asks_of_columns
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Writer
from assessment.workspace import Workspace


@dataclass(frozen=True)
class _Arrival:
    """A file that has been read, whose source is proposed, and how it is to be loaded."""

    workspace: Workspace
    file: ArrivedFile
    proposal: SourceProposal
    is_synthetic: bool
    dry_run: bool
    tell: Progress
    foresee: Foresee | None
    corrections: Corrections | None = None


# Loads in a transaction, or only says what would be loaded.
_Loads = Callable[[Writer], LoadReport]


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
    same file again changes nothing. Without a `source`, it is known by its columns where earlier
    files of a source had the same. Where the file leaves a question open that `choices` do not
    answer, the report asks it, and nothing is loaded. Before anything is kept, `foresee` is shown
    the store as a dry run would leave it. Raises UploadRefused with every fault; then nothing is
    loaded either.
    """
    said = choices or FileChoices()
    for named in filter(None, (source, said.source)):
        must_name_a_source(named, synthetic=synthetic)
    must_be_a_set(said.measure_set)
    file = name or path.name
    if not path.is_file():
        raise UploadRefused(file, [f"There is no file {path}."])
    tell = progress or (lambda _share, _text: None)
    at_work = nullcontext() if dry_run else workspace.work(f"The load of {file}")
    with at_work, own_folder(workspace.store, file) as folder:
        tell(0.05, "Checking what the file is")
        read = read_file(path, file, folder)
        corrections = corrections_in(workspace.store, read, source, folder)
        if corrections:
            read, source = corrections.arrived, corrections.source
        # An example says its own source, and is none for anybody's file.
        proposal = (
            SourceProposal(source, said)
            if synthetic
            else propose_source(workspace.store, read.tables, source, said)
        )
        if proposal.questions:
            return asks_of_source(read, proposal)
        arrival = _Arrival(
            workspace, read, proposal, synthetic, dry_run, tell, foresee, corrections
        )
        return with_source(_load(arrival), read, proposal)


def _load(arrival: _Arrival) -> LoadReport:
    """Load a file as counts or as records, whichever it holds."""
    try:
        tables = count_tables(arrival.file, arrival.proposal.choices)
        if isinstance(tables, CountTables):
            return _in_one_go(arrival, *_counts(arrival, tables))
        return _in_one_go(arrival, *_records(arrival, tables))
    except EndsWithoutChange as ended:
        return ended.report


def _counts(arrival: _Arrival, tables: CountTables) -> tuple[FileReading, _Loads]:
    choices = arrival.proposal.choices
    refuse_said_months(
        arrival.file.file, choices.covers, "it holds counts, which say themselves what they are of"
    )
    task = CountTask(
        arrival.workspace,
        arrival.file,
        tables,
        arrival.proposal.source,
        arrival.is_synthetic,
        choices,
        arrival.tell,
        arrival.foresee,
    )
    reading = reading_of_counts(RECIPE, [shape.table for shape in tables.shapes])
    return reading, partial(load_counts, task=task, dry_run=arrival.dry_run)


def _records(arrival: _Arrival, file: ArrivedFile) -> tuple[FileReading, _Loads]:
    """Recognise the columns of records; raises EndsWithoutChange where they have to be asked of."""
    proposal = arrival.proposal
    if arrival.corrections:
        refuse_said_months(file.file, proposal.choices.covers, "rows put right answer for none")
    read = recognise(file, proposal.choices)
    settled = settle_overlaps(file.file, read, proposal.choices)
    recognised = without_uncounted(settled, proposal.choices)
    # Looked for here too, so that a file that is there already takes no writer's place.
    source = proposal.source or recognised.recipe.id
    months_said = said_months(proposal.choices.covers, date.today())
    if already := same_file(arrival.workspace.store, file, source, months_said):
        raise EndsWithoutChange(already)
    recognised = with_lost_columns(recognised, proposal)
    if recognised.questions:  # rows cannot be read until it is known what holds what
        raise EndsWithoutChange(asks_of_columns(file, recognised, proposal.source))
    task = RecordTask(
        arrival.workspace,
        file,
        recognised,
        proposal.source,
        arrival.is_synthetic,
        proposal.choices,
        arrival.tell,
        arrival.foresee,
        arrival.corrections,
    )
    reading = reading_of(recognised, proposal.choices)
    return reading, partial(load_records, task=task, dry_run=arrival.dry_run)


def _in_one_go(arrival: _Arrival, reading: FileReading, loads: _Loads) -> LoadReport:
    """Load in one transaction, and keep how the file was read for the next of its source."""
    store, proposal = arrival.workspace.store, arrival.proposal
    with store.trying() if arrival.dry_run else store.writing(leaves_said=True) as writer:
        known = places_of_source(writer, proposal.source or "")
        report = loads(writer)
        # A few rows that were put right say nothing of how the next file is to be read.
        if arrival.is_synthetic or arrival.corrections:
            return report
        read = (arrival.file.tables, reading)
        if doubts := source_doubts(writer, report, proposal, known, read):
            asks = replace(report, status=LoadStatus.ASKS, extract=None, questions=doubts)
            raise EndsWithoutChange(asks)
        if report.status is LoadStatus.LOADED:
            keep_recipe(writer, proposal, reading, report, arrival.workspace.person.name)
        return report
