"""What was understood of a file, before it is loaded and after."""

from collections.abc import Sequence

import streamlit as st

from assessment.intake.load_report import ColumnRead, LoadReport, category_name
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.tables import as_csv
from assessment.periods import how_many, parse_month
from pages.components.downloads import download_file

HEADINGS = {
    LoadStatus.CHECKED: ("ready to load", ":material/fact_check:"),
    LoadStatus.LOADED: ("loaded", ":material/check_circle:"),
    LoadStatus.UNCHANGED: ("here already", ":material/info:"),
    LoadStatus.ASKS: ("a question first", ":material/help:"),
    LoadStatus.REFUSED: ("not loaded", ":material/error:"),
}
REFUSED_HEADER = ("file", "sheet", "row", "column", "expected", "found", "raw")
MOST_LISTED = 12
UNUSED = "unused"


def upload_report(report: LoadReport) -> None:
    """Show a report: the counts, what they are counts of, and everything that is wrong."""
    checked = report.status is LoadStatus.CHECKED and report.rows.changes_nothing
    word, icon = HEADINGS[LoadStatus.UNCHANGED if checked else report.status]
    with st.container(border=True):
        st.subheader(f"{icon} {markdown(report.file)}: {word}", anchor=False)
        st.markdown(_in_words(report))
        _what_would_change(report)
        _questions(report)
        if report.problems:
            problems = "\n".join(f"- {markdown(problem, 2000)}" for problem in report.problems)
            st.warning(f"**To know about this file**\n\n{problems}", icon=":material/rule:")
        _tables(report)
        _refused_rows(report)


def months_in_words(months: tuple[str, ...]) -> Markdown:
    """Write months as reports do, with any that are missing between the first and the last."""
    if not months:
        return "no months"
    parsed = [parse_month(month) for month in months]
    first, last = (f"{month:%B %Y}" for month in (parsed[0], parsed[-1]))
    count = how_many(parsed)
    return f"{first} ({count})" if first == last else f"{first} to {last} ({count})"


def _in_words(report: LoadReport) -> Markdown:
    rows = report.rows
    verb = "added" if report.status is LoadStatus.LOADED else "would be added"
    parts = [
        f"**{rows.read:,}** rows read for {_source(report)}",
        months_in_words(report.months),
        "**nothing** to add" if rows.changes_nothing else f"**{rows.loaded:,}** {verb}",
        f"{rows.unchanged:,} already there" if rows.unchanged else "",
        f"{rows.revised:,} revised" if rows.revised else "",
        f"{rows.withdrawn:,} withdrawn, because this file no longer has them"
        if rows.withdrawn
        else "",
        f"{rows.repeated:,} repeat a reference" if rows.repeated else "",
        f"{rows.cancelled:,} cancelled and left out" if rows.cancelled else "",
        f"**{rows.rejected:,} refused**" if rows.rejected else "",
        f"{report.unlocated:,} without a district: counted for the force only"
        if report.unlocated
        else "",
        f"**{report.nowhere:,} counted nowhere**" if report.nowhere else "",
    ]
    return " · ".join(part for part in parts if part)


def _source(report: LoadReport) -> Markdown:
    known = ", known by its columns" if report.is_source_proposed else ""
    return f"source **{markdown(report.source or 'not known yet')}**{known}"


def _what_would_change(report: LoadReport) -> None:
    """Warn, before a file is loaded, that records that are there already would change."""
    rows = report.rows
    if report.status is LoadStatus.CHECKED and (rows.revised or rows.withdrawn):
        st.warning(
            f"**Loading this changes what is already there:** {rows.revised:,} records would get "
            f"a new version, and {rows.withdrawn:,} would be withdrawn because this file no longer "
            "has them. Figures published from the earlier extract may differ.",
            icon=":material/published_with_changes:",
        )


def _questions(report: LoadReport) -> None:
    """Say that a question is open: it is answered below, and nothing can be loaded before."""
    if report.questions:
        count = count_of(len(report.questions), "question")
        st.info(f"**{count} first.** Answer below, and check again.", icon=":material/help:")


def _tables(report: LoadReport) -> None:
    if not (report.measures or report.districts or report.sample or report.columns):
        return
    with st.expander("What was understood", expanded=report.status is LoadStatus.CHECKED):
        left, right = st.columns(2)
        left.html(_counted("Counted as", "Measure", report.measures))
        right.html(_counted("Where", "District", report.districts))
        if report.flags:
            left.html(html_table("Marked as", ("Flag", "Rows"), report.flags))
        if report.unmapped:
            named = tuple((category_name(text), rows) for text, rows in report.unmapped)
            st.html(_counted("Categories not known yet", "Category", named))
        if report.columns:
            st.html(columns_table(report.columns))
        if report.sample:
            # What no row has needs no room: words are cut in two where a table is too wide.
            header = [name for name in report.sample[0] if any(row[name] for row in report.sample)]
            rows = [[row[name] for name in header] for row in report.sample]
            st.html(html_table("Some rows, as they were read", header, rows))


def columns_table(columns: Sequence[ColumnRead]) -> str:
    """Return the table of what each column was read as, with some of what stands in it."""
    header = ("Column", "Read as", "For example", "How sure")
    rows = [
        (column.header, column.read_as, "; ".join(column.samples), _how_sure(column))
        for column in columns
    ]
    return html_table("How the columns were read", header, rows)


def _how_sure(column: ColumnRead) -> str:
    """Say how sure it is what a column holds; of what is not used nothing is claimed."""
    return f"{column.confidence:.0%}" if column.field != UNUSED else ""


def _counted(caption: str, what: str, counted: tuple[tuple[str, int], ...]) -> str:
    shown = counted[:MOST_LISTED]
    rest = counted[MOST_LISTED:]
    more = [(f"and {len(rest)} more", sum(rows for _, rows in rest))] if rest else []
    return html_table(caption, (what, "Rows"), [*shown, *more])


def _refused_rows(report: LoadReport) -> None:
    if report.refused_rows:
        rows = [
            (row.file, row.sheet, row.row_number, row.column, row.expected, row.found, row.raw)
            for row in report.refused_rows
        ]
        download_file(
            "Download the refused rows with their reasons",
            lambda: as_csv(REFUSED_HEADER, rows),
            "refused-rows.csv",
            "text/csv",
            key=f"refused-{report.file}-{report.status}",
        )
