"""Undoing a load: the records become as if the extract had never come; only its line stays."""

from dataclasses import dataclass
from datetime import date

from assessment.areas.placed_positions import forget_places
from assessment.errors import InvalidRequest
from assessment.intake.extract_writer import recount
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.store import Store, Writer
from assessment.workspace import Workspace

REMOVALS = (
    "remove_records_of_extract",
    "reopen_versions",
    "remove_counts_of_extract",
    "reopen_count_versions",
    "remove_coverage_of_extract",
    "remove_categories_of_extract",
    "remove_places_of_extract",
    "remove_rejected_rows_of_extract",
    "remove_extract_found",
    "reopen_corrected_rows",
    "mark_undone",
)


@dataclass(frozen=True)
class Undoing:
    """What undoing a load does: the records that go with the extract, and those that come back."""

    extract: int
    file: str
    source: str
    removed: int
    restored: int
    refused_rows: int
    months: tuple[date, ...]


@dataclass(frozen=True)
class RestingExtract:
    """A later extract that would be another without an earlier one."""

    extract: int
    file: str


@needs(Permission.LOAD_EXTRACTS)
def undoing(workspace: Workspace, extract: int) -> Undoing:
    """Say what undoing an extract would do; raises InvalidRequest where it cannot be undone."""
    return _undoing(workspace.store, extract)


@needs(Permission.LOAD_EXTRACTS)
def undo_load(workspace: Workspace, extract: int) -> Undoing:
    """Take back what an extract did to the store, and say what that was.

    What people have said that categories mean stays, and applies to what is loaded later. Raises
    InvalidRequest, naming what is to be undone first, where a later extract would be another
    without this one: what is left is what there would be had it never come.
    """
    with workspace.store.writing(leaves_said=True) as writer:
        return _undo(writer, workspace, extract)


@needs(Permission.LOAD_EXTRACTS)
def resting_on(workspace: Workspace, extract: int) -> tuple[RestingExtract, ...]:
    """Return the later extracts that have to go with an extract, the latest first."""
    return _resting_on(workspace.store, extract)


@needs(Permission.LOAD_EXTRACTS)
def undo_with_later(workspace: Workspace, extract: int) -> tuple[Undoing, ...]:
    """Take back an extract and every later one that rests on it, the latest first: all or none."""
    with workspace.store.writing(leaves_said=True) as writer:
        every = [*(later.extract for later in _resting_on(writer, extract)), extract]
        return tuple(_undo(writer, workspace, each) for each in every)


def _undo(writer: Writer, workspace: Workspace, extract: int) -> Undoing:
    undone = _undoing(writer, extract)
    for removal in REMOVALS:
        writer.run(removal, extract=extract)
    forget_places(writer)
    recount(writer, undone.source, undone.months)
    workspace.audit(writer, "undid extract", f"{extract}: {undone.file}")
    return undone


def _resting_on(reader: Store | Writer, extract: int) -> tuple[RestingExtract, ...]:
    """Return what rests on an extract, on what rests on it, and so on."""
    resting: dict[int, str] = {}
    waiting = [extract]
    while waiting:
        later: dict[int, str] = dict(reader.rows("extracts_resting_on", extract=waiting.pop()))
        waiting += later.keys() - resting.keys()
        resting |= later
    return tuple(RestingExtract(*each) for each in sorted(resting.items(), reverse=True))


def _undoing(reader: Store | Writer, extract: int) -> Undoing:
    extracts = reader.rows("extract_to_undo", extract=extract)
    if not extracts:
        raise InvalidRequest(f"There is no extract {extract}.")
    ((file, source, synthetic, status, refused_rows),) = extracts
    if status == "undone":
        raise InvalidRequest(f"Extract {extract} ({file}) has already been undone.")
    if synthetic:
        raise InvalidRequest(
            f"Extract {extract} ({file}) is an example's: the examples are removed together."
        )
    if resting := reader.rows("extracts_resting_on", extract=extract):
        named = joined([f"extract {number} ({name})" for number, name in resting])
        raise InvalidRequest(
            f"Extract {extract} ({file}) cannot be undone yet: later files of {source} answer for "
            f"its months or hold its records. Undo {named} first, or all of them "
            "together (on the command line --with-later); they can be loaded again afterwards."
        )
    ((removed, restored),) = reader.rows("records_of_extract", extract=extract)
    months = tuple(month for (month,) in reader.rows("touched_months", extract=extract))
    return Undoing(extract, file, source, removed, restored, refused_rows, months)
