"""Buttons that hand a table over as a file, made only when it is asked for."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from assessment.outputs.tables import Table, as_csv
from assessment.outputs.workbook import as_workbook

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(name: str, table: Callable[[], Table], key: str = "table") -> None:
    """Offer a table as CSV and as a workbook; a page with several tables gives each its key."""
    with st.container(horizontal=True):
        st.download_button(
            "Download as CSV",
            lambda: _csv(table()),
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"{key}-csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "Download as Excel",
            lambda: as_workbook(table(), date.today()),
            file_name=f"{name}.xlsx",
            mime=WORKBOOK,
            key=f"{key}-xlsx",
            on_click="ignore",
            icon=":material/download:",
        )


def _csv(table: Table) -> bytes:
    return as_csv(table.header, table.rows)


def download_picture(name: str, svg: str) -> None:
    """Offer a drawing as SVG, which any size of paper takes."""
    st.download_button(
        "Download the picture (SVG)",
        svg,
        file_name=f"{name}.svg",
        mime="image/svg+xml",
        on_click="ignore",
        icon=":material/image:",
    )
