"""A chart with its text alternative and its table: never the one without the others."""

from collections.abc import Callable

# Plotly looks into pandas wherever it finds it, though another page may only be half through
# importing it: once it is imported here, a page that draws a chart has waited for the whole of it.
import pandas  # noqa: F401
import streamlit as st

from assessment.outputs.charts import CONFIG, Figure
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart
from assessment.outputs.escaping import Html


def figure(chart: Figure, alt: str, table: str, key: str) -> None:
    """Show a chart; what it shows can be heard, and read as numbers below it."""
    st.plotly_chart(chart, theme=None, config=CONFIG, alt=alt, key=key)
    _table(table)


def _table(table: Html) -> None:
    with st.expander("The chart's numbers as a table", icon=":material/table:"):
        st.html(table)


def drawn(chart: DrawnChart, key: str) -> None:
    """Show a chart that is described as data."""
    figure(chart.figure, chart.alt, chart.table, key)


def pressed(chart: DrawnChart, key: str, on_press: Callable[[str], None]) -> None:
    """Show a chart whose named points can be pressed; whoever has no pointer is offered the same.

    Every press is of a chart of its own: what was pressed is otherwise kept, and shown as chosen.
    """
    presses = st.session_state.setdefault(f"{key}-presses", 0)
    own = f"{key}-{presses}"

    def press() -> None:
        points = st.session_state[own].selection.points
        names = [point["customdata"][0] for point in points if point.get("customdata")]
        if names:
            st.session_state[f"{key}-presses"] = presses + 1
            on_press(names[0])

    st.plotly_chart(
        chart.figure,
        theme=None,
        config=CONFIG,
        alt=chart.alt,
        key=own,
        on_select=press,
        selection_mode="points",
    )
    _table(chart.table)
