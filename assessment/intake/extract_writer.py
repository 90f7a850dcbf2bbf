"""Writing an extract and its records into the store, inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.intake.load_report import LoadReport, RefusedRow
from assessment.intake.mapping.interpretation import Interpretation
from assessment.intake.record_comparison import RecordFates
from assessment.store import Writer


@dataclass(frozen=True)
class ExtractOrigin:
    """Where an extract comes from: its recipe, the digest of its file, and who loaded it."""

    recipe: str
    sha256: str
    loaded_by: str
    is_synthetic: bool


def write_records(
    writer: Writer, interpretation: Interpretation, source: str, fates: RecordFates
) -> None:
    """Add new and revised records and end those replaced, as they were compared."""
    values = {
        "source": source,
        "measure_set": interpretation.categories.measure_set.id,
        "extract": fates.extract,
    }
    if not fates.replaces:
        writer.run("insert_all", **values)
        return
    writer.run("insert_extract_found", extract=fates.extract)
    writer.run("insert_paired", **values)
    writer.run("end_versions", extract=fates.extract)


def write_extract(
    writer: Writer,
    origin: ExtractOrigin,
    interpretation: Interpretation,
    report: LoadReport,
    extract: int,
) -> None:
    """Count the months that the extract has touched anew, and record the extract itself."""
    touched = [month for (month,) in writer.rows("touched_months", extract=extract)]
    recount(writer, report.source, touched)
    coverage = interpretation.coverage
    write_extract_line(writer, origin, report, coverage.months, extract, coverage.said)
    _write_coverage(writer, interpretation, report.source, extract)
    _write_refused_rows(writer, report.refused_rows, extract)


def write_extract_line(
    writer: Writer,
    origin: ExtractOrigin,
    report: LoadReport,
    months: Sequence[date],
    extract: int,
    months_said: Sequence[date] = (),
) -> None:
    """Record the extract itself: what it was, what became of its rows, and who loaded it."""
    writer.run(
        "insert_extract",
        id=extract,
        source=report.source,
        recipe=origin.recipe,
        measure_set=report.measure_set,
        file_name=report.file,
        sha256=origin.sha256,
        months=list(months),
        problems=list(report.problems),
        loaded_by=origin.loaded_by,
        synthetic=origin.is_synthetic,
        row_is=report.row_is.value,
        covers=list(months_said) or None,
        **report.rows.for_extract(),
    )


def recount(writer: Writer, source: str, months: Sequence[date]) -> None:
    """Count the current records and counts of a source in some months anew."""
    values = {"source": source, "months": list(months)}
    writer.run("clear_monthly_counts", **values)
    writer.run("count_months_anew", **values)
    writer.run("clear_monthly_district_counts", **values)
    writer.run("count_districts_anew", **values)


def _write_coverage(
    writer: Writer, interpretation: Interpretation, source: str, extract: int
) -> None:
    """Record what the extract answers for, and the names it gives to small areas."""
    cells = interpretation.coverage_cells
    writer.run(
        "insert_coverage",
        extract=extract,
        source=source,
        measure_set=interpretation.categories.measure_set.id,
        subjects=[cell.subject for cell in cells],
        area_kinds=[cell.kind for cell in cells],
        areas=[cell.area for cell in cells],
        months=[cell.month for cell in cells],
        known=[cell.known for cell in cells],
        partial_months=list(interpretation.coverage.partial_months),
    )
    writer.run(
        "insert_extract_categories",
        extract=extract,
        partial_months=list(interpretation.coverage.partial_months),
    )
    writer.run(
        "insert_extract_places",
        extract=extract,
        partial_months=list(interpretation.coverage.partial_months),
    )
    writer.run("insert_areas")


def _write_refused_rows(writer: Writer, rows: Sequence[RefusedRow], extract: int) -> None:
    """Keep refused rows with the reason, so that they can be downloaded and put right."""
    writer.run(
        "insert_rejected_rows",
        extract=extract,
        number=list(range(1, len(rows) + 1)),
        file=[row.file for row in rows],
        sheet=[row.sheet for row in rows],
        row_number=[row.row_number for row in rows],
        column_name=[row.column for row in rows],
        expected=[row.expected for row in rows],
        found=[row.found for row in rows],
        raw=[row.raw for row in rows],
        header=[row.header for row in rows],
    )
