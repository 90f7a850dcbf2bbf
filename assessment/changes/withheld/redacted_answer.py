"""An answer as partners see it: without small numbers, and without what would give one back."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.changes.answer import Change, Status, Verdict, Working, YearOnYear
from assessment.changes.question import By, Question
from assessment.changes.withheld.redaction import Redaction, redaction
from assessment.numbers import rounded
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

NO_SMALL_AREAS = (
    "Partners are shown whole districts: wards and small areas have too few records each."
)


@needs(Permission.READ_FIGURES, of="place", named="answer")
def redacted(workspace: Workspace, answer: YearOnYear) -> YearOnYear:
    """Return an answer as the person who asks may see it.

    Verdicts of what is shown stay: they are the same for everybody. Months go, as most are small,
    and so do p values that were adjusted beside those of rows that are withheld.
    """
    rules = redaction(workspace, answer.question)
    if rules is None:
        return answer
    return replace(
        answer,
        changes=tuple(_changes(answer, rules)),
        withheld=NO_SMALL_AREAS if answer.question.is_by_small_area else "",
        working=_uncounted(answer.working),
        by_measure={measure: _uncounted(working) for measure, working in answer.by_measure.items()},
    )


def _changes(answer: YearOnYear, rules: Redaction) -> Iterator[Change]:
    """Yield the rows, and none of small areas: a row there would tell of a record in it."""
    question = answer.question
    if question.is_by_small_area:
        return
    rows = [
        _months_off(change) if _is_shown(change, question, rules) else _withheld(change, rules)
        for change in answer.changes
    ]
    is_whole = all(row.status is not Status.WITHHELD for row in rows)
    for row in rows:
        yield row if is_whole else replace(row, p_adjusted=None)


def _is_shown(change: Change, question: Question, rules: Redaction) -> bool:
    areas = rules.areas if question.by is By.MEASURE else (change.area,)
    return (change.previous is None or rules.shows_before(change.measure, areas)) and (
        change.current is None or rules.shows_now(change.measure, areas)
    )


def _months_off(change: Change) -> Change:
    """Leave out months, and what counts records that are not of the row."""
    return replace(
        change,
        previous_months=(),
        current_months=(),
        reason=change.shared_reason or change.reason,
        beside="",
        # It is made of counts of other years, of a single one at times.
        ordinary_variation=None,
        ordinary_apart=None,
        ordinary_variation_from="",
        # What was said of older figures is not told of today's.
        explanation=change.explanation and replace(change.explanation, verdict=""),
        # To more places it would tell the counts that it is made of.
        force_percent=None
        if change.force_percent is None
        else float(rounded(change.force_percent, 0)),
    )


def _withheld(change: Change, rules: Redaction) -> Change:
    return replace(
        _months_off(change),
        previous=None,
        current=None,
        difference=None,
        percent=None,
        rate_percent=None,
        interval_low=None,
        interval_high=None,
        p_value=None,
        p_adjusted=None,
        dispersion=None,
        verdict=Verdict.NOT_COMPARABLE,
        status=Status.WITHHELD,
        reason=rules.words,
        unusual=None,
        force_percent=None,
        alone=None,
        tested=0,
        explanation=None,
    )


def _uncounted(working: Working) -> Working:
    """Leave out how many records there were: less those shown, they are those withheld."""
    extracts = tuple(replace(extract, rows=None) for extract in working.extracts)
    return replace(working, records=None, extracts=extracts)
