"""A choice whose value lives in the address, so that a view can be shared.

What the address says is shown or refused (invalid_address.py), never set right in silence.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, TypeVar

import streamlit as st

from assessment.outputs.escaping import Markdown
from pages.components.address.carried_choices import WRITTEN, keep
from pages.components.address.invalid_address import Unusable, asks, option_of, quoted

T = TypeVar("T")

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)


def turn_to(values: Mapping[str, object]) -> None:
    """Set some choices before they are drawn: from a button, or before the filters of a visit."""
    for key, value in values.items():
        st.session_state[key] = value


def choose(
    label: Markdown,
    key: str,
    options: Mapping[str, T],
    *,
    default: str | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> T:
    """Let one of some named options be chosen."""
    names = list(options)
    usual = default if default is not None and default in options else names[0]
    _take_over(label, key, names)
    chosen = st.selectbox(
        label, names, index=names.index(usual), key=key, bind="query-params", width=width
    )
    keep(key, chosen, usual)
    return options[chosen]


def choose_part(label: Markdown, key: str, parts: Sequence[Markdown]) -> str:
    """Let one part of a page be chosen, which is all that is then drawn."""
    _take_over(label, key, parts)
    chosen = st.segmented_control(
        label,
        parts,
        # Where a button has chosen, that is the choice.
        default=None if key in st.session_state else parts[0],
        key=key,
        label_visibility="collapsed",
        required=True,
        bind="query-params",
    )
    return chosen or parts[0]


def choose_by_id(
    label: Markdown, key: str, shown: Mapping[str, str], *, default: str | None = None
) -> str:
    """Let something be chosen by how it is shown; the address always names it, by its id."""
    names = list(shown)
    written: dict[str, str] = st.session_state.setdefault(WRITTEN, {})
    asks(label, key)
    texts = st.query_params.get_all(key)
    # By a link, by the browser's Back: what the page has not written there itself; or what it has,
    # and is there no longer.
    if texts and (texts != [written.get(key)] or texts[0] not in shown):
        st.session_state[key] = option_of(label, key, texts, shown)
    elif st.session_state.get(key) not in shown:
        st.session_state[key] = default if default in shown else names[0]
    chosen: str = st.selectbox(label, names, key=key, format_func=shown.__getitem__)
    if st.query_params.get_all(key) != [chosen]:
        st.query_params[key] = chosen
    written[key] = chosen
    keep(key, chosen, None)
    return chosen


def choose_day(label: Markdown, key: str, usual: date) -> date:
    """Let a day be chosen."""
    if texts := asks(label, key):
        day = _day(label, key, texts)
        if texts != [day.isoformat()]:
            _say_it_so(key, day.isoformat())
    chosen = st.date_input(
        label,
        value=usual,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key=key,
        format="DD/MM/YYYY",
        bind="query-params",
        required=True,
    )
    keep(key, chosen, usual)
    return chosen


def choose_several(
    label: Markdown, key: str, options: Mapping[str, T], *, most: int, usually: int = 1
) -> tuple[T, ...]:
    """Let several be chosen, by itself as many of the first as are `usually`.

    In the address a name stands once for each: `?beside=A&beside=B`.
    """
    names = list(options)
    texts = [text for text in asks(label, key) if text]
    wanted = [option_of(label, key, [text], dict(zip(names, names, strict=True))) for text in texts]
    if len(set(wanted)) > most:
        said = (
            f"The address asks for {len(set(wanted))} of {label.lower()}, where {most} can stand."
        )
        raise Unusable(said, {}, key)
    if wanted != texts:
        _say_it_so(key, list(dict.fromkeys(wanted)))
    chosen: list[str] = st.multiselect(
        label, names, default=names[:usually], key=key, max_selections=most, bind="query-params"
    )
    return tuple(options[name] for name in chosen)


def _take_over(label: Markdown, key: str, names: Sequence[str]) -> None:
    if texts := asks(label, key):
        option = option_of(label, key, texts, {name: name for name in names})
        if texts != [option]:
            _say_it_so(key, option)


def _say_it_so(key: str, value: str | list[str]) -> None:
    """Let the address say what it means in the words of the page, and read it again."""
    st.query_params[key] = value
    st.rerun()


def _day(label: Markdown, key: str, texts: Sequence[str]) -> date:
    try:
        (day,) = {date.fromisoformat(text) for text in texts}
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise Unusable(
            f"The address asks for {label.lower()} {', '.join(quoted(texts))}. A day is written "
            f"like 2024-04-30, from {FIRST_DAY.year} to {LAST_DAY.year}.",
            {},
            key,
        )
    return day
