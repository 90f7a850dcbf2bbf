"""Tables of a file whose names say that their records do not count: left out, and told.

A sheet "Deleted crimes" beside "Crimes" holds what is no crime any more, "Detected" those of the
crimes that were solved, "Suspects" people. Their rows look like any other's.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePosixPath

from assessment.definitions import POLICE_UK
from assessment.definitions.spelling import plain
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import FileTable, in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.rows.overlapping_tables import EVERY, table_name
from assessment.numbers import count_of

NOT_COUNTED = re.compile(
    r"\b(?:deleted|deletions?|cancel(?:led|lations?|ed)|no crime[ds]?|void(?:ed)?|invalid|withdrawn"
    r"|rejected|superseded|duplicates?|removed|to (?:remove|delete)|excluded|not counted"
    r"|(?:recorded|created|entered) in error)\b"
)
OTHERS = re.compile(r"\b(?:suspects?|offenders?|arrests?|nominals)\b")
DETECTED = re.compile(r"\b(?:detected|detections?|solved|cleared up)\b")
UNDETECTED = re.compile(r"\b(?:undetected|unsolved|not (?:detected|solved))\b")
# "Crimes without cancelled" and "Live and cancelled" count.
TAKEN_BACK = re.compile(
    r"\b(?:(?:not|never|without|less|minus|and|with|or) (?:the )?|excl\w* |incl\w* |& )"
    r"(?:deleted|cancel\w*|no crime[ds]?|void(?:ed)?|duplicates?|withdrawn|rejected|detect\w+)"
)


def without_uncounted(recognised: RecognisedFile, choices: FileChoices) -> RecognisedFile:
    """Return the file without tables that say themselves not to count, where others are left."""
    if recognised.recipe.measure_set == POLICE_UK or EVERY in choices.tables:
        return recognised
    names = {table.file_table: _name(table.file_table) for table in recognised.tables}
    left_out = [
        table
        for table in recognised.tables
        if _is_uncounted(names[table.file_table], names.values())
        and table_name(table.file_table) not in choices.tables
    ]
    kept = tuple(table for table in recognised.tables if table not in left_out)
    if not left_out or not kept:
        return recognised
    called = in_quotes(table_name(table.file_table) for table in left_out)
    rows = count_of(sum(table.file_table.rows for table in left_out), "row")
    notice = (
        f"{called} {'was' if len(left_out) == 1 else 'were'} left out ({rows}), as the name says "
        "that these are no records to count. If they are, give the table another name, or say so "
        f"(--table {EVERY}), and load the file again."
    )
    return replace(recognised, tables=kept, notices=(*recognised.notices, notice))


def _name(table: FileTable) -> str:
    """Return what a table is called: its sheet, and its file where that is one of several."""
    file = "" if table.name == table.file else PurePosixPath(table.name).stem
    return plain(f"{file} {table.sheet or ''}")


def _is_uncounted(name: str, names: Collection[str]) -> bool:
    if TAKEN_BACK.search(name):
        return False
    if DETECTED.search(name) and not UNDETECTED.search(name):
        return not any(map(UNDETECTED.search, names))
    return bool(NOT_COUNTED.search(name) or OTHERS.search(name))
