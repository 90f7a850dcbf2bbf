"""The way in for phones: the address of the page Score on this machine, as text and as QR code."""

import socket
from html import escape
from urllib.parse import urlencode, urlsplit, urlunsplit

import segno
import streamlit as st

from assessment.risk_matrix.workshop import Workshop
from pages.components.risk.joining import CODE

HERE = ("localhost", "127.0.0.1", "::1")
# An address that is set aside for documents and answers nobody: nothing is sent to it.
NOWHERE = ("192.0.2.1", 9)
SCALE = 8


def way_in(there: Workshop) -> str:
    """Return code, QR code and address as HTML, large enough for a hall."""
    page = score_page(st.context.url or "")
    address = f"{page}?{urlencode({CODE: there.code})}"
    picture = segno.make(address, error="m", micro=False).svg_data_uri(scale=SCALE, border=2)
    return (
        '<div class="way-in">'
        f'<img alt="QR code that leads to {escape(address)}" src="{escape(picture)}">'
        f'<div><p>Scan, or open <span class="where">{escape(page)}</span> and type</p>'
        f'<p class="code">{there.code}</p></div></div>'
    )


def only_here() -> bool:
    """Tell whether the server listens to this machine alone, so that no phone can reach it."""
    return st.get_option("server.address") in HERE


def score_page(shown: str) -> str:
    """Return the address of the page Score as a phone reaches it, from that of the page shown."""
    parts = urlsplit(shown)
    host, port = parts.hostname or HERE[0], f":{parts.port}" if parts.port else ""
    if host in HERE and not only_here():
        host = _own_address() or host
    path = parts.path.rpartition("/")[0] + "/score"
    return urlunsplit((parts.scheme or "http", host + port, path, "", ""))


def _own_address() -> str | None:
    """Return this machine's address on its network; None where it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            # Chooses the way that a message would take, and sends none.
            asked.connect(NOWHERE)
        except OSError:
            return None
        address: str = asked.getsockname()[0]
        return address
