"""What loading a checked file would change: each record or count, and figures that are quoted."""

from collections.abc import Sequence

import streamlit as st

from assessment.intake.load_report import LoadReport
from assessment.intake.versions.count_differences import CountDifference
from assessment.intake.versions.record_differences import RecordDifference
from assessment.outputs.differences_table import differences_table, figure_changes_table
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from pages.components.downloads import download

MOST_SHOWN = 20
SHOWN = ("Change", "Reference", "Date", "Counted as", "District")
COUNTS_SHOWN = ("Change", "Area", "Period", "Counted as", "Count")
FIGURES = ("Figure", "Now", "After loading")


def load_changes(report: LoadReport, number: int) -> None:
    """Show what becomes of what is there; `number` tells the files that wait apart."""
    if not report.differences_in_words:
        return
    with st.expander(f"What loading would change: {markdown(report.differences_in_words, 500)}"):
        if report.differences:
            _records(report.differences.rows)
        if report.count_differences:
            _counts(report.count_differences.rows)
        download(
            f"what-loading-changes-{number + 1}",
            lambda: differences_table([report]),
            key=f"differences-{number}",
        )
        if report.differences:
            _figures(report, number)


def _counts(rows: Sequence[CountDifference]) -> None:
    shown = [
        (
            row.changed or row.change,
            row.area,
            row.period,
            _from_to(row.counted_before, row.counted_now),
            _from_to(row.count_before, row.count_now),
        )
        for row in rows[:MOST_SHOWN]
    ]
    caption = f"The first {len(shown)} counts" if len(rows) > len(shown) else "Each count"
    st.html(html_table(caption, COUNTS_SHOWN, shown))


def _records(rows: Sequence[RecordDifference]) -> None:
    shown = [
        (
            row.changed or row.change,
            row.reference or "none",
            _from_to(row.day_before, row.day_now),
            _from_to(row.counted_before, row.counted_now),
            _from_to(row.district_before, row.district_now),
        )
        for row in rows[:MOST_SHOWN]
    ]
    caption = f"The first {len(shown)} records" if len(rows) > len(shown) else "Each record"
    st.html(html_table(caption, SHOWN, shown))


def _figures(report: LoadReport, number: int) -> None:
    if not report.figures:
        st.markdown("No figure that an assessment quotes, or of the latest year, would change.")
        return
    rows = [
        (
            (f"{figure.measure}, {figure.place}", f"{figure.quoted_in}; {figure.period}"),
            (_count(figure.before.current), _beside(figure.before.previous, figure.before.verdict)),
            (_count(figure.after.current), _beside(figure.after.previous, figure.after.verdict)),
        )
        for figure in report.figures[:MOST_SHOWN]
    ]
    more = len(report.figures) > len(rows)
    caption = "Figures that would change" + (f", the first {len(rows)}" if more else "")
    st.html(html_table(caption, FIGURES, rows))
    download(
        f"figures-that-loading-changes-{number + 1}",
        lambda: figure_changes_table([report]),
        key=f"figures-{number}",
    )


def _beside(previous: int | None, verdict: str) -> str:
    return f"{_count(previous)} the year before: {verdict}"


def _count(records: int | None) -> str:
    return "no data" if records is None else f"{records:,}"


def _from_to(before: object, now: object) -> str:
    """Say what was and what is, once where they are the same."""
    values = dict.fromkeys(str(value) for value in (before, now) if value is not None)
    return " to ".join(values) or "none"
