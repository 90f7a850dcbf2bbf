"""Which assessments use a scheme, and letting one go over to another scheme or version.

Scores stay where the criterion and its steps are the same. Others are kept and count no more, until
the assessment comes back to the steps on which they were given.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.risk_matrix.assessments import Assessment, assessment, assessments, must_be_draft
from assessment.risk_matrix.schemes.scheme_store import keep_scheme, scheme
from assessment.risk_matrix.schemes.scoring_scales import scale
from assessment.risk_matrix.workshop.workshops import must_not_be_open
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Loss:
    """Scores that people gave to a criterion and that would count no more."""

    criterion: str
    scores: int

    def __str__(self) -> str:
        return f"{self.scores} for {self.criterion}"


@needs(Permission.READ_ASSESSMENTS)
def used_by(workspace: Workspace, scheme_id: str) -> tuple[Assessment, ...]:
    """Return the assessments that use a scheme, in whatever version."""
    return tuple(using for using in assessments(workspace) if using.scheme == scheme_id)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="number")
def losses(workspace: Workspace, number: int, wanted: Scheme) -> tuple[Loss, ...]:
    """Return what would count no more if an assessment were scored by another scheme."""
    own = _own(workspace, number)
    now, then = _scales(own), _scales(wanted)
    rows = workspace.store.rows("scores_by_criterion", assessment=number)
    return tuple(
        Loss(own.criterion(criterion).label, scores)
        for criterion, scores in rows
        if criterion in now and then.get(criterion) != now[criterion]
    )


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="seen")
def use_scheme(
    workspace: Workspace, seen: Assessment, wanted: Scheme, accepted: tuple[Loss, ...] = ()
) -> Assessment:
    """Let a draft be scored by another scheme or version; return it as it then is.

    `seen` is the draft as the person has seen it, `accepted` are the losses that they have been
    told of. Raises InvalidRequest where it is otherwise by now, while people are scoring, and
    for what has been agreed.
    """
    chosen, number = scheme(workspace, wanted.id, wanted.version), seen.id
    with workspace.store.writing() as writer:
        must_be_draft(writer, number)
        own = _own(workspace, number)
        if (own.id, own.version) != (seen.scheme, seen.scheme_version):
            raise InvalidRequest(_overtaken(own))
        must_not_be_open(writer, number)
        if (lost := losses(workspace, number, chosen)) != accepted:
            raise InvalidRequest(_untold(lost))
        keep_scheme(writer, chosen)
        writer.run("begin_scales", assessment=number, **_as_lists(_scales(own)))
        gone = dict.fromkeys(_scales(own), "")
        writer.run("change_scales", assessment=number, **_as_lists(gone | _scales(chosen)))
        writer.run(
            "set_assessment_scheme",
            assessment=number,
            scheme=chosen.id,
            scheme_version=chosen.version,
        )
        subject = f"assessment {number}: {_named(chosen)}, before {_named(own)}"
        workspace.audit(writer, "changed the scheme of an assessment", subject)
    return assessment(workspace, number)


def in_words(lost: tuple[Loss, ...]) -> str:
    """Say what would count no more."""
    scores, of = sum(loss.scores for loss in lost), joined(list(map(str, lost)))
    return (
        f"{count_of(scores, 'score')} that people have given would not count "
        f"any more, because the criterion is gone or its steps are others: {of}. They are kept, "
        "and count again if the assessment goes back to those steps."
    )


def _untold(lost: tuple[Loss, ...]) -> str:
    if not lost:
        return "No score would be lost by now. Nothing was done: look again."
    return f"{in_words(lost)} Nothing was done: say that you want it all the same."


def _overtaken(now: Scheme) -> str:
    return (
        f"Somebody has changed the scheme of this assessment since you looked: it is {now.label}, "
        f"version {now.version}, by now. Nothing of yours was done; look at it as it stands."
    )


def _own(workspace: Workspace, number: int) -> Scheme:
    of = assessment(workspace, number)
    return scheme(workspace, of.scheme, of.scheme_version)


def _scales(of: Scheme) -> dict[str, str]:
    """Return the steps of every criterion, as they are compared."""
    return {criterion.id: scale(criterion) for criterion in of.criteria}


def _as_lists(scales: Mapping[str, str]) -> dict[str, list[str]]:
    return {"criteria": list(scales), "steps": list(scales.values())}


def _named(of: Scheme) -> str:
    return f"{of.id} {of.version}"
