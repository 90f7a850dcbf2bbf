"""A survey tool's export: which table holds the answers, and what its columns are."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from assessment.errors import UploadRefused
from assessment.intake.files.file_reader import ArrivedFile, read_file
from assessment.intake.files.file_tables import FileTable, in_quotes
from assessment.numbers import count_of
from assessment.survey.reading.export.code_lists import is_code_list, read_code_lists
from assessment.survey.reading.export.headers.column_names import NamedColumns, columns_named
from assessment.survey.reading.export.headers.question_headers import SURVEYS, ExportColumn
from assessment.survey.reading.export.headers.unworded_boxes import with_boxes_together

SAMPLE_ROWS = 200


@dataclass(frozen=True)
class Export:
    """The table of answers, one row for each response, with the code lists that came with it."""

    file: str
    sha256: str
    part: FileTable
    columns: tuple[ExportColumn, ...]
    code_lists: Mapping[str, Mapping[str, str]]
    sample: tuple[tuple[str, ...], ...]
    notices: tuple[str, ...]

    def sampled(self, at: int) -> tuple[str, ...]:
        """Return what the first rows say in a column, blanks left out."""
        cells = (row[at].strip() for row in self.sample if at < len(row))
        return tuple(text for text in cells if text)


def open_export(path: Path, name: str, incoming: Path) -> Export:
    """Read what an export holds; raises UploadRefused with every fault that was found."""
    arrival = read_file(path, name, incoming, SURVEYS)
    lists = [part for part in arrival.tables if is_code_list(part)]
    tables = [part for part in arrival.tables if part not in lists]
    if not tables:
        raise UploadRefused(arrival.file, ["It holds a list of codes but no answers."])
    part = max(tables, key=lambda table: table.rows * len(table.header))
    others = [table for table in tables if table is not part]
    named = columns_named(part.header, _first_rows(part, SAMPLE_ROWS))
    part = replace(part, skip=part.skip + _lines_of(part, named.rows), rows=part.rows - named.rows)
    if not part.rows:
        raise UploadRefused(arrival.file, [f"{part.label} names its questions but has no answers."])
    sample = tuple(tuple(row) for row in _first_rows(part, SAMPLE_ROWS))
    return Export(
        arrival.file,
        arrival.sha256,
        part,
        with_boxes_together(named.columns, part, sample),
        {question: codes for table in lists for question, codes in read_code_lists(table).items()},
        sample,
        (*_repeated_notices(arrival), *_header_rows(named), *_others_left_out(others)),
    )


def _first_rows(part: FileTable, most: int) -> list[list[str]]:
    with part.path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(islice(file, part.skip, None))
        try:
            return list(islice((row for row in reader if row), most))
        except csv.Error:  # a cell without end: staging says where it is
            return []


def _lines_of(part: FileTable, rows: int) -> int:
    """Count the lines that the first rows of a table take: a cell may hold several."""
    with part.path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(islice(file, part.skip, None))
        for _ in islice((row for row in reader if row), rows):
            pass
        return reader.line_num if rows else 0


def _repeated_notices(arrival: ArrivedFile) -> Sequence[str]:
    return tuple(dict.fromkeys(arrival.left_out))


def _header_rows(named: NamedColumns) -> Iterator[str]:
    """Tell which rows were taken for nobody's answers by what they say, or lack."""
    if named.judged:
        rows = count_of(named.rows, "row below its first was", "rows below its first were")
        yield (
            f"{rows} read as part of the header, and as nobody's answers: without the number or "
            "the time that every answer has, or with nothing but how to answer."
        )


def _others_left_out(others: Sequence[FileTable]) -> Sequence[str]:
    if not others:
        return ()
    named = in_quotes(part.sheet or part.name for part in others)
    return (f"Only the largest table was read as answers; {named} not. Upload others singly.",)
