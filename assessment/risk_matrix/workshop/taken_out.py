"""A scorer whom the facilitator takes out: told to everybody, and taken back by letting them in.

What they gave stays in the store and does not count meanwhile.
"""

from dataclasses import dataclass
from datetime import datetime

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.assessments import must_be_draft
from assessment.risk_matrix.workshop.workshops import Progress, Workshop
from assessment.store import Store, Writer
from assessment.workspace import Workspace


@dataclass(frozen=True)
class TakenOut:
    """Who has been taken out, by agency and role, and when."""

    agency: str
    role: str
    at: datetime


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="seen")
def take_out(workspace: Workspace, seen: Workshop, who: Progress) -> None:
    """Take a scorer out; raises InvalidRequest where they are not there, or out already."""
    _change(
        workspace,
        seen,
        who,
        "take_scorer_out",
        "took a scorer out",
        taken_out_by=workspace.person.name,
    )


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="seen")
def let_in(workspace: Workspace, seen: Workshop, who: Progress) -> None:
    """Let a scorer in again; raises InvalidRequest where they are in."""
    _change(workspace, seen, who, "let_scorer_in", "let a scorer in again")


@needs(Permission.READ_ASSESSMENTS, Permission.SCORE_ISSUES, of="assessment")
def taken_out(workspace: Workspace, assessment: int) -> tuple[TakenOut, ...]:
    """Return who has been taken out of a workshop: everybody in it is told."""
    rows = workspace.store.rows("scorers_taken_out", assessment=assessment)
    return tuple(TakenOut(*row) for row in rows)


def is_taken_out(store: Store | Writer, token: str) -> bool:
    """Tell whether a scorer has been taken out, as a store or a transaction has it."""
    ((is_out,),) = store.rows("is_taken_out", token=token)
    return bool(is_out)


def _change(
    workspace: Workspace, seen: Workshop, who: Progress, query: str, done: str, **more: str
) -> None:
    named = f"{who.agency}, {who.role}"
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, seen.assessment)
        changed = writer.rows(
            query,
            assessment=seen.assessment,
            agency=who.agency,
            role=who.role,
            joined_at=who.joined_at,
            **more,
        )
        if not changed:
            raise InvalidRequest(
                f"{named} is no longer as you saw it. Nothing was done; look again."
            )
        workspace.audit(writer, done, f"assessment {seen.assessment}: {named}")
