"""A question as the address of the page that answers it, every part of it said.

Streamlit leaves out of the address what is chosen by itself, such as the latest month: sent to
someone else, such an address shows another month once newer data have come.
"""

import streamlit as st

from assessment.changes import By, Question
from assessment.definitions import measure_sets
from assessment.periods import KIND_LABELS, Period, PeriodKind

YEAR_BEFORE, CHOSEN = "same dates a year earlier", "chosen dates"
ROWS = {
    "measure": By.MEASURE,
    "district": By.DISTRICT,
    "ward": By.WARD,
    "small area (LSOA)": By.LSOA,
}
# What the page asks about how it shows an answer, and where.
AS_CHOSEN = (
    *("partnership", "area", "as-at", "order", "detail"),
    *("weights", "found", "outcomes-of"),
)


def address_of(question: Question, *, rows_asked: bool = True) -> dict[str, str]:
    """Return a question as a query whose names are those of the filters.

    Only the Year on year page asks what its rows are; views of one measure say which it is.
    """
    measures = measure_sets()[question.measure_set]
    measure = {"measure": measures.measure(question.measure).label} if question.measure else {}
    rows = {by: label for label, by in ROWS.items()}
    row_choices = {"by": rows[question.by]} if rows_asked else {}
    return {
        **{key: st.session_state[key] for key in AS_CHOSEN if key in st.session_state},
        "measures": measures.label,
        **_period(question.period),
        **_comparison(question),
        **row_choices,
        **measure,
    }


def _period(period: Period) -> dict[str, str]:
    kind = {"period": KIND_LABELS[period.kind]}
    if period.kind is PeriodKind.CUSTOM:
        return kind | {"from": f"{period.start}", "to": f"{period.last_day}"}
    return kind | {"ending": f"{period.last_day:%B %Y}"}


def _comparison(question: Question) -> dict[str, str]:
    comparison = question.comparison
    if comparison == question.period.year_before():
        return {"comparison": YEAR_BEFORE}
    days = {"compare-from": f"{comparison.start}", "compare-to": f"{comparison.last_day}"}
    return {"comparison": CHOSEN} | days
