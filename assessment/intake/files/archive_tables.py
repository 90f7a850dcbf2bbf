"""The tables in a ZIP archive, each read as a file of its own, and what else is in it."""

import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import PurePosixPath

from assessment.definitions import recipes
from assessment.errors import UploadRefused
from assessment.intake.files.archive import Unpacking, opened, path_of, unpacked
from assessment.intake.files.file_tables import (
    FileTable,
    FoundTables,
    NoTable,
    Upload,
    in_quotes,
    shown,
)
from assessment.numbers import first_of

MOST_FAULTS = 20
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
# A text of this kind may be a table, or a note that says what lies beside it.
NOTES = ".txt"
# What Excel keeps beside a workbook for as long as somebody has it open.
LOCK = "~$"
# Left by macOS and Windows in what they pack.
LITTER = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini", "._*")


def read_archive(upload: Upload, read: Callable[[Upload], FoundTables]) -> FoundTables:
    """Read every table in an archive; raises UploadRefused with the faults of every member."""
    tables: list[FileTable] = []
    faults: list[str] = []
    budget = Unpacking(upload)
    with opened(upload) as archive:
        members, left_out = _members_with_tables(archive.infolist(), upload)
        for member in members:
            unpacked_member = _unpack(archive, member, budget)
            try:
                found = _without_notes(unpacked_member, read)
            except UploadRefused as refused:
                faults += refused.faults
                continue
            finally:
                # Where it cannot go yet, it goes with its folder.
                with suppress(PermissionError):
                    unpacked_member.path.unlink()
            tables += found.tables
            left_out += found.left_out
    if not members:
        faults.append(f"{upload.label} holds no table: expected CSV or Excel files in it.")
    if faults:
        raise UploadRefused(
            upload.file,
            first_of(
                faults,
                MOST_FAULTS,
                lambda rest: f"{upload.label} has {rest:,} more faults like these.",
            ),
        )
    return FoundTables(tuple(tables), tuple(left_out))


def _without_notes(member: Upload, read: Callable[[Upload], FoundTables]) -> FoundTables:
    """Read a member; leave it out where it is a note, as is said of it."""
    note = FoundTables((), (f"{member.label} was left out: it holds no table.",))
    is_text = PurePosixPath(member.name).suffix.lower() == NOTES
    try:
        found = read(member)
    except NoTable:
        if is_text:
            return note
        raise
    known = all(member.headers.is_known(table.header) for table in found.tables)
    return found if known or not is_text else note


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Unpacking) -> Upload:
    path = budget.upload.place_for(".member")
    with path.open("wb") as file:
        for piece in unpacked(archive, member, budget):
            file.write(piece)
    return replace(budget.upload, path=path, name=shown(member.filename))


def _members_with_tables(
    members: list[zipfile.ZipInfo], upload: Upload
) -> tuple[list[zipfile.ZipInfo], list[str]]:
    """Part the tables from what is known and not loaded, and say what that was."""
    tables: list[zipfile.ZipInfo] = []
    ignored: dict[zipfile.ZipInfo, str] = {}
    others, locks = list[str](), list[str]()
    patterns = [pattern for recipe in recipes().values() for pattern in recipe.ignore_files]
    for member in (member for member in members if not member.is_dir()):
        path = PurePosixPath(path_of(member).lower())
        pattern = next((pattern for pattern in patterns if fnmatch(path.name, pattern)), None)
        if any(fnmatch(step, litter) for step in path.parts for litter in LITTER):
            continue
        if path.name.startswith(LOCK):
            locks.append(path_of(member))
        elif pattern:
            ignored[member] = _kind_named(pattern)
        elif path.suffix in TABLES:
            tables.append(member)
        else:
            others.append(path_of(member))
    left_out = [*_locks_left_out(locks, upload), *_others_left_out(others, upload)]
    if not tables:  # nothing is beside them: they are what was meant
        return list(ignored), left_out
    return tables, [*_ignored_left_out(Counter(ignored.values()), upload), *left_out]


def _kind_named(pattern: str) -> str:
    return PurePosixPath(pattern).stem.strip("*-_ ")


def _ignored_left_out(ignored: Counter[str], upload: Upload) -> Iterator[str]:
    for kind, n in ignored.items():
        files = f"{n:,} {kind} {'file was' if n == 1 else 'files were'}"
        yield f"{files} left out of {upload.label}: they hold no crime or incident records."


def _locks_left_out(locks: list[str], upload: Upload) -> Iterator[str]:
    if locks:
        yield (
            f"{in_quotes(locks, most=4)} in {upload.label} {'was' if len(locks) == 1 else 'were'} "
            "left out: Excel keeps such a file while somebody has the workbook open. See that what "
            "they were writing is saved."
        )


def _others_left_out(others: list[str], upload: Upload) -> Iterator[str]:
    if others:
        was, it_is = ("was", "it is") if len(others) == 1 else ("were", "they are")
        what = f"{in_quotes(others, most=4)} in {upload.label}"
        yield f"{what} {was} left out: {it_is} not CSV or Excel."
