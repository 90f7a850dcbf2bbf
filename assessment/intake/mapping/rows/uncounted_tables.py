"""Tables of a file whose names say that their records do not count: left out, and told.

A sheet "Deleted crimes" beside "Crimes" holds what is no crime any more, "Detected" those of the
crimes that were solved, "Suspects" people. Their rows look like any other's.
"""

import re
from collections.abc import Collection, Iterator, Sequence
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
# "Old Town" is a place: what is old is called so.
OLD = re.compile(
    r"\bold(?:er)? (?:data|versions?|extracts?|figures|cop(?:y|ies)|records|crimes|offences|sheets?"
    r"|files?|tables?|report|numbers|counts)\b|^old$|\bold$"
    r"|\b(?:previous|earlier|prior|former|first) (?:version|extract|issue|release|copy)\b"
    r"|\b(?:do not|don t|not to be) use[d]?\b|\bobsolete\b|\boutdated\b|\bout of date\b"
    r"|\bback ?up\b|\breplaced\b"
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
    if recognised.recipe.measure_set == POLICE_UK:
        return recognised
    left_out = uncounted([table.file_table for table in recognised.tables], choices)
    kept = tuple(table for table in recognised.tables if table.file_table not in left_out)
    notices = (*recognised.notices, *uncounted_in_words(left_out))
    return replace(recognised, tables=kept, notices=notices)


def uncounted(tables: Sequence[FileTable], choices: FileChoices) -> list[FileTable]:
    """Return the tables whose names say that they do not count, where others are left."""
    names = {table: _name(table) for table in tables}
    left_out = [
        table
        for table in tables
        if _is_uncounted(names[table], names.values()) and table_name(table) not in choices.tables
    ]
    is_all = EVERY in choices.tables or len(left_out) == len(names)
    return [] if is_all else left_out


def uncounted_in_words(left_out: Sequence[FileTable]) -> Iterator[str]:
    """Say which tables were left out for their names, and what to do if they count."""
    if left_out:
        called = in_quotes(table_name(table) for table in left_out)
        rows = count_of(sum(table.rows for table in left_out), "row")
        yield (
            f"{called} {'was' if len(left_out) == 1 else 'were'} left out ({rows}), as the name "
            "says that these are no records to count. If they are, give the table another name, or "
            f"say so (--table {EVERY}), and load the file again."
        )


def _name(table: FileTable) -> str:
    """Return what a table is called: its sheet, and its file where that is one of several."""
    file = "" if table.name == table.file else PurePosixPath(table.name).stem
    return plain(f"{file} {table.sheet or ''}")


def _is_uncounted(name: str, names: Collection[str]) -> bool:
    if TAKEN_BACK.search(name):
        return False
    if DETECTED.search(name) and not UNDETECTED.search(name):
        return not any(map(UNDETECTED.search, names))
    return any(said.search(name) for said in (NOT_COUNTED, OLD, OTHERS))
