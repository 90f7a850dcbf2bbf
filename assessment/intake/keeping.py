"""Writing an understood extract into the store, inside the caller's transaction."""

from collections.abc import Mapping, Sequence
from datetime import date

from assessment.intake.report import LoadReport, RefusedRow
from assessment.intake.understanding import Understanding
from assessment.store import Writer


def keep_records(
    writer: Writer, understood: Understanding, source: str, area_kind: str
) -> tuple[int, Mapping[str, int]]:
    """Add new and revised records and end those replaced; return the extract and how many of each.

    The counts are of records loaded, unchanged, revised and withdrawn.
    """
    extract: int = writer.value("next_extract")
    _create_arriving(writer, understood)
    _create_standing(writer, understood, source, area_kind)
    given = {
        "source": source,
        "measure_set": understood.categories.measure_set.id,
        "extract": extract,
    }
    if not writer.value("count_standing"):
        writer.run("insert_all", **given)
        return extract, {"loaded": writer.value("count_staged")}
    writer.run("create_pairing")
    writer.run("insert_paired", **given)
    writer.run("end_versions", extract=extract)
    return extract, dict(writer.rows("count_pairing"))


def _create_arriving(writer: Writer, understood: Understanding) -> None:
    measures = understood.categories.measures
    places = understood.places.districts
    flags = understood.flags.flags
    writer.run(
        "create_meanings",
        category=list(measures),
        measure=list(measures.values()),
        place=list(places),
        district=list(places.values()),
        force_text=list(understood.forces),
        force=list(understood.forces.values()),
        flag_text=list(flags),
        flags=list(flags.values()),
    )
    writer.run("create_arriving")


def _create_standing(
    writer: Writer, understood: Understanding, source: str, area_kind: str
) -> None:
    """Find the records that the extract replaces.

    A month is replaced whole where the extract covers every area that the source's earlier extracts
    covered in it; otherwise only its own areas are, and what others sent stays.
    """
    coverage = understood.coverage
    months = list(coverage.months)
    areas = [area for kind, area in coverage.areas if kind == area_kind]
    before = writer.rows("covered_before", source=source, area_kind=area_kind, months=months)
    shared = {month for month, area in before if area not in areas}
    writer.run(
        "create_standing",
        source=source,
        area_kind=area_kind,
        whole_months=[month for month in months if month not in shared],
        months=[month for month in months for _ in areas],
        areas=areas * len(months),
        stray_months=list(coverage.stray_months),
    )


def keep_counts(writer: Writer, source: str, extract: int) -> None:
    """Count anew the months that the extract has touched."""
    recount(writer, source, [month for (month,) in writer.rows("touched_months", extract=extract)])


def recount(writer: Writer, source: str, months: Sequence[date]) -> None:
    """Count the current records of a source in some months anew."""
    given = {"source": source, "months": list(months)}
    writer.run("clear_monthly_counts", **given)
    writer.run("count_months_anew", **given)
    writer.run("clear_monthly_district_counts", **given)
    writer.run("count_districts_anew", **given)


def keep_extract(
    writer: Writer,
    report: LoadReport,
    understood: Understanding,
    *,
    extract: int,
    recipe: str,
    sha256: str,
    loaded_by: str,
    synthetic: bool,
) -> None:
    """Record the extract itself."""
    writer.run(
        "insert_extract",
        id=extract,
        source=report.source,
        recipe=recipe,
        measure_set=report.measure_set,
        file_name=report.file,
        sha256=sha256,
        months=list(understood.coverage.months),
        problems=list(report.problems),
        loaded_by=loaded_by,
        synthetic=synthetic,
        **report.rows.for_extract(),
    )


def keep_coverage(writer: Writer, understood: Understanding, source: str, extract: int) -> None:
    """Record the months, areas and subjects that the extract answers for, and its area names."""
    coverage = understood.coverage
    pairs = [(kind, area, month) for kind, area in coverage.areas for month in coverage.months]
    writer.run(
        "insert_coverage",
        extract=extract,
        source=source,
        measure_set=understood.categories.measure_set.id,
        subjects=list(understood.subjects),
        area_kinds=[kind for kind, _, _ in pairs],
        areas=[area for _, area, _ in pairs],
        months=[month for _, _, month in pairs],
        partial_months=list(coverage.partial_months),
    )
    writer.run("insert_areas")


def keep_refused(writer: Writer, extract: int, rows: Sequence[RefusedRow]) -> None:
    """Keep refused rows with the reason, so that they can be downloaded and put right."""
    writer.run(
        "insert_rejected_rows",
        extract=extract,
        file=[row.file for row in rows],
        sheet=[row.sheet for row in rows],
        row_number=[row.row_number for row in rows],
        column_name=[row.column for row in rows],
        expected=[row.expected for row in rows],
        found=[row.found for row in rows],
        raw=[row.raw for row in rows],
    )
