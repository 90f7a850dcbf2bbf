"""What a file is, by its bytes: names say what someone thought it was."""

import re
import zipfile
from enum import Enum, auto

from assessment.intake.files.archive import ARCHIVE_FAULTS
from assessment.intake.files.file_tables import Upload

HEAD = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
WORKBOOK_NEEDED = "Open it in Excel and save it as .xlsx or CSV."
AS_TABLE = "Put its table into Excel, save it as .xlsx or CSV and upload that."
AS_ZIP = "Unpack it and upload the files in it, or pack them as an ordinary ZIP archive."
ASK_AGAIN = "Ask for the data themselves as .xlsx or CSV."
MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|meta|body|table|div|style)",
    re.IGNORECASE | re.DOTALL,
)
XML = re.compile(rb"\s*<(?:\?xml|[a-z:]+[ >])", re.IGNORECASE)
JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\"])")
PROTECTED = "is protected by a password. Open it, take the password off and save it again."
PICTURE = f"is a picture. {ASK_AGAIN}"
WORD = f"is a Word document. {AS_TABLE}"
SLIDES = f"is a presentation. {AS_TABLE}"
BEGINNINGS = {
    b"%PDF": f"is a PDF document, whose tables cannot be read. {ASK_AGAIN}",
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"II*\0": PICTURE,
    b"MM\0*": PICTURE,
    b"{\\rtf": WORD,
    b"\x1f\x8b": f"is a gzip archive. {AS_ZIP}",
    b"7z\xbc\xaf\x27\x1c": f"is a 7-Zip archive. {AS_ZIP}",
    b"Rar!": f"is a RAR archive. {AS_ZIP}",
    b"SQLite format 3\0": f"is a database. {ASK_AGAIN}",
    b"PAR1": f"is a Parquet file. {ASK_AGAIN}",
}
# The old Office container names its streams in UTF-16.
STREAMS = {"EncryptedPackage": PROTECTED, "WordDocument": WORD, "PowerPoint Document": SLIDES}
# A document of today's Office is a ZIP archive; a member says which it is.
MEMBERS = {"word/": WORD, "ppt/": SLIDES}
WORKBOOKS = ("xl/workbook.xml", "xl/workbook.bin")
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


class Kind(Enum):
    """What a file may be and still be read."""

    TEXT = auto()
    WORKBOOK = auto()
    ARCHIVE = auto()


def kind_of(upload: Upload) -> Kind:
    """Return what a file is; raises UploadRefused where it is nothing that can be read."""
    with upload.path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise upload.refused("is empty (0 bytes). Make the extract again.")
    if head.startswith(ZIP):
        return _packed(upload)
    if head.startswith(OLE):
        return _old_office(upload)
    for beginning, fault in BEGINNINGS.items():
        if head.startswith(beginning):
            raise upload.refused(fault)
    _refuse_markup(upload, head)
    return Kind.TEXT


def _packed(upload: Upload) -> Kind:
    """Tell an archive from a document that is one inside; damage is for the reader to find."""
    try:
        with zipfile.ZipFile(upload.path) as archive:
            names = [name.replace("\\", "/") for name in archive.namelist()]
            stored_as = archive.read("mimetype")[:100] if "mimetype" in names[:1] else b""
    except ARCHIVE_FAULTS:
        return Kind.ARCHIVE
    for start, fault in MEMBERS.items():
        if "[Content_Types].xml" in names and any(name.startswith(start) for name in names):
            raise upload.refused(fault)
    if any(name in names for name in WORKBOOKS) or stored_as.startswith(
        OPEN_DOCUMENT + b"spreadsheet"
    ):
        return Kind.WORKBOOK
    if stored_as.startswith(OPEN_DOCUMENT):
        raise upload.refused(f"is an OpenDocument text or presentation. {AS_TABLE}")
    return Kind.ARCHIVE


def _old_office(upload: Upload) -> Kind:
    content = upload.path.read_bytes()
    for stream, fault in STREAMS.items():
        if stream.encode("utf-16-le") in content:
            raise upload.refused(fault)
    return Kind.WORKBOOK


def _refuse_markup(upload: Upload, head: bytes) -> None:
    # Without its zeros and marks, UTF-16 is as good as ASCII for telling what it is.
    letters = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if MARKUP.match(letters):
        raise upload.refused(f"is a web page, whatever its name says. {WORKBOOK_NEEDED}")
    if XML.match(letters):
        raise upload.refused(f"is an XML file. {WORKBOOK_NEEDED}")
    if JSON.match(letters):
        raise upload.refused(f"is a JSON file. {ASK_AGAIN}")
