"""The limits of a step: up to which value it goes or, for a change, between which ends it lies."""

from dataclasses import replace
from math import nan

import streamlit as st

from assessment.definitions import Indicator
from assessment.definitions.schemes.scoring_rules import VERDICTS, Condition, Cut, ValuePart, cut_of
from assessment.outputs.escaping import Markdown, as_label
from assessment.risk_matrix.schemes.scheme_editing import without
from pages.schemes.form_fields import button, number

WAYS = {True: "at most", False: "below"}
PARTS = {
    ValuePart.VALUE: "the change itself is",
    ValuePart.LOW: "the lower end of its range is",
    ValuePart.HIGH: "the upper end of its range is",
    ValuePart.VERDICT: "what Year on year says of it is",
}
ANOTHER = Condition(ValuePart.LOW, may_equal=False, limit=nan)


def edit_cut(indicator: Indicator, cut: Cut, key: str, of: str) -> tuple[Cut, bool]:
    """Ask for the limits of a step; tell, too, whether there are more or fewer of them now.

    Limits that nobody changes stay as they were written.
    """
    kept = tuple(
        _condition(indicator, condition, f"{key}-{place}", is_first=place == 0)
        for place, condition in enumerate(cut.conditions)
    )
    wanted = kept
    if indicator.has_interval:
        with st.container(horizontal=True):
            if button("A further limit", of, f"{key}-further", ":material/add:"):
                wanted = (*kept, ANOTHER)
            if len(kept) > 1 and button(
                "Without the last limit", of, f"{key}-fewer", ":material/close:"
            ):
                wanted = without(kept, len(kept) - 1)
    return cut if wanted == cut.conditions else cut_of(wanted), wanted != kept


def _condition(
    indicator: Indicator, condition: Condition, key: str, *, is_first: bool
) -> Condition:
    """Ask for one limit."""
    ways, parts, part = list(WAYS), list(PARTS), condition.part
    with st.container(horizontal=True, vertical_alignment="bottom", width="content"):
        if indicator.has_interval:
            part = st.selectbox(
                "If" if is_first else "and",
                parts,
                parts.index(part),
                format_func=PARTS.__getitem__,
                key=f"{key}-part",
                width=300,
            )
        if part is ValuePart.VERDICT:
            return _verdict(condition, key)
        may_equal = st.selectbox(
            "at most or below" if indicator.has_interval else "If it is",
            ways,
            ways.index(condition.may_equal),
            format_func=WAYS.__getitem__,
            key=f"{key}-way",
            width=170,
        )
        limit = number(f"Limit{_unit(indicator)}", condition.limit, f"{key}-limit", width=170)
    return replace(condition, part=part, may_equal=may_equal, limit=limit)


def _verdict(condition: Condition, key: str) -> Condition:
    """Ask for a verdict: the limit holds for it, and for better news."""
    before = condition.limit if condition.part is ValuePart.VERDICT else 0
    said = st.selectbox(
        "at the worst", VERDICTS, int(before), format_func=as_label, key=f"{key}-verdict", width=200
    )
    return Condition(ValuePart.VERDICT, may_equal=True, limit=float(VERDICTS.index(said)))


def _unit(indicator: Indicator) -> Markdown:
    unit = indicator.unit.strip()
    return f" ({as_label(unit)})" if unit else ""
