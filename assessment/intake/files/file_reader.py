"""A file is read by its bytes, whatever its name says: text, a workbook or an archive of them."""

from pathlib import Path

from assessment.errors import UploadRefused
from assessment.intake.files.archive_tables import read_archive
from assessment.intake.files.file_kinds import Kind, kind_of
from assessment.intake.files.file_tables import ArrivedFile, FoundTables, HeaderRules, Upload, shown
from assessment.intake.files.header_row import EXTRACTS
from assessment.intake.files.repeated_tables import without_copies
from assessment.intake.files.text.text_files import read_text
from assessment.intake.files.text.text_scan import scan, sha256_of
from assessment.intake.files.workbook_reader import read_workbook

__all__ = ["ArrivedFile", "read_file"]


def read_file(
    path: Path, name: str, incoming: Path, headers: HeaderRules = EXTRACTS
) -> ArrivedFile:
    """Turn an uploaded file into plain CSV tables in `incoming`.

    `name` is what its owner calls it; `headers` says how the row of column names is found. Raises
    UploadRefused with every fault that was found.
    """
    name = shown(name)
    upload = Upload(path, name, name, incoming, headers)
    if kind_of(upload) is Kind.TEXT:
        # Text is read once for everything: the largest files are text.
        scanned = scan(path)
        sha256, found = scanned.sha256, read_text(upload, scanned)
    else:
        sha256, found = sha256_of(path), _tables(upload)
    if not found.tables:
        raise UploadRefused(name, found.left_out)
    found = without_copies(found)
    return ArrivedFile(name, sha256, found.tables, found.left_out)


def _tables(upload: Upload) -> FoundTables:
    kind = kind_of(upload)
    if kind is Kind.TEXT:
        return read_text(upload, scan(upload.path))
    if kind is Kind.WORKBOOK:
        return read_workbook(upload)
    if upload.name != upload.file:
        raise upload.refused("is an archive in an archive. Take the inner ZIP out and upload that.")
    return read_archive(upload, _tables)
