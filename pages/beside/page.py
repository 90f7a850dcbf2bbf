"""Partners' data: a measure beside one of another data set, in words, by month and by area."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from assessment.changes import By, Question
from assessment.definitions import measure_sets
from assessment.outputs.beside import beside_tables as tables
from assessment.outputs.beside import beside_wording as wording
from assessment.outputs.beside.beside_charts import scale_in_words
from assessment.outputs.escaping import markdown
from assessment.patterns.beside import Beside, sets_beside, shared_months
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.address.choices import choose
from pages.components.caches import cache, cached_beside
from pages.components.caches.cached_beside import BesideView
from pages.components.downloads import download
from pages.components.figure import drawn
from pages.components.figure_working import parts_of
from pages.components.filters import question_filters
from pages.components.view import View, begin_view, end_view

AREAS = {"district": By.DISTRICT, "ward": By.WARD, "small area": By.LSOA}
OWN = ("with", "areas")


def measures_beside(workspace: Workspace, question: Question) -> Mapping[str, tuple[str, str]]:
    """Return what can stand beside the question: by its name, its set and its measure."""
    loaded = cache.months_available(workspace, question.place)
    return {
        f"{measure_sets()[of].label}: {measure.label}": (of, measure.id)
        for of, measures in sets_beside(loaded, question.measure_set).items()
        for measure in measures
    }


def ask_areas(workspace: Workspace, question: Question) -> Question:
    """Let wards or districts be chosen; whoever is shown no wards is not asked."""
    if not workspace.may(Permission.SEE_SMALL_NUMBERS):
        return replace(question, by=By.DISTRICT)
    usual = "district" if len(question.place.grounds) > 1 else "ward"
    return replace(question, by=choose("Areas", "areas", AREAS, default=usual, width=250))


def show_together(view: BesideView) -> None:
    """Say how many there are of each, and how each has changed."""
    st.header(markdown(wording.finding(view.found), 1000), anchor=False)
    st.markdown(f"**{markdown(wording.gap(view.found), 2000)}**")
    st.html(view.sides)
    for said in wording.sentences(view.found):
        st.markdown(f"- {markdown(said, 2000)}")
    st.caption(wording.NO_SHARE)


def show_months(workspace: Workspace, view: BesideView) -> None:
    """Show both by month on one scale, or say why not."""
    st.header("Month by month", anchor=False)
    months = view.found.months
    if not workspace.may(Permission.SEE_SMALL_NUMBERS):
        st.info(wording.MONTHS_ARE_SMALL)
    elif view.months is None or months is None:
        st.info(wording.NO_FIGURE)
    else:
        st.caption(markdown(scale_in_words(view.found, months), 1000))
        drawn(view.months, key="months")
        for said in view.events:
            st.caption(markdown(said, 1000))
        synthetic = _is_synthetic(view.found)
        download(
            tables.file_name(view.found, "by month"),
            lambda: tables.months_table(view.found, months, synthetic=synthetic),
            key="beside-months",
        )


def show_areas(view: BesideView) -> None:
    """Show both by area, each ranked."""
    found = view.found
    st.header(f"By {wording.AREAS[found.areas.by]}", anchor=False)
    if not found.areas.ranked:
        st.info(markdown(wording.no_areas(found), 1000))
        return
    for said in wording.areas_in_words(found):
        st.markdown(f"- {markdown(said, 1000)}")
    st.html(view.areas)
    download(
        tables.file_name(found, "by area"),
        lambda: tables.areas_table(found, synthetic=_is_synthetic(found)),
        key="beside-areas",
    )


def _is_synthetic(found: Beside) -> bool:
    return any(side.answer.is_synthetic for side in found.sides)


def show_beside(view: View) -> None:
    """Show what is chosen beside the measure of the question."""
    workspace, question = view.workspace, view.question
    options = measures_beside(workspace, question)
    if not options:
        st.info(wording.NOTHING_BESIDE)
        if workspace.may(Permission.LOAD_EXTRACTS):
            st.page_link(
                "pages/upload_data/page.py", label="Upload data", icon=":material/upload_file:"
            )
        return
    with st.container(horizontal=True):
        of, measure = choose("Beside it", "with", options, width=560)
        question = ask_areas(workspace, question)
    shown = cached_beside.beside_view(workspace, question, of, measure, look.ink())
    st.markdown(messages.what_is_compared(question))
    show_together(shown)
    loaded = cache.months_available(workspace, question.place)
    if said := wording.both_covered(shown.found, shared_months(loaded, shown.found)):
        st.info(markdown(said), icon=":material/date_range:")
    show_months(workspace, shown)
    show_areas(shown)
    messages.caveats(wording.caveats(shown.found))


view = begin_view("Partners' data", "beside", question_filters.ask_measure)
show_beside(view)
end_view(view, parts_of(view.answer), OWN)
