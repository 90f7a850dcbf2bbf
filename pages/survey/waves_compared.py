"""One wave beside another: what differs by more than chance, and what cannot be compared."""

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.survey import difference_wording
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.comparison_tables import comparison_table
from assessment.survey.summaries.wave_difference import (
    Comparison,
    Difference,
    DifferenceVerdict,
    WaveShare,
)
from assessment.workspace import Workspace
from pages.components import cached_surveys, messages
from pages.components.address.choices import choose
from pages.components.downloads import download
from pages.survey.wave_filter import Asked

SYMBOLS = {
    DifferenceVerdict.HIGHER: "▲ higher",
    DifferenceVerdict.LOWER: "▼ lower",
    DifferenceVerdict.NO_CLEAR_DIFFERENCE: "● no clear difference",
    DifferenceVerdict.NOT_TESTED: "not tested",
    DifferenceVerdict.NOT_COMPARABLE: "⊘ not comparable",
}
HEADER = ("Answer", "Here", "There", "Difference", "p", "What may be said")
CLEAR = (DifferenceVerdict.HIGHER, DifferenceVerdict.LOWER)


def compared(workspace: Workspace, asked: Asked, said: tuple[str, ...]) -> None:
    """Let another wave be chosen and show both side by side."""
    if not asked.others:
        return
    st.header("Compared with another wave", anchor="compared")
    options = {each: each for each in asked.others}
    other = choose("Compared with", "with", options, width=400)
    found = cached_surveys.comparison(workspace, asked.wave, other)
    st.markdown(f"{markdown(_name(found))}: {difference_wording.compared(found)}")
    # What was said of this wave at the head of the page need not be said again.
    messages.caveats(tuple(each for each in found.caveats if each not in said))
    _tested(found)
    _not_tested(found)
    name = f"{asked.wave}-against-{other}"
    download(name, lambda: comparison_table(found), key="comparison")


def _name(found: Comparison) -> str:
    a, b = (wording.wave_name(each) for each in (found.a, found.b))
    return f"{a[:1].upper()}{a[1:]}, against {b}"


def _tested(found: Comparison) -> None:
    """Show what differs clearly; what does not is folded away."""
    tested = [row for row in found.rows if row.p_adjusted is not None]
    clear = [row for row in tested if row.verdict in CLEAR]
    rest = [row for row in tested if row.verdict not in CLEAR]
    if clear:
        st.html(html_table("What differs by more than chance", HEADER, map(_row, clear)))
    if rest:
        with st.expander(f"No clear difference ({len(rest)})", icon=":material/balance:"):
            st.html(html_table("What chance alone may account for", HEADER, map(_row, rest)))


def _row(row: Difference) -> tuple[object, ...]:
    return (
        difference_wording.item_in_words(row),
        _side(row.a),
        _side(row.b),
        wording.points(row.difference),
        difference_wording.chance(row),
        SYMBOLS[row.verdict],
    )


def _side(side: WaveShare | None) -> object:
    if side is None:
        return wording.whole(None)  # the reason is told beside it
    return (wording.whole(side.percent), f"{side.count:,} of {side.base:,}")


def _not_tested(found: Comparison) -> None:
    """List, folded away, what stands beside the items tested, and what cannot be compared."""
    rest = [row for row in found.rows if row.p_adjusted is None]
    if not rest:
        return
    with st.expander(f"Not tested, or not comparable ({len(rest)})", icon=":material/block:"):
        header = ("Answer", "Here", "There", "Why")
        rows = [
            (difference_wording.item_in_words(row), _side(row.a), _side(row.b), row.reason)
            for row in rest
        ]
        st.html(html_table("What was not tested, and why", header, rows))
