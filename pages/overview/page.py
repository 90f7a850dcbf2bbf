"""Overview: a partnership's headline changes, what rose and fell, how complete the data are."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from assessment.changes import By, Question, Verdict, YearOnYear
from assessment.definitions import FLAGS, MeasureKind
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.completeness_strip import (
    all_covered,
    completeness_strip,
    in_sentences,
)
from assessment.outputs.changes.flag_wording import comparable, flags_in_words
from assessment.outputs.changes.headlines import VerdictList, leading_finding, nothing_compared
from assessment.outputs.escaping import Markdown, markdown
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.address.question_address import address_of
from pages.components.caches import cache, cached_views
from pages.components.exact_link import exact_link
from pages.components.figure_working import parts_of, working
from pages.components.filters import question_filters
from pages.components.filters.other_set import other_set
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.lazy_expander import folded

NOTHING = '<li class="head">Nothing by more than counting alone explains.</li>'
TITLES = {
    Verdict.RISE: "What rose",
    Verdict.FALL: "What fell",
    Verdict.NO_CLEAR_CHANGE: "No clear change",
    Verdict.NOT_COMPARABLE: "Cannot be compared",
}
FIRST = (Verdict.RISE, Verdict.FALL)
THEN = (Verdict.NO_CLEAR_CHANGE, Verdict.NOT_COMPARABLE)


def show_changes(workspace: Workspace, answer: YearOnYear) -> None:
    """Show the cards, and every measure in the list of what may be said of it."""
    question = answer.question
    flags = answer_of_flags(workspace, question)
    messages.synthetic_banner(answer.is_synthetic or bool(flags and flags.is_synthetic))
    st.header(markdown(question.place.label), anchor=False)
    st.markdown(f"{question.period.dates}, compared with {question.comparison.dates}")
    other_set(workspace, answer)
    offer_a_partnership(workspace)
    headlines = cached_views.headlines(workspace, question)
    st.html(headlines.cards)
    messages.what_verdicts_mean(answer.methods_version)
    lists = cached_views.lists(workspace, question)
    if nothing_compared(answer.changes):
        st.html(cached_views.summary(workspace, question))
    else:
        sections = "".join(_section(lists, verdict) for verdict in FIRST)
        st.html(f'<div class="lists">{sections}</div>')
    # It is drawn last: a map takes longer than all the rest of the page.
    where = st.container()
    if flags:
        show_flags(flags)
    for verdict in (verdict for verdict in THEN if verdict in lists):
        with st.expander(f"{_title(verdict)} ({lists[verdict].count:,})"):
            st.html(f'<div class="lists"><ul>{lists[verdict].items}</ul></div>')
    messages.caveats(answer.caveats)
    show_sentences(headlines.sentences)
    st.page_link(
        "pages/year_on_year/page.py",
        label="Every measure, year on year",
        icon=":material/compare_arrows:",
        query_params=address_of(question),
    )
    messages.what_methods_changed()
    working(answer.working, "How these figures came about", parts_of(answer))
    with where:
        show_where(workspace, answer)


def show_where(workspace: Workspace, answer: YearOnYear) -> None:
    """Show the wards on a small map, where there is one: where what is told first rose and fell."""
    if nothing_compared(answer.changes):
        return
    # It takes longer to import than all the rest of the page.
    from pages.components.caches.cached_places import small_map

    by_ward = replace(
        answer.question, measure=leading_finding(answer.changes).measure.id, by=By.WARD
    )
    if drawn := small_map(workspace, by_ward, look.ink()):
        st.html(drawn)
        st.page_link(
            "pages/places/page.py",
            label="Where each measure is",
            icon=":material/map:",
            query_params=address_of(by_ward, rows_asked=False),
        )


def _section(lists: Mapping[Verdict, VerdictList], verdict: Verdict) -> str:
    items = lists[verdict].items if verdict in lists else NOTHING
    return f"<section><h3>{_title(verdict)}</h3><ul>{items}</ul></section>"


def _title(verdict: Verdict) -> Markdown:
    return f"{change_wording.SYMBOLS[verdict]} {TITLES[verdict]}"


def answer_of_flags(workspace: Workspace, question: Question) -> YearOnYear | None:
    """Return what the flags did between the same periods; None where no flag can be compared."""
    by_set = cache.months_available(workspace, question.place)
    shown = by_set.get(question.measure_set)
    if question.measure_set == FLAGS or FLAGS not in by_set or not shown or not shown.is_of_police:
        return None
    flags = cache.answer(workspace, replace(question, measure_set=FLAGS, measure=None))
    return flags if comparable(flags.changes) else None


def show_flags(flags: YearOnYear) -> None:
    """Show what rose and fell among the flags, and the way to all of them."""
    st.html(f'<p class="said">{flags_in_words(flags.changes)}</p>')
    st.page_link(
        "pages/year_on_year/page.py",
        label="Flags, year on year",
        icon=":material/flag:",
        query_params=address_of(flags.question),
    )


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
        change.current or 0
        for change in answer.changes
        if change.measure.kind is MeasureKind.UNMAPPED
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
