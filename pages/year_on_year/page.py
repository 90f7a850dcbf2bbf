"""Year on year: what rose and fell between two periods, and whether that is unusual."""

import streamlit as st

from assessment.changes import Question, YearOnYear
from assessment.outputs.changes import explanation_wording
from assessment.outputs.changes.agreed_wording import agreed_otherwise
from assessment.outputs.changes.changes_download import file_name
from assessment.outputs.changes.row_order import Order, row_names, usual_order
from assessment.outputs.escaping import markdown
from assessment.outputs.methods_wording import stamp
from assessment.outputs.victims.victims_table import victims_html, victims_table
from assessment.priorities.verdicts_agreed import verdicts_agreed
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.address.choices import choose
from pages.components.address.question_address import address_of
from pages.components.caches import cache, cached_views
from pages.components.downloads import download
from pages.components.exact_link import exact_link
from pages.components.figure import drawn
from pages.components.figure_working import parts_of, working
from pages.components.filters import question_filters
from pages.components.filters.other_set import other_set
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.other_views import other_views
from pages.components.view import ask_for_view
from pages.year_on_year.why import show_why

ORDERS = {order.value: order for order in Order}


def ask_rows_as_at(question: Question) -> Question:
    """Put the filters that say what the rows are, and as it stood when."""
    return question_filters.ask_as_at(cache.workspace(), question_filters.ask_rows(question))


def show_table(workspace: Workspace, answer: YearOnYear) -> None:
    """Show the answer: in a sentence or two, then row by row."""
    question = answer.question
    st.markdown(messages.what_is_compared(question))
    if answer.as_at:
        st.warning(markdown(answer.as_at, 1000), icon=":material/history:")
    other_views(question, "year_on_year")
    other_set(workspace, answer)
    messages.caveats(tuple(caveat for caveat in answer.caveats if caveat != answer.as_at))
    offer_a_partnership(workspace)
    if not answer.changes:
        none = "No records of this measure name an area in either period."
        st.info(markdown(answer.withheld) if answer.withheld else none)
        return
    st.html(cached_views.summary(workspace, question))
    order = choose("Order of rows", "order", ORDERS, default=usual_order(question), width=360)
    st.html(cached_views.table(workspace, question, order))
    st.html(messages.HOW_TO_READ)
    st.caption(markdown(stamp(answer.methods_version)))
    agreed = verdicts_agreed(workspace, answer)
    for otherwise in agreed_otherwise(answer, agreed):
        st.info(markdown(otherwise, 1000), icon=":material/history:")
    download(file_name(question), lambda: cached_views.rows(workspace, question), key="changes")
    messages.what_methods_changed()
    working(answer.working, "How these figures came about", parts_of(answer))


def show_detail(workspace: Workspace, answer: YearOnYear) -> None:
    """Show one row: its sentence, its months, and its working."""
    names = row_names(answer.changes, answer.question)
    st.header("One row in detail", anchor=False)
    number = choose("Row", "detail", names, width=560)
    change = answer.changes[number]
    detail = cached_views.detail(workspace, answer.question, number, look.ink())
    st.markdown(markdown(detail.sentence, 2000))
    if detail.chances:
        st.caption(markdown(detail.chances))
    if said := explanation_wording.who_said(change):
        st.caption(markdown(said))
    # Partners are told no months.
    if change.current_months:
        drawn(detail.months, key="months")
    show_victims(workspace, answer, number)
    working(answer.working_of(change), "How this figure came about")


def show_victims(workspace: Workspace, answer: YearOnYear, number: int) -> None:
    """Show who the victims of a row's records were, where records say it."""
    question, change = answer.question, answer.changes[number]
    row = cached_views.victims(workspace, question, number)
    if row is None:
        return
    st.subheader("Who the victims were", anchor=False)
    if row.withheld:
        st.info(markdown(row.withheld))
        return
    for table in victims_html(row, question):
        st.html(table)
    download(
        f"victims-{change.measure.id}-{question.period.last_day:%Y-%m}",
        lambda: victims_table((row,), question, synthetic=answer.is_synthetic),
        key="victims",
    )


view = ask_for_view("Year on year", ask_rows_as_at)
show_table(view.workspace, view.answer)
if view.answer.changes:
    show_detail(view.workspace, view.answer)
    show_why(view.workspace, view.answer)
exact_link(address_of(view.question))
