"""Scorers in a workshop: joining it, saving each score as it is given, coming back.

A scorer is an agency and a role, never a name. Their own code brings them back to their scores,
after a reload, after a dropped connection, or on another phone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.definitions import Criterion
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.schemes.scoring_scales import must_be_in_use
from assessment.risk_matrix.workshop.duplicate_scorers import must_be_new
from assessment.risk_matrix.workshop.join_codes import SCORER_LENGTH, as_typed, new_code
from assessment.risk_matrix.workshop.taken_out import is_taken_out
from assessment.risk_matrix.workshop.workshops import (
    Workshop,
    WorkshopState,
    read,
    workshop,
    workshop_with_code,
)
from assessment.store import Writer
from assessment.workspace import Workspace

LONGEST_NAME = 60
LONGEST_REASON = 500
CLOSED = {
    WorkshopState.REVEALED: "The scores of this round have been shown, so this one was not kept. "
    "Wait for the second round, if there is one.",
    WorkshopState.CLOSED: "The scoring has been closed, so this score was not kept.",
}
OUT = (
    "The facilitator has taken you out of this scoring, so this score was not kept. Ask them why: "
    "they can let you in again."
)
KEPT = " Every score that you gave before is kept."
GONE = "Nobody has joined with this code of their own. Join with the code on the screen."


@dataclass(frozen=True)
class Scorer:
    """Someone who scores: the code that is theirs alone, their agency and their role."""

    token: str
    assessment: int
    agency: str
    role: str


@dataclass(frozen=True)
class Given:
    """The last score that a scorer has given; None where they cannot say."""

    value: int | None
    reason: str


@needs(Permission.SCORE_ISSUES)
def join(
    workspace: Workspace, code: str, agency: str, role: str, *, is_another: bool = False
) -> Scorer:
    """Join the workshop that a code leads to; raises InvalidRequest, with every fault there is.

    Raises JoinedAlready where somebody of this agency and role has joined, unless they
    say that they are another person.
    """
    entered = workshop_with_code(workspace, code)
    named = {"agency": " ".join(agency.split()), "role": " ".join(role.split())}
    if faults := list(_faults(entered, named)):
        raise InvalidRequest(" ".join(faults))
    joined = Scorer(new_code(SCORER_LENGTH), entered.assessment, **named)
    with workspace.store.writing(leaves_counts=True) as writer:
        if not is_another:
            must_be_new(writer, entered.assessment, **named)
        writer.run(
            "insert_scorer",
            token=joined.token,
            assessment=joined.assessment,
            agency=joined.agency,
            role=joined.role,
        )
    return joined


@needs(Permission.SCORE_ISSUES)
def scorer(workspace: Workspace, token: str) -> tuple[Scorer, Workshop]:
    """Return the scorer whose code it is, and their workshop; raises InvalidRequest without one."""
    rows = workspace.store.rows("scorer_with_token", token=as_typed(token))
    if not rows:
        raise InvalidRequest(GONE)
    known = Scorer(*rows[0])
    return known, _workshop_of(workspace, known)


@needs(Permission.SCORE_ISSUES)
def scores_of(workspace: Workspace, who: Scorer) -> Mapping[tuple[str, str], Given]:
    """Return what a scorer has given last, by issue and criterion."""
    rows = workspace.store.rows("scores_of_scorer", scorer=who.token)
    return {(issue, criterion): Given(value, reason) for issue, criterion, value, reason in rows}


@needs(Permission.SCORE_ISSUES)
def save_score(
    workspace: Workspace,
    who: Scorer,
    issue: str,
    criterion: Criterion,
    value: int | None,
    reason: str = "",
) -> None:
    """Keep a score at once, in a transaction of its own; what was given before stays as history.

    The same score again, in one round, is the one there is.

    No value means that the scorer cannot say. Raises InvalidRequest for what is no step of the
    scale or not for people to judge, and where the workshop is not open.
    """
    if not criterion.is_judged:
        raise InvalidRequest(f"'{criterion.label}' is not scored in a workshop: data score it.")
    if value is not None:
        criterion.step(value)
    with workspace.store.writing(leaves_counts=True) as writer:
        workshop_now = _open_to(writer, who, issue)
        must_be_in_use(writer, who.assessment, criterion)
        score = {
            "issue": issue,
            "criterion": criterion.id,
            "round": workshop_now.round,
            "scorer": who.token,
            "value": value,
            "reason": reason.strip()[:LONGEST_REASON],
        }
        # A page that is left before it was drawn to its end may send a tap again.
        if not writer.value("score_stands", **score):
            writer.run("insert_score", assessment=who.assessment, **score)


def _faults(entered: Workshop, named: Mapping[str, str]) -> Iterator[str]:
    for what, text in named.items():
        if not text:
            yield f"Give your {what}."
        if len(text) > LONGEST_NAME:
            yield f"Give your {what} in at most {LONGEST_NAME} letters."
    if entered.state is WorkshopState.CLOSED:
        yield "The scoring has been closed: nobody can join any more."


def _open_to(writer: Writer, who: Scorer, issue: str) -> Workshop:
    """Return the workshop in which a scorer may score an issue now; else raise why not."""
    entered = read(writer, who.assessment)
    joined = writer.rows("scorer_with_token", token=who.token)
    if entered is None or [Scorer(*row) for row in joined] != [who]:
        raise InvalidRequest(GONE)
    if is_taken_out(writer, who.token):
        raise InvalidRequest(OUT)
    if entered.state in CLOSED:
        raise InvalidRequest(CLOSED[entered.state] + KEPT)
    if not writer.rows("issue_of_assessment", assessment=who.assessment, issue=issue):
        raise InvalidRequest(f"There is no issue {issue} to score in this workshop." + KEPT)
    return entered


def _workshop_of(workspace: Workspace, who: Scorer) -> Workshop:
    joined = workshop(workspace, who.assessment)
    if joined is None:
        raise InvalidRequest("The workshop that you have joined is no longer there.")
    return joined
