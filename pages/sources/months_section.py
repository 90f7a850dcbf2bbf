"""The months that each source covers, as a picture and a table, and where two give the same."""

import streamlit as st

from assessment.outputs.escaping import html, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.coverage_picture import MOST_MONTHS, coverage_picture
from assessment.outputs.sources.grid_wording import (
    MEANINGS,
    SIGNS,
    about,
    states_in_words,
    where,
)
from assessment.outputs.sources.source_tables import grid_table, shared_sentence
from assessment.sources.coverage_grid import CoverageGrid, coverage_grid
from assessment.sources.month_states import MonthState
from assessment.sources.shared_data import SharedData, shared_data
from assessment.sources.source_register import sources
from pages.components import look
from pages.components.downloads import download
from pages.sources.lead_choice import choose_lead
from pages.sources.sources_asked import SourcesAsked


def months(asked: SourcesAsked) -> None:
    """Show which months there are; below them, which sources give the same."""
    grid = coverage_grid(asked.workspace, asked.districts)
    if not grid.rows:
        st.info(
            f"No source covers any month of {markdown(asked.place.where)} yet. Load an extract "
            "that has it.",
            icon=":material/info:",
        )
        st.page_link(
            "pages/upload_data/page.py", label="Upload data", icon=":material/upload_file:"
        )
        return
    st.html(_key())
    st.html(coverage_picture(grid, look.ink()))
    if len(grid.months) > MOST_MONTHS:
        st.caption(f"The last {MOST_MONTHS} of {len(grid.months)} months: the table has them all.")
    with st.expander("The months as a table", icon=":material/table:"):
        st.html(_table(grid))
    synthetic = frozenset(
        source.id for source in sources(asked.workspace, asked.districts) if source.is_synthetic
    )
    download(
        f"{asked.file_name}-months-by-source",
        lambda: grid_table(grid, synthetic, asked.place.label),
        key="source-months",
    )
    if asked.partnership:
        _same_data(asked, asked.partnership)


def _key() -> str:
    items = "".join(
        f'<li><i class="state {state.name.lower()}" aria-hidden="true">'
        f"{SIGNS[state] if state is not MonthState.COVERED else ''}</i>"
        f"{html(f'{state}: {meaning}')}</li>"
        for state, meaning in MEANINGS.items()
    )
    return f'<ul class="key states">{items}</ul>'


def _table(grid: CoverageGrid) -> str:
    rows = [
        (
            (row.source, about(row)),
            where(row, grid),
            f"{len(row.in_state(MonthState.COVERED))} of {len(grid.months)}",
            states_in_words(row),
        )
        for row in grid.rows
    ]
    header = ("Source", "Districts", "Months covered", "Not whole")
    return html_table("Months that sources cover", header, rows)


def _same_data(asked: SourcesAsked, partnership: str) -> None:
    """Say where two sources give the same, and let the one that leads be chosen."""
    st.header("Where two sources give the same", anchor=False)
    shared = shared_data(asked.workspace, partnership, asked.districts)
    if not shared:
        st.markdown("No two sources give the same data of the same months.")
        return
    st.markdown("\n".join(f"- {markdown(shared_sentence(both), 1000)}" for both in shared))
    choose_lead(asked, partnership, _led(shared))


def _led(shared: tuple[SharedData, ...]) -> dict[str, tuple[str, ...]]:
    """Return the sources of each set of measures of which one can lead."""
    sets: dict[str, tuple[str, ...]] = {}
    for both in shared:
        if both.is_one_set:
            before = sets.get(both.measure_sets[0], ())
            sets[both.measure_sets[0]] = tuple(sorted({*before, *both.sources}))
    return sets
