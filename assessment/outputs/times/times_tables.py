"""When records happen, described as heat tables: by hour, by day of the week, by month."""

from calendar import day_abbr, day_name

from assessment.outputs.changes.change_chart import short_labels
from assessment.outputs.charts.heat_table import HeatNumbers, HeatTable
from assessment.outputs.times.stretch_wording import hour_name
from assessment.outputs.times.times_wording import (
    finding_of_days,
    finding_of_hours,
    finding_of_months,
)
from assessment.patterns.times import FEWEST_RECORDS, MonthsOfMeasures, PeriodTimes, Times
from assessment.periods import months_in_words

HOURS = range(24)
NOT_KNOWN = "not known"


def hours_table(times: Times) -> HeatTable:
    """Describe the records of each hour of the week, a row for each hour of the day."""
    events = times.now.events
    values = tuple(tuple(float(n) for n in events.hours[:, hour]) for hour in HOURS)
    return HeatTable(
        finding_of_hours(times),
        f"{times.measure.noun[1]} by hour and day of the week, {times.area}, "
        f"{times.now.period.dates}",
        "Hour from",
        tuple(map(hour_name, HOURS)),
        tuple(day_abbr),
        values,
    )


def days_table(times: Times) -> HeatTable:
    """Describe the records of each day of the week in both periods."""
    before, now = short_labels(times.question)
    columns = [_days(times.before), _days(times.now)]
    return HeatTable(
        finding_of_days(times),
        f"{times.measure.noun[1]} by day of the week, {times.area}",
        "Day",
        tuple(day_name),
        (before, now),
        tuple(zip(*columns, strict=True)),
        nothing=NOT_KNOWN,
    )


def _days(times: PeriodTimes) -> tuple[float | None, ...]:
    """Return the records of each day of the week; None of too few to show a pattern."""
    if times.events.with_day < FEWEST_RECORDS:
        return (None,) * 7
    return tuple(float(n) for n in times.events.weekdays)


def months_table(months: MonthsOfMeasures) -> HeatTable:
    """Describe the months of every measure as above or below the measure's own average."""
    rows = [row.months for row in months.measures]
    return HeatTable(
        finding_of_months(months),
        "records a day above or below the measure's average, in percent, "
        f"{months_in_words(months.months)}",
        "Measure",
        tuple(row.measure.label for row in months.measures),
        tuple(f"{month:%b %y}" for month in months.months),
        tuple(tuple(month.percent if month else None for month in row) for row in rows),
        HeatNumbers.DIFFERENCE,
        "not covered",
        frozenset(
            (at, column)
            for at, row in enumerate(rows)
            for column, month in enumerate(row)
            if month and month.stands_out
        ),
        "further from the other months than counting alone explains",
    )
