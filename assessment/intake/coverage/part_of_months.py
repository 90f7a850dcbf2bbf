"""A file that is said to be only a part of its months, where nothing is there to be a part of."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from assessment.intake.coverage.extract_coverage import Coverage
from assessment.store import Writer


def covered_before(
    writer: Writer, source: str, kinds: Collection[str], months: Sequence[date]
) -> set[tuple[str, str, str, date]]:
    """Return the subjects, kinds of area, areas and months that a source has told of so far."""
    return {
        (subject, kind, area, month)
        for kind in sorted(kinds)
        for subject, area, month in writer.rows(
            "covered_before", source=source, area_kind=kind, months=list(months)
        )
    }


def as_part(writer: Writer, source: str, coverage: Coverage) -> Coverage:
    """Return what a file that only adds rows answers for.

    Where any of its months is there already, it is of these that it is a part, and the others are
    judged by their days. Where none is, it is a part of all of them, and no month is whole.
    """
    kinds = {cell.kind for cell in coverage.cells}
    if coverage.said or covered_before(writer, source, kinds, coverage.months):
        return coverage
    return replace(coverage, partial_months=coverage.months, is_part=True)
