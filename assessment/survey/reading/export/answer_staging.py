"""Reading an export's rows into temporary tables, losing none; counting what they say."""

import csv
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from assessment.definitions import survey_definitions
from assessment.errors import UploadRefused
from assessment.store import Writer
from assessment.survey.reading.export.column_uses import WHOLLY_PERSONAL, is_address
from assessment.survey.reading.export.column_values import NOTHING, ColumnValues
from assessment.survey.reading.export.export_table import Export
from assessment.survey.reading.proposal import Use

# More different things than this are not a list of options.
MOST_VALUES = 400
MOST_NAMED = 5
LEFT_OUT = (Use.PERSONAL, Use.DECIDED)


def stage(writer: Writer, export: Export, uses: Mapping[int, Use | None]) -> None:
    """Read the export; what is about people is not kept even for the length of a load."""
    named = {
        f"{'x' if uses[column.at] in LEFT_OUT else 'c'}{column.at}": "VARCHAR"
        for column in export.columns
    }
    if not any(name.startswith("c") for name in named):
        fault = "No column of it can be kept: all are about people, or were left out as decided."
        raise UploadRefused(export.file, [fault])
    writer.run(
        "stage_responses",
        files=[str(export.part.path)],
        columns=named,
        skip=export.part.skip,
        test=list(survey_definitions().columns.test),
        address=_address(export, uses),
    )
    if writer.value("count_responses") != export.part.rows:
        raise UploadRefused(export.file, list(_ragged(export)))
    kept = [column.at for column in export.columns if uses[column.at] not in LEFT_OUT]
    writer.run("create_survey_cells", positions=kept)
    writer.run("create_survey_values")
    _tidy(writer)


def _address(export: Export, uses: Mapping[int, Use | None]) -> int | None:
    """Return which of the columns about people holds network addresses, if one does.

    The first of these columns is one that every export has.
    """
    personal = [column for column in export.columns if uses[column.at] in LEFT_OUT]
    places = (n for n, c in enumerate(personal, start=2) if is_address(c.name))
    return next(places, None)


def _tidy(writer: Writer) -> None:
    """Take space from around what is said, and blanks by another name; mostly there is none."""
    writer.run("create_survey_untidy", blank=["", *sorted(survey_definitions().blank)])
    if writer.value("count_untidy"):
        writer.run("tidy_survey_cells")
        writer.run("remove_blank_cells")
        writer.run("create_survey_values")


def count_values(
    writer: Writer, export: Export, questions: Collection[int]
) -> Mapping[int, ColumnValues]:
    """Count what every column says, as far as its cells are still there.

    Of those that are `asked`, what could find a person is counted apart.
    """
    personal: dict[int, dict[str, int]] = {}
    for at, text, n in writer.rows("said_like", positions=[*questions], pattern=WHOLLY_PERSONAL):
        personal.setdefault(at, {})[text] = n
    counted: dict[int, ColumnValues] = {column.at: NOTHING for column in export.columns}
    values: dict[int, dict[str, int]] = {}
    for at, text, n, filled, different in writer.rows("values_said", most=MOST_VALUES):
        apart = personal.get(at, {})
        if text not in apart:
            values.setdefault(at, {})[text] = n
        counted[at] = ColumnValues(
            filled - sum(apart.values()), different - len(apart), values.get(at, {}), apart
        )
    return counted


def _ragged(export: Export) -> Iterator[str]:
    """Say which rows have more or fewer cells than there are columns."""
    width = len(export.columns)
    ragged: list[tuple[int, int]] = []
    with export.part.path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(islice(file, export.part.skip, None))
        try:
            ragged.extend(
                (export.part.skip + reader.line_num, len(row))
                for row in reader
                if row and len(row) != width
            )
        except csv.Error as error:
            line = export.part.skip + reader.line_num
            yield f"{export.part.label} cannot be read at line {line:,} ({error}): correct it."
            return
    for line, cells in ragged[:MOST_NAMED]:
        yield f"Line {line:,} has {cells} cells, but there are {width} columns: correct it."
    if len(ragged) > MOST_NAMED:
        yield f"{len(ragged) - MOST_NAMED:,} more lines have too many or too few cells."
    if not ragged:
        yield "Some of its rows cannot be read; open it and save it again as CSV UTF-8."
