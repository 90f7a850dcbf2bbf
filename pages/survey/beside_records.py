"""Residents' priorities beside what is recorded: by number and by harm."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from assessment.changes import Place
from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.bar_table import BarCell, BarRow, bar_table
from assessment.outputs.survey.survey_tables import perception_table
from assessment.partnerships import partnerships
from assessment.perception import Beside, Perception
from assessment.perception.perception_gap import A_GAP
from assessment.perception.surveyed_place import is_of
from assessment.survey import Concept
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.survey.waves.wave_register import Wave
from assessment.workspace import Workspace
from pages.components import cache, cached_surveys, messages
from pages.components.address.choices import choose
from pages.components.downloads import download

HEADS = ("Priority", "Residents", "Their place", "Recorded", "Place by harm")
MOST_SENTENCES = 4


def against_the_record(workspace: Workspace, wave: Wave) -> None:
    """Let a place be chosen, and set what residents put first beside what is recorded there."""
    places = cache.places(workspace)
    asked = {question.concept for question in cached_surveys.asked(workspace, wave.id)}
    if Concept.PRIORITY not in asked or not places:
        return
    st.header("Against the record", anchor="record")
    place = choose(
        "Records of",
        "record",
        places,
        default=_own_place(workspace, wave, places),
        width=400,
    )
    asked_of_it = cache.usual_question(workspace, place)
    if asked_of_it is None:
        st.info("No records have been loaded for this place.", icon=":material/info:")
        return
    try:
        found = cached_surveys.perceived(workspace, wave.id, place, asked_of_it.period)
    except AssessmentError as fault:
        messages.error(fault)
        return
    _show(found, wave)
    download(
        f"record-{wave.id}",
        lambda: perception_table(found, synthetic=wave.synthetic),
        key="record",
    )


def _own_place(workspace: Workspace, wave: Wave, places: Mapping[str, Place]) -> str | None:
    """Return the place whose residents were asked."""
    known = partnerships(workspace)
    return next((name for name, place in places.items() if is_of(wave, place, known)), None)


def _show(found: Perception, wave: Wave) -> None:
    st.markdown(
        f"Recorded in **{markdown(found.place.where)}**, {found.period.dates}."
        f"{wording.asked_later(wave, found.period.last_day)} Places are "
        "among the priorities that recorded crime can be set beside."
    )
    apart = [markdown(one.sentence, 1000) for one in _widest(found.rows)]
    lines = apart or ["Residents and records are about of one mind."]
    if not found.rows or any((one.row.base or 0) < SMALLEST_BASE for one in found.rows):
        lines = [wording.TOO_FEW]  # of one person's priorities, half would share a place
    st.markdown("\n".join(f"- {line}" for line in lines))
    if found.rows:
        st.html(bar_table("Residents' priorities and the records", HEADS, map(_row, found.rows)))
    with st.expander("How to read this", icon=":material/info:"):
        st.markdown("\n".join(f"- {markdown(each, 1000)}" for each in found.caveats))


def _widest(rows: Sequence[Beside]) -> list[Beside]:
    """Return the priorities that residents and records place furthest apart."""
    known = [one for one in rows if one.place is not None and one.volume_place is not None]
    apart = [one for one in known if _gap(one) >= A_GAP]
    return sorted(apart, key=_gap, reverse=True)[:MOST_SENTENCES]


def _gap(one: Beside) -> int:
    return abs((one.place or 0) - (one.volume_place or 0))


def _row(one: Beside) -> BarRow:
    row = one.row
    return BarRow(
        label=row.option,
        share=row.percent,
        span=(row.low, row.high),
        cells=tuple(_cells(one)),
        under=one.recorded.reason if one.recorded.volume is None else "",
    )


def _cells(one: Beside) -> Iterator[BarCell]:
    yield BarCell("share", wording.whole(one.row.percent))
    yield BarCell("people", _place(one.place), "residents' place" if one.place else "")
    volume = one.recorded.volume
    number = "" if volume is None else f"{volume:,}"
    place = "" if one.volume_place is None else f"place {one.volume_place}"
    yield BarCell("range", number, "recorded", place)
    yield BarCell("weighted", _place(one.harm_place), "by harm")


def _place(place: int | None) -> str:
    return "" if place is None else f"{place}"
