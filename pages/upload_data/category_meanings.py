"""Categories that nobody has said the meaning of: counted as unmapped until someone does."""

import streamlit as st

from assessment.definitions import MeasureSet, measure_sets
from assessment.intake import UnmappedCategory, category_name, map_category, unmapped_categories
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.workspace import Workspace
from pages.components.cache import KEYS

SAID = "category-said"


def meanings(workspace: Workspace) -> None:
    """List the unmapped categories and let one after another be given its measure."""
    unmapped = _unmapped(workspace)
    if saved := st.session_state.pop(SAID, None):
        st.success(markdown(saved), icon=":material/check_circle:")
    if not unmapped:
        return
    st.header("Categories to be given a meaning", anchor=False)
    st.markdown(
        "These records are loaded and counted as *unmapped*. Say what each category is, for the "
        "records there are and those to come."
    )
    # What has a name can be looked up: it is asked about first.
    in_order = sorted(unmapped, key=lambda unknown: not unknown.category.strip())
    rows = [
        (category_name(unknown.category), unknown.source, unknown.records) for unknown in in_order
    ]
    st.html(html_table("Categories not known", ("Category", "Source", "Records"), rows))
    _give_a_meaning(
        workspace,
        {f"{category_name(unknown.category)} ({unknown.source})": unknown for unknown in in_order},
    )


def _give_a_meaning(workspace: Workspace, options: dict[str, UnmappedCategory]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = options[st.selectbox("Category", list(options), key="unmapped-category")]
        leaves = _leaves(measure_sets()[chosen.measure_set])
        label = st.selectbox("is counted as", list(leaves), index=None, key="unmapped-measure")
        pressed = st.button("Save the meaning", disabled=label is None)
    if pressed and label is not None:
        map_category(workspace, chosen.source, chosen.category, leaves[label])
        are = "record is" if chosen.records == 1 else "records are"
        st.session_state[SAID] = f"{chosen.records:,} {are} now counted as {label.lower()}."
        st.rerun()


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=8)
def _unmapped(workspace: Workspace) -> tuple[UnmappedCategory, ...]:
    """Return the categories nobody has said the meaning of: to find them, every record is read."""
    return unmapped_categories(workspace)


def _leaves(measures: MeasureSet) -> dict[str, str]:
    """Return the measures that a record can be put under: a total is made of them, and is none."""
    return {
        measure.label: measure.id
        for measure in measures.measures
        if measure.kind.is_recorded and measure.id in measure.leaves
    }
