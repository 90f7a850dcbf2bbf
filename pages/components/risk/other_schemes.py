"""The same issues under two schemes, side by side."""

import streamlit as st

from assessment.outputs import risk_wording
from assessment.risk_matrix import Ranked, schemes
from assessment.risk_matrix.matrix import Matrix, matrix_from
from assessment.workspace import Workspace
from pages.components.choices import choose
from pages.components.html_table import html_table
from pages.components.messages import plain
from pages.components.risk import kept


def other_schemes(workspace: Workspace, found: Matrix, notices: list[str]) -> None:
    """Let another scheme be chosen and show both rankings."""
    if found.assessment is None:
        return
    own = (found.scheme.id, found.scheme.version)
    options = {each.label: each for each in schemes(workspace) if (each.id, each.version) != own}
    chosen = choose("Scheme beside it", "beside", options, notices)
    held = kept.basis(workspace, found.assessment.id, chosen)
    other = matrix_from(workspace, held)
    st.markdown(f"**{plain(chosen.label)}.** {plain(chosen.standing, 1000)}")
    st.html(two_rankings(found, other, (found.scheme.label, other.scheme.label)))
    st.caption(
        "What people have scored counts under another scheme where the criterion and its steps are "
        "the same. A dash means that too little is known for a score."
    )


def two_rankings(found: Matrix, other: Matrix, names: tuple[str, str]) -> str:
    """Return the issues of an assessment with their places under two schemes, and how they move."""
    labels = {issue.id: issue.label for issue in found.issues}
    there = {one.issue: one for one in other.ranked}
    rows = [
        (
            labels[one.issue],
            _place(one),
            _place(there[one.issue]),
            _moved(one, there[one.issue]),
        )
        for one in found.ranked
    ]
    head = ("Issue", *names, "Places apart")
    return html_table(f"{found.partnership.name}: one set of issues, two schemes", head, rows)


def _place(one: Ranked) -> tuple[str, str]:
    if one.scored.band is None:
        return risk_wording.rank(one), "no score"
    said = f"{one.scored.band.label}, {risk_wording.number(one.scored.score)}"
    return risk_wording.rank(one), said


def _moved(one: Ranked, there: Ranked) -> str:
    if one.rank is None or there.rank is None:
        return risk_wording.DASH
    places = one.rank - there.rank
    if not places:
        return "same"
    return f"{'▲' if places > 0 else '▼'} {abs(places)} {'higher' if places > 0 else 'lower'}"
