"""From a file to the store: all of it or none.

arrival -> reading -> staged rows -> understanding -> records, counts, coverage
"""

import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake import extract_writer
from assessment.intake.duplicate_upload import nothing_new, same_file
from assessment.intake.files.file_reader import Arrival, arrive
from assessment.intake.files.own_folder import own_folder
from assessment.intake.load_report import LoadReport, LoadStatus, RowCounts
from assessment.intake.load_warnings import problems, refused
from assessment.intake.mapping.column_report import columns_read
from assessment.intake.mapping.interpretation import Understanding, understand
from assessment.intake.mapping.recipe_recognition import Reading, recognise
from assessment.intake.mapping.record_staging import Staged, stage
from assessment.intake.overlap.overlaps import overlaps
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.store import Writer
from assessment.workspace import Workspace

# Told what share of the work is done and what is being done.
Progress = Callable[[float, str], None]

SOURCE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# What the sources of the example partnerships begin with: nobody's own data may stand among them.
EXAMPLES = "example-"


@dataclass(frozen=True)
class _Task:
    """A file that has arrived and been recognised, and how it is to be loaded."""

    workspace: Workspace
    arrival: Arrival
    reading: Reading
    source: str
    synthetic: bool
    tell: Progress


@needs(Permission.LOAD_EXTRACTS)
def load(
    workspace: Workspace,
    path: Path,
    *,
    name: str | None = None,
    source: str | None = None,
    dry_run: bool = False,
    synthetic: bool = False,
    progress: Progress | None = None,
) -> LoadReport:
    """Load one file, or with `dry_run` only say what would be loaded.

    A later file replaces the records of its source in the months and areas that it covers; the
    same file again changes nothing. Raises UploadRefused with every fault; then nothing is loaded.
    """
    if source is not None and not SOURCE_ID.fullmatch(source):
        raise InvalidRequest(
            f"'{source}' cannot name a source. Use lower-case letters, digits and hyphens, "
            "e.g. essex-police."
        )
    if source is not None and source.startswith(EXAMPLES) and not synthetic:
        raise InvalidRequest(
            f"The source {source} is an example's: its records go when the examples are removed. "
            "Choose another name."
        )
    if not path.is_file():
        raise UploadRefused(name or path.name, [f"There is no file {path}."])
    tell = progress or (lambda _share, _text: None)
    file = name or path.name
    at_work = nullcontext() if dry_run else workspace.work(f"The load of {file}")
    with at_work, own_folder(workspace.store, file) as folder:
        tell(0.05, "Checking what the file is")
        arrival = arrive(path, file, folder)
        reading = recognise(arrival)
        task = _Task(workspace, arrival, reading, source or reading.recipe.id, synthetic, tell)
        here = same_file(workspace.store, arrival, task.source)
        return here or _load_in_one_go(task, dry_run=dry_run)


def _load_in_one_go(task: _Task, *, dry_run: bool) -> LoadReport:
    store = task.workspace.store
    with store.trying() if dry_run else store.writing() as writer:
        task.tell(0.15, "Reading rows")
        staged = stage(writer, task.arrival, task.reading, date.today())
        if staged.rows_refused == staged.rows_read:
            raise UploadRefused(task.arrival.file, refused(staged))
        task.tell(0.45, "Understanding months, places and categories")
        understood = understand(writer, task.reading, task.source)
        _refuse_what_is_nowhere(task.arrival.file, understood)
        task.tell(0.55, "Comparing with what the store holds")
        area_kind = task.reading.recipe.covers
        file = task.arrival.file
        kept = extract_writer.compare_records(writer, file, understood, task.source, area_kind)
        report = _report(writer, task, staged, understood, kept)
        if dry_run:
            return replace(report, status=LoadStatus.CHECKED, extract=None)
        extract_writer.keep_records(writer, understood, task.source, kept)
        task.tell(0.8, "Counting by month and area")
        _keep_the_rest(writer, task, staged, understood, report, kept.extract)
        task.tell(1.0, f"{count_of(report.rows.read, 'row')} read")
        return report


def _refuse_what_is_nowhere(file: str, understood: Understanding) -> None:
    if understood.nowhere == sum(n for *_, n in understood.counted):
        unknown = [text for text, _ in understood.places.unknown[:3]]
        raise UploadRefused(
            file,
            [
                "None of its rows names a district or a force that we know, so no figure would "
                f"count them{f' (found: {joined(unknown)})' if unknown else ''}. Add a column "
                "'District' or 'Force'."
            ],
        )


def _keep_the_rest(
    writer: Writer,
    task: _Task,
    staged: Staged,
    understood: Understanding,
    report: LoadReport,
    extract: int,
) -> None:
    extract_writer.keep_counts(writer, task.source, extract)
    extract_writer.keep_extract(
        writer,
        report,
        understood,
        extract=extract,
        recipe=task.reading.recipe.id,
        sha256=task.arrival.sha256,
        loaded_by=task.workspace.person.name,
        synthetic=task.synthetic,
    )
    extract_writer.keep_coverage(writer, understood, task.source, extract)
    extract_writer.keep_refused(writer, extract, staged.refused)
    task.workspace.audit(writer, "loaded extract", f"{extract}: {task.arrival.file}")


def _report(
    writer: Writer,
    task: _Task,
    staged: Staged,
    understood: Understanding,
    kept: extract_writer.Kept,
) -> LoadReport:
    rows = RowCounts(
        read=staged.rows_read,
        rejected=staged.rows_refused,
        repeated=understood.repeats.rows,
        **kept.fates,
    )
    columns = ("date", "category", "place", "ward", "LSOA", "outcome")
    twice = () if task.synthetic else overlaps(writer, understood, task.source)
    months = understood.coverage.months
    here = nothing_new(writer, rows, task.source, months)
    notices = (*here, *twice, *task.arrival.left_out, *task.reading.notices)
    return LoadReport(
        task.arrival.file,
        task.source,
        LoadStatus.LOADED,
        rows,
        tuple(f"{month:%Y-%m}" for month in months),
        problems(staged, understood, kept, notices),
        kept.extract,
        understood.categories.measure_set.id,
        tuple(understood.by_measure.items()),
        tuple(understood.by_district.items()),
        tuple(understood.by_flag.items()),
        understood.categories.unmapped,
        understood.unlocated - understood.nowhere,
        understood.nowhere,
        columns_read(task.reading.parts),
        tuple(dict(zip(columns, row, strict=True)) for row in writer.rows("staged_sample")),
        staged.refused,
        frozenset(understood.coverage.cells),
    )
