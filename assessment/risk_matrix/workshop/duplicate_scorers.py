"""One person who has joined a workshop twice: asked at the door, and taken away while empty.

A scorer gives no name, so two of one agency and role may be one person or two. The second says
which it is, and the facilitator sees both.
"""

from collections import Counter
from collections.abc import Sequence

from assessment.errors import InvalidRequest
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.risk_matrix.workshop.workshops import Progress, Workshop
from assessment.store import Writer
from assessment.workspace import Workspace


class JoinedAlready(InvalidRequest):
    """Somebody of this agency and role has joined: the same person, or another one."""


def must_be_new(writer: Writer, assessment: int, agency: str, role: str) -> None:
    """Refuse, in the transaction that would let them in, a scorer who may have joined already."""
    rows = writer.rows("joined_as", assessment=assessment, agency=agency, role=role)
    if not rows:
        return
    when = joined([f"at {at:%H:%M} with {scores(scored)}" for at, scored in rows])
    raise JoinedAlready(
        f"{agency}, {role} has joined already, {when}. Are you the one? Then type your own code "
        "instead of the one on the screen: it stands at the foot of the page on which you scored, "
        "and leads back to it. Only if you are another person, join as one."
    )


def duplicate_scorers(people: Sequence[Progress]) -> tuple[Progress, ...]:
    """Return all scorers who share an agency and a role with another."""
    times = Counter(_named(progress) for progress in people)
    return tuple(progress for progress in people if times[_named(progress)] > 1)


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="seen")
def remove_duplicate(workspace: Workspace, seen: Workshop, double: Progress) -> None:
    """Remove a scorer who has never scored; raises InvalidRequest where they have.

    Scores on steps that are not in use now are kept too: they may come to count again.
    """
    who = f"{double.agency}, {double.role}"
    with workspace.store.writing(leaves_counts=True) as writer:
        removed = writer.rows(
            "remove_empty_scorer",
            assessment=seen.assessment,
            agency=double.agency,
            role=double.role,
            joined_at=double.joined_at,
        )
        if not removed:
            raise InvalidRequest(
                f"{who} has scored, since you looked or on steps of before, or is gone already. "
                "Nothing was removed."
            )
        workspace.audit(writer, "removed a scorer", f"assessment {seen.assessment}: {who}")


def scores(count: int) -> str:
    """Return how many scores somebody has given, in words."""
    return "nothing scored" if not count else count_of(count, "score")


def _named(progress: Progress) -> tuple[str, str]:
    return progress.agency.casefold(), progress.role.casefold()
