"""Overview: a partnership's headline changes, what rose and fell, how complete the data are."""

from collections.abc import Mapping

import streamlit as st

from assessment.changes import Question, Verdict, YearOnYear
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.completeness_strip import (
    all_covered,
    completeness_strip,
    in_sentences,
)
from assessment.outputs.changes.headlines import nothing_compared
from assessment.outputs.escaping import markdown
from assessment.workspace import Workspace
from pages.components import cache, cached_views, messages
from pages.components.address.question_address import address_of, exact_link
from pages.components.figure_working import parts_of, working
from pages.components.filters import question_filters
from pages.components.filters.other_set import other_set
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.lazy_expander import folded
from pages.overview.flags_line import flags_line, of_flags

NOTHING = '<li class="head">Nothing by more than chance.</li>'
LISTS = {
    Verdict.RISE: "What rose",
    Verdict.FALL: "What fell",
    Verdict.NO_CLEAR_CHANGE: "No clear change",
    Verdict.NOT_COMPARABLE: "Cannot be compared",
}


FIRST = (Verdict.RISE, Verdict.FALL)
THEN = (Verdict.NO_CLEAR_CHANGE, Verdict.NOT_COMPARABLE)


def _list(lists: Mapping[Verdict, str], verdict: Verdict) -> str:
    title = f"<h3>{change_wording.SYMBOLS[verdict]} {LISTS[verdict]}</h3>"
    return f"<section>{title}<ul>{lists.get(verdict, NOTHING)}</ul></section>"


def show_changes(workspace: Workspace, answer: YearOnYear) -> None:
    """Show the cards, and every measure in the list of what may be said of it."""
    question = answer.question
    flags = of_flags(workspace, question)
    messages.synthetic_banner(answer.is_synthetic or bool(flags and flags.is_synthetic))
    st.header(markdown(question.place.label), anchor=False)
    st.markdown(f"{question.period.dates}, compared with {question.comparison.dates}")
    other_set(workspace, answer)
    offer_a_partnership(workspace)
    headlines = cached_views.headlines(workspace, question)
    st.html(headlines.cards)
    lists = cached_views.lists(workspace, question)
    st.html(
        cached_views.summary(workspace, question)
        if nothing_compared(answer.changes)
        else f'<div class="lists">{"".join(_list(lists, each) for each in FIRST)}</div>'
    )
    if flags:
        flags_line(flags)
    for verdict in (verdict for verdict in THEN if verdict in lists):
        count = lists[verdict].count("<li ")
        with st.expander(f"{change_wording.SYMBOLS[verdict]} {LISTS[verdict]} ({count:,})"):
            st.html(f'<div class="lists"><ul>{lists[verdict]}</ul></div>')
    messages.caveats(answer.caveats)
    show_sentences(headlines.sentences)
    st.page_link(
        "pages/year_on_year/page.py",
        label="Every measure, year on year",
        icon=":material/compare_arrows:",
        query_params=address_of(question),
    )
    working(answer.working, "How these figures came about", parts_of(answer))


def show_sentences(sentences: tuple[str, ...]) -> None:
    """Offer the headline changes as reports print them, each with a button that copies it."""
    with st.container(key="sentences"):
        folded("In sentences, for a report", ":material/content_copy:", lambda: _copied(sentences))


def _copied(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        st.code(sentence, language=None, wrap_lines=True)


def show_completeness(workspace: Workspace, answer: YearOnYear) -> None:
    """Show which months there are, and what the figures leave out."""
    st.header("How complete the data are", anchor=False)
    complete = cache.completeness(workspace, answer.question)
    unmapped = sum(
        change.current or 0 for change in answer.changes if change.measure.id == "unmapped"
    )
    st.markdown(in_sentences(complete, unmapped, answer.working.extracts))
    if not complete.is_whole:
        st.html(completeness_strip(complete))
        return
    st.markdown(all_covered(complete))
    with st.expander("Month by month", icon=":material/calendar_month:"):
        st.html(completeness_strip(complete))


st.title("Overview", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    question = question_filters.ask(workspace)
if not isinstance(question, Question):
    # It takes longer to import than the first page that has figures.
    from pages.components.what_first import what_first

    what_first(workspace, question)
else:
    answer = cache.answer(workspace, question)
    show_changes(workspace, answer)
    show_completeness(workspace, answer)
    exact_link(address_of(question, rows_asked=False))
