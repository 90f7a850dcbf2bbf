"""A question as the address of the page that answers it, every part of it said."""

import streamlit as st

from assessment.changes import Question
from assessment.definitions import measure_sets
from assessment.periods import KIND_LABELS


def address_of(question: Question) -> dict[str, str]:
    """Return the query of the Year on year page; the names are those of its filters."""
    place = {
        key: st.session_state[key] for key in ("partnership", "area") if key in st.session_state
    }
    return place | {
        "measures": measure_sets()[question.measure_set].label,
        "period": KIND_LABELS[question.period.kind],
        "ending": f"{question.period.last_day:%B %Y}",
    }
