"""Columns of flags that are blank for months though they are filled in others: they tell nothing.

A blank cell means no where a column says Yes of some rows and nothing of the others. Where it says
nothing of any row for so long that chance does not explain it, nobody filled it in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log1p

from assessment.definitions import ANY_FLAG, FLAGS, flag_columns, measure_sets
from assessment.intake.mapping.categories.category_mapping import NO_COLUMN, SEPARATOR
from assessment.store import Writer

# Less than this share of what is usual is as good as nothing: a few cells that somebody filled.
HOLLOW = 0.1
# Rows are blank by chance as often as once in 3,000 times, and that is too seldom: exp(-8).
LOG_CHANCE = -8.0
# The share of the rows that carry each flag, where earlier files of the source tell it.
SharesBefore = Mapping[str, float]
RowsByMonth = Mapping[date, int]


def shares_before(writer: Writer, source: str, months: Sequence[date]) -> SharesBefore:
    """Return the share of a source's records that carry each flag, in months that a file has not.

    A flag of which nothing has been told is not in it.
    """
    flags = sorted({*measure_sets()[FLAGS].families, *flag_columns()} - {ANY_FLAG})
    told = writer.rows("flags_told_before", source=source, flags=flags, months=list(months))
    return {subject: flagged / records for subject, records, flagged in told if records}


def blank_months(
    texts: Sequence[tuple[str, date, int]],
    rows: RowsByMonth,
    columns: Sequence[str],
    before: SharesBefore,
) -> Mapping[str, frozenset[date]]:
    """Return the months in which a column of flags says nothing, by column.

    `texts` are what the rows say in each month. A column that no file has filled tells of no month.
    """
    filled = _filled(texts)
    return {
        column: frozenset(_blank(filled[column], rows, _share_before(column, before)))
        for column in columns
    }


def _filled(texts: Sequence[tuple[str, date, int]]) -> Mapping[str, Counter[date]]:
    """Count the rows of each month in which a column holds anything."""
    filled: dict[str, Counter[date]] = defaultdict(Counter)
    for text, month, n in texts:
        parts = (part.partition("=") for part in text.split(SEPARATOR) if part)
        for column in {name for name, _, value in parts if value.strip() and value != NO_COLUMN}:
            filled[column][month] += n
    return filled


def _share_before(column: str, before: SharesBefore) -> float | None:
    """Return how much of a column is usually filled; None where nothing was told before."""
    if column == ANY_FLAG:
        return max(before.values(), default=None)
    return before.get(measure_sets()[FLAGS].families[column])


def _blank(filled: Counter[date], rows: RowsByMonth, before: float | None) -> Iterator[date]:
    if not any(filled[month] for month in rows):
        if before is None or _is_too_long(sum(rows.values()), before):
            yield from rows
        return
    for run in _hollow_runs(filled, rows):
        others = [month for month in rows if month not in run]
        # One more row that is not filled: a few rows that all are do not make that certain.
        beside = sum(rows[month] for month in others) + 1
        share = sum(filled[month] for month in others) / beside
        if _is_too_long(sum(rows[month] for month in run), share):
            yield from run


def _hollow_runs(filled: Counter[date], rows: RowsByMonth) -> Iterator[Sequence[date]]:
    """Yield months in a row of which each has next to nothing of what the others have."""
    in_all, of_all = sum(filled[month] for month in rows), sum(rows.values())
    run: list[date] = []
    for month in sorted(rows):
        others = of_all - rows[month]
        usual = (in_all - filled[month]) / others * rows[month] if others else 0.0
        if filled[month] and filled[month] >= HOLLOW * usual:
            yield run
            run = []
        else:
            run.append(month)
    yield run


def _is_too_long(rows: int, share: float) -> bool:
    """Tell whether so many rows are not all blank by chance, if a share of them usually is not."""
    return rows > 0 and (share >= 1 or rows * log1p(-share) < LOG_CHANCE)
