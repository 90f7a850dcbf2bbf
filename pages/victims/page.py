"""Victims: who the victims of a measure were, who and what comes again, and every measure."""

from dataclasses import replace

import streamlit as st

from assessment.changes import Question
from assessment.outputs.escaping import markdown
from assessment.outputs.victims import victims_wording as wording
from assessment.outputs.victims.victims_table import file_name, victims_table
from assessment.patterns.victims import Victims
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.address.choices import choose
from pages.components.caches import cached_victims
from pages.components.caches.cached_victims import VictimsView
from pages.components.downloads import download
from pages.components.figure import drawn
from pages.components.filters import question_filters
from pages.components.view import begin_view, end_view

KIND = "kind"


def show_bands(view: VictimsView, question: Question, *, synthetic: bool) -> None:
    """Show who the victims of the measure were, kind by kind."""
    row = view.row
    st.header(markdown(wording.finding(row), 1000), anchor=False)
    if row.withheld:
        st.info(markdown(row.withheld))
        return
    st.caption(wording.HOW_TO_READ)
    for kind, chart, table in zip(row.kinds, view.charts, view.tables, strict=True):
        title = chart.title if chart else wording.kind_name(kind.kind)
        st.subheader(markdown(title), anchor=False)
        for note in wording.notes(kind):
            st.caption(markdown(note, 1000))
        if chart:
            drawn(chart, key=f"victims-by-{kind.kind}")
        st.html(table)
    download(
        file_name(question, row.change.measure.id),
        lambda: victims_table((row,), question, synthetic=synthetic),
        key="victims",
    )


def show_repeats(workspace: Workspace, question: Question) -> None:
    """Say who and what comes again of the measure."""
    st.header("Who and what comes again", anchor=False)
    if not workspace.may(Permission.SEE_SMALL_NUMBERS):
        st.info(wording.AGAIN_IS_SMALL)
        return
    found = cached_victims.repeats_of(workspace, question)
    label = found.change.measure.label
    for said in wording.victims_again(found.victims, label):
        st.markdown(f"- {markdown(said, 1000)}")
    for again in found.places:
        st.markdown(f"- {markdown(wording.places_again(again), 2000)}")
    if found.places:
        st.caption(wording.BY_LOT)


def show_every_measure(workspace: Workspace, found: Victims, *, synthetic: bool) -> None:
    """Show the shares of one kind of band, measure by measure."""
    st.header("Every measure", anchor=False)
    kinds = {wording.kind_name(kind): kind for kind in found.kinds}
    kind = choose("Shares by", KIND, kinds, width=360)
    table = cached_victims.heat(workspace, found.question, kind)
    if table is None:
        st.info("Of no measure do records enough say it.")
    else:
        st.html(table)
    download(
        file_name(found.question, "every measure"),
        lambda: victims_table(found.rows, found.question, synthetic=synthetic),
        key="every-victim",
    )


def show_victims(workspace: Workspace, question: Question, *, synthetic: bool) -> None:
    """Show all that is known of the victims of what is asked."""
    st.markdown(messages.what_is_compared(question))
    found = cached_victims.every_victim(workspace, replace(question, measure=None))
    if not found.rows:
        st.info(wording.NONE_SAID)
    elif view := cached_victims.victims_view(
        workspace, found.question, question.measure or "", look.ink()
    ):
        show_bands(view, question, synthetic=synthetic)
    else:
        st.info("No record of this measure says who its victim was.")
    show_repeats(workspace, question)
    if found.kinds:
        show_every_measure(workspace, found, synthetic=synthetic)


view = begin_view("Victims", "victims", question_filters.ask_measure)
show_victims(view.workspace, view.question, synthetic=view.answer.is_synthetic)
messages.caveats(view.answer.caveats)
end_view(view, own=(KIND,))
