"""What is chosen for a partnership, carried from page to page, and from one place to another."""

from collections.abc import Iterable, Mapping

import streamlit as st

# Streamlit takes a choice out of the address when its page is left, even where the next page asks
# for the same.
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
ASSESSMENT = "assessment"
KEPT, PAGE, LAST, SHOWN = "choices-kept", "page-shown", "partnership-last", "place-shown"
# What this page has itself put into its address: anything else there is asked for.
WRITTEN = "address-written"


def carry_over(page: str, *, has_filters: bool = True) -> None:
    """On coming to another page, keep the place that was chosen on the one before.

    What the address names is left to the address.
    """
    if st.session_state.get(PAGE, page) == page:
        st.session_state[PAGE] = page
        return
    st.session_state[PAGE] = page
    st.session_state.pop(WRITTEN, None)
    if not has_filters:
        return
    last = st.session_state.get(LAST)
    partnership = st.query_params.get(PARTNERSHIP, last)
    carried = {PARTNERSHIP: last} if last else {}
    values = carried | chosen_for(partnership)
    unsaid = {key: value for key, value in values.items() if key not in st.query_params}
    _put(unsaid, (PARTNERSHIP, *OF_A_PARTNERSHIP))
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


def keep(key: str, chosen: object, usual: object) -> None:
    """Keep what is chosen for the partnership that is shown, unless it is what is usual."""
    if key not in (*OF_A_PARTNERSHIP, ASSESSMENT):
        return
    kept = chosen_for(st.session_state.get(LAST))
    if chosen == usual:
        kept.pop(key, None)
    else:
        kept[key] = chosen


def _put(values: Mapping[str, object], keys: Iterable[str]) -> None:
    """Set some choices; without a value, each is the usual one."""
    for key in keys:
        st.session_state.pop(key, None)
        if key in values:
            st.session_state[key] = values[key]
