"""Boundaries and look-ups of small areas: checked, loaded, listed and removed."""

from pathlib import Path

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.boundaries.area_loading import load_areas, loaded_areas, remove_areas
from assessment.intake.boundaries.area_report import AreaReport, LoadedAreas
from assessment.numbers import count_of, listed
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.store.beside.scratch import scratch_folder
from assessment.workspace import Workspace
from pages.components import messages

DONE, ROUND = "areas-loaded", "areas-upload-round"
MOST_NAMED = 3
HOW = """\
- **Boundaries of wards and of LSOAs** (GeoJSON, the generalised ones of the Office for National
  Statistics): records that say only their LSOA, such as those of data.police.uk, or an easting and
  northing are counted by ward.
- **A look-up from LSOA to ward** (CSV or Excel): the same for LSOAs, without boundaries.
- **A look-up of the LSOAs of 2011 and 2021**, or of the wards of two years: areas whose codes
  changed can be compared.
- **A list of police beats** (CSV or Excel, with the columns Beat, Ward and District): files that
  name only beats are counted by ward and district.

A file that names no district has it from these: put them in before you load it.
"""


def small_areas(workspace: Workspace) -> None:
    """Let boundaries and look-ups be loaded, and removed by file."""
    st.header("Wards and LSOAs", anchor=False)
    st.markdown(HOW)
    if done := st.session_state.pop(DONE, None):
        st.success(markdown(done), icon=":material/check_circle:")
    _loaded(workspace)
    key = f"areas-{st.session_state.setdefault(ROUND, 0)}"
    uploads = st.file_uploader(
        "Boundaries, look-ups or lists of beats",
        ["geojson", "json", "csv", "xlsx"],
        accept_multiple_files=True,
        key=key,
    )
    if not uploads:
        return
    with scratch_folder(workspace.store.incoming) as folder:
        files = [(upload.name, folder / str(number)) for number, upload in enumerate(uploads)]
        for upload, (_, path) in zip(uploads, files, strict=True):
            path.write_bytes(upload.getvalue())
        _check_and_load(workspace, files)


def _check_and_load(workspace: Workspace, files: list[tuple[str, Path]]) -> None:
    """Say what each file holds, and load them all once that is wanted."""
    try:
        for name, path in files:
            st.markdown(_in_words(load_areas(workspace, path, name=name, dry_run=True)))
        if st.button("Load the areas", type="primary", icon=":material/map:"):
            with st.spinner("Loading, and counting every record in its ward …"):
                reports = [load_areas(workspace, path, name=name) for name, path in files]
            what = listed([report.what for report in reports], MOST_NAMED)
            lsoas = reports[-1].with_ward
            with_ward = f"{count_of(lsoas, 'LSOA has', 'LSOAs have')} a ward" if lsoas else "loaded"
            notices = dict.fromkeys(notice for report in reports for notice in report.notices)
            _say(" ".join([f"{what}: {with_ward}.", *notices]))
    except AssessmentError as fault:
        messages.error(fault)


def _in_words(report: AreaReport) -> Markdown:
    inside = listed(list(report.districts), MOST_NAMED) or "no district named"
    return f"{markdown(report.file)}: **{report.areas:,}** {markdown(f'{report.what} ({inside})')}"


def _loaded(workspace: Workspace) -> None:
    brought = loaded_areas(workspace)
    if not brought:
        return
    rows = [
        (areas.file, areas.what, areas.areas, listed(list(areas.districts), MOST_NAMED) or "")
        for areas in brought
    ]
    st.html(html_table("Areas there are", ("File", "What", "How many", "Districts"), rows))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        options = {_named(areas): areas for areas in brought}
        chosen = options[st.selectbox("Areas of", list(options), key="areas-file", width=400)]
        if st.button("Remove these areas", icon=":material/delete:"):
            remove_areas(workspace, chosen.file, chosen.kind)
            _say(f"{_named(chosen)}: removed. Load the file again to have them back.")


def _named(areas: LoadedAreas) -> str:
    return f"{areas.file}, {areas.what}"


def _say(done: str) -> None:
    """Empty the uploader, and say on the page drawn anew what was done."""
    st.session_state[DONE] = done
    st.session_state[ROUND] += 1
    st.rerun()
