"""What has been loaded so far, and the rows that were refused."""

import pandas as pd
import streamlit as st

from assessment.intake import extracts, rejected_rows
from assessment.outputs.tables import as_csv
from assessment.workspace import Workspace
from pages.components.html_table import html_table

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


def extracts_list(workspace: Workspace) -> None:
    """List every extract, the latest first, with its refused rows to download."""
    st.header("Loaded so far", anchor=False)
    loaded = extracts(workspace)
    if loaded.empty:
        st.markdown("Nothing yet. Choose a file above to begin.")
        return
    rows = [_row(extract) for extract in loaded.itertuples()]
    st.html(html_table("Every extract in the store, the latest first", HEADER, rows))
    refused = {
        f"{extract.id}: {extract.file_name} ({extract.rows_rejected:,})": extract.id
        for extract in loaded.itertuples()
        if extract.rows_rejected
    }
    if refused:
        _download_refused(workspace, refused)


def _row(extract: object) -> tuple[object, ...]:
    months = sorted(map(pd.Timestamp, extract.months))
    span = f"{months[0]:%b %Y} to {months[-1]:%b %Y}" if months else "none"
    synthetic = ", synthetic" if extract.synthetic else ""
    return (
        (f"{extract.id}: {extract.file_name}", f"source {extract.source}{synthetic}"),
        (span, f"{len(months)} month{'' if len(months) == 1 else 's'}"),
        *(
            int(getattr(extract, f"rows_{fate}"))
            for fate in ("read", "loaded", "unchanged", "revised", "withdrawn", "rejected")
        ),
        (f"{extract.loaded_at:%d/%m/%Y}", f"{extract.loaded_at:%H:%M}, {extract.loaded_by}"),
    )


def _download_refused(workspace: Workspace, refused: dict[str, int]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Refused rows of extract", list(refused), key="refused-of")

        def as_file() -> bytes:
            rows = rejected_rows(workspace, refused[chosen])
            return as_csv(list(rows.columns), rows.itertuples(index=False))

        st.download_button(
            "Download them with their reasons",
            as_file,
            file_name=f"refused-rows-of-extract-{refused[chosen]}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
