"""A chart with its text alternative and its table: never the one without the others."""

# Plotly looks into pandas wherever it finds it, though another page may only be half through
# importing it: once it is imported here, a page that draws a chart has waited for the whole of it.
import pandas  # noqa: F401
import streamlit as st

from assessment.outputs.charts import CONFIG, Figure
from assessment.outputs.charts.drawn_chart import DrawnChart


def figure(chart: Figure, alt: str, table: str, key: str) -> None:
    """Show a chart; what it shows can be heard, and read as numbers below it."""
    st.plotly_chart(chart, theme=None, config=CONFIG, alt=alt, key=key)
    with st.expander("The chart's numbers as a table", icon=":material/table:"):
        st.html(table)


def drawn(chart: DrawnChart, key: str) -> None:
    """Show a chart that is described as data."""
    figure(chart.figure, chart.alt, chart.table, key)
