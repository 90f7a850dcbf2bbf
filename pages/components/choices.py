"""A choice whose value lives in the address, so that a view can be shared."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeVar

import streamlit as st

from assessment.outputs.escaping import Markdown, markdown
from pages.components.carrying import keep

T = TypeVar("T")


def turn_to(values: Mapping[str, str]) -> None:
    """Set some choices before they are drawn: from a button, or before the filters of a visit."""
    for key, value in values.items():
        st.session_state[key] = value


def choose(
    label: Markdown,
    key: str,
    options: Mapping[str, T],
    notices: list[Markdown],
    *,
    default: str | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> T:
    """Let one of some named options be chosen; a name in the address that is not there is told."""
    names = list(options)
    usual = default if default in options else names[0]
    tell_if_unknown(label, key, names, usual, notices)
    chosen = st.selectbox(
        label, names, index=names.index(usual), key=key, bind="query-params", width=width
    )
    keep(key, chosen, usual)
    return options[chosen]


def choose_by_id(
    label: Markdown,
    key: str,
    shown: Mapping[str, str],
    notices: list[Markdown],
    *,
    default: str | None = None,
) -> str:
    """Let something be chosen by how it is shown; the address names it by its id, which stays."""
    names = list(shown)
    usual = default if default in shown else names[0]
    tell_if_unknown(label, key, names, shown[usual], notices)
    if st.session_state.get(key) not in shown:
        asked = st.query_params.get(key)
        st.session_state[key] = asked if asked in shown else usual
    chosen: str = st.selectbox(label, names, key=key, format_func=shown.__getitem__)
    if st.query_params.get_all(key) != [chosen]:
        st.query_params[key] = chosen
    return chosen


def choose_day(label: Markdown, key: str, usual: date, notices: list[Markdown]) -> date:
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
    keep(key, chosen, usual)
    return chosen


def _given(key: str) -> str | None:
    """Return what the address says, while no choice has been made on the page itself."""
    return None if key in st.session_state else st.query_params.get(key)


def tell_if_unknown(
    label: Markdown, key: str, names: list[str], usual: str, notices: list[Markdown]
) -> None:
    """Tell that the address asks for something that there is not."""
    given = _given(key)
    if given is not None and given not in names:
        notices.append(_unknown(label, given, usual))


def _unknown(label: Markdown, given: str, usual: str) -> Markdown:
    return (
        f"The address asks for {label.lower()} “{markdown(given, 60)}”, which there is not. "
        f"Shown instead: {markdown(usual)}."
    )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def choose_several(
    label: Markdown,
    key: str,
    options: Mapping[str, T],
    notices: list[Markdown],
    *,
    most: int,
) -> tuple[T, ...]:
    """Let several be chosen, the first by itself; names in the address that are not there are told.

    In the address a name stands once for each: `?beside=A&beside=B`.
    """
    names = list(options)
    given = [] if key in st.session_state else st.query_params.get_all(key)
    unknown = [each for each in given if each and each not in names]
    notices.extend(_unknown(label, each, "what is left") for each in unknown)
    chosen: list[str] = st.multiselect(
        label, names, default=names[:1], key=key, max_selections=most, bind="query-params"
    )
    return tuple(options[each] for each in chosen)
