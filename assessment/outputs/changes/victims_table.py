"""Who the victims of a row's records were, as tables to read and as one to download."""

from itertools import groupby

from assessment.changes import BandLine, Change, Question, VictimBands
from assessment.changes.victim_bands import SEVERAL, UNSAID
from assessment.definitions.victim_bands import KINDS, band_in_words
from assessment.outputs.changes.change_chart import short_labels
from assessment.outputs.html_table import html_table
from assessment.outputs.tables import COUNT, SYNTHETIC, Column, Table, marked

NOT_COVERED = "not covered"
COLUMNS = (
    Column("Kind", 30),
    Column("Victims", 40),
    Column("Count before", 13, COUNT),
    Column("Count now", 13, COUNT),
)


def victims_html(bands: VictimBands, question: Question) -> tuple[str, ...]:
    """Return a table for each kind of band, with the records of both periods."""
    before, now = short_labels(question)
    return tuple(
        html_table(
            f"Records by victim: {KINDS[kind].lower()}",
            (KINDS[kind], before, now),
            ((_named(line), _cell(line.before), _cell(line.now)) for line in lines),
        )
        for kind, lines in groupby(bands.lines, key=lambda line: line.kind)
    )


def victims_table(
    bands: VictimBands, change: Change, question: Question, *, synthetic: bool
) -> Table:
    """Return the same as rows to download."""
    rows = tuple(
        (KINDS[line.kind], _named(line), _cell(line.before), _cell(line.now))
        for line in bands.lines
    )
    columns, marked_rows = marked(COLUMNS, rows, synthetic=synthetic)
    return Table(
        f"Victims: {change.measure.label}, {change.area}",
        (
            *([SYNTHETIC] if synthetic else []),
            f"Period: {question.period.dates}",
            f"Compared with: {question.comparison.dates}",
            "Each record stands once in each kind",
        ),
        columns,
        marked_rows,
        sheet="Victims",
    )


def _named(line: BandLine) -> str:
    if line.band == SEVERAL:
        return "Several victims, not alike in this"
    return band_in_words(line.band) if line.band != UNSAID else "Not said"


def _cell(count: int | None) -> int | str:
    return NOT_COVERED if count is None else count
