"""Which data each responsible authority is to share, and whether they came."""

import streamlit as st

from assessment.definitions import AUTHORITIES
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.authority_table import (
    LAW,
    authority_summary,
    authority_table,
    came_in_words,
    sign,
)
from assessment.outputs.tables import Table
from assessment.periods import joined
from assessment.sources.data_shared import SharedByAuthority, data_shared
from assessment.sources.source_register import sources
from pages.components.downloads import download
from pages.sources.sources_asked import SourcesAsked

HEADER = ("Data", "Whether it came", "Asked for by law", "From")


def authorities(asked: SourcesAsked) -> None:
    """Show for each authority which of its data came, and which did not."""
    every = data_shared(asked.workspace, asked.districts)
    st.markdown(markdown(authority_summary(every)))
    for authority in AUTHORITIES:
        own = [shared for shared in every if shared.data.authority == authority]
        st.html(html_table(authority[0].upper() + authority[1:], HEADER, map(_row, own)))
    st.caption(
        f"Law: {LAW}. Data of each quarter, without anything personal, by the end of the next. "
        "What it does not ask for is what partnerships usually agree to share."
    )
    download(f"{asked.file_name}-authorities", lambda: _file(asked, every), key="authorities")


def _file(asked: SourcesAsked, every: tuple[SharedByAuthority, ...]) -> Table:
    used = {source for shared in every for source in shared.sources}
    made_up = {
        source.id for source in sources(asked.workspace, asked.districts) if source.is_synthetic
    }
    return authority_table(every, asked.place.label, synthetic=bool(used & made_up))


def _row(shared: SharedByAuthority) -> tuple[object, ...]:
    return (
        shared.data.label,
        f"{sign(shared)} {came_in_words(shared)}",
        shared.data.prescribed or "no",
        joined(list(shared.sources)),
    )
