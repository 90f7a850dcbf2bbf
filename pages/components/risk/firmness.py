"""How firm the ranking is: other weights, one criterion or scorer less, one score otherwise."""

from collections.abc import Iterable, Mapping

import streamlit as st

from assessment.outputs import risk_wording
from assessment.risk_matrix import (
    Scores,
    turning_points,
    without_each_criterion,
    without_each_scorer,
)
from assessment.risk_matrix.judgements import By
from assessment.risk_matrix.matrix import TOP_N, Matrix
from pages.components.html_table import html_table
from pages.components.messages import plain


def how_firm(found: Matrix) -> None:
    """Show what becomes of the top when something else is put into the sums."""
    labels = {issue.id: issue.label for issue in found.issues}
    given = {one.issue: one.scored.given for one in found.ranked}
    st.markdown(
        "Under *Result* stand the ranks that came out when every weight was varied by up to 25%, "
        f"a thousand times. Here is what else could move the top {TOP_N}."
    )
    st.subheader("With one criterion less", anchor=False)
    criteria = without_each_criterion(found.scheme, given, top_n=TOP_N)
    _say(
        risk_wording.left_out(each, f"“{found.scheme.criterion(each.without).label}”", labels)
        for each in criteria
    )
    if people := _scorers(found):
        st.subheader("With one scorer less", anchor=False)
        less = without_each_scorer(found.scheme, _fixed(found), _given(found), top_n=TOP_N)
        _say(risk_wording.left_out(each, people[each.without], labels) for each in less)
    st.subheader("With one score otherwise", anchor=False)
    turns = turning_points(found.scheme, given, top_n=TOP_N)
    rows = [
        (labels[one.issue], risk_wording.turning(turns[one.issue], found.scheme, TOP_N))
        for one in found.ranked
        if one.issue in turns and turns[one.issue].changes
    ]
    if rows:
        head = ("Issue", "What it takes")
        st.html(html_table("The smallest change that would matter", head, rows))
    if len(rows) < len(turns):
        st.markdown("No one score alone would move any other issue over the line.")


def _say(lines: Iterable[str]) -> None:
    told = [plain(line, 1000) for line in lines if line]
    st.markdown("\n".join(f"- {line}" for line in told) or f"The top {TOP_N} stays the same.")


def _scorers(found: Matrix) -> Mapping[str, str]:
    """Return the scorers whose scores count, by agency and role."""
    return {
        each.scorer: f"{each.agency}, {each.role}"
        for stands in found.standing.values()
        if stands.by is By.PANEL and stands.spread
        for each in stands.spread.opinions
    }


def _fixed(found: Matrix) -> Mapping[str, Scores]:
    """Return what no scorer gave: a panel's scores are left to the scorers."""
    return {
        one.issue: {
            name: None if _is_panels(found, one.issue, name) else score
            for name, score in one.scored.given.items()
        }
        for one in found.ranked
    }


def _given(found: Matrix) -> Mapping[str, Mapping[str, Scores]]:
    """Return each scorer's scores where the panel's median counts."""
    said: dict[str, dict[str, dict[str, float | None]]] = {}
    for (issue, criterion), stands in found.standing.items():
        if stands.by is By.PANEL and stands.spread:
            for each in stands.spread.opinions:
                said.setdefault(each.scorer, {}).setdefault(issue, {})[criterion] = each.value
    return said


def _is_panels(found: Matrix, issue: str, criterion: str) -> bool:
    stands = found.standing.get((issue, criterion))
    return stands is not None and stands.by is By.PANEL
