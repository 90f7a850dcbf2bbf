"""How a figure came about: dates, definition, extracts, records and the SQL that counted them."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assessment.changes import QueryUsed, Working, YearOnYear
from assessment.outputs import working_text
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.periods import in_words
from pages.components.lazy_expander import folded

RUN_AGAIN = (
    "The query with these values, to copy and run again in DuckDB. Run it on a copy of the store: "
    "the dashboard holds the store itself while it is open. Monthly counts are read for all months "
    "there are; a figure adds up those of its periods."
)


def working(behind: Working, title: Markdown, parts: Sequence[Working] = ()) -> None:
    """Show the working of a figure, one click away; of a table, with that of each measure."""
    folded(title, ":material/manage_search:", lambda: _draw(behind, parts))


def _draw(behind: Working, parts: Sequence[Working]) -> None:
    st.markdown(working_text.working_in_words(behind, parts))
    if len(parts) > 1:
        with st.expander(f"Definitions of the {len(parts)} measures"):
            st.markdown(working_text.definitions_in_words(parts))
    for query in behind.queries:
        _query(query)


def _query(query: QueryUsed) -> None:
    """Show a query with its values, so that anyone can ask it again."""
    first, last = (value for value in query.given.values() if isinstance(value, date))
    with st.expander(
        f"SQL: {markdown(query.path)}, from {in_words(first)} until before {in_words(last)}"
    ):
        st.markdown(markdown(query.purpose))
        rows = list(working_text.values(query))
        st.html(html_table("What it was asked with", ("Parameter", "Value"), rows))
        st.caption(RUN_AGAIN)
        st.code(working_text.statement(query), language="sql", wrap_lines=True)


def parts_of(answer: YearOnYear) -> list[Working]:
    """Return the working of each measure that an answer has a row for."""
    shown = dict.fromkeys(change.measure.id for change in answer.changes)
    return [answer.by_measure[measure] for measure in shown]
