"""Earlier rankings in words: last year's, and what the partnership has printed."""

import streamlit as st

from assessment.outputs.escaping import html, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.risk_matrix import year_wording
from assessment.people import Permission
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.earlier_rankings import EarlierRanking, RankMove, moves
from assessment.risk_matrix.matrix import Matrix
from assessment.workspace import Workspace
from pages.risk_matrix.ranking_entry import enter, kept_ones


def beside(workspace: Workspace, found: Matrix, earlier: tuple[EarlierRanking, ...]) -> None:
    """Say what has moved since each earlier ranking; of a draft, let printed ones be entered."""
    for each in earlier:
        _one(found, each)
    held = found.assessment
    if held is None or held.status is not AssessmentStatus.DRAFT:
        return
    if workspace.may(Permission.RUN_ASSESSMENTS):
        st.header("Rankings that were printed", anchor=False)
        kept_ones(workspace, found)
        enter(workspace, found)


def _one(found: Matrix, before: EarlierRanking) -> None:
    st.header(markdown(year_wording.heading(before)), anchor=False)
    said = moves(before, found)
    lines = "".join(f"<li>{html(each)}</li>" for each in year_wording.since(before, said))
    made = html(year_wording.how_it_was_made(before))
    st.html(f'<ul class="moves">{lines}</ul><p class="quiet">{made}</p>')
    if before.is_printed:
        st.html(_printed_table(before, {each.issue: each for each in said if each.issue}))


def _printed_table(before: EarlierRanking, said: dict[str, RankMove]) -> str:
    rows = [
        (
            place.label,
            f"{place.rank}" if before.is_ordered else "no order",
            place.band or "none",
            *_here(said.get(place.issue), before),
        )
        for place in before.places
    ]
    head = ("Issue as printed", "Rank then", "Band then", "Here it is", "Now")
    return html_table(f"{before.name}, as printed", head, rows)


def _here(one: RankMove | None, before: EarlierRanking) -> tuple[str, str]:
    if one is None or one.label == "":
        return "not looked at here", "no rank"
    now = f"rank {one.now}" if one.now else "no rank"
    return one.label, f"{now} ({year_wording.moved(one, before)})"
