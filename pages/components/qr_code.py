"""A QR code that leads a phone to a page, and what keeps phones from it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from assessment.outputs.escaping import Html, Markdown, html
from pages.components.address.dashboard_address import (
    is_loopback,
    is_this_machine,
    own_address,
    page_for_phones,
)

SCALE = 8
ONLY_HERE = (
    "Phones cannot reach this: the dashboard listens to this machine only, and has no address for "
    "them. The user guide says how to open it to a closed network."
)
NOT_FOUND = (
    "This machine is on no network that could be found, so there is no address for phones. Open "
    "this page under the address that the machine has on the network of the phones."
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
    """Warn where phones cannot reach an address: what is missing for them to."""
    if why := _kept_out(page):
        st.warning(why, icon=":material/wifi_off:")


def _kept_out(page: str) -> Markdown:
    if listens_here_only():
        return ONLY_HERE
    return NOT_FOUND if is_this_machine(urlsplit(page).hostname or "") else ""


def qr_code(name: str, asked: Mapping[str, str | Sequence[str]]) -> None:
    """Show a QR code to a page with all that it is asked; none that only this machine could use."""
    page = address_for_phones(name)
    if picture := picture_for_phones(page, asked):
        st.html(picture)
    say_what_keeps_phones_out(page)


def picture_for_phones(page: str, asked: Mapping[str, str | Sequence[str]]) -> Html:
    """Return the QR code to a page with all that it is asked; '' where phones cannot reach it."""
    return "" if _kept_out(page) else qr_picture(f"{page}?{urlencode(asked, doseq=True)}")


@lru_cache(maxsize=32)
def qr_picture(address: str) -> Html:
    """Return a QR code; kept, because drawing one takes longer than all else on a page."""
    picture = segno.make(address, error="m", micro=False).svg_data_uri(scale=SCALE, border=2)
    return f'<img alt="QR code that leads to {html(address)}" src="{html(picture)}">'
