"""The way in for phones: the address of the page Score on this machine, as text and as QR code."""

import socket
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlencode, urlsplit, urlunsplit

import segno
import streamlit as st

from assessment.outputs.escaping import html
from assessment.risk_matrix.workshop.workshops import Workshop
from pages.score.joining import CODE

# An address that is set aside for documents and answers nobody: nothing is sent to it.
NOWHERE = ("192.0.2.1", 9)
SCALE = 8
ONLY_HERE = (
    "Phones cannot reach this: the dashboard listens to this machine only. The user guide says how "
    "to open it to a closed network."
)
NOT_FOUND = (
    "This machine is on no network that could be found, so phones may not reach the address above. "
    "Open this page under the address that the machine has on the network of the phones."
)


def show_way_in(there: Workshop) -> None:
    """Show code, QR code and address, large enough for a hall, and what keeps phones out."""
    is_closed = _is_loopback(st.get_option("server.address") or "")
    page = score_page(st.context.url or "", None if is_closed else own_address())
    st.html(_way_in(page, there.code))
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


def score_page(shown: str, own: str | None) -> str:
    """Return the address of the page Score as a phone reaches it.

    `shown` is that of the page the facilitator sees. Where it means this machine, whoever reads
    it, `own` stands in its place: what the machine is called on its network, if that is known.
    """
    parts = urlsplit(shown)
    host, port = parts.hostname or "localhost", f":{parts.port}" if parts.port else ""
    if own and is_this_machine(host):
        host = own
    named = f"[{host}]" if ":" in host else host
    path = parts.path.rstrip("/").rpartition("/")[0] + "/score"
    return urlunsplit((parts.scheme or "http", named + port, path, "", ""))


def is_this_machine(host: str) -> bool:
    """Tell whether a host in an address means the machine of whoever reads it."""
    found = _number(host)
    # 0.0.0.0 is where a server listens everywhere, and is printed by it as an address.
    return _is_loopback(host) or (found is not None and found.is_unspecified)


def _is_loopback(host: str) -> bool:
    found = _number(host)
    return host == "localhost" or (found is not None and found.is_loopback)


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def own_address() -> str | None:
    """Return this machine's address on its network; None where none is found."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            # Chooses the way that a message would take, and sends none.
            asked.connect(NOWHERE)
            return str(asked.getsockname()[0])
        except OSError:
            return next(_named_addresses(), None)


def _named_addresses() -> Iterator[str]:
    """Yield the addresses of this machine's own name: a network that leads nowhere has no way."""
    try:
        every = socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return
    yield from (each for each in every if not is_this_machine(each))
