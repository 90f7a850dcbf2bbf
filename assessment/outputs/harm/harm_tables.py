"""Harm as a table to read, and as one to download."""

import re
from collections.abc import Iterator

from assessment.numbers import rounded
from assessment.outputs.harm import harm_wording as wording
from assessment.outputs.html_table import html_table
from assessment.outputs.tables import COUNT, DIFFERENCE, SYNTHETIC, Column, Table, marked
from assessment.patterns.crime_harm import Range
from assessment.patterns.harm import MeasureHarm, RecordedHarm

COLUMNS = (
    Column("Measure", 36),
    Column("Count before", 11, COUNT),
    Column("Count now", 11, COUNT),
    Column("Place by number", 9, COUNT),
    Column("Harm before from", 13, COUNT),
    Column("Harm before to", 13, COUNT),
    Column("Harm now from", 13, COUNT),
    Column("Harm now to", 13, COUNT),
    Column("Place by harm from", 9, COUNT),
    Column("Place by harm to", 9, COUNT),
    Column("Among", 9, COUNT),
    Column("Place by other weights from", 9, COUNT),
    Column("Place by other weights to", 9, COUNT),
    Column("Among by other weights", 9, COUNT),
    Column("Change of harm", 12, DIFFERENCE),
    Column("Likely range from", 12, DIFFERENCE),
    Column("Likely range to", 12, DIFFERENCE),
    Column("Approximate now", 11, COUNT),
    Column("Without a weight now", 11, COUNT),
    Column("Found by the police, left out now", 11, COUNT),
    Column("Note", 40),
    Column("Weights", 34),
    Column("Other weights", 34),
    Column("Period", 30),
    Column("Compared with", 30),
    Column("Measure id", for_programs=True),
)


def harm_html(answer: RecordedHarm) -> str:
    """Return every measure with its number and harm, and its place by either."""
    unit = wording.weights_of(answer).unit
    return html_table(
        f"Number and harm ({unit}) in {answer.question.period.dates}",
        (
            "Measure",
            "Records",
            "Place by number",
            "Harm",
            "Place by harm",
            f"By {wording.beside_of(answer).scheme}",
            "Harm before",
            "Change",
        ),
        [_shown(row) for row in answer.rows],
    )


def _shown(row: MeasureHarm) -> tuple[object, ...]:
    current, ranks = row.change.current, row.ranks
    return (
        row.measure.label,
        wording.NOT_COVERED if current is None else current,
        "" if ranks is None else ranks.by_count,
        _with_note(wording.total(row), "; ".join(wording.marks(row))),
        "" if ranks is None else wording.place_by_harm(ranks),
        wording.place_beside(row) if row.measure.level else "",
        wording.total(row, before=True),
        _with_note(wording.change(row), wording.between(row)),
    )


def _with_note(text: str, note: str) -> object:
    return (text, note) if note else text


def harm_table(answer: RecordedHarm, *, synthetic: bool) -> Table:
    """Return every measure as rows to download, each with its weights and dates."""
    question = answer.question
    columns, rows = marked(
        COLUMNS, tuple(tuple(_row(row, answer)) for row in answer.rows), synthetic=synthetic
    )
    return Table(
        f"Number and harm of what was recorded in {question.place.label}",
        (
            *([SYNTHETIC] if synthetic else []),
            f"Period: {question.period.dates}",
            f"Compared with: {question.comparison.dates}",
            wording.whose_weights(answer),
        ),
        columns,
        rows,
        (
            ("How to read harm", (wording.HOW_TO_READ,)),
            ("Weights", (wording.whose_weights(answer),)),
        ),
        sheet="Harm",
    )


def _row(row: MeasureHarm, answer: RecordedHarm) -> Iterator[str | int | float | None]:
    ranks, question = row.ranks, answer.question
    yield row.measure.label
    yield from (row.change.previous, row.change.current, ranks and ranks.by_count)
    yield from (*_ends(row.before), *_ends(row.now))
    for places in (ranks, row.ranks_beside):
        yield from (places.best, places.worst, places.of) if places else (None, None, None)
    for number in (row.difference, row.low, row.high):
        yield None if number is None else float(rounded(number, 1))
    yield from (row.of_now.by_subgroup, row.of_now.unweighed, row.of_now.left_out)
    yield "; ".join(wording.marks(row)) or (wording.total(row) if row.now is None else "")
    yield from (wording.weights_of(answer).scheme, wording.beside_of(answer).scheme)
    yield from (question.period.dates, question.comparison.dates, row.measure.id)


def _ends(ends: Range | None) -> tuple[float | None, float | None]:
    if ends is None:
        return None, None
    return float(rounded(ends[0], 1)), float(rounded(ends[1], 1))


def file_name(answer: RecordedHarm) -> str:
    """Name a file for the place and the end of the period."""
    question = answer.question
    named = f"harm {question.place.label} to {question.period.last_day:%Y-%m}"
    return re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-")[:120]
