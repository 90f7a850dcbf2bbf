"""An agreed year for partners: places, bands and steps, and not the numbers that are behind them.

The record was made for those who answer for the records. What of it is too small to be shown cannot
be told from it alone, so that of what is counted no number is.
"""

from dataclasses import replace

from assessment.definitions import Scheme
from assessment.disclosure import fewest_shown
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.record import Record, RecordedCriterion, RecordedIssue, scheme_of
from assessment.priorities.unnamed_record import as_named
from assessment.workspace import Workspace

WITHHELD = "Withheld: partners are not shown the numbers that an agreed year rests on."


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="kept")
def for_audience(workspace: Workspace, kept: Record) -> Record:
    """Return a record as whoever asks may see it."""
    named = as_named(workspace, kept)
    if fewest_shown(workspace) <= 1:
        return named
    own = scheme_of(named)
    return replace(named, issues=tuple(_issue(each, own) for each in named.issues))


def _issue(one: RecordedIssue, own: Scheme) -> RecordedIssue:
    if not one.measures:
        return one
    return replace(
        one,
        # Without scales the score is a number that was counted.
        score=one.score if own.is_stepped else None,
        criteria=tuple(_criterion(each, own) for each in one.criteria),
        facts=one.facts.withheld(WITHHELD) if one.facts else None,
    )


def _criterion(one: RecordedCriterion, own: Scheme) -> RecordedCriterion:
    rule = own.criterion(one.criterion).rule
    if rule is None or rule.indicator.is_surveyed:
        return one
    judged = replace(one.judgement, evidence_value=None) if one.judgement else None
    held = replace(one, value=None, in_words=WITHHELD, caveats=(), judgement=judged)
    return held if own.is_stepped else replace(held, score=None, from_data=None)
