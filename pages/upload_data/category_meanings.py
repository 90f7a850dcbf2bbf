"""Categories that nobody has said the meaning of: counted as unmapped until someone does."""

from typing import TYPE_CHECKING

import streamlit as st

from assessment.definitions import MeasureKind, MeasureSet, measure_sets
from assessment.intake import map_category, unmapped_categories
from assessment.intake.load_report import category_name
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.workspace import Workspace
from pages.components.cache import KEYS

if TYPE_CHECKING:  # the first visit of a page that may show no frame does not wait for pandas
    import pandas as pd

SAID = "category-said"


def meanings(workspace: Workspace) -> None:
    """List the unmapped categories and let one after another be given its measure."""
    unmapped = _unmapped(workspace)
    if said := st.session_state.pop(SAID, None):
        st.success(markdown(said), icon=":material/check_circle:")
    if unmapped.empty:
        return
    st.header("Categories to be given a meaning", anchor=False)
    st.markdown(
        "These records are loaded and counted as *unmapped*. Say what each category is, for the "
        "records there are and those to come."
    )
    # What has a name can be looked up: it is asked about first.
    found = sorted(unmapped.itertuples(), key=lambda row: not row.category.strip())
    rows = [(category_name(row.category), row.source, int(row.n)) for row in found]
    st.html(html_table("Categories not known", ("Category", "Source", "Records"), rows))
    options = {f"{category_name(row.category)} ({row.source})": row for row in found}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = options[st.selectbox("Category", list(options), key="unmapped-category")]
        leaves = _leaves(measure_sets()[chosen.measure_set])
        label = st.selectbox("is counted as", list(leaves), index=None, key="unmapped-measure")
        if st.button("Save the meaning", disabled=label is None):
            map_category(workspace, chosen.source, chosen.category, leaves[label])
            are = "record is" if chosen.n == 1 else "records are"
            st.session_state[SAID] = f"{chosen.n:,} {are} now counted as {label.lower()}."
            st.rerun()


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=8)
def _unmapped(workspace: Workspace) -> "pd.DataFrame":
    """Return the categories nobody has said the meaning of: to find them, every record is read."""
    return unmapped_categories(workspace)


def _leaves(measures: MeasureSet) -> dict[str, str]:
    """Return the measures that a record can be put under: a total is made of them, and is none."""
    kinds = (MeasureKind.OFFENCE, MeasureKind.INCIDENT)
    return {
        measure.label: measure.id
        for measure in measures.measures
        if measure.kind in kinds and measure.id in measure.leaves
    }
