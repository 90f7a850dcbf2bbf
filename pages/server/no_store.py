"""The page that is shown while there is no store: what is wrong, and what to do."""

import streamlit as st

from assessment.errors import StoreUnavailable
from assessment.examples import load_examples
from assessment.outputs.escaping import markdown
from assessment.people import local_person
from assessment.store import Store, store_path
from assessment.store.faults import NoStore
from assessment.workspace import Workspace
from pages.components import messages


def show(fault: StoreUnavailable) -> None:
    """Say why there are no figures; where there is no store yet, offer to make one."""
    st.title("No figures can be shown", anchor=False)
    messages.error(fault)
    if not isinstance(fault, NoStore):
        return
    st.markdown("You can make the store here and now.")
    with st.container(horizontal=True):
        with_examples = st.button("Create it with the example partnerships", type="primary")
        empty = st.button("Create it empty")
    if with_examples or empty:
        with messages.told():
            _create(with_examples=with_examples)


def _create(*, with_examples: bool) -> None:
    bar = st.progress(0.0, "Making the store")

    def progress(share: float, step: str) -> None:
        bar.progress(share, markdown(step))

    store = Store.open(store_path(), create=True)
    try:
        if with_examples:
            load_examples(Workspace(store, local_person()), progress=progress)
    finally:
        store.close()
    st.rerun()
