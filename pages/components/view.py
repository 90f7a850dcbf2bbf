"""A view of the question: what every page of Explore begins and ends with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question, Working, YearOnYear
from assessment.outputs.escaping import Markdown
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.question_address import address_of
from pages.components.caches import cache
from pages.components.exact_link import exact_link
from pages.components.figure_working import working
from pages.components.filters import question_filters
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.other_views import other_views


@dataclass(frozen=True)
class View:
    """Who asks what, and the year-on-year answer that stands behind every view of it."""

    workspace: Workspace
    question: Question
    answer: YearOnYear


def begin_view(
    title: Markdown,
    page: str,
    ask_more: Callable[[Question], Question] | None = None,
    small: Markdown | None = None,
) -> View:
    """Show a view's title and filters, and lead to the other views of what is asked.

    The page ends here where there are no figures yet, and, with words for that in `small`, for
    whoever is shown no small numbers.
    """
    view = ask_for_view(title, ask_more)
    other_views(view.question, page)
    offer_a_partnership(view.workspace)
    if small and not view.workspace.may(Permission.SEE_SMALL_NUMBERS):
        st.info(small)
        st.stop()
    return view


def ask_for_view(title: Markdown, ask_more: Callable[[Question], Question] | None = None) -> View:
    """Show a view's title and filters, and what must be known of its figures."""
    st.title(title, anchor=False)
    workspace = cache.workspace()
    with st.sidebar:
        question = question_filters.ask(workspace)
        if ask_more and isinstance(question, Question):
            question = ask_more(question)
    if not isinstance(question, Question):
        # It takes longer to import than the first page that has figures.
        from pages.components.what_first import what_first

        what_first(workspace, question)
        st.stop()
    answer = cache.answer(workspace, question)
    messages.synthetic_banner(answer.is_synthetic)
    return View(workspace, question, answer)


def end_view(view: View, parts: Sequence[Working] = (), own: Sequence[str] = ()) -> None:
    """Say how the figures came about, and give the address of exactly this view.

    `own` are the keys of what is chosen on this page alone. No view is presented: their numbers
    are too small for a hall.
    """
    working(view.answer.working, "How these figures came about", parts)
    chosen = {key: st.session_state[key] for key in own if st.session_state.get(key)}
    exact_link(address_of(view.question, rows_asked=False) | chosen, first=None)
