"""Boundaries and look-ups of small areas: checked, loaded, listed and removed."""

from pathlib import Path

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.boundaries.area_loading import load_areas, loaded_areas, remove_areas
from assessment.intake.boundaries.area_report import AreaReport, LoadedAreas
from assessment.numbers import count_of, listed
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.store.scratch import scratch_folder
from assessment.workspace import Workspace
from pages.components import messages

DONE, ROUND = "areas-loaded", "areas-upload-round"
MOST_NAMED = 3
HOW = """\
With the boundaries of your wards and LSOAs, records that say only their LSOA, such as those of
data.police.uk, are **counted by ward** too. Take the generalised boundaries of the Office for
National Statistics as GeoJSON, wards and LSOAs each, or a look-up from LSOA to ward as CSV. The
look-up of the LSOAs of 2011 and 2021 lets older records have a ward as well, and small areas whose
codes changed be compared; one of the wards of two years does so for wards. Files without districts
have them from what is here: their wards, LSOAs, **eastings and northings**, or police beats, of
which a list with the columns Beat, Ward and District goes in here too.
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
            with_ward = count_of(reports[-1].with_ward or 0, "LSOA has", "LSOAs have")
            _say(f"{listed([report.what for report in reports], MOST_NAMED)}: {with_ward} a ward.")
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
