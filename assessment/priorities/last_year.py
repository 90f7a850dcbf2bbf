"""Last year's priorities beside this year's: which are kept, new and dropped, and why."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.headings import Priority, priorities, read_priority
from assessment.priorities.stored_documents import document
from assessment.risk_matrix.assessments import Assessment, assessment, assessments, must_be_draft
from assessment.workspace import Workspace


class Fate(StrEnum):
    """What became of a priority from one year to the next."""

    KEPT = "kept"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Turn:
    """One priority from year to year. `was` are last year's names; `why` may not be said yet."""

    name: str
    fate: str
    was: tuple[str, ...]
    why: str


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="current")
def year_before(workspace: Workspace, current: Assessment) -> Assessment | None:
    """Return the latest assessment of an earlier year that has priorities."""
    earlier = (
        assessment
        for assessment in assessments(workspace, current.partnership)
        if assessment.ending < current.ending and _priorities(workspace, assessment)
    )
    return next(earlier, None)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="current")
def turns(workspace: Workspace, current: Assessment) -> tuple[Turn, ...]:
    """Return what became of every priority of both years; nothing without a year before."""
    before = year_before(workspace, current)
    if before is None:
        return ()
    rows = workspace.store.rows("dropped_priorities", assessment=current.id)
    return _turns(_priorities(workspace, before), priorities(workspace, current.id), dict(rows))


def _priorities(workspace: Workspace, assessment: Assessment) -> tuple[Priority, ...]:
    """Return the priorities of a year: of an agreed one, as its record holds them."""
    if text := document(workspace.store, assessment.id):
        return tuple(read_priority(body) for body in json.loads(text)["priorities"])
    return priorities(workspace, assessment.id)


def _turns(
    before: Sequence[Priority], now: Sequence[Priority], why: Mapping[str, str]
) -> tuple[Turn, ...]:
    names_before = {priority.name for priority in before}
    going_on = [
        (priority, tuple(name for name in priority.continues if name in names_before))
        for priority in now
    ]
    carried = {name for _, was in going_on for name in was}
    return (
        *(
            Turn(priority.name, Fate.KEPT if was else Fate.NEW, was, priority.reason)
            for priority, was in going_on
        ),
        *(
            Turn(priority.name, Fate.DROPPED, (priority.name,), why.get(priority.name, ""))
            for priority in before
            if priority.name not in carried
        ),
    )


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="number")
def say_why_dropped(workspace: Workspace, number: int, name: str, reason: str) -> None:
    """Keep why a priority of last year was dropped; raises InvalidRequest where it was not."""
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, number)
        every_turn = turns(workspace, assessment(workspace, number))
        if name not in {turn.name for turn in every_turn if turn.fate == Fate.DROPPED}:
            raise InvalidRequest(f"'{name}' is not a priority of last year that was dropped.")
        writer.run("put_dropped_priority", assessment=number, name=name, reason=reason.strip())
        workspace.audit(writer, "said why dropped", f"assessment {number}: {name}")
