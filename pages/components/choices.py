"""A choice whose value lives in the address, so that a view can be shared."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, TypeVar

import streamlit as st

from pages.components.messages import plain

T = TypeVar("T")

# What is chosen for a partnership. It stays from page to page: Streamlit takes a choice out of the
# address when its page is left, even where the next page asks for the same.
OF_A_PARTNERSHIP = (
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
PARTNERSHIP = "partnership"
KEPT, PAGE, LAST, SHOWN = "choices-kept", "page-shown", "partnership-last", "place-shown"


def carry_over(page: str, *, has_filters: bool = True) -> None:
    """On coming to another page, keep the place that was chosen on the one before."""
    if st.session_state.get(PAGE, page) == page:
        st.session_state[PAGE] = page
        return
    st.session_state[PAGE] = page
    if not has_filters:
        return
    partnership = st.query_params.get(PARTNERSHIP) or st.session_state.get(LAST)
    carried = {PARTNERSHIP: partnership} if partnership else {}
    _put(carried | chosen_for(partnership), (PARTNERSHIP, *OF_A_PARTNERSHIP))
    st.session_state.pop(SHOWN, None)
    # Only what was there before a run is written into the address.
    st.rerun()


def chosen_for(partnership: str | None) -> dict[str, object]:
    """Return what was chosen for a partnership; what is only usual for it is not among it."""
    kept: dict[str | None, dict[str, object]] = st.session_state.setdefault(KEPT, {})
    return kept.setdefault(partnership, {})


def has_turned(partnership: str, area: str | None = None) -> bool:
    """Tell whether another partnership, or another area of it, was shown until now."""
    shown = st.session_state.get(SHOWN)
    now = (partnership, area)
    if area is None:
        return shown is not None and shown[0] != partnership
    st.session_state[SHOWN] = now
    return shown not in (None, now)


def follow(partnership: str, usual: Mapping[str, str]) -> None:
    """Show a place by what was chosen for its partnership, and by its own usual choices."""
    _put({**usual, **chosen_for(partnership)}, (*usual, "from", "to", "compare-from", "compare-to"))
    st.rerun()


def turn_to(values: Mapping[str, str]) -> None:
    """Set some choices before they are drawn: from a button, or before the filters of a visit."""
    for key, value in values.items():
        st.session_state[key] = value


def _put(values: Mapping[str, object], keys: Iterable[str]) -> None:
    """Set every choice that the address does not make; without a value it is the usual one."""
    for key in keys:
        st.session_state.pop(key, None)
        if key in values:
            st.session_state[key] = values[key]


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
    tell_if_unknown(label, key, names, usual, notices)
    chosen = st.selectbox(
        label, names, index=names.index(usual), key=key, bind="query-params", width=width
    )
    _keep(key, chosen, usual)
    return options[chosen]


def choose_by_id(
    label: str,
    key: str,
    shown: Mapping[str, str],
    notices: list[str],
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
    _keep(key, chosen, usual)
    return chosen


def _keep(key: str, chosen: object, usual: object) -> None:
    if key not in OF_A_PARTNERSHIP:
        return
    kept = chosen_for(st.session_state.get(LAST))
    if chosen == usual:
        kept.pop(key, None)
    else:
        kept[key] = chosen


def _given(key: str) -> str | None:
    """Return what the address says, while no choice has been made on the page itself."""
    return None if key in st.session_state else st.query_params.get(key)


def tell_if_unknown(label: str, key: str, names: list[str], usual: str, notices: list[str]) -> None:
    """Tell that the address asks for something that there is not."""
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


def choose_several(
    label: str, key: str, options: Mapping[str, T], notices: list[str], *, most: int
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
