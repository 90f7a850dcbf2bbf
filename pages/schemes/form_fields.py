"""Small parts of the form: numbers that may be missing, buttons of a row, and faults beside it."""

from collections.abc import Iterable, Sequence
from math import isfinite, nan
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.definitions import Scheme
from assessment.definitions.toml_reader import Fault, Place
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.schemes import scheme_wording as wording

NARROW = 150
# As wide as the page at most: nothing else stands beside it.
ROW = 1100


def number(label: Markdown, value: float, key: str, *, width: int = NARROW) -> float:
    """Ask for a number; an empty field is no number, which is a fault and not a 0."""
    entered = st.number_input(
        label,
        value=value if isfinite(value) else None,
        step=1.0,
        format="%g",
        key=key,
        width=width,
    )
    return nan if entered is None else float(entered)


def button(label: Markdown, of: str, key: str, icon: str, *, disabled: bool = False) -> bool:
    """Draw one of several buttons that look the same: what it is of is in its name, out of sight.

    People who hear the page, or speak to it, do not see the row. The style sheet hides what is
    emphasised in a button whose key begins so.
    """
    name = f"{label} *{markdown(of.strip())}*"
    return st.button(name, key=f"one-of-{key}", icon=icon, disabled=disabled)


def row_of(rows: Sequence[int], place: int) -> DeltaGenerator:
    """Return where an entry of a list stands; rows of what was taken out are empty above it."""
    before = rows[place - 1] + 1 if place else 0
    for _ in range(before, rows[place]):
        st.container()
    return st.container()


def tell(
    faults: Iterable[Fault], scheme: Scheme, *, width: int | Literal["stretch"] = "stretch"
) -> None:
    """Say faults beside the thing that they are of.

    They have their place also while there are none: what moves down the page loses what is being
    typed into it.
    """
    lines = [f"- {markdown(wording.fault(fault, scheme), 1000)}" for fault in faults]
    with st.container(width=width):
        if lines:
            st.error("\n".join(lines), icon=":material/error:")


def names(scheme: Scheme) -> dict[str, str]:
    """Return criteria as they are chosen among: numbered, as two may have one name for a while."""
    return {
        criterion.id: f"{place}. {criterion.label}"
        for place, criterion in enumerate(scheme.criteria, 1)
    }


def within(faults: Iterable[Fault], place: Place) -> list[Fault]:
    """Return the faults of an entry and of what is in it."""
    return [fault for fault in faults if fault.place[: len(place)] == place]


def of_the_whole(faults: Iterable[Fault], *fields: str) -> list[Fault]:
    """Return the faults of some fields that are not in any entry."""
    return [fault for fault in faults if not fault.place and fault.where in fields]
