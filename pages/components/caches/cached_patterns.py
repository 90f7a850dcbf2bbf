"""What is found in the records over years and places, kept as long as the answers themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from assessment.changes import By, Place, Question
from assessment.outputs.charts import Ink
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart, draw
from assessment.outputs.tables import Table
from assessment.outputs.trends.multiples import multiples
from assessment.outputs.trends.trend_charts import months_chart, small_charts, years_chart
from assessment.outputs.trends.trend_tables import trends_table
from assessment.outputs.trends.trend_wording import latest, unusual_in_words
from assessment.outputs.wards.ward_cards import quarters_chart, ward_cards
from assessment.patterns.trends import Trend, trends
from assessment.patterns.wards import Ward, WardProfile, ward_profile, wards_of
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class TrendView:
    """One trend, ready to show: its months, twelve at a time, and what is out of the usual."""

    trend: Trend
    latest: str
    months: DrawnChart
    years: DrawnChart
    unusual: tuple[str, ...]


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def trends_of(workspace: Workspace, question: Question) -> Sequence[Trend]:
    """Return the trend of every row of a question."""
    return trends(workspace, question)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def trend_view(workspace: Workspace, question: Question, ink: Ink) -> TrendView | None:
    """Return the trend of the measure of a question; None where it has no record."""
    since = question.period.start
    found = trends_of(workspace, question)
    if not found:
        return None
    said = latest(found[0])
    return TrendView(
        found[0],
        f"{said.symbol} {found[0].series.months[-1]:%B %Y}: {said.words}",
        draw(months_chart(found[0], since), ink),
        draw(years_chart(found[0]), ink),
        tuple(unusual_in_words(found[0], since)),
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def trends_side_by_side(workspace: Workspace, question: Question, *, by_area: bool) -> str:
    """Return every trend of a question as small charts: areas on one scale, measures not."""
    found = trends_of(workspace, question)
    charts = small_charts(found, question.period.start, common_scale=by_area)
    return multiples(found, charts, by_area=by_area)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def trend_rows(workspace: Workspace, question: Question, *, synthetic: bool) -> Table:
    """Return the months of every measure, and of one in every district, as rows to download."""
    every = trends_of(workspace, replace(question, measure=None))
    by_district = trends_of(workspace, replace(question, by=By.DISTRICT))
    districts = by_district if len(by_district) > 1 else ()
    return trends_table(question, (*every, *districts), synthetic=synthetic)


@dataclass(frozen=True)
class WardView:
    """A ward, ready to show; no quarters where none is known."""

    profile: WardProfile
    cards: str
    quarters: DrawnChart | None


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def wards(workspace: Workspace, place: Place) -> Sequence[Ward]:
    """Return the wards that records of a place name."""
    return wards_of(workspace, place)


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def ward_view(workspace: Workspace, place: Place, ward: str, ink: Ink) -> WardView:
    """Return what the public is told of a ward."""
    profile = ward_profile(workspace, place, ward)
    quarters = draw(quarters_chart(profile), ink) if any(n for _, n in profile.quarters) else None
    return WardView(profile, ward_cards(profile), quarters)
