"""What has been loaded so far, the rows that were refused, and the way back."""

from collections.abc import Sequence

import streamlit as st

from assessment.intake.extract_register import Extract, extracts, rejected_rows
from assessment.intake.rows_to_correct import rows_to_correct
from assessment.outputs.html_table import html_table
from assessment.outputs.tables import as_csv
from assessment.periods import how_many
from assessment.workspace import Workspace, by
from pages.components.downloads import download_file
from pages.upload_data.undo_button import just_undone, undo_a_load

HEADER = (
    "Extract",
    "Months",
    "Rows read",
    "Added",
    "Unchanged",
    "Revised",
    "Withdrawn",
    "Refused",
    "Loaded",
)
# So many can be looked over; a source that comes every month has sent more within a year.
LATEST = 10


def extracts_list(workspace: Workspace) -> None:
    """List every extract, the latest first, with its refused rows to download and its undoing."""
    st.header("Loaded so far", anchor=False)
    just_undone()
    every = extracts(workspace)
    loaded = [extract for extract in every if not extract.is_undone]
    undone = [extract for extract in every if extract.is_undone]
    if loaded:
        _latest(loaded)
    else:
        st.markdown("Nothing yet. Choose a file above to begin.")
    if undone:
        with st.expander(f"Undone ({len(undone):,})"):
            _table("What these extracts brought was taken back: nothing of it is counted", undone)
    _refused(workspace, [extract for extract in loaded if extract.rows.rejected])
    undo_a_load(workspace, [extract for extract in loaded if not extract.is_synthetic])


def _latest(loaded: Sequence[Extract]) -> None:
    """Show the latest extracts, and where there are many, the earlier ones folded away."""
    latest, earlier = loaded[:LATEST], loaded[LATEST:]
    if not earlier:
        _table("Every extract in the store, the latest first", latest)
        return
    _table(f"The latest {len(latest)} of {len(loaded):,} extracts in the store", latest)
    with st.expander(f"Earlier extracts ({len(earlier):,})"):
        _table("Earlier extracts, the latest first", earlier)


def _table(caption: str, listed: Sequence[Extract]) -> None:
    st.html(html_table(caption, HEADER, [_row(extract) for extract in listed]))


def _row(extract: Extract) -> tuple[object, ...]:
    months, rows = sorted(extract.months), extract.rows
    ends = dict.fromkeys(f"{month:%b %Y}" for month in (*months[:1], *months[-1:]))
    synthetic = ", synthetic" if extract.is_synthetic else ""
    return (
        (f"{extract.id}: {extract.file}", f"source {extract.source}{synthetic}"),
        (" to ".join(ends) or "none", how_many(months)),
        rows.read,
        rows.loaded,
        rows.unchanged,
        rows.revised,
        rows.withdrawn,
        rows.rejected,
        (f"{extract.loaded_at:%d/%m/%Y}", f"{extract.loaded_at:%H:%M}, {by(extract.loaded_by)}"),
    )


def _refused(workspace: Workspace, with_refused_rows: Sequence[Extract]) -> None:
    options = {
        f"{extract.id}: {extract.file} ({extract.rows.rejected:,})": extract.id
        for extract in with_refused_rows
    }
    if not options:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = options[st.selectbox("Refused rows of extract", list(options), key="refused-of")]

        def as_file() -> bytes:
            rejected = rejected_rows(workspace, chosen)
            return as_csv(rejected.columns, rejected.rows)

        download_file(
            "Download them with their reasons",
            as_file,
            f"refused-rows-of-extract-{chosen}.csv",
            "text/csv",
            key="refused",
        )

        def to_correct() -> bytes:
            rows = rows_to_correct(workspace, chosen)
            return as_csv(rows.columns, rows.rows)

        download_file(
            "Download them to put right",
            to_correct,
            f"rows-to-put-right-of-extract-{chosen}.csv",
            "text/csv",
            key="to-correct",
        )
    st.caption(
        "Put the rows right in that file, leave its columns as they are, and upload it: they are "
        "added to the extract, and nothing that is there is replaced."
    )
