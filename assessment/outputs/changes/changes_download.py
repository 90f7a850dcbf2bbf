"""The rows of Year on year as a table to download, and the name of its file."""

import re

from assessment.changes import By, Change, Place, Question, YearOnYear
from assessment.changes.explanations.change_explanation import ChangeExplanation
from assessment.definitions import measure_sets
from assessment.numbers import rounded
from assessment.outputs.changes import change_wording
from assessment.outputs.table_notes import notes_of
from assessment.outputs.tables import (
    CHANCE,
    COUNT,
    DIFFERENCE,
    MADE_UP,
    PERCENT,
    SYNTHETIC,
    Cell,
    Column,
    Table,
)
from assessment.periods import joined

ROWS = {By.MEASURE: "measure"} | change_wording.AREA_NAMES
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
    Column("Unusual", 9),
    Column("Ordinary variation (%)", 12, PERCENT),
    Column("Ordinary variation from", 30),
    Column("Whole force (%)", 11, PERCENT),
    Column("Counts behind it", 17),
    Column("Reason", 44),
    Column("Why", 18),
    Column("Why, in words", 60),
    Column("Evidence of why", 30),
    Column("How sure", 12),
    Column("Period", 30),
    Column("Compared with", 30),
    Column("Methods version", 9, COUNT),
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
        *([answer.as_at] if answer.as_at else []),
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
    if question.as_at is not None:
        parts.append(f"as at extract {question.as_at}")
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
        {True: "yes", False: "no", None: None}[change.unusual],
        _rounded(change.ordinary_variation and 100 * change.ordinary_variation),
        change.ordinary_variation_from or None,
        _rounded(change.force_percent),
        change.status.value,
        change.reason,
        *_why(change.explanation),
        answer.question.period.dates,
        answer.question.comparison.dates,
        answer.methods_version,
        change.measure.id,
        change.area_code,
        "yes" if answer.is_synthetic else "no",
        change_wording.sentence(change, answer.question),
    )


def _why(said: ChangeExplanation | None) -> tuple[Cell, ...]:
    if said is None:
        return (None,) * 4
    return said.kind.value, said.text, said.evidence or None, said.confidence.value


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else float(rounded(percent, 3))
