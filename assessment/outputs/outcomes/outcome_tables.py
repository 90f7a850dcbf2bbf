"""Outcomes as bars, as tables to read, and as one to download."""

import re

from assessment.definitions import OutcomeGroup, outcomes
from assessment.numbers import rounded
from assessment.outputs.changes.change_chart import short_labels
from assessment.outputs.charts.share_bars import Bar, BarGroup, Fill, Part, ShareBars
from assessment.outputs.html_table import html_table
from assessment.outputs.outcomes import outcome_wording as wording
from assessment.outputs.tables import CHANCE, COUNT, PERCENT, SYNTHETIC, Column, Table, marked
from assessment.patterns.outcomes import MeasureOutcomes, OutcomeCounts, RecordedOutcomes

FILLS = {
    OutcomeGroup.SOLVED: Fill.FULL,
    OutcomeGroup.OTHER: Fill.EMPTY,
    OutcomeGroup.OPEN: Fill.STRIPED,
}
PERIODS = ("before", "now")
COLUMNS = (
    Column("Measure", 36),
    *(
        Column(f"{label}, {period}", 13, COUNT)
        for period in PERIODS
        for label in ("All records", *wording.GROUPS.values())
    ),
    Column("Solved before (%)", 11, PERCENT),
    Column("Solved now (%)", 11, PERCENT),
    Column("Change (points)", 11, PERCENT),
    Column("Likely range from", 11, PERCENT),
    Column("Likely range to", 11, PERCENT),
    Column("p adjusted", 10, CHANCE),
    Column("Verdict", 17),
    Column("Reason", 44),
    Column("Period", 30),
    Column("Compared with", 30),
    Column("Measure id", for_programs=True),
)


def outcome_bars(answer: RecordedOutcomes) -> ShareBars:
    """Describe the shares of every measure of which outcomes are said, now and before."""
    before, now = short_labels(answer.question)
    return ShareBars(
        wording.finding(answer),
        "records whose outcome is told",
        tuple(Part(wording.GROUPS[group], fill) for group, fill in FILLS.items()),
        tuple(
            BarGroup(
                row.measure.label,
                tuple(
                    Bar(name, tuple(map(counts.of, FILLS)), wording.solved(counts))
                    for name, counts in ((now, row.now), (before, row.before))
                    if counts is not None
                ),
                wording.told(row),
                wording.VERDICTS[row.verdict][1],
            )
            for row in answer.rows
            if row.says_outcomes
        ),
    )


def groups_html(answer: RecordedOutcomes) -> str:
    """Return every record of the period by what became of it, a row for each measure."""
    header = ("Measure", "All records", *wording.GROUPS.values())
    return html_table(
        f"What became of the records of {answer.question.period.dates}",
        header,
        [_in_groups(row) for row in answer.rows],
    )


def _in_groups(row: MeasureOutcomes) -> tuple[object, ...]:
    numbers = (wording.NOT_COVERED if n is None else n for n in _numbers(row.now))
    return (row.measure.label, *numbers)


def words_html(row: MeasureOutcomes, answer: RecordedOutcomes) -> str:
    """Return the records of one measure by the outcome as its source writes it, the most first."""
    before, now = short_labels(answer.question)
    known = [counts.by_words if counts else {} for counts in (row.now, row.before)]
    every = sorted({*known[0], *known[1]}, key=lambda words: (-known[0].get(words, 0), words))
    return html_table(
        f"{row.measure.label}: outcomes as the source writes them",
        ("Outcome", "Counts as", now, before),
        [
            (
                words,
                wording.GROUPS[outcomes().of(words)],
                *(_written(counts, words) for counts in (row.now, row.before)),
            )
            for words in every
        ],
    )


def _written(counts: OutcomeCounts | None, words: str) -> int | str:
    return wording.NOT_COVERED if counts is None else counts.by_words.get(words, 0)


def outcome_table(answer: RecordedOutcomes, *, synthetic: bool) -> Table:
    """Return every measure as rows to download, each with its own dates."""
    question = answer.question
    columns, rows = marked(
        COLUMNS, tuple(_row(row, answer) for row in answer.rows), synthetic=synthetic
    )
    return Table(
        f"What became of the records in {question.place.label}",
        (
            *([SYNTHETIC] if synthetic else []),
            f"Period: {question.period.dates}",
            f"Compared with: {question.comparison.dates}",
        ),
        columns,
        rows,
        (
            ("How to read the shares", (wording.HOW_TO_READ,)),
            ("Caveats", wording.caveats(answer) or ("None.",)),
            ("How outcomes were grouped", (wording.whose_groups(),)),
        ),
        sheet="Outcomes",
    )


def file_name(answer: RecordedOutcomes) -> str:
    """Name a file for the place and the end of the period."""
    question = answer.question
    named = f"outcomes {question.place.label} to {question.period.last_day:%Y-%m}"
    return re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-")[:120]


def _row(row: MeasureOutcomes, answer: RecordedOutcomes) -> tuple[str | int | float | None, ...]:
    question = answer.question
    return (
        row.measure.label,
        *_numbers(row.before),
        *_numbers(row.now),
        *(_percent(counts) for counts in (row.before, row.now)),
        *(None if n is None else float(rounded(n, 3)) for n in (row.points, row.low, row.high)),
        row.p_adjusted,
        row.verdict.value,
        row.reason,
        question.period.dates,
        question.comparison.dates,
        row.measure.id,
    )


def _numbers(counts: OutcomeCounts | None) -> tuple[int | None, ...]:
    if counts is None:
        return (None,) * (1 + len(wording.GROUPS))
    return (counts.total, *counts.by_group.values())


def _percent(counts: OutcomeCounts | None) -> float | None:
    if counts is None or not wording.share(counts):
        return None
    return float(rounded(counts.percent(OutcomeGroup.SOLVED) or 0.0, 3))
