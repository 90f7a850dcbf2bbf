"""A load that is only checked: what it would change, record by record, and the store after it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from assessment.definitions import MeasureSet
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.categories.category_mapping import measure_label
from assessment.intake.mapping.interpretation import Interpretation
from assessment.intake.record_comparison import RecordFates
from assessment.intake.versions.record_differences import RecordDifference, RecordDifferences
from assessment.store import Writer, store_after_load
from assessment.workspace import Workspace

# Given the store as it would be, and the report so far; returns the report with what follows.
Foresee = Callable[[Workspace, LoadReport], LoadReport]
# The number of an extract that is not loaded yet: later than any that is.
NEXT = 2**31 - 1
# A file of so many differences is looked through by nobody; their numbers are whole all the same.
MOST_LISTED = 50_000


def checked(
    writer: Writer,
    workspace: Workspace,
    interpretation: Interpretation,
    fates: RecordFates,
    report: LoadReport,
    foresee: Foresee | None,
) -> LoadReport:
    """Return the report of a check: where records are there already, with what becomes of them.

    A load that pairs with nothing changes figures as well: another source's, or corrected rows.
    `foresee` is shown the store as it would be, where anything in it would be another.
    """
    report = replace(report, status=LoadStatus.CHECKED, extract=None)
    if report.rows.changes_nothing:
        return report
    if fates.replaces:
        measures = interpretation.categories.measure_set
        report = replace(report, differences=_record_differences(writer, measures))
    else:
        writer.run("create_pairing_of_new")
    if foresee is None:
        return report
    create_new_extract(writer, report)
    _create_new_coverage(writer, interpretation, report)
    after = replace(workspace, store=store_after_load(workspace.store, writer))
    return foresee(after, report)


def create_new_extract(writer: Writer, report: LoadReport) -> None:
    """Let the checked extract be one of the store, in this transaction alone."""
    writer.run(
        "create_new_extract",
        extract=NEXT,
        source=report.source,
        measure_set=report.measure_set,
        file_name=report.file,
        row_is=report.row_is.value,
    )


def _record_differences(writer: Writer, measures: MeasureSet) -> RecordDifferences:
    """Say what the checked load would do to the records, which have been paired."""
    counted = writer.rows("count_record_differences")
    revised = [row for row in counted if row[0] == "revised"]
    reclassified: Counter[tuple[str, str]] = Counter()
    for _, before, now, *_, records in revised:
        if before != now:
            reclassified[measure_label(measures, before), measure_label(measures, now)] += records
    return RecordDifferences(
        new=_sum(row for row in counted if row[0] == "loaded"),
        withdrawn=_sum(row for row in counted if row[0] == "withdrawn"),
        reclassified=tuple((*pair, records) for pair, records in reclassified.most_common()),
        to_another_month=_sum(row for row in revised if row[3]),
        to_another_district=_sum(row for row in revised if row[4]),
        otherwise=_sum(row for row in revised if row[1] == row[2] and not row[3] and not row[4]),
        rows=tuple(
            _difference(row, measures)
            for row in writer.rows("record_differences", most=MOST_LISTED)
        ),
    )


def _sum(rows: Iterator[tuple[Any, ...]]) -> int:
    return sum(row[-1] for row in rows)


def _difference(row: Sequence[Any], measures: MeasureSet) -> RecordDifference:
    fate, reference, day_before, day_now, said_before, said_now, before, now, *places = row
    return RecordDifference(
        "new" if fate == "loaded" else fate,
        reference,
        day_before,
        day_now,
        said_before,
        said_now,
        measure_label(measures, before) if before else None,
        measure_label(measures, now) if now else None,
        *places,
    )


def _create_new_coverage(
    writer: Writer, interpretation: Interpretation, report: LoadReport
) -> None:
    cells = interpretation.coverage_cells
    writer.run(
        "create_new_coverage",
        subjects=[cell.subject for cell in cells],
        area_kinds=[cell.kind for cell in cells],
        areas=[cell.area for cell in cells],
        months=[cell.month for cell in cells],
        known=[cell.known for cell in cells],
        partial_months=list(interpretation.coverage.partial_months),
        extract=NEXT,
        source=report.source,
        measure_set=report.measure_set,
    )
