"""Two measures by area and by month: as a table to read, and as tables to download."""

import re

from assessment.numbers import ordinal
from assessment.outputs.beside import beside_wording as wording
from assessment.outputs.changes import change_wording
from assessment.outputs.escaping import Html
from assessment.outputs.html_table import html_table
from assessment.outputs.table_notes import notes_of
from assessment.outputs.tables import (
    COUNT,
    DIFFERENCE,
    PERCENT,
    SYNTHETIC,
    Cell,
    Column,
    Table,
    marked,
)
from assessment.patterns.beside import AreaBeside, Beside, MonthsBeside, Side

NOT_KNOWN = "not known"
MOST_LISTED = 20
AREA_COLUMNS = (
    Column("Area", 30),
    Column("First measure", 30),
    Column("Count of the first", 11, COUNT),
    Column("Rank by the first", 9, COUNT),
    Column("Second measure", 30),
    Column("Count of the second", 11, COUNT),
    Column("Rank by the second", 9, COUNT),
    Column("Places higher by the second", 11, DIFFERENCE),
    Column("Period", 30),
)
MONTH_COLUMNS = (
    Column("Month", 10),
    Column("Measure", 36),
    Column("Count", 11, COUNT),
    Column("Mean month = 100", 11, PERCENT),
    Column("Doubtful", 9),
    Column("Measure id", for_programs=True),
)


def areas_html(found: Beside) -> Html:
    """Return both measures by area, each with its rank."""
    kind = wording.AREAS[found.areas.by]
    own, other = (side.measure.label for side in found.sides)
    return html_table(
        f"{own} and {other} by {kind}{_of(found)}",
        (kind.capitalize(), own, other, f"By {wording.short_name(found.other)}"),
        [
            (
                area.name,
                _placed(area.own, area.own_rank),
                _placed(area.other, area.other_rank),
                wording.places_up(area),
            )
            for area in found.areas.areas[:MOST_LISTED]
        ],
    )


def _placed(count: int | None, rank: int | None) -> object:
    """Write a count over its place."""
    known = NOT_KNOWN if count is None else f"{count:,}"
    return known if rank is None else (known, ordinal(rank))


def _of(found: Beside) -> str:
    """Say that the page lists the first, where there are more."""
    every = len(found.areas.areas)
    return f": the first {MOST_LISTED} of {every}" if every > MOST_LISTED else ""


def sides_html(found: Beside) -> Html:
    """Return both measures with their counts and verdicts, as Year on year has them."""
    return html_table(
        "Both measures, each by itself",
        ("Measure", "Recorded by", "Before", "Now", "Change", "Likely range", "Verdict"),
        [_side(side) for side in found.sides],
    )


def _side(side: Side) -> tuple[object, ...]:
    change = side.change
    is_told = change.percent is not None and change.previous is not None
    return (
        side.measure.label,
        wording.whose(side),
        *(NOT_KNOWN if n is None else n for n in (change.previous, change.current)),
        change_wording.percent(change.percent or 0, change.previous or 0) if is_told else "",
        change_wording.interval(change),
        change_wording.verdict(change),
    )


def areas_table(found: Beside, *, synthetic: bool) -> Table:
    """Return every area as rows to download."""
    rows = tuple(_area(area, found) for area in found.areas.areas)
    return _table(found, AREA_COLUMNS, rows, "by area", synthetic=synthetic)


def months_table(found: Beside, months: MonthsBeside, *, synthetic: bool) -> Table:
    """Return every month of both as rows to download."""
    rows = tuple(
        (
            f"{month:%Y-%m}",
            side.measure.label,
            n,
            None if n is None else round(100 * n / mean, 1),
            "yes" if month in doubtful else "",
            side.measure.id,
        )
        for side, counts, mean, doubtful in zip(
            found.sides, months.counts, months.means, months.doubtful, strict=True
        )
        for month, n in zip(months.months, counts, strict=True)
    )
    return _table(found, MONTH_COLUMNS, rows, "by month", synthetic=synthetic)


def file_name(found: Beside, what: str) -> str:
    """Name a file for both measures, the place and the end of the period."""
    question = found.own.question
    named = (
        f"{found.other.measure.id} beside {found.own.measure.id} {what} {question.place.label} "
        f"{question.period.last_day:%Y-%m}"
    )
    return re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-")[:120]


def _area(area: AreaBeside, found: Beside) -> tuple[Cell, ...]:
    return (
        area.name,
        found.own.measure.label,
        area.own,
        area.own_rank,
        found.other.measure.label,
        area.other,
        area.other_rank,
        area.places_up,
        found.own.question.period.dates,
    )


def _table(
    found: Beside,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Cell, ...], ...],
    what: str,
    *,
    synthetic: bool,
) -> Table:
    question = found.own.question
    every, marked_rows = marked(columns, rows, synthetic=synthetic)
    return Table(
        f"{found.own.measure.label} and {found.other.measure.label} {what}, {question.place.label}",
        (
            *([SYNTHETIC] if synthetic else []),
            f"Period: {question.period.dates}",
            f"Compared with: {question.comparison.dates}",
            wording.gap(found),
            *wording.sentences(found),
        ),
        every,
        marked_rows,
        (
            ("How to read two data sets", (wording.NO_SHARE,)),
            ("Caveats", wording.caveats(found) or ("None.",)),
            *notes_of(found.other.answer),
        ),
        sheet="Beside",
    )
