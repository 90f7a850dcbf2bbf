"""A page as a hall sees it: no menu, no filters, large letters, and keys to go on by."""

import streamlit as st

from assessment.outputs.escaping import Markdown
from pages.components import look
from pages.components.address.presented import PRESENT

# Arrows are on every keyboard; a presenter's remote control sends the other two.
BACK_KEYS, ON_KEYS = ("Left", "PageUp"), ("Right", "PageDown")


def begin() -> None:
    """Take away all that stands around a page, but for the way back to it."""
    look.as_in_a_hall()
    with st.container(key="end-presenting", width="content"):
        st.button("End", icon=":material/close:", shortcut="Esc", on_click=_turn_to, args=(None,))


def offer(first: str) -> None:
    """Offer to show this view to a hall, from its first slide or whole."""
    st.button("Present", icon=":material/slideshow:", on_click=_turn_to, args=(first,))


def turn_pages(at: int, of: int) -> None:
    """Lead from slide `at`, the first being 1, to the one before and the one after."""
    with st.container(horizontal=True, vertical_alignment="center", key="slides"):
        _keys("Back", BACK_KEYS, at - 1, is_there=at > 1)
        st.html(f'<p class="slide-number" role="status">{at} of {of}</p>', width="content")
        _keys("Next", ON_KEYS, at + 1, is_there=at < of)


def _keys(label: Markdown, keys: tuple[str, ...], to: int, *, is_there: bool) -> None:
    """Put one button that is seen, and for each further key one that is not."""
    for number, key in enumerate(keys):
        with st.container(key=f"{'seen' if number == 0 else 'for-key'}-{key}", width="content"):
            st.button(
                label,
                key=f"turn-{key}",
                shortcut=key,
                type="primary" if keys is ON_KEYS else "secondary",
                disabled=not is_there,
                on_click=_turn_to,
                args=(f"{to}",),
            )


def _turn_to(value: str | None) -> None:
    """Let the address say it, so that the browser's Back leads back."""
    if value is None:
        st.query_params.pop(PRESENT, None)
    else:
        st.query_params[PRESENT] = value
