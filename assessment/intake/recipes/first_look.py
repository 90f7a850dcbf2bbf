"""A first look at a large file: what its columns are taken for, from its beginning alone.

A column that was not understood is seen at once, and not when the whole has been checked.
"""

from pathlib import Path

from assessment.errors import AssessmentError
from assessment.intake.counts.count_tables import CountTables, count_tables
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.archive import ARCHIVE_FAULTS, opened
from assessment.intake.files.file_kinds import Kind, kind_of
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.file_tables import Upload
from assessment.intake.files.header_row import EXTRACTS
from assessment.intake.files.upload_folder import own_folder
from assessment.intake.load_report import ColumnRead
from assessment.intake.mapping.column_report import columns_read
from assessment.intake.mapping.columns.recipe_recognition import recognise
from assessment.intake.recipes.source_proposal import propose_source
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

# A smaller file has been checked whole by the time that anybody has read of its columns.
LARGE = 4 << 20
BEGINNING = 1 << 18
TEXTS = (".csv", ".tsv")


@needs(Permission.LOAD_EXTRACTS)
def first_look(
    workspace: Workspace,
    path: Path,
    *,
    name: str,
    source: str | None = None,
    choices: FileChoices | None = None,
) -> tuple[ColumnRead, ...]:
    """Say what the columns of a large text file are taken for, or of the first in an archive.

    Of a workbook no part can be read before the whole. What is wrong with a file is for its check
    to tell.
    """
    try:
        with own_folder(workspace.store, name) as folder:
            beginning = _beginning(path, name, folder)
            if beginning is None:
                return ()
            read = read_file(beginning, name, folder)
            proposal = propose_source(
                workspace.store, read.tables, source, choices or FileChoices()
            )
            records = count_tables(read, proposal.choices)
            if isinstance(records, CountTables):
                return ()
            return columns_read(recognise(records, proposal.choices).tables)
    except AssessmentError:
        return ()


def _beginning(path: Path, name: str, folder: Path) -> Path | None:
    """Write the first lines of a large text file, or of one in an archive, to a file of its own."""
    upload = Upload(path, name, name, folder, EXTRACTS)
    if path.stat().st_size < LARGE:
        return None
    match kind_of(upload):
        case Kind.TEXT:
            with path.open("rb") as file:
                head = file.read(BEGINNING)
        case Kind.ARCHIVE:
            head = _head_of_member(upload)
        case _:
            return None
    if not head:
        return None
    # Of UTF-16, a line end is two bytes: half a last line is better than half a letter.
    is_cut = b"\0" in head or b"\n" not in head
    beginning = upload.place_for(".txt")
    beginning.write_bytes(head if is_cut else head[: head.rindex(b"\n") + 1])
    return beginning


def _head_of_member(upload: Upload) -> bytes:
    """Unpack the beginning of an archive's first text file; nothing where there is none."""
    with opened(upload) as archive:
        texts = [each for each in archive.infolist() if each.filename.lower().endswith(TEXTS)]
        if not texts:
            return b""
        try:
            with archive.open(texts[0]) as member:
                return member.read(BEGINNING)
        except ARCHIVE_FAULTS:
            return b""
