"""Scoring together: one workshop for an assessment, opened, revealed and closed by a facilitator.

A facilitator changes a workshop from where they saw it. Where another has been quicker, nothing
changes and they are told so: two facilitators cannot undo one another.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.assessments import must_be_draft
from assessment.risk_matrix.workshop.join_codes import WORKSHOP_LENGTH, as_typed, new_code
from assessment.store import Store, Writer
from assessment.workspace import Workspace

ROUNDS = 2


class WorkshopState(StrEnum):
    """How far a workshop has come."""

    OPEN = "open"
    REVEALED = "revealed"
    CLOSED = "closed"


class WorkshopMove(StrEnum):
    """What a facilitator may do with a workshop, as the audit trail says it."""

    REVEAL = "revealed the scores"
    SECOND_ROUND = "began the second round"
    CLOSE = "closed the scoring"
    REOPEN = "opened the scoring again"


@dataclass(frozen=True)
class Workshop:
    """A workshop as it was when it was read: a move names this, so that it is not overtaken."""

    assessment: int
    code: str
    round: int
    state: WorkshopState
    changed_at: datetime
    changed_by: str

    def moves(self) -> tuple[WorkshopMove, ...]:
        """Return what may be done from here."""
        return tuple(move for move in WorkshopMove if _target(self, move))


@dataclass(frozen=True)
class Progress:
    """How far one scorer has come: issues and criteria dealt with, in all and in this round.

    What somebody gave who `is_out`, taken out by the facilitator, does not count.
    """

    agency: str
    role: str
    joined_at: datetime
    scored: int
    in_round: int
    is_out: bool = False


@needs(Permission.READ_ASSESSMENTS, Permission.SCORE_ISSUES, of="assessment")
def workshop(workspace: Workspace, assessment: int) -> Workshop | None:
    """Return the workshop of an assessment; None where it has not been opened."""
    stored = read(workspace.store, assessment)
    return stored and _as_named(workspace, stored)


@needs(Permission.SCORE_ISSUES)
def workshop_with_code(workspace: Workspace, code: str) -> Workshop:
    """Return the workshop that a code leads to; raises InvalidRequest where there is none."""
    rows = workspace.store.rows("workshop_with_code", code=as_typed(code))
    if not rows:
        raise InvalidRequest(
            f"There is no workshop with the code {code.strip()[:20]}. Look at the screen again."
        )
    return _as_named(workspace, _workshop(rows[0]))


@needs(Permission.RUN_ASSESSMENTS, of="assessment")
def open_workshop(workspace: Workspace, assessment: int) -> Workshop:
    """Open an assessment to scorers; where it is open already, return its workshop."""
    with workspace.store.writing(leaves_counts=True) as writer:
        if stored := read(writer, assessment):
            return stored
        must_be_draft(writer, assessment)
        code = _unused_code(writer)
        writer.run(
            "insert_workshop",
            assessment=assessment,
            code=code,
            changed_by=workspace.person.name,
        )
        workspace.audit(writer, "opened the scoring", f"assessment {assessment}")
        return _found(writer, assessment)


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="seen")
def move(workspace: Workspace, seen: Workshop, wanted: WorkshopMove) -> Workshop:
    """Take a workshop on from where it was seen; raises InvalidRequest if it is there no longer."""
    target = _target(seen, wanted)
    if target is None:
        raise InvalidRequest(
            f"A workshop that is {seen.state} in round {seen.round} cannot do that."
        )
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, seen.assessment)
        rows = writer.rows(
            "move_workshop",
            assessment=seen.assessment,
            from_round=seen.round,
            from_state=seen.state.value,
            round=target[0],
            state=target[1].value,
            changed_by=workspace.person.name,
        )
        if not rows:
            raise InvalidRequest(_overtaken(_found(writer, seen.assessment)))
        workspace.audit(writer, wanted.value, f"assessment {seen.assessment}")
    return _workshop(rows[0])


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="seen")
def progress(workspace: Workspace, seen: Workshop) -> tuple[Progress, ...]:
    """Return how far everybody who has joined has come, the first to join first."""
    rows = workspace.store.rows("scorers_progress", assessment=seen.assessment, round=seen.round)
    return tuple(Progress(*row) for row in rows)


def must_not_be_open(writer: Writer, assessment: int) -> None:
    """Refuse, in the transaction that would do it, to change or to agree what people are scoring.

    What they have given in a round counts once it is revealed or closed, when it has been seen.
    """
    stored = read(writer, assessment)
    if stored and stored.state is WorkshopState.OPEN:
        raise InvalidRequest("People are scoring it now: close the scoring first.")


def _target(seen: Workshop, wanted: WorkshopMove) -> tuple[int, WorkshopState] | None:
    """Return the round and state that a move leads to; None where it cannot be made from here."""
    is_open, is_revealed = seen.state is WorkshopState.OPEN, seen.state is WorkshopState.REVEALED
    match wanted:
        case WorkshopMove.REVEAL if is_open:
            return seen.round, WorkshopState.REVEALED
        case WorkshopMove.SECOND_ROUND if is_revealed and seen.round < ROUNDS:
            return seen.round + 1, WorkshopState.OPEN
        case WorkshopMove.CLOSE if is_open or is_revealed:
            return seen.round, WorkshopState.CLOSED
        # Closed too early: what was given is there, and more can be.
        case WorkshopMove.REOPEN if seen.state is WorkshopState.CLOSED:
            return seen.round, WorkshopState.OPEN
    return None


def _overtaken(now: Workshop) -> str:
    return (
        f"{now.changed_by} has changed this workshop since you looked, at {now.changed_at:%H:%M}: "
        f"it is now {now.state}, in round {now.round}. Nothing of yours was done; look at it as it "
        "stands and go on from there."
    )


def read(store: Store | Writer, assessment: int) -> Workshop | None:
    """Return the workshop of an assessment as a store or a transaction has it, if there is one."""
    rows = store.rows("workshop_of_assessment", assessment=assessment)
    return _workshop(rows[0]) if rows else None


def _as_named(workspace: Workspace, stored: Workshop) -> Workshop:
    return replace(stored, changed_by=workspace.name_of(stored.changed_by))


def _found(writer: Writer, assessment: int) -> Workshop:
    stored = read(writer, assessment)
    if stored is None:
        raise InvalidRequest(f"Assessment {assessment} has no workshop.")
    return stored


def _workshop(row: tuple[int, str, int, str, datetime, str]) -> Workshop:
    assessment, code, number, state, changed_at, changed_by = row
    return Workshop(assessment, code, number, WorkshopState(state), changed_at, changed_by)


def _unused_code(writer: Writer) -> str:
    while writer.rows("workshop_with_code", code=(code := new_code(WORKSHOP_LENGTH))):
        pass
    return code
