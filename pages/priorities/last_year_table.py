"""Last year's priorities beside this year's, and what has moved since it was agreed."""

from collections.abc import Iterator

import streamlit as st

from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.methods_wording import earlier_methods
from assessment.outputs.priorities import priority_tables
from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.risk_matrix.wording import year_wording
from assessment.priorities.changes_since_agreement import Moved, moved_since
from assessment.priorities.last_year import Fate, say_why_dropped
from assessment.priorities.record import Record
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.actions import done
from pages.components.downloads import download

HEADER = ("Issue", "What", "Then", "Now", "Score")


def last_year(workspace: Workspace, record: Record) -> None:
    """Show what was kept, is new and was dropped; of a draft, let it be said why."""
    if not record.year_before:
        st.info("No earlier year of this partnership has priorities.", icon=":material/info:")
        return
    rows = [
        (turn.name, turn.fate, ", ".join(turn.was), turn.why or "no reason yet")
        for turn in record.turns
    ]
    caption = f"Beside {wording.year(record.year_before)}"
    st.html(html_table(caption, ("Priority", "Is", "Last year", "Why"), rows))
    download(
        priority_tables.file_name(record, "beside last year"),
        lambda: priority_tables.last_year(record),
        key="last-year",
    )
    dropped = [turn.name for turn in record.turns if turn.fate == Fate.DROPPED]
    if record.status != AssessmentStatus.DRAFT or not dropped:
        return
    with st.form("dropped", border=False, clear_on_submit=True):
        name = st.selectbox("Dropped", dropped)
        why = st.text_area("Why it was dropped")
        if st.form_submit_button("Keep this reason", type="primary"):
            kept = f"The reason is kept for {name}."
            done(lambda: say_why_dropped(workspace, record.assessment, name, why), kept)
            st.rerun()


def since_then(workspace: Workspace, record: Record) -> None:
    """Show what the data of today would score otherwise; the record stays as it was."""
    moved = moved_since(workspace, record.assessment)
    if not moved:
        st.success("The data of today give the same scores and ranks.", icon=":material/check:")
        return
    otherwise = [issue for issue in moved if issue.is_scored_otherwise]
    others = [issue for issue in moved if not issue.is_scored_otherwise]
    st.markdown(
        f"Since {markdown(year_wording.day(record.agreed_at))}, under the same scheme: of "
        f"{count_of(len(record.issues), 'issue')}, {len(otherwise)} would have another score or "
        f"rank, and {len(others)} more have other values that give the same. "
        "What was agreed stays as it was."
    )
    if by_other_methods := earlier_methods(record.methods_version):
        part = f"{by_other_methods} Part of what differs may be due to that."
        st.info(markdown(part, 1000), icon=":material/history:")
        messages.what_methods_changed()
    for caption, rows in (("Another score or rank", otherwise), ("Other values only", others)):
        if rows:
            st.html(html_table(caption, HEADER, (row for issue in rows for row in _rows(issue))))
    download(
        priority_tables.file_name(record, "since then"),
        lambda: priority_tables.since_then(record, moved),
        key="since-then",
    )


def _rows(moved: Moved) -> Iterator[tuple[object, ...]]:
    if moved.is_scored_otherwise:
        then, now = (wording.value(criterion) for criterion in (moved.rank_then, moved.rank_now))
        yield moved.label, "Rank", then, now, wording.scores(moved)
    for criterion in moved.criteria:
        yield (
            moved.label,
            criterion.label,
            (wording.value(criterion.value_then), criterion.words_then),
            (wording.value(criterion.value_now), criterion.words_now),
            wording.scores(criterion),
        )
