"""Tables as they leave the product: what stands over them, their columns, and CSV."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.changes import By, Change, Place, Question, YearOnYear
from assessment.definitions import measure_sets
from assessment.outputs.changes import change_wording
from assessment.outputs.escaping import csv_cell
from assessment.outputs.table_notes import Notes, notes_of
from assessment.periods import joined

Cell = str | int | float | None

SYNTHETIC = "Synthetic example records, not real"
ROWS = {By.MEASURE: "measure"} | change_wording.AREA_NAMES
COUNT, DIFFERENCE, PERCENT, CHANCE = "#,##0", "+#,##0;-#,##0;0", "+0.0;-0.0;0.0", "0.000"


@dataclass(frozen=True)
class Column:
    """A column: its name, its width in letters, how its numbers are written.

    What only programs ask for stands in the CSV and not in the workbook.
    """

    name: str
    width: int = 14
    number_format: str = ""
    for_programs: bool = False


MADE_UP = Column("Synthetic", for_programs=True)


@dataclass(frozen=True)
class Table:
    """A table to download: what stands over it, its columns and rows, and the notes on it."""

    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: Notes = ()
    sheet: str = "Changes"

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def marked(
    columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...], *, synthetic: bool
) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """Say in every row whether it is of made-up records: a CSV has nothing over its rows."""
    answer = "yes" if synthetic else "no"
    return (*columns, MADE_UP), tuple((*row, answer) for row in rows)


COLUMNS = (
    Column("Measure", 36),
    Column("Area", 30),
    Column("Count before", 11, COUNT),
    Column("Count now", 11, COUNT),
    Column("Difference", 12, DIFFERENCE),
    Column("Change (%)", 11, PERCENT),
    Column("Likely range from (%)", 13, PERCENT),
    Column("Likely range to (%)", 13, PERCENT),
    Column("p", 8, CHANCE),
    Column("p adjusted", 10, CHANCE),
    Column("Verdict", 17),
    Column("Counts behind it", 17),
    Column("Reason", 44),
    Column("Period", 30),
    Column("Compared with", 30),
    Column("Measure id", for_programs=True),
    Column("Area code", for_programs=True),
    MADE_UP,
    Column("In a sentence", 90),
)


def year_on_year_table(answer: YearOnYear) -> Table:
    """Return the rows of an answer, each with its own dates so that it can stand alone."""
    question = answer.question
    return Table(
        f"What changed in {question.place.label}",
        _about(answer),
        COLUMNS,
        tuple(_row(answer, change) for change in answer.changes),
        notes_of(answer),
    )


def _about(answer: YearOnYear) -> tuple[str, ...]:
    question = answer.question
    measures = measure_sets()[question.measure_set]
    label = measures.measure(question.measure).label if question.measure else measures.label
    sources = sorted({extract.source for extract in answer.working.extracts})
    return (
        *([SYNTHETIC] if answer.is_synthetic else []),
        f"Place: {_place_in_words(question.place)}",
        f"Measures: {label}, a row for each {ROWS[question.by]}",
        f"Period: {question.period.dates}",
        f"Compared with: {question.comparison.dates}",
        f"Sources: {', '.join(sources) or 'none'}",
    )


def _place_in_words(place: Place) -> str:
    """Return a place with the districts that make it up."""
    if place.force:
        return f"{place.force} (whole force)"
    made_of = joined(place.districts)
    return place.label if made_of == place.label else f"{place.label} ({made_of})"


def file_name(question: Question) -> str:
    """Name a file for the place, the end of the period and what the rows are."""
    period = question.period
    last = f"{period.last_day:%Y-%m}" if period.is_whole_months else f"{period.last_day}"
    parts = ["changes", question.place.label, "to", last, "by", ROWS[question.by]]
    # By measure, the rows are the whole set; by area, they are about one measure.
    if question.measure and question.by is not By.MEASURE:
        parts.append(measure_sets()[question.measure_set].measure(question.measure).label)
    return re.sub(r"[^a-z0-9]+", "-", " ".join(parts).lower()).strip("-")[:120]


def _row(answer: YearOnYear, change: Change) -> tuple[Cell, ...]:
    # Without a percentage an interval of it says nothing: the page withholds it too.
    ends = (
        (change.interval_low, change.interval_high)
        if change_wording.interval(change)
        else (None, None)
    )
    return (
        change.measure.label,
        change.area,
        change.previous,
        change.current,
        change.difference,
        *map(_rounded, (change.percent, *ends)),
        change.p_value,
        change.p_adjusted,
        change.verdict.value,
        change.status.value,
        change.reason,
        answer.question.period.dates,
        answer.question.comparison.dates,
        change.measure.id,
        change.area_code,
        "yes" if answer.is_synthetic else "no",
        change_wording.sentence(change, answer.question),
    )


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 3)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write rows as CSV that Excel opens with its letters and its text as they are."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(csv_cell, header))
    writer.writerows(map(csv_cell, row) for row in rows)
    # The mark at the start tells Excel that this is UTF-8.
    return text.getvalue().encode("utf-8-sig")
