"""A choice whose value lives in the address, so that a view can be shared."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeVar

import streamlit as st

from pages.components.messages import plain

T = TypeVar("T")

# What stays chosen from page to page. Streamlit takes a choice out of the address when its page is
# left, even where the next page asks for the same.
CARRIED = (
    "partnership",
    "area",
    "measures",
    "period",
    "ending",
    "from",
    "to",
    "comparison",
    "compare-from",
    "compare-to",
)
KEPT, PAGE = "choices-kept", "page-shown"


def carry_over(page: str) -> None:
    """On coming to another page, keep the place that was chosen on the one before."""
    if st.session_state.get(PAGE, page) == page:
        st.session_state[PAGE] = page
        return
    st.session_state[PAGE] = page
    kept = st.session_state.get(KEPT, {})
    for key in kept.keys() - set(st.query_params):
        st.session_state[key] = kept[key]
    # Only what was there before a run is written into the address.
    st.rerun()


def choose(
    label: str,
    key: str,
    options: Mapping[str, T],
    notices: list[str],
    *,
    default: str | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> T:
    """Let one of some named options be chosen; a name in the address that is not there is told."""
    names = list(options)
    usual = default if default in options else names[0]
    _tell_if_unknown(label, key, names, usual, notices)
    chosen = st.selectbox(
        label, names, index=names.index(usual), key=key, bind="query-params", width=width
    )
    _keep(key, chosen)
    return options[chosen]


def choose_day(label: str, key: str, usual: date, notices: list[str]) -> date:
    """Let a day be chosen."""
    given = _given(key)
    if given is not None and not _is_day(given):
        notices.append(_unknown(label, given, f"{usual:%d/%m/%Y}"))
    chosen = st.date_input(
        label,
        value=usual,
        min_value=date(1990, 1, 1),
        max_value=date(2100, 12, 31),
        key=key,
        format="DD/MM/YYYY",
        bind="query-params",
        required=True,
    )
    _keep(key, chosen)
    return chosen


def _keep(key: str, chosen: object) -> None:
    if key in CARRIED:
        st.session_state.setdefault(KEPT, {})[key] = chosen


def _given(key: str) -> str | None:
    """Return what the address says, while no choice has been made on the page itself."""
    return None if key in st.session_state else st.query_params.get(key)


def _tell_if_unknown(
    label: str, key: str, names: list[str], usual: str, notices: list[str]
) -> None:
    given = _given(key)
    if given is not None and given not in names:
        notices.append(_unknown(label, given, usual))


def _unknown(label: str, given: str, usual: str) -> str:
    return (
        f"The address asks for {label.lower()} “{plain(given, 60)}”, which there is not. "
        f"Shown instead: {plain(usual)}."
    )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
