"""Earlier rankings beside this one: what has moved, and those that were printed, to be entered."""

import streamlit as st

from assessment.outputs.escaping import as_label, markdown
from assessment.outputs.risk_matrix.earlier_table import moves_list, printed_table
from assessment.outputs.risk_matrix.wording import year_wording
from assessment.people import Permission
from assessment.periods import parse_month
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.earlier_rankings import EarlierRanking, moves
from assessment.risk_matrix.matrix import Matrix
from assessment.risk_matrix.printed_lines import read_places
from assessment.risk_matrix.printed_rankings import (
    PrintedRanking,
    keep_published,
    match_published,
    matched,
    published_rankings,
    remove_published,
)
from assessment.workspace import Workspace
from pages.components.actions import done

NOTHING, TURN = "nothing here is the same", "printed-turn"
LINES = "1. Violence with injury; very high\n2. Possession of weapons\n3. Rape"


def beside(workspace: Workspace, matrix: Matrix, earlier: tuple[EarlierRanking, ...]) -> None:
    """Say what has moved since each earlier ranking; of a draft, let printed ones be entered."""
    for before in earlier:
        since_then = moves(before, matrix)
        st.header(markdown(year_wording.heading(before)), anchor=False)
        st.html(moves_list(before, since_then))
        if before.is_printed:
            st.html(printed_table(before, since_then))
    if matrix.assessment is None or matrix.assessment.status is not AssessmentStatus.DRAFT:
        return
    if workspace.may(Permission.RUN_ASSESSMENTS):
        st.header("Rankings that were printed", anchor=False)
        _kept_rankings(workspace, matrix)
        _enter(workspace, matrix)


def _kept_rankings(workspace: Workspace, matrix: Matrix) -> None:
    """List the rankings there are, and let each be matched with the issues here, or taken away."""
    labels = {issue.id: issue.label for issue in matrix.issues}
    for ranking in published_rankings(workspace, matrix.partnership.id):
        title = f"{markdown(ranking.name)}: which issue is which here"
        with st.expander(title, icon=":material/compare_arrows:"):
            _match(workspace, ranking, labels)
            st.button(
                "Take this ranking away",
                key=f"printed-away-{ranking.id}",
                icon=":material/delete:",
                on_click=_take_away,
                args=(workspace, ranking),
            )


def _match(workspace: Workspace, ranking: PrintedRanking, labels: dict[str, str]) -> None:
    options = [None, *labels]
    with st.form(f"printed-{ranking.id}", border=False):
        chosen = [
            st.selectbox(
                as_label(place.label),
                options,
                index=options.index(place.issue) if place.issue in labels else 0,
                format_func=lambda issue: labels.get(issue, NOTHING),
                key=f"printed-{ranking.id}-{position}",
            )
            for position, place in enumerate(ranking.places)
        ]
        if st.form_submit_button("Keep what is the same"):
            done(lambda: match_published(workspace, ranking, chosen))
            st.rerun()


def _take_away(workspace: Workspace, ranking: PrintedRanking) -> None:
    done(lambda: remove_published(workspace, ranking))


def _enter(workspace: Workspace, matrix: Matrix) -> None:
    """Let a ranking be entered as it was printed."""
    with st.expander("Enter a ranking that was printed", icon=":material/newspaper:"):
        st.markdown(
            "One made before this tool, in a report or on a website. It is shown beside this one "
            "and changes no score."
        )
        turn = st.session_state.get(TURN, 0)
        with st.form(f"printed-new-{turn}", border=False):
            name = st.text_input("Its year, as printed", placeholder="e.g. 2018/19")
            last = f"{matrix.period.year_before().last_day:%Y-%m}"
            ending = st.text_input("The last month of that year", last, help="As YYYY-MM.")
            source = st.text_input("Where it was printed", placeholder="title, page or address")
            scheme = st.text_input("How it was scored, if that is printed")
            text = st.text_area(
                "Its issues, one on a line, the highest first",
                placeholder=LINES,
                help="A rank before the name and a band after a semicolon, where they are printed.",
            )
            is_ordered = st.checkbox("Their order was printed", value=True)
            is_whole = st.checkbox("It is the whole ranking, not only its top")
            if st.form_submit_button("Keep this ranking", type="primary"):
                labels = {issue.id: issue.label for issue in matrix.issues}
                kept = done(
                    lambda: keep_published(
                        workspace,
                        PrintedRanking(
                            matrix.partnership.id,
                            parse_month(ending.strip()),
                            name,
                            source,
                            scheme,
                            is_ordered,
                            is_whole,
                            matched(read_places(text, is_ordered=is_ordered), labels),
                        ),
                    )
                )
                # Kept, the form is empty again; refused, what was typed stays.
                st.session_state[TURN] = turn + kept
                st.rerun()
