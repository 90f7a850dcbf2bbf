"""How firm the ranking is: other weights, one criterion or scorer less, one score otherwise."""

from collections.abc import Iterable, Mapping

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.risk_matrix import rank_tables, risk_wording
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.risk_matrix import (
    LeftOut,
    Scores,
    sensitivities,
    without_each_criterion,
    without_each_scorer,
)
from assessment.risk_matrix.judgements import ScoredBy
from assessment.risk_matrix.matrix import TOP_N, Matrix
from pages.components.downloads import download

# So many ranks on either side of the line are near it, and whatever weights alone can move over it.
NEAR = 2


def how_firm(found: Matrix) -> None:
    """Show what becomes of the top when something else is put into the sums."""
    labels = {issue.id: issue.label for issue in found.issues}
    st.markdown(
        "Under *Result* stand the ranks that came out when every weight was varied by up to 25%, "
        f"a thousand times. Here is what else could move the top {TOP_N}."
    )
    near_the_line(found)
    criteria, people = _without_criteria(found), _without_people(found)
    st.subheader("With one criterion less", anchor=False)
    _say(risk_wording.left_out(each, what, labels) for what, each in criteria)
    if people:
        st.subheader("With one scorer less", anchor=False)
        _say(risk_wording.left_out(each, what, labels) for what, each in people)
    st.subheader("With one score otherwise", anchor=False)
    turns = sensitivities(found.scheme, _scores(found), top_n=TOP_N)
    rows = [
        (
            labels[one.issue],
            risk_wording.sensitivity_in_words(turns[one.issue], found.scheme, TOP_N),
        )
        for one in found.ranked
        if one.issue in turns and turns[one.issue].changes
    ]
    if rows:
        head = ("Issue", "What it takes")
        st.html(html_table("The smallest change that would matter", head, rows))
    if len(rows) < len(turns):
        st.markdown("No one score alone would move any other issue over the line.")
    download(
        file_name(found, "how firm"),
        lambda: rank_tables.how_firm(found, [*criteria, *people], list(turns.items())),
        key="firm",
    )


def near_the_line(found: Matrix) -> None:
    """Say of the issues near the line what would have to change for them to enter or to leave."""
    turns = sensitivities(found.scheme, _scores(found), top_n=TOP_N)
    near = [one for one in found.ranked if one.rank and _is_near(found, one.issue, one.rank)]
    if not near:
        return
    st.header(f"Near the line under rank {TOP_N}", anchor=False)
    lines = (
        f"**{markdown(found.label(one.issue))}** ({markdown(risk_wording.place(one))}; in the top "
        f"{TOP_N} {markdown(risk_wording.in_draws(found.ranges[one.issue]))}). "
        + markdown(risk_wording.crossing(turns[one.issue], found.scheme, TOP_N), 1000)
        for one in near
    )
    st.markdown("\n".join(f"- {line}" for line in lines))


def _is_near(found: Matrix, issue: str, rank: int) -> bool:
    share = found.ranges[issue].top_share
    return TOP_N - NEAR < rank <= TOP_N + NEAR or (share is not None and 0 < share < 1)


def _scores(found: Matrix) -> Mapping[str, Scores]:
    return {one.issue: one.scored.given for one in found.ranked}


def _without_criteria(found: Matrix) -> list[tuple[str, LeftOut]]:
    every = without_each_criterion(found.scheme, _scores(found), top_n=TOP_N)
    return [(f"“{found.scheme.criterion(each.without).label}”", each) for each in every]


def _without_people(found: Matrix) -> list[tuple[str, LeftOut]]:
    people = _scorers(found)
    if not people:
        return []
    every = without_each_scorer(found.scheme, _fixed(found), _given(found), top_n=TOP_N)
    return [(people[each.without], each) for each in every]


def _say(lines: Iterable[str]) -> None:
    told = [markdown(line, 1000) for line in lines if line]
    st.markdown("\n".join(f"- {each}" for each in told) or f"The top {TOP_N} stays the same.")


def _scorers(found: Matrix) -> Mapping[str, str]:
    """Return the scorers whose scores count, by agency and role.

    The first records of agreed years did not keep who gave what.
    """
    return {
        each.scorer: f"{each.agency}, {each.role}"
        for stands in found.effective_scores.values()
        if stands.by is ScoredBy.PANEL and stands.spread
        for each in stands.spread.opinions
        if each.scorer
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
    for (issue, criterion), stands in found.effective_scores.items():
        if stands.by is ScoredBy.PANEL and stands.spread:
            for each in stands.spread.opinions:
                said.setdefault(each.scorer, {}).setdefault(issue, {})[criterion] = each.value
    return said


def _is_panels(found: Matrix, issue: str, criterion: str) -> bool:
    stands = found.effective_scores.get((issue, criterion))
    return stands is not None and stands.by is ScoredBy.PANEL
