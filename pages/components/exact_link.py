"""The way to exactly the view that a page shows: a link to copy, and in a hall a QR code."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from pages.components import presentation
from pages.components.address.carried_choices import PAGE
from pages.components.address.presented import PRESENT, WHOLE, is_presented
from pages.components.lazy_expander import folded
from pages.components.qr_code import qr_code


def exact_link(choices: Mapping[str, str | Sequence[str]], *, first: str | None = WHOLE) -> None:
    """Offer the address of exactly this view, with all that is asked, and to present it.

    `first` is where a presentation begins; None where a hall would be shown nothing of it.
    """
    if is_presented():
        _in_a_hall({**choices, PRESENT: st.query_params[PRESENT]})
        return
    if first:
        presentation.offer(first)
    folded("Link to exactly this view", ":material/link:", lambda: _link(choices))


def _in_a_hall(choices: Mapping[str, str | Sequence[str]]) -> None:
    """Offer phones in the hall the same view; only asked for, as it covers what is shown."""
    place = st.container(key="qr-code", width="content")
    with place.popover("QR code", icon=":material/qr_code:"):
        qr_code(st.session_state.get(PAGE, ""), choices)


def _link(choices: Mapping[str, str | Sequence[str]]) -> None:
    st.markdown(
        "It names every choice, so it shows the same after newer data have been loaded. "
        "Whoever opens it needs to reach this dashboard."
    )
    st.code(
        f"{st.context.url or ''}?{urlencode(choices, doseq=True)}", language=None, wrap_lines=True
    )
