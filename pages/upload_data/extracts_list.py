"""What has been loaded so far, the rows that were refused, and the way back."""

import pandas as pd
import streamlit as st

from assessment.intake import extracts, rejected_rows
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
    loaded, undone = (every[every.status == status] for status in ("loaded", "undone"))
    if loaded.empty:
        st.markdown("Nothing yet. Choose a file above to begin.")
    else:
        _latest(loaded)
    if not undone.empty:
        with st.expander(f"Undone ({len(undone):,})"):
            _table("What these extracts brought was taken back: nothing of it is counted", undone)
    _refused(workspace, loaded[loaded.rows_rejected > 0])
    undo_a_load(workspace, loaded[~loaded.synthetic])


def _latest(loaded: pd.DataFrame) -> None:
    """Show the latest extracts, and where there are many, the earlier ones folded away."""
    latest, earlier = loaded[:LATEST], loaded[LATEST:]
    if earlier.empty:
        _table("Every extract in the store, the latest first", latest)
        return
    _table(f"The latest {len(latest)} of {len(loaded):,} extracts in the store", latest)
    with st.expander(f"Earlier extracts ({len(earlier):,})"):
        _table("Earlier extracts, the latest first", earlier)


def _table(caption: str, found: pd.DataFrame) -> None:
    rows = [_row(extract) for extract in found.itertuples()]
    st.html(html_table(caption, HEADER, rows))


def _row(extract: object) -> tuple[object, ...]:
    months = sorted(map(pd.Timestamp, extract.months))
    ends = dict.fromkeys(f"{month:%b %Y}" for month in (*months[:1], *months[-1:]))
    synthetic = ", synthetic" if extract.synthetic else ""
    return (
        (f"{extract.id}: {extract.file_name}", f"source {extract.source}{synthetic}"),
        (" to ".join(ends) or "none", how_many([month.date() for month in months])),
        *(
            int(getattr(extract, f"rows_{fate}"))
            for fate in ("read", "loaded", "unchanged", "revised", "withdrawn", "rejected")
        ),
        (f"{extract.loaded_at:%d/%m/%Y}", f"{extract.loaded_at:%H:%M}, {by(extract.loaded_by)}"),
    )


def _refused(workspace: Workspace, refused: pd.DataFrame) -> None:
    named = {
        f"{extract.id}: {extract.file_name} ({extract.rows_rejected:,})": extract.id
        for extract in refused.itertuples()
    }
    if not named:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Refused rows of extract", list(named), key="refused-of")

        def as_file() -> bytes:
            rows = rejected_rows(workspace, named[chosen])
            return as_csv(list(rows.columns), rows.itertuples(index=False))

        download_file(
            "Download them with their reasons",
            as_file,
            f"refused-rows-of-extract-{named[chosen]}.csv",
            "text/csv",
            key="refused",
        )
