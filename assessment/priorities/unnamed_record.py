"""An agreed year as it names those who worked on it: partners see that it was the team."""

from dataclasses import replace

from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.record import Record, RecordedCriterion, RecordedIssue
from assessment.risk_matrix.schemes.scheme_store import author_seen
from assessment.workspace import Workspace


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="kept")
def as_named(workspace: Workspace, kept: Record) -> Record:
    """Return a record with every name in it as whoever asks may see it."""
    named, of = workspace.name_of, kept.scheme
    return replace(
        kept,
        scheme={**of, "author": author_seen(workspace, of["id"], of["author"])},
        issues=tuple(_issue(workspace, each) for each in kept.issues),
        agreements=tuple(
            replace(each, recorded_by=named(each.recorded_by)) for each in kept.agreements
        ),
        agreed_by=named(kept.agreed_by),
        signed_off_by=named(kept.signed_off_by),
    )


def _issue(workspace: Workspace, one: RecordedIssue) -> RecordedIssue:
    said = one.explanation
    return replace(
        one,
        criteria=tuple(_criterion(workspace, each) for each in one.criteria),
        explanation=replace(said, who=workspace.name_of(said.who)) if said else None,
    )


def _criterion(workspace: Workspace, one: RecordedCriterion) -> RecordedCriterion:
    judged = one.judgement
    return replace(
        one,
        judged_by=workspace.name_of(one.judged_by),
        judgement=replace(judged, who=workspace.name_of(judged.who)) if judged else None,
    )
