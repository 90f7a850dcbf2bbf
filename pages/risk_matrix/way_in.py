"""The way in for phones: the address of the page Score on this machine, as text and as QR code."""

from functools import lru_cache
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from assessment.outputs.escaping import html
from assessment.risk_matrix.workshop.workshops import Workshop
from pages.components.address.dashboard_address import (
    CODE,
    is_loopback,
    is_this_machine,
    own_address,
    score_page,
)

SCALE = 8
ONLY_HERE = (
    "Phones cannot reach this: the dashboard listens to this machine only. The user guide says how "
    "to open it to a closed network."
)
NOT_FOUND = (
    "This machine is on no network that could be found, so phones may not reach the address above. "
    "Open this page under the address that the machine has on the network of the phones."
)


def show_way_in(workshop: Workshop) -> None:
    """Show code, QR code and address, large enough for a hall, and what keeps phones out."""
    is_closed = is_loopback(st.get_option("server.address") or "")
    page = score_page(st.context.url or "", None if is_closed else own_address())
    st.html(_way_in(page, workshop.code))
    if is_closed:
        st.warning(ONLY_HERE, icon=":material/wifi_off:")
    elif is_this_machine(urlsplit(page).hostname or ""):
        st.warning(NOT_FOUND, icon=":material/wifi_off:")


@lru_cache(maxsize=8)
def _way_in(page: str, code: str) -> str:
    """Return what is shown; kept, because drawing a QR code takes longer than all else here."""
    address = f"{page}?{urlencode({CODE: code})}"
    picture = segno.make(address, error="m", micro=False).svg_data_uri(scale=SCALE, border=2)
    return (
        '<div class="way-in">'
        f'<img alt="QR code that leads to {html(address)}" src="{html(picture)}">'
        f'<div><p>Scan, or open <span class="where">{html(page)}</span> and type</p>'
        f'<p class="code">{code}</p></div></div>'
    )
