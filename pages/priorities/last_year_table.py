"""Last year's priorities beside this year's, and what has moved since it was agreed."""

from collections.abc import Iterator

import streamlit as st

from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.priorities import priority_tables
from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.risk_matrix import year_wording
from assessment.priorities.changes_since_agreement import Moved, moved_since
from assessment.priorities.last_year import Fate, say_why_dropped
from assessment.priorities.record import Record
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.workspace import Workspace
from pages.components.actions import done
from pages.components.downloads import download

HEADER = ("Issue", "What", "Then", "Now", "Score")


def last_year(workspace: Workspace, found: Record) -> None:
    """Show what was kept, is new and was dropped; of a draft, let it be said why."""
    if not found.year_before:
        st.info("No earlier year of this partnership has priorities.", icon=":material/info:")
        return
    rows = [
        (each.name, each.fate, ", ".join(each.was), each.why or "no reason yet")
        for each in found.turns
    ]
    caption = f"Beside {wording.year(found.year_before)}"
    st.html(html_table(caption, ("Priority", "Is", "Last year", "Why"), rows))
    download(
        priority_tables.file_name(found, "beside last year"),
        lambda: priority_tables.last_year(found),
        key="last-year",
    )
    dropped = [each.name for each in found.turns if each.fate == Fate.DROPPED]
    if found.status != AssessmentStatus.DRAFT or not dropped:
        return
    with st.form("dropped", border=False, clear_on_submit=True):
        name = st.selectbox("Dropped", dropped)
        why = st.text_area("Why it was dropped")
        if st.form_submit_button("Keep this reason", type="primary"):
            kept = f"The reason is kept for {name}."
            done(lambda: say_why_dropped(workspace, found.assessment, name, why), kept)
            st.rerun()


def since_then(workspace: Workspace, found: Record) -> None:
    """Show what the data of today would score otherwise; the record stays as it was."""
    moved = moved_since(workspace, found.assessment)
    if not moved:
        st.success("The data of today give the same scores and ranks.", icon=":material/check:")
        return
    otherwise = [each for each in moved if each.is_scored_otherwise]
    others = [each for each in moved if not each.is_scored_otherwise]
    st.markdown(
        f"Since {markdown(year_wording.day(found.agreed_at))}, under the same scheme: of "
        f"{count_of(len(found.issues), 'issue')}, {len(otherwise)} would have another score or "
        f"rank, and {len(others)} more have other values that give the same. "
        "What was agreed stays as it was."
    )
    for caption, some in (("Another score or rank", otherwise), ("Other values only", others)):
        if some:
            st.html(html_table(caption, HEADER, (row for each in some for row in _rows(each))))
    download(
        priority_tables.file_name(found, "since then"),
        lambda: priority_tables.since_then(found, moved),
        key="since-then",
    )


def _rows(moved: Moved) -> Iterator[tuple[object, ...]]:
    if moved.is_scored_otherwise:
        then, now = (wording.value(each) for each in (moved.rank_then, moved.rank_now))
        yield moved.label, "Rank", then, now, wording.scores(moved)
    for each in moved.criteria:
        yield (
            moved.label,
            each.label,
            (wording.value(each.value_then), each.words_then),
            (wording.value(each.value_now), each.words_now),
            wording.scores(each),
        )
