"""How many people, or households, districts have: checked, loaded, listed and removed."""

from pathlib import Path

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.population import PopulationYear, population_years
from assessment.population.population_loading import load_population, remove_population
from assessment.population.population_report import PopulationReport
from assessment.store.beside.scratch import scratch_folder
from assessment.workspace import Workspace
from pages.components import messages

DONE, ROUND = "population-loaded", "population-upload-round"
EXAMPLE = """\
code,name,year,people
E07000075,Rochford,2023,86800
E07000069,Castle Point,2023,89900"""
HOW = """\
With the populations of your force's districts, the risk matrix compares **rates for each 1,000
residents**; without them, only which part of all crime an issue makes up. Take the mid-year
estimates of the Office for National Statistics, as CSV or Excel: one row for each district, or for
each small area (LSOA) with its name; those are added up, and
**Places** shows rates for them. A later year stands beside an earlier.
A table of **households** in the same layout, with the column *households*, is known as such:
residential burglary is then set against homes, and the rate for residents stands beside it.
"""


def populations(workspace: Workspace) -> None:
    """Let populations be loaded, and removed by year."""
    st.header("Populations", anchor=False)
    st.markdown(HOW)
    with st.expander("How a file may look", icon=":material/table:"):
        st.code(EXAMPLE, language=None)
    if done := st.session_state.pop(DONE, None):
        st.success(markdown(done), icon=":material/check_circle:")
    _years(workspace)
    key = f"population-of-districts-{st.session_state.setdefault(ROUND, 0)}"
    upload = st.file_uploader("Populations of districts", ["csv", "xlsx", "xls"], key=key)
    if upload is None:
        return
    with scratch_folder(workspace.store.incoming) as folder:
        path = folder / "population"
        path.write_bytes(upload.getvalue())
        try:
            _check_and_load(workspace, path, upload.name)
        except AssessmentError as fault:
            messages.error(fault)


def _check_and_load(workspace: Workspace, path: Path, name: str) -> None:
    report = load_population(workspace, path, name=name, dry_run=True)
    st.markdown(_in_words(report))
    if notices := (*report.changed, *report.notices):
        lines = "\n".join(f"- {markdown(notice, 2000)}" for notice in notices)
        st.warning(f"**To know about this file**\n\n{lines}", icon=":material/rule:")
    new = report.status is LoadStatus.CHECKED
    if new and st.button("Load the populations", type="primary", icon=":material/database:"):
        load_population(workspace, path, name=name)
        _said(f"Populations of {count_of(report.districts, 'district')} were loaded.")


def _in_words(report: PopulationReport) -> Markdown:
    years = ", ".join(f"{year:d}" for year in report.years)
    counted = markdown(report.counted.capitalize())
    about = f"{counted} of {count_of(report.districts, 'district')}, {markdown(years)}"
    if report.status is LoadStatus.UNCHANGED:
        return f"{about}: all here already. Loading this file changes nothing."
    fates = {"new": report.added, "changed": len(report.changed), "here already": report.unchanged}
    if report.small_areas:
        fates["small areas, for rates of places"] = report.small_areas
    return f"{about}: {' · '.join(f'**{n:,}** {markdown(fate)}' for fate, n in fates.items() if n)}"


def _years(workspace: Workspace) -> None:
    years = population_years(workspace)
    if not years:
        return
    rows = [
        (str(year.year), year.counted.value, year.districts, ", ".join(year.sources))
        for year in years
    ]
    heads = ("Middle of", "Of", "Districts", "From")
    st.html(html_table("Populations there are", heads, rows))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = st.selectbox("A year", years, format_func=_named, key="population-year", width=220)
        if st.button("Remove this year", icon=":material/delete:"):
            remove_population(workspace, year.year, year.counted)
            removed = f"The {year.counted} of {year.year} were removed."
            _said(f"{removed} Load the file again to have them back.")


def _named(year: PopulationYear) -> str:
    return f"{year.year}, {year.counted}"


def _said(done: str) -> None:
    """Empty the uploader, and say on the page drawn anew what was done."""
    st.session_state[DONE] = done
    st.session_state[ROUND] += 1
    st.rerun()
