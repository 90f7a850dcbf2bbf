"""A file arrives: its bytes, whatever its name says, decide what it is and how it is read."""

from pathlib import Path

from assessment.errors import UploadRefused
from assessment.intake.files.archive import read_archive
from assessment.intake.files.file_kinds import Kind, kind_of
from assessment.intake.files.file_tables import Arrival, Contents, HeaderRules, Part, Upload, shown
from assessment.intake.files.header_row import EXTRACTS
from assessment.intake.files.repeated_tables import without_copies
from assessment.intake.files.text_files import read_text
from assessment.intake.files.text_scan import scan, sha256_of
from assessment.intake.files.workbook_reader import read_workbook

__all__ = ["Arrival", "Part", "arrive"]


def arrive(path: Path, name: str, incoming: Path, headers: HeaderRules = EXTRACTS) -> Arrival:
    """Turn an uploaded file into plain CSV tables in `incoming`.

    `name` is what its owner calls it; `headers` says how the row of column names is found. Raises
    UploadRefused with every fault that was found.
    """
    name = shown(name)
    upload = Upload(path, name, name, incoming, headers)
    if kind_of(upload) is Kind.TEXT:
        # Text is read once for everything: the largest files are text.
        found = scan(path)
        sha256, contents = found.sha256, read_text(upload, found)
    else:
        sha256, contents = sha256_of(path), _read(upload)
    if not contents.parts:
        raise UploadRefused(name, contents.left_out)
    contents = without_copies(contents)
    return Arrival(name, sha256, contents.parts, contents.left_out)


def _read(upload: Upload) -> Contents:
    kind = kind_of(upload)
    if kind is Kind.TEXT:
        return read_text(upload, scan(upload.path))
    if kind is Kind.WORKBOOK:
        return read_workbook(upload)
    if upload.name != upload.file:
        raise upload.refused("is an archive in an archive. Take the inner ZIP out and upload that.")
    return read_archive(upload, _read)
