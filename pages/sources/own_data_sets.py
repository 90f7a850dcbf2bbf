"""The data sets that a partnership defines for itself: listed, downloaded, removed."""

from functools import partial

import streamlit as st

from assessment.defined_data_sets import DefinedDataSet
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.data_set_table import data_set_table, direction_in_words
from assessment.people import Permission
from assessment.sources.data_sets import data_sets, remove_data_set
from pages.components.actions import confirmed, done
from pages.components.downloads import download
from pages.sources.data_set_form import data_set_form
from pages.sources.sources_asked import SourcesAsked

TO_GO = "data-set-to-go"
HEADER = ("Measure", "Unit", "Good is", "Called in files", "To know")
HOW = """\
A data set of your own is for what no data set here holds: noise patrols, street pastors, exclusions
from school. Its files are loaded as it (on **Upload data**, or `load FILE --as ID`), its categories
are said the meaning of like any others, and it stands under *Measures* on **Year on year**. It is
never added to another.
"""


def own_data_sets(asked: SourcesAsked) -> None:
    """Show the data sets of a partnership; let one be defined, or removed."""
    st.markdown(HOW)
    if asked.partnership is None:
        st.info("A data set is a partnership's: choose one on the left.", icon=":material/info:")
        return
    every = data_sets(asked.workspace, asked.partnership)
    if not every:
        st.markdown("None has been defined yet.")
    for defined in every:
        _one(defined)
    if every:
        name = f"{asked.file_name}-data-sets"
        download(name, lambda: data_set_table(every, asked.place.label), key="data-sets")
    if asked.workspace.of(asked.partnership).may(Permission.EDIT_PARTNERSHIPS):
        _removing(asked, asked.partnership, every)
        data_set_form(asked, asked.partnership)


def _one(defined: DefinedDataSet) -> None:
    own = defined.data_set
    caption = f"{own.label}, of {own.owner}: {own.id}"
    rows = [
        (
            measure.label,
            measure.unit,
            direction_in_words(measure.direction),
            ", ".join(measure.names),
            measure.caveat,
        )
        for measure in own.measures
    ]
    st.html(html_table(caption, HEADER, rows))


def _removing(asked: SourcesAsked, partnership: str, every: tuple[DefinedDataSet, ...]) -> None:
    if not every:
        return
    by_id = {defined.data_set.id: defined.data_set for defined in every}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Data set to remove",
            list(by_id),
            format_func=lambda id_: by_id[id_].label,
            key="data-set-away",
            width=360,
        )
        if st.button("Remove the data set", icon=":material/delete:"):
            st.session_state[TO_GO] = chosen
    if st.session_state.get(TO_GO) != chosen:
        return
    label = by_id[chosen].label
    question = f"**Remove {markdown(label)}?** It goes only where nothing is loaded in it."
    if confirmed(TO_GO, question, "Yes, remove it"):
        done(
            partial(remove_data_set, asked.workspace, partnership, chosen), f"{label} was removed."
        )
        st.rerun()
