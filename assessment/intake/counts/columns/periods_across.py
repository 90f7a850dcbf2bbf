"""Tables whose headings name periods: each month, quarter or year has a column."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.intake.counts.columns.column_roles import shape_of
from assessment.intake.counts.columns.heading_lines import HeadingLines, are_districts, are_years
from assessment.intake.counts.columns.row_fields import across_fields, is_measure
from assessment.intake.counts.columns.table_columns import TableColumns
from assessment.intake.counts.columns.table_layout import (
    CATEGORIES,
    TableShape,
    ValueColumn,
    without_category,
)
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.headings import count_names
from assessment.intake.headings.day_words import day_of, is_last_of_month
from assessment.intake.headings.month_span import Span
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.year_parts import (
    bare_month,
    bare_period,
    financial_quarter,
    month_of_year,
    year_named,
)

NO_YEAR = (
    "{} has headings without a year ({}), and nothing above them or in its rows that tells it. "
    "Write the year into them, such as Apr-25 or Q1 2025/26, and load the file again."
)
SAME = (
    "{}: the columns {} are headed alike, and nothing above them tells them apart. Write into the "
    "line above them what each is of (a district, a year or an offence), and load the file again."
)
OF_DAYS = (
    "{} has days in its headings ({}), which may be months: Excel makes 24 January of this year of "
    "'Jan 24'. Write the months into them, such as 2024-01 for January 2024, and load the file "
    "again."
)
TWO_YEARS = (
    "{} has the months from April to March, or quarters, of a year such as '{}': that may be the "
    "calendar's or the financial year. Write 2024/25 for a financial year, and load the file again."
)


def periods_across(columns: TableColumns, above: HeadingLines) -> TableShape | None:
    """Find periods in headings: two of them, or one over nothing but numbers.

    Months and quarters without a year are of the year in their row, or in the line above them.
    """
    dated = {**columns.spans, **columns.parts}
    values = [_value(columns, at) for at in sorted(dated)]
    year = _year_column(columns) if columns.parts else ()
    if not values or (not year and _has_periods(columns, dated)):
        return None
    fields = across_fields(columns, [*dated, *year])
    if len(values) == 1 and not fields:
        return None
    told = list(_told_above(_counts(values, above), above, fields, has_year=bool(year)))
    around = "" if year else year_named([columns.table.sheet or "", *columns.table.notes])
    values = [_in_year(value, around) for value in told]
    if not year and any(bare_period(value.part) for value in values):
        return None  # "P7" of no year that anything names
    shape = shape_of(columns, year, values, fields)
    years = columns.cells(year[0]) if year else [around]
    return replace(shape, faults=(*shape.faults, *_faults(columns, shape, told, years)))


def _value(columns: TableColumns, at: int) -> ValueColumn:
    heading = columns.table.header[at]
    return ValueColumn(at, heading, columns.spans.get(at), columns.parts.get(at, ""))


def _year_column(columns: TableColumns) -> tuple[int, ...]:
    named = columns.named(count_names.YEAR_NAMES)
    return next(((at,) for at in named if columns.are_spans(at)), ())


def _has_periods(columns: TableColumns, dated: Mapping[int, object]) -> bool:
    """Tell whether a column says when, so that no heading does."""
    named = [at for at in columns.free if count_names.is_period_name(columns.header[at])]
    places = [at for at in (*columns.dates, *named) if at not in dated]
    return any(columns.are_spans(at) for at in places)


def _counts(values: Sequence[ValueColumn], above: HeadingLines) -> list[ValueColumn]:
    """Leave out the columns below a word for other numbers, such as "Rate per 1,000"."""
    words = above.over([value.at for value in values])
    others = {
        value.at
        for value, word in zip(values, words, strict=False)
        if count_names.is_other_number(word)
    }
    return [value for value in values if value.at not in others]


def _told_above(
    values: Sequence[ValueColumn],
    above: HeadingLines,
    fields: Mapping[str, int],
    *,
    has_year: bool,
) -> Iterator[ValueColumn]:
    """Add to each column what the line above says: its year, its district, or what it counts."""
    needs_year = not has_year and any(value.part for value in values)
    words = above.over([value.at for value in values], 1 if needs_year else 2)
    told = [word for word in words if word]
    for value, word in zip(values, words or [""] * len(values), strict=True):
        if needs_year and are_years(told) and value.part:
            yield replace(value, span=_of_year(word, value.part), part="")
        elif "district" not in fields and told and are_districts(told):
            yield replace(value, place=word)
        elif told and not _has_category(fields) and any(map(is_measure, told)):
            yield replace(value, category=word)
        else:
            yield value


def _in_year(value: ValueColumn, year: str) -> ValueColumn:
    """Give a month without a year that of the sheet's name, its title or its notes."""
    span = _of_year(year, value.part) if value.part and year and not value.span else None
    return replace(value, span=span, part="") if span else value


def _of_year(year: str, part: str) -> Span | None:
    return month_of_year(year, part) or financial_quarter(year, part)


def _has_category(fields: Mapping[str, int]) -> bool:
    return any(field in fields for field in CATEGORIES)


def _faults(
    columns: TableColumns,
    shape: TableShape,
    told: Sequence[ValueColumn],
    years: Sequence[str],
) -> Iterator[str]:
    label = columns.table.label
    without = [value for value in shape.values if not value.span and not shape.period]
    if without:
        yield NO_YEAR.format(label, in_quotes([value.heading for value in without], most=4))
    days = [value.heading for value in shape.values if _is_day(value.heading)]
    if days:
        yield OF_DAYS.format(label, in_quotes(days, most=4))
    if year := _ambiguous_year(told, years):
        yield TWO_YEARS.format(label, year)
    times = Counter(value.counted for value in shape.values)
    alike = [value.heading for value in shape.values if times[value.counted] > 1]
    if alike and not without:
        yield SAME.format(label, in_quotes(alike, most=4))
    yield from without_category(shape)


def _is_day(heading: str) -> bool:
    """Tell a heading that is a day within a month: the first or the last may stand for it."""
    day = day_of(heading)
    return day is not None and day.day != 1 and not is_last_of_month(day)


def _ambiguous_year(told: Sequence[ValueColumn], years: Sequence[str]) -> str | None:
    """Return a year that may be the calendar's or a financial one, where that matters."""
    months = [bare_month(value.part) for value in told if value.part]
    if not months:
        return None
    has_quarters = None in months
    starts_in_april = 1 in months and 4 in months and months.index(4) < months.index(1)
    calendar = [said for said in years if (span := read_span(said)) and span.start.month == 1]
    return calendar[0] if calendar and (has_quarters or starts_in_april) else None
