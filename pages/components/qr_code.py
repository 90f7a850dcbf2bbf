"""A QR code that leads a phone to a page, and what keeps phones from it."""

from functools import lru_cache
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from assessment.outputs.escaping import Html, html
from pages.components.address.dashboard_address import (
    is_loopback,
    is_this_machine,
    own_address,
    page_for_phones,
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


def listens_here_only() -> bool:
    """Tell whether nobody but this machine can reach the dashboard."""
    return is_loopback(st.get_option("server.address") or "")


def address_for_phones(name: str) -> str:
    """Return the address of a page as phones on this machine's network reach it."""
    return page_for_phones(
        st.context.url or "", None if listens_here_only() else own_address(), name
    )


def say_what_keeps_phones_out(page: str) -> None:
    """Warn where phones cannot reach an address, or may not."""
    if listens_here_only():
        st.warning(ONLY_HERE, icon=":material/wifi_off:")
    elif is_this_machine(urlsplit(page).hostname or ""):
        st.warning(NOT_FOUND, icon=":material/wifi_off:")


def qr_code(name: str, asked: dict[str, str]) -> None:
    """Show a QR code to a page with all that it is asked; none that only this machine could use."""
    page = address_for_phones(name)
    if not listens_here_only():
        st.html(qr_picture(f"{page}?{urlencode(asked)}"))
    say_what_keeps_phones_out(page)


@lru_cache(maxsize=32)
def qr_picture(address: str) -> Html:
    """Return a QR code; kept, because drawing one takes longer than all else on a page."""
    picture = segno.make(address, error="m", micro=False).svg_data_uri(scale=SCALE, border=2)
    return f'<img alt="QR code that leads to {html(address)}" src="{html(picture)}">'
