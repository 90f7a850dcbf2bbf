"""The way in for phones: the address of the page Score on this machine, as text and as QR code."""

import streamlit as st

from assessment.outputs.escaping import Html, html
from assessment.risk_matrix.workshop.workshops import Workshop
from pages.components.address.dashboard_address import CODE
from pages.components.qr_code import (
    address_for_phones,
    picture_for_phones,
    say_what_keeps_phones_out,
)


def show_way_in(workshop: Workshop) -> None:
    """Show code, QR code and address, large enough for a hall, and what keeps phones out."""
    page = address_for_phones("score")
    st.html(_way_in(page, workshop.code))
    say_what_keeps_phones_out(page)


def _way_in(page: str, code: str) -> Html:
    """Return what is shown: the code to type stands beside the one to scan, if that can be."""
    picture = picture_for_phones(page, {CODE: code})
    ways = "Scan, or open" if picture else "Open"
    return (
        f'<div class="way-in">{picture}'
        f'<div><p>{ways} <span class="where">{html(page)}</span> and type</p>'
        f'<p class="code">{code}</p></div></div>'
    )
