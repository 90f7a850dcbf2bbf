"""One item over all waves of the survey, with the base and the likely range of each."""

from collections.abc import Mapping

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.survey.survey_bars import trend_bars
from assessment.outputs.survey.survey_tables import trends_table
from assessment.outputs.survey.trend_wording import followed
from assessment.survey import Concept
from assessment.survey.summaries.wave_trend import Trend
from assessment.workspace import Workspace
from pages.components import cached_surveys
from pages.components.address.choices import choose
from pages.components.downloads import download

SEVERAL_WAYS = (
    "These waves were not all asked in the same way: who was reached may account for what differs."
)


def over_waves(workspace: Workspace, wave: str) -> None:
    """Let something be chosen that several waves asked alike, and show what each of them says."""
    by_item = cached_surveys.followed(workspace, wave)
    if not by_item:
        return
    st.header("Over the waves", anchor="waves")
    trend = choose("Followed", "over", by_item, default=_usual(by_item), width=560)
    st.markdown(followed(trend))
    if len({point.wave.mode for point in trend.points}) > 1:
        st.markdown(SEVERAL_WAYS)
    st.html(trend_bars(trend))
    for left_out, why in trend.left_out.items():
        st.caption(f"{markdown(left_out)} is left out. {markdown(why, 1000)}")
    download(f"over-the-waves-{wave}", lambda: trends_table(tuple(by_item.values())), key="waves")


def _usual(by_item: Mapping[str, Trend]) -> str | None:
    """Return what is followed unless something else is chosen: those who feel unsafe after dark."""
    unsafe = (
        name
        for name, trend in by_item.items()
        if trend.item.concept is Concept.SAFE_AFTER_DARK and trend.item.is_net
    )
    return next(iter(reversed(list(unsafe))), None)
