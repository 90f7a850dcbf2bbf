"""A place beside the force's other districts, kept as long as the answers themselves."""

from dataclasses import dataclass

import streamlit as st

from assessment.changes import Question
from assessment.outputs.charts import Ink
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart, draw
from assessment.outputs.peers.peer_charts import peers_chart
from assessment.patterns.peers import PeerRates, peer_rates
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class PeersView:
    """The rates of a place and of its peers, ready to show."""

    found: PeerRates
    chart: DrawnChart


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def peers_view(workspace: Workspace, question: Question, ink: Ink) -> PeersView | None:
    """Return the rates of a place and of its peers; None where there is nothing to compare with."""
    found = peer_rates(workspace, question)
    return None if found is None else PeersView(found, draw(peers_chart(found), ink))
