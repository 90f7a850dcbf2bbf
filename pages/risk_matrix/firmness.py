"""How firm the ranking is: other weights, one criterion or scorer less, one score otherwise."""

from collections.abc import Iterable

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.risk_matrix import rank_tables
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.outputs.risk_matrix.wording import firmness_wording, risk_wording
from assessment.risk_matrix.matrix import TOP_N, Matrix
from assessment.risk_matrix.matrix_firmness import (
    issues_near_the_line,
    turns,
    without_criteria,
    without_scorers,
)
from pages.components.downloads import download


def how_firm(matrix: Matrix) -> None:
    """Show what becomes of the top when something else is put into the sums."""
    labels = {issue.id: issue.label for issue in matrix.issues}
    varies = firmness_wording.what_varies(scores_vary=matrix.possible is not None)
    st.markdown(
        f"Under *Result* stand the ranks that each issue may have: {markdown(varies, 1000)}. "
        f"Here is what else could move the top {TOP_N}."
    )
    near_the_line(matrix)
    criteria, scorers = without_criteria(matrix), without_scorers(matrix)
    st.subheader("With one criterion less", anchor=False)
    _list(firmness_wording.left_out(case, name, labels) for name, case in criteria)
    if scorers:
        st.subheader("With one scorer less", anchor=False)
        _list(firmness_wording.left_out(case, name, labels) for name, case in scorers)
    st.subheader("With one score otherwise", anchor=False)
    by_issue = turns(matrix)
    rows = [
        (
            labels[ranked.issue],
            firmness_wording.sensitivity_in_words(by_issue[ranked.issue], matrix.scheme, TOP_N),
        )
        for ranked in matrix.ranked
        if ranked.issue in by_issue and by_issue[ranked.issue].can_cross
    ]
    if rows:
        head = ("Issue", "What it takes")
        st.html(html_table("The smallest change that would matter", head, rows))
    if len(rows) < len(by_issue):
        st.markdown("No one score alone would move any other issue over the line.")
    download(
        file_name(matrix, "how firm"),
        lambda: rank_tables.how_firm(matrix, [*criteria, *scorers], list(by_issue.items())),
        key="firm",
    )


def near_the_line(matrix: Matrix) -> None:
    """Say of the issues near the line what would have to change for them to enter or to leave."""
    near = issues_near_the_line(matrix)
    if not near:
        return
    by_issue = turns(matrix)
    st.header(f"Near the line under rank {TOP_N}", anchor=False)
    lines = (
        f"**{markdown(matrix.label(ranked.issue))}** ({markdown(risk_wording.place(ranked))}; in "
        f"the top {TOP_N} {markdown(firmness_wording.in_draws(matrix.ranges[ranked.issue]))}). "
        + markdown(firmness_wording.crossing(by_issue[ranked.issue], matrix.scheme, TOP_N), 1000)
        for ranked in near
    )
    st.markdown("\n".join(f"- {line}" for line in lines))


def _list(lines: Iterable[str]) -> None:
    items = [f"- {markdown(line, 1000)}" for line in lines if line]
    st.markdown("\n".join(items) or f"The top {TOP_N} stays the same.")
