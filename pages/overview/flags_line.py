"""A line on the flags, which mark records that are counted among the offences already."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import streamlit as st

from assessment.changes import Change, Question, Verdict, YearOnYear
from assessment.definitions import FLAGS
from assessment.numbers import count_of, listed
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.headlines import MOST_NAMED
from assessment.outputs.changes.row_order import grouped
from assessment.outputs.escaping import html
from assessment.workspace import Workspace
from pages.components import cache
from pages.components.address.question_address import address_of


def of_flags(workspace: Workspace, question: Question) -> YearOnYear | None:
    """Return what the flags did between the same periods; None where no flag can be compared."""
    if question.measure_set == FLAGS or FLAGS not in cache.months_available(
        workspace, question.place
    ):
        return None
    answer = cache.answer(workspace, replace(question, measure_set=FLAGS, measure=None))
    return answer if _compared(answer.changes) else None


def flags_line(answer: YearOnYear) -> None:
    """Show what rose and fell among the flags, and the way to all of them."""
    st.html(f'<p class="said">{flags_in_words(answer.changes)}</p>')
    st.page_link(
        "pages/year_on_year/page.py",
        label="Flags, year on year",
        icon=":material/flag:",
        query_params=address_of(answer.question),
    )


def flags_in_words(changes: Sequence[Change]) -> str:
    """Say which flags rose and fell by more than chance, as HTML."""
    told = [
        _told(grouped(changes, verdict), verdict, verb)
        for verdict, verb in ((Verdict.RISE, "rose"), (Verdict.FALL, "fell"))
    ]
    if any(told):
        return " ".join(filter(None, told))
    number = len(_compared(changes))
    return f"No flag rose or fell by more than chance, of {number} that can be compared."


def _compared(changes: Iterable[Change]) -> list[Change]:
    return [change for change in changes if change.difference is not None]


def _told(found: Sequence[tuple[Change, Sequence[Change]]], verdict: Verdict, verb: str) -> str:
    if not found:
        return ""
    flags = count_of(len(found), "flag")
    named = listed([_named(head, members) for head, members in found], MOST_NAMED)
    return f"{change_wording.SYMBOLS[verdict]} {flags} also {verb} by more than chance: {named}."


def _named(head: Change, members: Iterable[Change]) -> str:
    size = head.percent
    percent = f" ({change_wording.percent(size, head.previous or 0)})" if size is not None else ""
    strands = [
        f"{html(each.measure.label)} {change_wording.signed(each.difference)}" for each in members
    ]
    including = f", including {', '.join(strands)}" if strands else ""
    name = f"<strong>{html(head.measure.label)}</strong>"
    return f"{name} {change_wording.signed(head.difference)}{percent}{including}"
