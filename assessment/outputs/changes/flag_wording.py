"""What the flags did, in a line: they mark records that are counted among the offences already."""

from collections.abc import Iterable, Sequence

from assessment.changes import Change, Verdict
from assessment.numbers import count_of, listed
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.headlines import MOST_NAMED
from assessment.outputs.changes.row_order import grouped
from assessment.outputs.escaping import html


def flags_in_words(changes: Sequence[Change]) -> str:
    """Say which flags rose and fell, as HTML."""
    sentences = [
        _sentence(grouped(changes, verdict), verdict, verb)
        for verdict, verb in ((Verdict.RISE, "rose"), (Verdict.FALL, "fell"))
    ]
    if any(sentences):
        return " ".join(filter(None, sentences))
    number = len(comparable(changes))
    more = change_wording.MORE_THAN_COUNTING
    return f"No flag rose or fell {more}, of {number} that can be compared."


def comparable(changes: Iterable[Change]) -> list[Change]:
    """Return the flags that can be compared at all."""
    return [change for change in changes if change.difference is not None]


def _sentence(
    groups: Sequence[tuple[Change, Sequence[Change]]], verdict: Verdict, verb: str
) -> str:
    if not groups:
        return ""
    flags = count_of(len(groups), "flag")
    names = listed([_named(head, members) for head, members in groups], MOST_NAMED)
    more = change_wording.MORE_THAN_COUNTING
    return f"{change_wording.SYMBOLS[verdict]} {flags} also {verb} {more}: {names}."


def _named(head: Change, members: Iterable[Change]) -> str:
    size = head.percent
    percent = f" ({change_wording.percent(size, head.previous or 0)})" if size is not None else ""
    strands = [
        f"{html(member.measure.label)} {change_wording.signed(member.difference)}"
        for member in members
    ]
    including = f", including {', '.join(strands)}" if strands else ""
    name = f"<strong>{html(head.measure.label)}</strong>"
    unusual = " (unusual)" if head.unusual else ""
    return f"{name}{unusual} {change_wording.signed(head.difference)}{percent}{including}"
