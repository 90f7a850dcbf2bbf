"""Rows that count the same thing several times over, as it stood at different times."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from assessment.intake.counts.columns.table_layout import TableShape, rows_to_count, span_of
from assessment.intake.file_choices import EVERY_ROW, FileQuestion
from assessment.intake.files.file_tables import shown
from assessment.intake.headings.day_words import day_of
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.version_words import are_stages, is_version_name, latest_stage
from assessment.numbers import count_of


def version_columns(shape: TableShape) -> list[int]:
    """Return the columns that tell versions of the same counts apart, by heading or by values."""
    return [
        at
        for at in shape.others
        if is_version_name(shape.table.header[at])
        or are_stages({row[at].strip() for row in _rows(shape, at)})
        or _are_snapshots(shape, at)
    ]


def _rows(shape: TableShape, at: int) -> Iterator[Sequence[str]]:
    for _, row in rows_to_count(shape.table, is_month_first=shape.is_month_first):
        if len(row) == len(shape.table.header) and row[at].strip():
            yield row


def _are_snapshots(shape: TableShape, at: int) -> bool:
    """Tell whether a column has days or months that do not lie in what their rows count."""
    are_outside = False
    for row in _rows(shape, at):
        day, said = day_of(row[at]), read_span(row[at])
        if not day and not said:
            return False
        if counted := span_of(row, shape.period, shape.table.header):
            lies_in = (
                counted.start <= day < counted.end if day else bool(said and said.overlaps(counted))
            )
            are_outside = are_outside or not lies_in
    return are_outside


def which_version(heading: str, splits: Sequence[Mapping[str, object]]) -> FileQuestion:
    """Ask which version of what is counted more than once is to be read, the latest first."""
    values = list(dict.fromkeys(value for split in splits for value in split))
    latest = _latest(values)
    ordered = sorted(values, key=lambda value: value != latest)
    options = [(f"{heading}={value}", f"only the rows of '{shown(value)}'") for value in ordered]
    return FileQuestion(
        "only",
        f"Which rows of the column '{shown(heading)}' are to be read? It tells versions of the "
        f"same counts apart, and {count_of(len(splits), 'thing is', 'things are')} counted in more "
        "than one of them: added up, they would count twice.",
        (*options, (f"{heading}={EVERY_ROW}", "every row: they are parts, and add up")),
        "--only",
        usual=f"{heading}={latest}" if latest is not None else None,
    )


def _latest(values: Sequence[str]) -> str | None:
    """Return the newest day or month, or the stage that the others lead up to; None for none."""
    starts = {value: _start(value) for value in values}
    if all(starts.values()):
        return max(values, key=lambda value: starts[value] or date.min)
    return latest_stage(values)


def _start(value: str) -> date | None:
    span = read_span(value)
    return day_of(value) or (span.start if span else None)
