"""A table of counts that is only checked: what it would do to the counts that are there."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from assessment.definitions import MeasureSet
from assessment.intake.counts.count_comparison import write_count_coverage
from assessment.intake.counts.count_coverage import CoveredBlock
from assessment.intake.headings.month_span import Span
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.categories.category_mapping import measure_label
from assessment.intake.report.load_check import NEXT, Foresee, create_new_extract
from assessment.intake.versions.count_differences import CountDifference, CountDifferences
from assessment.store import Writer, store_after_load
from assessment.workspace import Workspace

# A table of so many differences is looked through by nobody; their numbers are whole all the same.
MOST_LISTED = 50_000


def checked_counts(
    writer: Writer,
    workspace: Workspace,
    report: LoadReport,
    measures: MeasureSet,
    answered: Sequence[CoveredBlock],
    foresee: Foresee | None,
) -> LoadReport:
    """Return the report of a check: where counts are there already, with what becomes of each.

    `answered` are the blocks that it would answer for; `foresee` is shown the store as it would be,
    where anything in it would be another.
    """
    report = replace(report, status=LoadStatus.CHECKED, extract=None)
    rows = report.rows
    if rows.changes_nothing:
        return report
    if rows.revised + rows.withdrawn + rows.unchanged:
        report = replace(report, count_differences=count_differences(writer, measures))
    if foresee is None:
        return report
    create_new_extract(writer, report)
    write_count_coverage(
        writer,
        report.source,
        report.measure_set,
        answered,
        NEXT,
        query="create_new_count_coverage",
    )
    after = store_after_load(workspace.store, writer, of_counts=True)
    return foresee(replace(workspace, store=after), report)


def count_differences(writer: Writer, measures: MeasureSet) -> CountDifferences:
    """Say what a load would do to the counts of its source, which have been paired."""
    ways: dict[str, int] = dict(writer.rows("ways_of_differing_counts"))
    return CountDifferences(
        new=ways.get("loaded", 0),
        withdrawn=ways.get("withdrawn", 0),
        higher=ways.get("higher", 0),
        lower=ways.get("lower", 0),
        otherwise=ways.get("otherwise", 0),
        rows=tuple(
            _difference(row, measures)
            for row in writer.rows("differences_of_counts", most=MOST_LISTED)
        ),
    )


def _difference(row: tuple[Any, ...], measures: MeasureSet) -> CountDifference:
    fate, start, end, area, district, category, before, now, count_before, count_now = row
    return CountDifference(
        "new" if fate == "loaded" else fate,
        str(Span(start, end)),
        area,
        district,
        category,
        measure_label(measures, before) if before else None,
        measure_label(measures, now) if now else None,
        count_before,
        count_now,
    )
