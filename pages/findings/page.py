"""Findings: what a hall is told, one finding after another, as slides or below each other."""

import streamlit as st

from assessment.outputs.charts.drawing.dot_chart_html import dot_chart_html
from assessment.outputs.escaping import markdown
from assessment.outputs.slides.slide import Slide
from pages.components import look, messages, presentation
from pages.components.address.invalid_address import option_of
from pages.components.address.presented import PRESENT, for_a_hall, is_presented
from pages.components.address.question_address import address_of
from pages.components.exact_link import exact_link
from pages.components.filters.place_filter import offer_a_partnership
from pages.components.other_views import other_views
from pages.components.view import ask_for_view
from pages.findings.gathered import gathered

FIRST = "1"
FOR_A_HALL = (
    "What a hall is shown, in the order in which it is told. Small numbers are left out, as for "
    "partners. *Present* shows one finding at a time; the arrow keys and a remote control turn the "
    "pages."
)


def show(slide: Slide) -> None:
    """Show a finding: its sentence, its picture, and what must be known with it."""
    st.header(markdown(slide.title), anchor=False)
    st.markdown(markdown(slide.sentence, 2000))
    if slide.chart:
        st.html(dot_chart_html(slide.chart))
    if slide.picture:
        st.html(slide.picture)
    for caveat in slide.caveats:
        st.caption(markdown(caveat, 1000))


def present(slides: list[Slide]) -> None:
    """Show the slide that the address names, and the way to the others."""
    names = {f"{number}": f"{number}" for number in range(1, len(slides) + 1)}
    at = int(option_of("Slide", PRESENT, st.query_params.get_all(PRESENT), names))
    with st.container(key="slide"):
        show(slides[at - 1])
    presentation.turn_pages(at, len(slides))


look.wear_scoring()
view = ask_for_view("Findings")
hall = for_a_hall(view.workspace)
slides = gathered(hall, view.question, look.ink())
if is_presented():
    present(slides)
else:
    st.markdown(messages.what_is_compared(view.question))
    other_views(view.question, "findings")
    offer_a_partnership(view.workspace)
    st.markdown(FOR_A_HALL)
    for slide in slides:
        show(slide)
exact_link(address_of(view.question, rows_asked=False), first=FIRST)
