"""One item over all waves of the survey, with the base and the likely range of each."""

from collections.abc import Mapping

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.survey import difference_wording
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.bar_table import BarCell, BarRow, bar_table
from assessment.outputs.survey.comparison_tables import trends_table
from assessment.outputs.survey.difference_wording import followed, verdict_against_shown
from assessment.survey import Concept
from assessment.survey.summaries.wave_trend import Trend, TrendPoint
from assessment.workspace import Workspace
from pages.components import cached_surveys
from pages.components.address.choices import choose
from pages.components.downloads import download

HEADS = ("Wave", "Share", "People", "Likely range", "Against the wave shown")
SEVERAL_WAYS = (
    "These waves were not all asked in the same way: who was reached may account for what differs."
)


def over_waves(workspace: Workspace, wave: str) -> None:
    """Let something be chosen that several waves asked alike, and show what each of them says."""
    found = cached_surveys.followed(workspace, wave)
    if not found:
        return
    st.header("Over the waves", anchor="waves")
    trend = choose("Followed", "over", found, default=_usual(found), width=560)
    st.markdown(followed(trend))
    if len({point.wave.mode for point in trend.points}) > 1:
        st.markdown(SEVERAL_WAYS)
    caption = f"{difference_wording.item_in_words(trend.item)}, the earliest wave first"
    st.html(bar_table(caption, HEADS, map(_row, trend.points)))
    for left_out, why in trend.left_out.items():
        st.caption(f"{markdown(left_out)} is left out. {markdown(why, 1000)}")
    download(f"over-the-waves-{wave}", lambda: trends_table(tuple(found.values())), key="waves")


def _usual(found: Mapping[str, Trend]) -> str | None:
    """Return what is followed unless something else is chosen: those who feel unsafe after dark."""
    unsafe = (
        name
        for name, trend in found.items()
        if trend.item.concept is Concept.SAFE_AFTER_DARK and trend.item.is_net
    )
    return next(iter(reversed(list(unsafe))), None)


def _row(point: TrendPoint) -> BarRow:
    side, name = point.side, wording.wave_name(point.wave)
    return BarRow(
        label=f"{name[:1].upper()}{name[1:]}",
        share=side.percent,
        span=(point.low, point.high),
        cells=(
            BarCell("share", wording.whole(side.percent)),
            BarCell("people", f"{side.count:,} of {side.base:,}"),
            BarCell("range", wording.interval(point.low, point.high), "likely"),
            BarCell("weighted", verdict_against_shown(point), "against the wave shown:"),
        ),
    )
