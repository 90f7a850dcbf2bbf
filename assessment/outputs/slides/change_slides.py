"""What rose and what fell as slides: the whole first, then what is unusual, the largest first."""

from collections.abc import Iterable, Sequence

from assessment.changes import Change, Question, Status, Verdict, YearOnYear
from assessment.changes.comparable.series_breaks import breaks_in_words
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.headlines import LEADING, nothing_compared
from assessment.outputs.changes.row_order import grouped
from assessment.outputs.changes.verdict_marks import judged
from assessment.outputs.charts.dot_chart import Dot, DotChart
from assessment.outputs.charts.shades import Shade
from assessment.outputs.slides.slide import Slide

# A hall follows about six slides: these, what residents say, the matrix and the priorities.
MOST_CHANGES = 4
# More rows than these a slide has no room for: those that changed stay, then the largest.
MOST_PARTS = 7
CHANGED = (Verdict.RISE, Verdict.FALL)
UNIT = "change of the daily rate in per cent, with its likely range by counting alone"
WENT = {Verdict.RISE: "rose", Verdict.FALL: "fell", Verdict.NO_CLEAR_CHANGE: "no clear change"}


def leading(answer: YearOnYear) -> Change | None:
    """Return the total that is told first; None where an answer has none."""
    by_id = {change.measure.id: change for change in answer.changes}
    return next((by_id[name] for name in LEADING if name in by_id), None)


def told_alone(answer: YearOnYear) -> list[Change]:
    """Return the changes that have a slide of their own: unusual ones, or else the largest.

    Rises come before falls. A group stands for the members that went with it.
    """
    parts = [change for change in answer.changes if change.measure.level > 0]
    changed = [head for verdict in CHANGED for head, _ in grouped(parts, verdict)]
    unusual = [change for change in changed if change.unusual]
    return (unusual or changed)[:MOST_CHANGES]


def members(answer: YearOnYear, change: Change) -> list[Change]:
    """Return what a row is made of: of a total the groups, of a group the rows below it."""
    rows = list(answer.changes)
    if change.measure.level == 0:
        return [row for row in rows if row.measure.level == 1]
    below: list[Change] = []
    for row in rows[rows.index(change) + 1 :]:
        if row.measure.level <= change.measure.level:
            break
        below.append(row)
    return below


def change_slide(
    change: Change, question: Question, parts: Sequence[Change], areas: Sequence[Change]
) -> Slide:
    """Tell a change: beside its `areas` and its `parts`, and the whole force."""
    title = _title(change)
    shown = _most_telling(parts, MOST_PARTS - len(areas))
    named = [
        (question.place.label, change),
        *((row.area, row) for row in areas[:MOST_PARTS]),
        *((row.measure.label, row) for row in shown),
    ]
    dots = (*(_dot(name, row) for name, row in named), *_force(change, question))
    chart = DotChart(title, UNIT, dots, f"Dot chart: {title}.", "Where and what", from_zero=False)
    sentence = change_wording.sentence(change, question)
    return Slide(title, sentence, _not_said(change, breaks_in_words(shown)), chart)


def nothing_slide(answer: YearOnYear) -> Slide | None:
    """Say that nothing can be compared, and why; None where something can."""
    if not (nothing := nothing_compared(answer.changes)):
        return None
    return Slide("Nothing can be compared", "", picture=f"<p>{nothing}</p>")


def of_all(answer: YearOnYear, whole: Change) -> tuple[str, ...]:
    """Return what must be known of the comparison, and the sentence on its whole does not say."""
    more = sum(change.verdict in CHANGED for change in answer.changes)
    rest = f"Year on year has every measure; {more:,} of them rose or fell."
    return (*_not_said(whole, answer.caveats), *([rest] if more else []))


def _not_said(change: Change, caveats: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in caveats if not any(mark in text for mark in change.marks))


def _most_telling(rows: Sequence[Change], most: int) -> list[Change]:
    """Return so many rows, in their order: first those that changed, then the largest."""
    by_weight = sorted(rows, key=lambda row: (row.verdict not in CHANGED, -(row.current or 0)))
    kept = by_weight[: max(most, 0)]
    return [row for row in rows if row in kept]


def _title(change: Change) -> str:
    if change.difference is None:
        return f"{change.measure.label} cannot be compared"
    went = WENT[change.verdict]
    if change.verdict not in CHANGED:
        return f"{change.measure.label}: {went}"
    size = "" if change.percent is None else f" by {_size(change)}"
    unusual = ", more than is usual" if change.unusual else ""
    return f"{change.measure.label} {went}{size}{unusual}"


def _size(change: Change) -> str:
    return change_wording.percent(abs(change.percent or 0), change.previous or 0).lstrip("+")


def _dot(name: str, change: Change) -> Dot:
    return Dot(
        name,
        change.rate_percent if change.difference is not None else None,
        _said(change),
        _shade(change),
        change_wording.SYMBOLS[change.verdict],
        change.interval_low,
        change.interval_high,
    )


def _said(change: Change) -> str:
    if change.difference is None:
        return "withheld: few" if change.status is Status.WITHHELD else "not comparable"
    counts = f"{change.previous:,} to {change.current:,}"
    if change.percent is None:
        return counts
    judgement = judged(change)
    size = change_wording.percent(change.percent, change.previous or 0)
    return ", ".join(filter(None, (f"{size} ({counts})", judgement)))


def _shade(change: Change) -> Shade:
    if change.verdict not in CHANGED:
        return Shade.UNKNOWN
    return {"worse": Shade.MUCH_WORSE, "better": Shade.MUCH_BETTER}.get(
        judged(change), Shade.MUCH_MORE
    )


def _force(change: Change, question: Question) -> tuple[Dot, ...]:
    if change.force_percent is None:
        return ()
    said = change_wording.percent(change.force_percent) or "0%"
    return (Dot(question.place.forces[0], change.force_percent, said, Shade.UNKNOWN),)
