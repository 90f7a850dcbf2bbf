"""Builders of files that are not what they should be."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,"
    "LSOA code,LSOA name,Crime type,Last outcome category,Context"
)
ROW = "a1,2024-01,Essex Police,Essex Police,0.5,51.8,High Street,E01,Maldon 001A,Burglary,,"
STREET = f"{HEADER}\n{ROW}\n{ROW.replace('a1', 'a2')}\n".encode()
INCIDENTS = ("Reference", "Committed from", "Offence type", "District", "Domestic abuse")
INCIDENT = (1001, datetime(2024, 4, 1, 13, 5), "Shoplifting", "Luton", True)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack members under names that nobody has checked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def zip_with_link() -> bytes:
    link = zipfile.ZipInfo("2024-01-essex-street.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    return buffer.getvalue()


def encrypted_zip() -> bytes:
    """Set the flag that says a member is encrypted, in its own header and in the directory."""
    packed = bytearray(zipped({"a-street.csv": STREET}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def lying_zip(content: bytes) -> bytes:
    """Pack content, saying everywhere that it is ten bytes long when unpacked."""
    packed = bytearray(zipped({"a-street.csv": content}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", packed, packed.index(signature) + at, 10)
    return bytes(packed)


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def far_apart() -> bytes:
    """Fill the first and the last cell of a sheet: to some, 17 thousand million cells."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Reference"
    sheet["XFD1048576"] = "the end"
    return saved(book)


def open_document(rows: Sequence[Sequence[str]]) -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Data">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{names}:manifest:1.0"/>'
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        },
        zipfile.ZIP_STORED,
    )


def _binary_record(kind: int, body: bytes = b"") -> bytes:
    """Write a record of a binary workbook: its kind and length in bytes of seven bits."""
    kinds = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(body)
    return (
        kinds
        + (bytes([length]) if length < 0x80 else bytes([length & 0x7F | 0x80, length >> 7]))
        + body
    )


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Write an XLSB with one sheet of texts: as little as a reader asks for."""
    width = max(map(len, rows))
    cells = b"".join(
        _binary_record(0, struct.pack("<IIHBHB", number, 0, 300, 0, 0, 0) + struct.pack("<I", 0))
        + b"".join(
            _binary_record(6, struct.pack("<II", column, 0) + _wide(text))
            for column, text in enumerate(row)
        )
        for number, row in enumerate(rows)
    )
    reach = struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)
    sheet = b"".join(
        (
            _binary_record(129),
            _binary_record(148, reach),
            _binary_record(145),
            cells,
            _binary_record(146),
            _binary_record(130),
        )
    )
    book = b"".join(
        (
            _binary_record(131),
            _binary_record(143),
            _binary_record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Data")),
            _binary_record(144),
            _binary_record(132),
        )
    )
    office = "http://schemas.openxmlformats.org"
    kind = f"{office}/officeDocument/2006/relationships/worksheet"
    relations = (
        f'<?xml version="1.0"?><Relationships xmlns="{office}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    types = f'<?xml version="1.0"?><Types xmlns="{office}/package/2006/content-types"/>'
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relations.encode(),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
