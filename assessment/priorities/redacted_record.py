"""An agreed year for partners: places, bands and steps, without numbers behind them and names.

The record was made for those who answer for the records. What of it is too small to be shown cannot
be told from it alone, so that of what is counted no number is. Of those who worked on it partners
see that it was the team.
"""

from dataclasses import replace

from assessment.definitions import Scheme
from assessment.disclosure import fewest_shown
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.record import Record, RecordedCriterion, RecordedIssue, scheme_of
from assessment.risk_matrix.schemes.scheme_store import author_seen
from assessment.workspace import Workspace

WITHHELD = "Withheld: partners are not shown the numbers that an agreed year rests on."


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="kept")
def for_audience(workspace: Workspace, kept: Record) -> Record:
    """Return a record as the person who asks may see it."""
    named = as_named(workspace, kept)
    if fewest_shown(workspace) <= 1:
        return named
    scheme = scheme_of(named)
    return replace(named, issues=tuple(_without_numbers(issue, scheme) for issue in named.issues))


def _without_numbers(issue: RecordedIssue, scheme: Scheme) -> RecordedIssue:
    if not issue.measures:
        return issue
    return replace(
        issue,
        # Without scales the score is a number that was counted.
        score=issue.score if scheme.is_stepped else None,
        criteria=tuple(_without_number(criterion, scheme) for criterion in issue.criteria),
        facts=issue.facts.withheld(WITHHELD) if issue.facts else None,
    )


def _without_number(recorded: RecordedCriterion, scheme: Scheme) -> RecordedCriterion:
    rule = scheme.criterion(recorded.criterion).rule
    if rule is None or rule.indicator.is_surveyed:
        return recorded
    judgement = recorded.judgement and replace(recorded.judgement, evidence_value=None)
    redacted = replace(
        recorded, value=None, in_words=WITHHELD, caveats=(), judgement=judgement, possible=()
    )
    return redacted if scheme.is_stepped else replace(redacted, score=None, from_data=None)


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="kept")
def as_named(workspace: Workspace, kept: Record) -> Record:
    """Return a record with every name in it as the person who asks may see it."""
    name_of, scheme = workspace.name_of, kept.scheme
    return replace(
        kept,
        scheme={**scheme, "author": author_seen(workspace, scheme["id"], scheme["author"])},
        issues=tuple(_issue_as_named(workspace, issue) for issue in kept.issues),
        agreements=tuple(
            replace(agreement, recorded_by=name_of(agreement.recorded_by))
            for agreement in kept.agreements
        ),
        agreed_by=name_of(kept.agreed_by),
        signed_off_by=name_of(kept.signed_off_by),
    )


def _issue_as_named(workspace: Workspace, issue: RecordedIssue) -> RecordedIssue:
    explanation = issue.explanation
    return replace(
        issue,
        criteria=tuple(_criterion_as_named(workspace, criterion) for criterion in issue.criteria),
        explanation=explanation and replace(explanation, who=workspace.name_of(explanation.who)),
    )


def _criterion_as_named(workspace: Workspace, criterion: RecordedCriterion) -> RecordedCriterion:
    judgement = criterion.judgement
    return replace(
        criterion,
        judged_by=workspace.name_of(criterion.judged_by),
        judgement=judgement and replace(judgement, who=workspace.name_of(judgement.who)),
    )
