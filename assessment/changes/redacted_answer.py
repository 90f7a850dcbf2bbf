"""An answer as partners see it: without small numbers, and without what would give one back."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.changes.answer import Change, ExtractBehind, Status, Verdict, Working, YearOnYear
from assessment.changes.question import By, Question
from assessment.changes.redaction import Redaction, redaction
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

NO_SMALL_AREAS = (
    "Partners are shown whole districts: wards and small areas have too few records each."
)


@needs(Permission.READ_FIGURES, of="place", named="answer")
def redacted(workspace: Workspace, answer: YearOnYear) -> YearOnYear:
    """Return an answer as whoever asks may see it.

    Verdicts of what is shown stay: they are the same for everybody. Months go, as most are small,
    and so do p values that were adjusted beside those of rows that are withheld.
    """
    found = redaction(workspace, answer.question)
    if found is None:
        return answer
    changes = tuple(_changes(answer, found))
    small = answer.question.by in (By.WARD, By.LSOA)
    return replace(
        answer,
        changes=changes,
        withheld=NO_SMALL_AREAS if small else "",
        working=_working(answer.working),
        by_measure={measure: _working(each) for measure, each in answer.by_measure.items()},
    )


def _changes(answer: YearOnYear, found: Redaction) -> Iterator[Change]:
    """Yield the rows there may be; that there is one for a small area tells of a record in it."""
    question = answer.question
    if question.by in (By.WARD, By.LSOA):
        return
    rows = [
        _months_off(change) if _is_shown(change, question, found) else _withheld(change, found)
        for change in answer.changes
    ]
    is_whole = all(row.status is not Status.WITHHELD for row in rows)
    for row in rows:
        yield row if is_whole else replace(row, p_adjusted=None)


def _is_shown(change: Change, question: Question, found: Redaction) -> bool:
    areas = found.areas if question.by is By.MEASURE else (change.area,)
    return (change.previous is None or found.shows_before(change.measure, areas)) and (
        change.current is None or found.shows_now(change.measure, areas)
    )


def _months_off(change: Change) -> Change:
    return replace(change, previous_months=(), current_months=())


def _withheld(change: Change, found: Redaction) -> Change:
    return replace(
        _months_off(change),
        previous=None,
        current=None,
        difference=None,
        percent=None,
        interval_low=None,
        interval_high=None,
        p_value=None,
        p_adjusted=None,
        dispersion=None,
        verdict=Verdict.NOT_COMPARABLE,
        status=Status.WITHHELD,
        reason=found.words,
        alone=None,
        tested=0,
    )


def _working(one: Working) -> Working:
    """Leave out how many records there were: rows of a file less those shown are what is not."""
    return replace(one, records=None, extracts=tuple(map(_uncounted, one.extracts)))


def _uncounted(extract: ExtractBehind) -> ExtractBehind:
    return replace(extract, rows=None)
