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
PARTNERSHIP, ASSESSMENT = "partnership", "assessment"
# What the views of one measure have besides.
MEASURE = "measure"
OF_ONE_MEASURE = ("trend", "places", "times", "peers", "evaluation", "victims", "beside")
# What marks a whole force among the partnerships of an address; it has no priorities of its own.
FORCE = "force:"
OF_PARTNERSHIPS = ("risk_matrix", "priorities")
CARRIED_TO = {
    **dict.fromkeys(
        ("", "year_on_year", "harm", "outcomes", "findings"), (PARTNERSHIP, *OF_A_PARTNERSHIP)
    ),
    "my_ward": (PARTNERSHIP,),
    **dict.fromkeys(OF_ONE_MEASURE, (PARTNERSHIP, *OF_A_PARTNERSHIP, MEASURE)),
    **dict.fromkeys(OF_PARTNERSHIPS, (PARTNERSHIP, ASSESSMENT)),
}
KEPT, PAGE, LAST, SHOWN = "choices-kept", "page-shown", "partnership-last", "place-shown"
CARRIED = "choices-carried"
# What the addresses of this visit have said, on any page.
SAID = "addresses-said"
# What this page has itself put into its address: anything else there is asked for.
WRITTEN = "address-written"
# The names that choices of this page have in the address, with their labels.
ASKED = "address-asked"


def force_key(force: str) -> str:
    """Return how an address names a whole force, beside partnerships."""
    return f"{FORCE}{force}"


def carry_over(page: str) -> None:
    """On coming to another page, put into its address what was chosen on the one before.

    What the address names is left to the address.
    """
    before = st.session_state.get(PAGE, page)
    st.session_state[PAGE] = page
    if before == page:
        return
    # Two pages may have a choice of one name: neither is the other's.
    for key in (WRITTEN, SHOWN, *OF_A_PARTNERSHIP, *st.session_state.get(ASKED, {})):
        st.session_state.pop(key, None)
    names, last_place = CARRIED_TO.get(page, ()), st.session_state.get(LAST, "")
    if page in OF_PARTNERSHIPS and last_place.startswith(FORCE):
        return
    partnership = st.query_params.get(PARTNERSHIP, last_place)
    values = {PARTNERSHIP: last_place, **chosen_for(partnership)}
    carried = {
        key: str(values[key]) for key in names if values.get(key) and key not in st.query_params
    }
    if carried:
        st.session_state[CARRIED] = carried
        st.query_params.update(carried)
        # Read as if it had been the address of a link.
        st.rerun()


def let_go(keys: Iterable[str]) -> bool:
    """Take what this visit's other pages put there out of the address; tell whether any did.

    Either it was carried here and does not exist any more; or this page has no such choice, and
    Streamlit has written another page's beside its name, where Back finds it. An address that is
    typed begins another visit. What this page itself asks for, and has shown, is never left out.
    """
    carried: dict[str, str] = st.session_state.get(CARRIED, {})
    seen: set[tuple[str, str]] = st.session_state.get(SAID, set())
    choices: Mapping[str, str] = st.session_state.get(ASKED, {})
    foreign = [
        key
        for key in keys
        if st.query_params.get_all(key) == [carried.get(key)]
        or (key not in choices and _alone(key) in seen)
    ]
    for key in foreign:
        del st.query_params[key]
    return bool(foreign)


def remember_address() -> None:
    """Remember all that the address says, once the page has been shown."""
    entries = {(key, st.query_params[key]) for key in st.query_params}
    st.session_state.setdefault(SAID, set()).update(entries)


def _alone(key: str) -> tuple[str, str] | None:
    """Return a name with its value, if it has one value."""
    match st.query_params.get_all(key):
        case [value]:
            return key, value
    return None


def chosen_for(partnership: str | None) -> dict[str, object]:
    """Return what was chosen for a partnership, without what is only usual for it."""
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


def follow(partnership: str, usual: Mapping[str, object]) -> None:
    """Show a place by what was chosen for its partnership, and by its own usual choices."""
    _put({**usual, **chosen_for(partnership)}, OF_A_PARTNERSHIP[1:])
    st.rerun()


def keep(key: str, chosen: object, usual: object) -> None:
    """Keep what is chosen for the partnership that is shown, unless it is what is usual."""
    if key not in (*OF_A_PARTNERSHIP, MEASURE, ASSESSMENT):
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
