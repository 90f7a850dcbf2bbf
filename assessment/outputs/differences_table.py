"""What a load would change, as tables to download: record, cell and figure by figure."""

from collections.abc import Sequence

from assessment.intake.load_report import LoadReport
from assessment.intake.versions.count_differences import CountDifference
from assessment.intake.versions.figure_changes import ComparedFigure
from assessment.outputs.tables import COUNT, Cell, Column, Table

RECORDS = (
    Column("File", 30),
    Column("Change", 12),
    Column("What changes", 26),
    Column("Reference", 20),
    Column("Date before", 12),
    Column("Date now", 12),
    Column("Counted as before", 30),
    Column("Counted as now", 30),
    Column("Category before", 30),
    Column("Category now", 30),
    Column("District before", 20),
    Column("District now", 20),
    Column("Ward before", 20),
    Column("Ward now", 20),
    Column("Count before", 13, COUNT),
    Column("Count now", 13, COUNT),
)
FIGURES = (
    Column("File", 30),
    Column("Quoted in", 40),
    Column("Place", 24),
    Column("Measure", 36),
    Column("Period", 30),
    Column("Year before: count", 12, COUNT),
    Column("Year before: count after loading", 12, COUNT),
    Column("Count", 12, COUNT),
    Column("Count after loading", 12, COUNT),
    Column("Verdict", 17),
    Column("Verdict after loading", 17),
)


def differences_table(reports: Sequence[LoadReport]) -> Table:
    """Return a row for each record or count that would be another, of every file.

    No personal column is among them. A count has months in the place of its day.
    """
    rows = (*_records(reports), *_counts(reports))
    return Table("What loading would change", _about(reports), RECORDS, rows, sheet="Changes")


def _records(reports: Sequence[LoadReport]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            report.file,
            row.change,
            row.changed,
            row.reference,
            _day(row.day_before),
            _day(row.day_now),
            row.counted_before,
            row.counted_now,
            row.category_before,
            row.category_now,
            row.district_before,
            row.district_now,
            row.ward_before,
            row.ward_now,
            None,
            None,
        )
        for report in reports
        if report.differences
        for row in report.differences.rows
    )


def _counts(reports: Sequence[LoadReport]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            report.file,
            row.change,
            row.changed,
            None,
            *_if_there(row, row.period),
            row.counted_before,
            row.counted_now,
            *_if_there(row, row.category),
            *_if_there(row, row.district),
            *_if_there(row, row.area if row.area != row.district else None),
            _count(row.count_before),
            _count(row.count_now),
        )
        for report in reports
        if report.count_differences
        for row in report.count_differences.rows
    )


def _if_there(row: CountDifference, text: str | None) -> tuple[str | None, str | None]:
    """Return what is said of a count before and now: nothing where it is not there."""
    return (text if row.count_before else None, text if row.count_now else None)


def _count(text: str | None) -> Cell:
    return int(text) if text and text.isdigit() else text


def figure_changes_table(reports: Sequence[LoadReport]) -> Table:
    """Return a row for each figure that would be another, from what to what."""
    rows = tuple(
        (
            report.file,
            figure.quoted_in,
            figure.place,
            figure.measure,
            figure.period,
            *_from_to(figure.before, figure.after),
        )
        for report in reports
        for figure in report.figures
    )
    return Table(
        "Figures that loading would change", _about(reports), FIGURES, rows, sheet="Figures"
    )


def _from_to(before: ComparedFigure, after: ComparedFigure) -> tuple[Cell, ...]:
    return (
        before.previous,
        after.previous,
        before.current,
        after.current,
        before.verdict,
        after.verdict,
    )


def _about(reports: Sequence[LoadReport]) -> tuple[str, ...]:
    return tuple(
        f"{report.file}: {report.differences_in_words}"
        for report in reports
        if report.differences_in_words
    )


def _day(day: object) -> str | None:
    return str(day) if day else None
