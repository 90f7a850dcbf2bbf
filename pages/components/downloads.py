"""Buttons that hand a table over as a file, made only when it is asked for."""

import re

import streamlit as st

from assessment.outputs.tables import Table, as_csv, as_workbook

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(table: Table, key: str) -> None:
    """Offer a table as CSV and as a workbook."""
    name = re.sub(r"[^a-z0-9]+", "-", table.title.lower()).strip("-")[:100]
    with st.container(horizontal=True):
        st.download_button(
            "Download as CSV",
            lambda: as_csv(table.header, table.rows),
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"{key}-csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "Download as Excel",
            lambda: as_workbook(table),
            file_name=f"{name}.xlsx",
            mime=WORKBOOK,
            key=f"{key}-xlsx",
            on_click="ignore",
            icon=":material/download:",
        )
