"""The table of changes, as a table that a screen reader can walk and a projector can show."""

from collections.abc import Sequence
from enum import StrEnum
from html import escape

from assessment.changes import By, Change, Question, Status, Verdict, YearOnYear
from assessment.definitions import Direction, measure_sets
from assessment.outputs import wording
from assessment.outputs.charts import short_labels
from pages.components.sparkline import sparkline

# More rows than this are for a spreadsheet, not for reading: the download has them all.
MOST_ROWS = 150


class Order(StrEnum):
    """How the rows stand."""

    LISTED = "as listed"
    RISES = "largest rise first"
    FALLS = "largest fall first"
    COUNTS = "most recorded first"


def in_order(changes: Sequence[Change], order: Order) -> list[Change]:
    """Return the changes in an order; rows that cannot be compared come last."""
    if order is Order.LISTED:
        return list(changes)
    if order is Order.COUNTS:
        return sorted(changes, key=lambda change: -(change.current or 0))
    sign = -1 if order is Order.RISES else 1
    known = [change for change in changes if change.difference is not None]
    unknown = [change for change in changes if change.difference is None]
    return sorted(known, key=lambda change: sign * (change.difference or 0)) + unknown


def judged(change: Change) -> str:
    """Say whether a change is for the better, by the measure's own direction: '' if neither."""
    if change.verdict not in (Verdict.RISE, Verdict.FALL):
        return ""
    if change.measure.direction is Direction.NEUTRAL:
        return ""
    rose = change.verdict is Verdict.RISE
    return "better" if rose == (change.measure.direction is Direction.UP) else "worse"


def verdict(change: Change) -> str:
    """Return a verdict as symbol, word and judgement: colour only repeats what they say."""
    judgement = judged(change)
    after = f", {judgement}" if judgement else ""
    return f'<span class="verdict {judgement}">{wording.verdict(change.verdict)}{after}</span>'


def change_table(answer: YearOnYear, order: Order) -> str:
    """Return the table as HTML."""
    question = answer.question
    changes = in_order(answer.changes, order)
    caption = escape(_caption(question, len(changes)))
    rows = "".join(_row(change, question) for change in changes[:MOST_ROWS])
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{caption}">'
        f'<table class="changes"><caption><span>{caption}</span></caption>'
        f"{_head(question)}<tbody>{rows}</tbody></table></div>"
    )


def _caption(question: Question, rows: int) -> str:
    named = measure_sets()[question.measure_set]
    what = named.measure(question.measure).label if question.measure else named.label
    more = (
        f" The first {MOST_ROWS} of {rows} rows; the download has all." if rows > MOST_ROWS else ""
    )
    return f"{what}, {question.period.dates} and {question.comparison.dates}.{more}"


def _head(question: Question) -> str:
    before, now = short_labels(question)
    first = "Measure" if question.by is By.MEASURE else "Area"
    columns = (
        (first, "", ""),
        (before, "before", ""),
        (now, "now", ""),
        ("Difference", "", ""),
        ("Change", "", ""),
        ("Verdict", "", "words"),
        ("Months", "now over before", "words"),
        ("Likely range", "95% interval", "words"),
        ("p", "adjusted", ""),
    )
    cells = "".join(
        f'<th scope="col" class="{kind}">{escape(name)}<small>{escape(under)}</small></th>'
        for name, under, kind in columns
    )
    return f"<thead><tr>{cells}</tr></thead>"


def _row(change: Change, question: Question) -> str:
    by_measure = question.by is By.MEASURE
    name = change.measure.label if by_measure else change.area
    level = f"level-{change.measure.level}" if by_measure else ""
    cells = (
        _count(change.previous),
        _count(change.current),
        f"<td>{wording.signed(change.difference)}</td>",
        f"<td>{_percent(change)}</td>",
        f'<td class="words">{verdict(change)}{_because(change)}</td>',
        f"<td>{sparkline(change.previous_months, change.current_months)}</td>",
        f'<td class="words">{escape(wording.interval(change))}</td>',
        f"<td>{_chances(change)}</td>",
    )
    head = f'<th scope="row">{escape(name)}</th>'
    return f'<tr class="{level}">{head}{"".join(cells)}</tr>'


def row_names(changes: Sequence[Change], question: Question) -> dict[str, int]:
    """Name every row once: two areas of one name are told apart by their codes."""
    names: dict[str, int] = {}
    for number, change in enumerate(changes):
        name = change.measure.label if question.by is By.MEASURE else change.area
        names[f"{name} ({change.area_code})" if name in names else name] = number
    return names


def _count(count: int | None) -> str:
    return f"<td>{count:,}</td>" if count is not None else '<td class="quiet">not covered</td>'


def _percent(change: Change) -> str:
    """Return the percentage, and where the base is small or too small for one, that it is."""
    known = change.percent is not None
    size = wording.percent(change.percent or 0, change.previous or 0) if known else ""
    usual = change.status in (Status.COMPARABLE, Status.NOT_COMPARABLE)
    return size if usual else f"{size}<small>{escape(change.status.value)}</small>"


def _because(change: Change) -> str:
    """Give the reason where there is no comparison; other reasons are told in the detail."""
    if change.status is not Status.NOT_COMPARABLE:
        return ""
    return f"<small>{escape(change.reason)}</small>"


def _chances(change: Change) -> str:
    if change.p_value is None:
        return ""
    return f"{wording.p_value(change.p_value)}<small>{wording.p_value(change.p_adjusted)}</small>"
