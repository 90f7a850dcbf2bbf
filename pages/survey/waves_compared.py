"""One wave beside another, what clearly differs; and one item over all waves."""

from collections.abc import Mapping

import streamlit as st

from assessment.numbers import count_of, listed
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.survey import difference_wording
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.comparison_tables import comparison_table, trends_table
from assessment.outputs.survey.number_wording import in_hundredths, means_apart, numbers_given
from assessment.outputs.survey.survey_bars import trend_bars
from assessment.outputs.survey.weighting_wording import weighting_compared
from assessment.survey.comparison.wave_difference import (
    Comparison,
    Difference,
    DifferenceVerdict,
    MeanDifference,
    WaveShare,
)
from assessment.survey.comparison.wave_trend import Trend
from assessment.survey.questionnaire import Concept
from assessment.survey.summaries.intervals import WaveMean
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.choices import choose
from pages.components.caches import cached_surveys
from pages.components.downloads import download
from pages.survey.wave_filter import WaveChoice

SYMBOLS = {
    DifferenceVerdict.HIGHER: "▲ higher",
    DifferenceVerdict.LOWER: "▼ lower",
    DifferenceVerdict.NO_CLEAR_DIFFERENCE: "● no clear difference",
    DifferenceVerdict.NOT_TESTED: "not tested",
    DifferenceVerdict.NOT_COMPARABLE: "⊘ not comparable",
}
HEADER = ("Answer", "This wave", "The other", "Difference", "p", "Verdict")
CLEAR = (DifferenceVerdict.HIGHER, DifferenceVerdict.LOWER)

SEVERAL_WAYS = (
    "These waves were not all asked in the same way: who was reached may account for what differs."
)


def compared(workspace: Workspace, choice: WaveChoice, already_said: tuple[str, ...]) -> None:
    """Let another wave be chosen and show both side by side."""
    shared = {
        other: cached_surveys.asked_in_both(workspace, choice.wave, other)
        for other in choice.others
    }
    options = {other: other for other, wordings in shared.items() if wordings}
    if not choice.others:
        return
    st.header("Compared with another wave", anchor="compared")
    if not options:
        st.markdown("No other wave asks anything in the words of this one.")
        return
    other = choose("Compared with", "with", options, width=400)
    both = [f"“{wording}”" for wording in shared[other]]
    st.caption(f"Both ask {count_of(len(both), 'question')}: {markdown(listed(both, 5), 1500)}")
    comparison = cached_surveys.comparison(workspace, choice.wave, other)
    st.markdown(f"{markdown(_name(comparison))}: {difference_wording.compared(comparison)}")
    st.caption(markdown(difference_wording.REAL_DIFFERENCE))
    if costs := weighting_compared(comparison):
        st.caption(costs)
    # What was said of this wave at the head of the page need not be said again.
    messages.caveats(tuple(caveat for caveat in comparison.caveats if caveat not in already_said))
    _tested(comparison)
    _not_tested(comparison)
    name = f"{choice.wave}-against-{other}"
    download(name, lambda: comparison_table(comparison), key="comparison")


def _name(comparison: Comparison) -> str:
    a, b = (wording.wave_name(wave) for wave in (comparison.a, comparison.b))
    return f"{a[:1].upper()}{a[1:]}, against {b}"


def _tested(comparison: Comparison) -> None:
    """Show what differs clearly; what does not is folded away."""
    tested = [row for row in comparison.judged if row.p_adjusted is not None]
    clear = [row for row in tested if row.verdict in CLEAR]
    rest = [row for row in tested if row.verdict not in CLEAR]
    if clear:
        st.html(html_table("What clearly differs", HEADER, map(_row, clear)))
    if rest:
        with st.expander(f"No clear difference ({len(rest)})", icon=":material/balance:"):
            st.html(
                html_table("What who happened to answer may account for", HEADER, map(_row, rest))
            )


def _row(row: Difference | MeanDifference) -> tuple[object, ...]:
    return (
        _item(row),
        _side(row.a),
        _side(row.b),
        means_apart(row) if isinstance(row, MeanDifference) else wording.points(row.difference),
        difference_wording.chance(row),
        SYMBOLS[row.verdict],
    )


def _item(row: Difference | MeanDifference) -> object:
    """Name an item, and below it that it was in doubt: what of it stands among the caveats."""
    name = difference_wording.item_in_words(row)
    return (name, "not decided when it was loaded") if row.doubts_a or row.doubts_b else name


def _side(side: WaveShare | WaveMean | None) -> object:
    if side is None:
        return wording.whole(None)  # the reason is told beside it
    if isinstance(side, WaveMean):
        return (in_hundredths(side.compared), numbers_given(side))
    return (wording.whole(side.compared), difference_wording.counts_in_words(side))


def _not_tested(comparison: Comparison) -> None:
    """List, folded away, what stands beside the items tested, and what cannot be compared."""
    rest = [row for row in comparison.judged if row.p_adjusted is None]
    if not rest:
        return
    with st.expander(f"Not tested, or not comparable ({len(rest)})", icon=":material/block:"):
        header = ("Answer", "This wave", "The other", "Why")
        rows = [(_item(row), _side(row.a), _side(row.b), row.reason) for row in rest]
        st.html(html_table("What was not tested, and why", header, rows))


def over_waves(workspace: Workspace, choice: WaveChoice) -> None:
    """Let something be chosen that several waves asked alike, and show what each of them says."""
    if not choice.others:
        return
    st.header("From wave to wave", anchor="waves")
    by_item = cached_surveys.followed(workspace, choice.wave)
    if not by_item:
        st.markdown("No other wave of this survey asks anything that can be followed.")
        return
    trend = choose("Answer to follow", "over", by_item, default=_usual(by_item), width=560)
    st.markdown(difference_wording.followed(trend))
    if len({point.wave.mode for point in trend.points}) > 1:
        st.markdown(SEVERAL_WAYS)
    st.html(trend_bars(trend))
    for doubt in difference_wording.doubtful(trend):
        st.caption(f":material/help: {doubt}")
    for left_out, why in trend.left_out.items():
        st.caption(f"{markdown(left_out)} is left out. {markdown(why, 1000)}")
    download(
        f"over-the-waves-{choice.wave}", lambda: trends_table(tuple(by_item.values())), key="waves"
    )


def _usual(by_item: Mapping[str, Trend]) -> str | None:
    """Return what is followed unless something else is chosen: those who feel unsafe after dark."""
    unsafe = (
        name
        for name, trend in by_item.items()
        if trend.item.concept is Concept.SAFE_AFTER_DARK and trend.item.is_net
    )
    return next(iter(reversed(list(unsafe))), None)
