"""One of the names there are, or another that is typed: what is typed and left counts."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from assessment.outputs.escaping import Markdown


def known_or_new(
    label: Markdown,
    another: Markdown,
    known: Sequence[str],
    key: str,
    *,
    current: str | None = None,
    most: int | None = None,
    example: str | None = None,
    note: Markdown | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """Let a known name be chosen, or another be typed into a field of its own, which then counts.

    A list that takes new names drops what is typed into it and not entered. This one takes no
    typing at all; what stands in a field counts wherever the next tap goes, in a form as well.
    """
    chosen = None
    if known:
        chosen = st.selectbox(
            label,
            known,
            index=known.index(current) if current in known else None,
            key=key,
            placeholder="Choose one",
            filter_mode=None,
            width=width,
        )
    typed = st.text_input(
        another if known else label,
        key=typed_in(key),
        max_chars=most,
        placeholder=example,
        help=note,
        width=width,
    )
    return " ".join((typed or "").split()) or chosen or ""


def typed_in(key: str) -> str:
    """Return the key of the field that takes what is not in the list."""
    return f"{key}-new"
