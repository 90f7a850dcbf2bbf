"""A table of counts that is only checked: what it would do to the counts that are there."""

from typing import Any

from assessment.definitions import MeasureSet
from assessment.intake.headings.month_span import Span
from assessment.intake.mapping.categories.category_mapping import measure_label
from assessment.intake.versions.count_differences import CountDifference, CountDifferences
from assessment.store import Writer

# A table of so many differences is looked through by nobody; their numbers are whole all the same.
MOST_LISTED = 50_000


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
