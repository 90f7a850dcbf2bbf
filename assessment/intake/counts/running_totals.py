"""Counts of months that may have those of the months before in them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assessment.intake.counts.cell_keys import TableCell
from assessment.intake.headings.month_span import Span

# When a year begins: most partners count from April, some from January.
FINANCIAL, CALENDAR = 4, 1
# Counts rise for two or three months, or in a few rows, without being added up.
FEWEST_MONTHS = 4
FEWEST_RISES = 12


def never_fall(cells: Sequence[TableCell], first_month: int = FINANCIAL) -> bool:
    """Tell whether counts never fall within a year, as what is added up does not."""
    series = list(_series(cells, first_month))
    return bool(series) and not any(
        later < earlier for values in series for earlier, later in pairwise(values)
    )


def look_added_up(cells: Sequence[TableCell]) -> bool:
    """Tell whether counts rise so steadily, in so many rows, that no counts of months would."""
    return any(
        never_fall(cells, first_month) and _multiply(list(_series(cells, first_month)))
        for first_month in (FINANCIAL, CALENDAR)
    )


def _multiply(series: Sequence[Sequence[int]]) -> bool:
    """Tell whether there are rises enough, and all together at least double in a year."""
    long = [values for values in series if len(values) >= FEWEST_MONTHS]
    rises = sum(later > earlier for values in long for earlier, later in pairwise(values))
    doubled = sum(values[-1] for values in long) >= 2 * sum(values[0] for values in long)
    return rises >= FEWEST_RISES and doubled


def _series(cells: Sequence[TableCell], first_month: int) -> Iterator[Sequence[int]]:
    """Yield the counts of each thing and year, month by month."""
    series: dict[object, list[tuple[Span, int]]] = {}
    for cell in cells:
        span = cell.key.span
        if span and len(span.months) == 1 and cell.counted.value is not None:
            year = span.start.year - (span.start.month < first_month)
            key = cell.key._replace(span=None)
            series.setdefault((key, year), []).append((span, cell.counted.value))
    for dated in series.values():
        yield [value for _, value in sorted(dated)]
