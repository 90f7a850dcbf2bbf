"""When records happen, as rows to download."""

from calendar import day_name
from collections.abc import Iterator

from assessment.numbers import rounded
from assessment.outputs.tables import (
    CHANCE,
    COUNT,
    PERCENT,
    SYNTHETIC,
    Cell,
    Column,
    Table,
    marked,
)
from assessment.outputs.times.stretch_wording import hour_name
from assessment.outputs.times.times_wording import HOW_TO_READ, sentences, what_is_known
from assessment.patterns.times import MonthsOfMeasures, Times

WHOLE_DAY = "whole day"
SPREAD = "#,##0.00"
TIMES = (
    Column("Day", 14),
    Column("Hour from", 12),
    Column("Count before", 13, SPREAD),
    Column("Count now", 13, SPREAD),
)
MONTHS = (
    Column("Measure", 36),
    Column("Month", 12),
    Column("Count", 11, COUNT),
    Column("Above its average (%)", 13, PERCENT),
    Column("p adjusted", 10, CHANCE),
    Column("Stands out", 10),
)


def times_table(times: Times, *, synthetic: bool) -> Table:
    """Return the records of each day of the week and of each of its hours, in both periods."""
    columns, rows = marked(TIMES, tuple(_times(times)), synthetic=synthetic)
    return Table(
        f"Times: {times.measure.label}, {times.area}",
        (
            *([SYNTHETIC] if synthetic else []),
            f"Period: {times.now.period.dates}. {what_is_known(times.now)}",
            f"Compared with: {times.before.period.dates}. {what_is_known(times.before)}",
        ),
        columns,
        rows,
        (("How to read it", (HOW_TO_READ,)), ("What stands out", sentences(times) or ("None.",))),
        sheet="Times",
    )


def _times(times: Times) -> Iterator[tuple[Cell, ...]]:
    before, now = times.before.events, times.now.events
    pairs = zip(day_name, before.weekdays, now.weekdays, strict=True)
    for day, n_before, n_now in pairs:
        yield day, WHOLE_DAY, _spread(n_before), _spread(n_now)
    if not now.with_hour and not before.with_hour:
        return
    for number, day in enumerate(day_name):
        for hour in range(24):
            counts = before.hours[number, hour], now.hours[number, hour]
            yield day, hour_name(hour), *map(_spread, counts)


def months_download(months: MonthsOfMeasures, place: str, *, synthetic: bool) -> Table:
    """Return every month of every measure, and how far it is from the measure's average."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            row.measure.label,
            f"{month.month:%Y-%m}",
            month.records,
            float(rounded(month.percent, 3)),
            month.p_value,
            "yes" if month.stands_out else "no",
        )
        for row in months.measures
        for month in row.months
        if month
    )
    columns, marked_rows = marked(MONTHS, rows, synthetic=synthetic)
    return Table(
        f"Months of every measure, {place}",
        tuple([SYNTHETIC] if synthetic else []),
        columns,
        marked_rows,
        sheet="Months",
    )


def _spread(records: float) -> float:
    return float(rounded(float(records), 4))
