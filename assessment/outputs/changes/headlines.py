"""What rose and what fell, in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.changes import By, Change, Question, Verdict
from assessment.changes.answer import BIGGER, ORDINARY
from assessment.numbers import count_of, listed
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.explanation_wording import why
from assessment.outputs.changes.row_order import grouped, name_of, with_verdict
from assessment.outputs.changes.verdict_marks import judged
from assessment.outputs.escaping import html

MOST_NAMED = 5
ALL_CRIME, ALL_RECORDS = "all-crime", "all-records"
# What a reader asks for first stands first, however small its difference.
LEADING = (ALL_CRIME, "anti-social-behaviour")


def summary(changes: Iterable[Change], question: Question) -> str:
    """Say in two sentences what rose and what fell, the unusual first, as HTML."""
    rows = list(changes)
    if nothing := nothing_compared(rows):
        return f'<p class="said">{nothing}</p>'
    different = without_repeats(rows)
    sentences = [
        _sentence(different, verdict, question, verb)
        for verdict, verb in ((Verdict.RISE, "rose"), (Verdict.FALL, "fell"))
    ]
    unclear = sum(change.verdict is Verdict.NO_CLEAR_CHANGE for change in rows)
    refused = sum(change.verdict is Verdict.NOT_COMPARABLE for change in rows)
    rest = [_without_clear_change(unclear, len(rows)) if unclear else ""]
    rest.append(f"{refused} cannot be compared" if refused else "")
    others = "; ".join(part for part in rest if part)
    more = f" {others[0].upper()}{others[1:]}." if others else ""
    return f'<p class="said">{" ".join(sentences)}{more}</p>'


def _without_clear_change(rows: int, of: int) -> str:
    if rows == of:
        return f"all {count_of(of, 'row')} show no clear change" if of > 1 else ""
    return f"{rows} of {count_of(of, 'row')} {'shows' if rows == 1 else 'show'} no clear change"


def nothing_compared(changes: Sequence[Change]) -> str:
    """Say that no row can be compared, with the reason that most rows have; '' where one can."""
    reasons = Counter(change.reason for change in changes if change.difference is None)
    if not changes or sum(reasons.values()) < len(changes):
        return ""
    (most, rows), *others = reasons.most_common()
    because = html(f"{most[:1].lower()}{most[1:]}")
    rest = len(changes) - rows
    more = (
        f" {rest:,} of {len(changes):,} rows {'has' if rest == 1 else 'have'} other reasons."
        if others
        else ""
    )
    return (
        f"{change_wording.SYMBOLS[Verdict.NOT_COMPARABLE]} Nothing can be compared: {because}{more}"
    )


def without_repeats(changes: Sequence[Change]) -> list[Change]:
    """Leave out the count of all records where all crime is there: most of it is the same."""
    if not any(change.measure.id == ALL_CRIME for change in changes):
        return list(changes)
    return [change for change in changes if change.measure.id != ALL_RECORDS]


def leading_finding(changes: Sequence[Change]) -> Change:
    """Return the rise that is named first, among the parts; where none rose, the first total."""
    parts = [change for change in changes if change.measure.level > 0]
    return next((head for head, _ in grouped(parts, Verdict.RISE)), changes[0])


@dataclass(frozen=True)
class VerdictList:
    """The measures of one verdict: how many, and each in words as an HTML item."""

    count: int
    items: str


def lists_by_verdict(changes: Iterable[Change]) -> dict[Verdict, VerdictList]:
    """List the measures of each verdict in words, the unusual first, then the largest difference.

    Totals are left to the cards: among their own parts they would be told twice. A member of a
    group stands under its group where both have the same verdict.
    """
    parts = [change for change in changes if change.measure.level > 0]
    return {
        verdict: _verdict_list(grouped(parts, verdict))
        for verdict in Verdict
        if with_verdict(parts, verdict)
    }


def _verdict_list(groups: Iterable[tuple[Change, Sequence[Change]]]) -> VerdictList:
    items = [
        item
        for head, members in groups
        for item in (_item(head), *(_item(member, "member") for member in members))
    ]
    return VerdictList(len(items), "".join(items))


def _item(change: Change, kind: str = "head") -> str:
    return f'<li class="{kind}">{_in_words(change)}</li>'


def _in_words(change: Change) -> str:
    name = f"<strong>{html(change.measure.label)}</strong>"
    because = html(why(change.explanation))
    if change.difference is None:
        return " ".join(filter(None, (name, f"<small>{html(change.reason)}</small>", because)))
    size = (
        f"{change_wording.percent(change.percent, change.previous or 0)}, "
        if change.percent
        else ""
    )
    counts = f"{size}{change.previous:,} to {change.current:,}"
    judgement = judged(change)
    better_or_worse = f'<b class="{judgement}">{judgement}</b> ' if judgement else ""
    if change.unusual:
        better_or_worse = f"<b>unusual</b> {better_or_worse}"
    note = change_wording.note_on(change)
    notes = "".join(f' <small class="note">{text}</small>' for text in (note, because) if text)
    difference = change_wording.signed(change.difference)
    return f"{name} {better_or_worse}<span>{difference} ({counts})</span>{notes}"


def _sentence(changes: Sequence[Change], verdict: Verdict, question: Question, verb: str) -> str:
    groups = grouped(changes, verdict)
    if question.by is not By.MEASURE:
        return _areas_sentence([head for head, _ in groups], changes, verdict, verb)
    if not groups:
        return f"Nothing {verb} {change_wording.MORE_THAN_COUNTING}."
    groups.sort(key=lambda pair: (not pair[0].unusual, pair[0].measure.id not in LEADING))
    symbol = change_wording.SYMBOLS[verdict]
    parts = _by_size(
        [(head, _named(head, members, question)) for head, members in groups], MOST_NAMED
    )
    return f"{symbol} <strong>{verb.capitalize()}</strong>, {'; '.join(parts)}."


def _by_size(named: Sequence[tuple[Change, str]], most: int) -> list[str]:
    """Name what is bigger than usual, and then what is of an ordinary size."""
    unusual = [name for change, name in named if change.unusual]
    ordinary = [name for change, name in named if not change.unusual]
    sizes = ((BIGGER, unusual), (ORDINARY, ordinary))
    return [f"{size}: {listed(names, most)}" for size, names in sizes if names]


def _areas_sentence(
    heads: Sequence[Change], changes: Sequence[Change], verdict: Verdict, verb: str
) -> str:
    """Say where the one measure of a table of areas rose or fell."""
    if not changes:
        return ""
    measure = html(changes[0].measure.label)
    if not heads:
        return f"{measure} {verb} nowhere {change_wording.MORE_THAN_COUNTING}."
    areas = [
        (
            change,
            f"<strong>{html(_area(change))}</strong> ({change_wording.signed(change.difference)})",
        )
        for change in heads
    ]
    symbol = change_wording.SYMBOLS[verdict]
    return f"{symbol} <strong>{measure} {verb}</strong>, {'; '.join(_by_size(areas, MOST_NAMED))}."


def _area(change: Change) -> str:
    return change.area if change.is_area_given else f"areas {change.area}"


def _named(head: Change, members: Sequence[Change], question: Question) -> str:
    inside = [
        f"{html(member.measure.label)} {change_wording.signed(member.difference)}"
        for member in members
    ]
    including = f", including {', '.join(inside)}" if inside else ""
    name = html(name_of(head, question))
    return f"<strong>{name}</strong> ({change_wording.signed(head.difference)}{including})"
