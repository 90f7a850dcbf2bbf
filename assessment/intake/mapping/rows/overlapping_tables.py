"""Tables of one upload that hold mostly the same rows: a file and its revision, a sheet of all.

To read both would count twice what both have. Which of them holds cannot be told, so it is asked.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from assessment.definitions import POLICE_UK
from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.files.file_tables import FileTable, in_quotes, rows_of
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.columns.record_fields import is_kept
from assessment.intake.mapping.rows.dates.utc_times import DATE_FIELDS
from assessment.intake.mapping.rows.references.row_numbers import are_row_numbers
from assessment.numbers import count_of

# So many rows that two tables share, and this share of the smaller one, are no chance.
FEWEST, SHARE = 5, 0.5
EVERY = "all"
# The same references of the same crimes with other dates are lists of the same records: those
# recorded and those detected.
REFERENCE = "reference"
DATES = (*DATE_FIELDS, "time_from", "time_to", "time_recorded", "outcome")
MOST_NAMED = 4


def settle_overlaps(file: str, recognised: RecognisedFile, choices: FileChoices) -> RecognisedFile:
    """Leave out tables that another takes the place of, as was chosen, or ask which does.

    Raises UploadRefused where a table was chosen that is not there.
    """
    # What is published holds a month once, and is too long to be read twice.
    if len(recognised.tables) < 2 or recognised.recipe.measure_set == POLICE_UK:
        return recognised
    names = [table_name(table.file_table) for table in recognised.tables]
    if absent := [name for name in choices.tables if name not in (*names, EVERY)]:
        there = in_quotes(names, MOST_NAMED)
        raise UploadRefused(file, [f"It has no table {in_quotes(absent)}: its tables are {there}."])
    if EVERY in choices.tables:
        return recognised
    for alike in _alike(recognised):
        chosen = [table for table in alike if table_name(table.file_table) in choices.tables]
        if chosen:
            recognised = _only(recognised, chosen, alike)
        else:
            question = _question(alike)
            recognised = replace(recognised, questions=(*recognised.questions, question))
    return recognised


def table_name(table: FileTable) -> str:
    """Return how a table is called where one is chosen: its sheet, or the file in the archive."""
    return table.name if table.sheet is None else table.sheet


def _alike(recognised: RecognisedFile) -> Iterator[list[RecognisedTable]]:
    """Yield tables that hold mostly the same rows, each with all that it overlaps with.

    Rows that differ in dates alone are the same where a reference says so.
    """
    tables = recognised.tables
    rows = [_rows(table) for table in tables]
    referring = not are_row_numbers(recognised)
    undated = [
        _rows(table, but_for=DATES) if referring and REFERENCE in table.fields else Counter()
        for table in tables
    ]
    groups = [{at} for at in range(len(tables))]
    for one, other in combinations(range(len(tables)), 2):
        if _overlap(rows[one], rows[other]) or _overlap(undated[one], undated[other]):
            joined = groups[one] | groups[other]
            for at in joined:
                groups[at] = joined
    for group in {min(group): group for group in groups}.values():
        if len(group) > 1:
            yield [tables[at] for at in sorted(group)]


def _rows(table: RecognisedTable, but_for: Collection[str] = ()) -> Counter[int]:
    """Count the rows by what the columns that are kept say, but for some fields."""
    places = sorted(
        (field, at)
        for at, field in enumerate(table.fields)
        if is_kept(field) and field not in but_for
    )
    try:
        return Counter(
            hash(tuple((field, row[at].strip()) for field, at in places))
            for _, row in rows_of(table.file_table)
            if len(row) == len(table.fields)
        )
    except UploadRefused:  # a cell without end; staging refuses its row
        return Counter()


def _overlap(one: Counter[int], other: Counter[int]) -> bool:
    fewer, more = sorted((one, other), key=len)
    shared = sum(min(n, more[row]) for row, n in fewer.items())
    return shared >= max(FEWEST, SHARE * min(one.total(), other.total()))


def _only(
    recognised: RecognisedFile,
    chosen: Sequence[RecognisedTable],
    alike: Sequence[RecognisedTable],
) -> RecognisedFile:
    left_out = [table for table in alike if table not in chosen]
    kept = tuple(table for table in recognised.tables if table not in left_out)
    names = in_quotes((table_name(table.file_table) for table in left_out), MOST_NAMED)
    verb = "was" if len(left_out) == 1 else "were"
    notice = f"{names} {verb} not read, as was decided: most of the same rows are in what was read."
    return replace(recognised, tables=kept, notices=(*recognised.notices, notice))


def _question(alike: Sequence[RecognisedTable]) -> FileQuestion:
    named = [(table_name(table.file_table), table.file_table.rows) for table in alike]
    rows = sum(n for _, n in named)
    return FileQuestion(
        "tables",
        f"{in_quotes((name for name, _ in named), MOST_NAMED)} hold mostly the same rows, as a "
        "file and its revision do, a sheet with all that others hold, or what was detected of what "
        "was recorded. Which is to be read? Read together, what they share is counted twice.",
        (
            *((name, f"only '{name}': {count_of(n, 'row')}") for name, n in named),
            (EVERY, f"all of them: {count_of(rows, 'row')}, each a record of its own"),
        ),
        "--table",
    )
