"""Writes an example survey as two of the services that partnerships use hand it out."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

from data.sample.authored_surveys import ExampleQuestion, ExampleWave, example_margins
from data.sample.drawn_answers import Answers, draw_answers, draw_comments, draw_seconds

Row = list[str]


def write_survey(wave: ExampleWave, folder: Path) -> Path:
    """Write the export of a wave as CSV into a folder."""
    return _write(folder / f"{wave.id}.csv", LAYOUTS[wave.layout](wave))


def write_margins(folder: Path) -> Path:
    """Write the population that the example survey is weighted to as CSV into a folder."""
    rows = [["variable", "category", "people", "source", "as_at"]]
    rows += [
        [margin.variable, margin.category, f"{margin.people}", margin.source, f"{margin.as_at}"]
        for margin in example_margins()
    ]
    return _write(folder / "population.csv", iter(rows))


def _write(path: Path, rows: Iterator[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return path


def _one_header_row(wave: ExampleWave) -> Iterator[Row]:
    """Write a column for each question; what was ticked stands in one cell: "a;b;"."""
    wordings = [question.wording for question in wave.questions]
    yield ["ID", "Start time", "Completion time", "Email", "Name", *wordings, wave.comment_wording]
    answers, comments = draw_answers(wave), draw_comments(wave)
    for person, (began, ended) in enumerate(_times(wave)):
        cells = [
            "".join(f"{label};" for label in ticked[person]) if question.most else ticked[person][0]
            for question, ticked in zip(wave.questions, answers, strict=True)
        ]
        times = [f"{moment:%Y-%m-%d %H:%M:%S}" for moment in (began, ended)]
        yield [f"{person + 1}", *times, "anonymous", "", *cells, comments[person]]


# What stands before the answers; nobody is named, and the address is one that nobody can have.
BEFORE = (
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
)
COLLECTOR, FIRST_RESPONDENT, NOBODYS_ADDRESS = "421880023", 118_270_400_000, "192.0.2.1"


def _two_header_rows(wave: ExampleWave) -> Iterator[Row]:
    """Write a column for each box; the first header row has the questions, the second the boxes."""
    questions, boxes = list(BEFORE), [""] * len(BEFORE)
    for question in wave.questions:
        labels = _boxes(question) or ["Response"]
        questions += [question.wording, *[""] * (len(labels) - 1)]
        boxes += labels
    yield [*questions, wave.comment_wording]
    yield [*boxes, "Open-Ended Response"]
    answers, comments = draw_answers(wave), draw_comments(wave)
    for person, (began, ended) in enumerate(_times(wave)):
        times = [f"{moment:%d/%m/%Y %H:%M:%S}" for moment in (began, ended)]
        known = [f"{FIRST_RESPONDENT + 37 * person}", COLLECTOR, *times, NOBODYS_ADDRESS, *[""] * 3]
        yield [*known, *_cells(wave, answers, person), comments[person]]


def _cells(wave: ExampleWave, answers: list[Answers], person: int) -> Iterator[str]:
    for question, ticked in zip(wave.questions, answers, strict=True):
        if question.most is None:
            yield ticked[person][0]
        for box in _boxes(question):
            yield box if box in ticked[person] else ""


def _boxes(question: ExampleQuestion) -> list[str]:
    """Return the boxes of a question, none where one answer is chosen."""
    every = (*question.options, *question.alone)
    return [option.label for option in every] if question.most else []


def _times(wave: ExampleWave) -> Iterator[tuple[datetime, datetime]]:
    start = datetime.combine(wave.first_day, time())
    for number, seconds in enumerate(draw_seconds(wave)):
        began = start + timedelta(seconds=seconds)
        yield began, began + timedelta(seconds=200 + 17 * (number % 23))


LAYOUTS: dict[str, Callable[[ExampleWave], Iterator[Row]]] = {
    "one header row": _one_header_row,
    "two header rows": _two_header_rows,
}
