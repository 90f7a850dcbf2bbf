"""What a file is, is decided by its bytes; a table that can be read counts what DuckDB counts."""

import random
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.errors import UploadRefused
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.text.text_scan import CHUNK, scan
from tests.intake import hostile
from tests.intake.conftest import Arrives, Faults, read_by_duckdb
from tests.intake.hostile import HEADER, ROW, STREET, written
from tests.properties import examples

NOT_TABLES = [
    # name, content, what is said of it
    ("empty.csv", b"", "is empty"),
    ("blank.csv", b"\n \r\n\n", "only blank lines"),
    ("header.csv", HEADER.encode() + b"\n", "a header but no rows"),
    ("header.csv", HEADER.encode(), "a header but no rows"),  # no line end
    ("page.xls", b"<html><body><table><tr><td>1</table>", "is a web page"),
    ("page.csv", b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "is a web page"),
    ("page.xlsx", "<html>é".encode("utf-16"), "is a web page"),
    ("page.xls", b'<?xml version="1.0"?><!-- x --><html xmlns="y">', "is a web page"),
    ("2003.xls", b'<?xml version="1.0"?>\n<Workbook xmlns="urn:x">', "is an XML file"),
    ("data.csv", b'[{"id": 1}]', "is a JSON file"),
    ("report.csv", b"%PDF-1.7\n...", "is a PDF document"),
    ("scan.xlsx", b"\x89PNG\r\n\x1a\n...", "is a picture"),
    ("photo.csv", b"\xff\xd8\xff\xe0....", "is a picture"),
    ("letter.csv", b"{\\rtf1 letter}", "is a Word document"),
    ("letter.doc", hostile.OLE + "WordDocument".encode("utf-16-le"), "is a Word document"),
    ("data.csv.gz", b"\x1f\x8b\x08\0", "is a gzip archive"),
    ("data.csv", b"a,b\n1,\x002\n", "bytes that are not text"),
    ("note.csv", b"Dear colleague\nplease find the figures below\n", "holds no table"),
    ("odd.csv", b"Crime ID,Month\n1,\x81\xff\n", "encoding that cannot be read"),
    ("cut.csv", f'{HEADER}\n"a1,2024-01\n'.encode(), "unexpected end of data"),
    ("quotes.csv", f'{HEADER}\n{ROW}\n"a"1,2024-01\n'.encode(), "line 3"),
]


@pytest.mark.parametrize(("name", "content", "said"), NOT_TABLES)
def test_refuses_what_is_no_table_and_says_what_it_is(
    faults: Faults, name: str, content: bytes, said: str
) -> None:
    assert said in faults(content, name)


SHAPES = [
    # content, rows, whether it is used as it is, why it is here
    (STREET, 2, True, "as data.police.uk writes it"),
    (STREET.rstrip(), 2, True, "no line end at the end"),
    (b"\xef\xbb\xbf" + STREET, 2, True, "a byte order mark"),
    (STREET.replace(b"\n", b"\r\n"), 2, True, "Windows line ends"),
    (STREET + b"\n\n", 2, True, "blank lines at the end"),
    (STREET.replace(b"\n", b"\n\n"), 2, True, "a blank line after every line"),
    (STREET.replace(b"\n", b"\r\n\r\n"), 2, True, "the same in Windows"),
    (b"\n" + STREET, 2, True, "a blank line above the header"),
    (STREET.replace(b"High Street", b'"High Street, 1"'), 2, True, "a comma in quotes"),
    (STREET.replace(b"High Street", b'"High\nStreet"'), 2, True, "a line break in quotes"),
    (STREET.replace(b"Street", "Stréet".encode()), 2, True, "letters beyond ASCII"),
    (b"Essex Police\nApril 2024\n\n" + STREET, 2, True, "titles above the header"),
    (STREET.replace(b"\n", b"\r"), 2, False, "line ends of old Macintoshes"),
    (STREET.replace(b"\n", b"\r\n", 1), 2, False, "line ends of two kinds"),
    (
        STREET.replace(b"\n", b"\r\n").replace(b"High Street", b'"High\nStreet"'),
        2,
        False,
        "as Excel saves Alt-Enter",
    ),
    (STREET.replace(b"Street", "Stréet".encode("cp1252")), 2, False, "Windows-1252"),
    (STREET.decode().encode("utf-16"), 2, False, "Unicode text of Excel"),
    (STREET.replace(b",", b";"), 2, False, "semicolons"),
    (STREET.replace(b",", b"\t"), 2, False, "tabs"),
    (STREET.replace(b",", b"|"), 2, False, "upright bars"),
    (STREET.replace(b"High Street", b' "High Street, 1"'), 2, False, "a space before quotes"),
    (STREET + b",,,,,,,,,,,\n" * 3, 2, False, "cleared rows of Excel"),
    (STREET.replace(b"Crime ID", b'"Crime\nID"'), 2, False, "a line break in the header"),
    (b'"Essex\nPolice"\n' + STREET, 2, False, "a line break in a title"),
]


@pytest.mark.parametrize(("content", "rows", "as_it_is", "why"), SHAPES)
def test_counts_the_rows_that_duckdb_reads(
    arrives: Arrives, content: bytes, rows: int, as_it_is: bool, why: str
) -> None:
    (part,) = arrives(content).tables
    assert part.header == tuple(HEADER.split(",")), why
    read = read_by_duckdb(part)
    assert (part.rows, [row[0] for row in read]) == (rows, ["a1", "a2"]), why
    assert {len(row) for row in read} == {12}
    assert (part.path.read_bytes() == content) is as_it_is, why


def test_says_what_stood_above_the_header(arrives: Arrives) -> None:
    arrival = arrives(b"Essex Police\n" + STREET, "april.csv")
    assert arrival.left_out == (
        "What stands above the header of 'april.csv' was left out: 'Essex Police'.",
    )


def test_a_plain_file_is_linked_not_copied(tmp_path: Path) -> None:
    path = written(tmp_path, "plain.csv", STREET)
    (part,) = read_file(path, "plain.csv", tmp_path).tables
    assert part.path.samefile(path)


def test_a_name_can_neither_lead_astray_nor_break_a_message(arrives: Arrives) -> None:
    arrival = arrives(STREET, "../../etc/\n\x1b[31mpasswd\0.csv")
    assert arrival.file.isprintable()
    assert arrival.tables[0].path.parent.name == "incoming"


@pytest.mark.parametrize("seam", range(-3, 4))
@pytest.mark.parametrize("ends", [b"\n\n", b"\r\n\r\n", b"\r\n", b"\r", b', "x"', "é".encode()])
def test_what_lies_across_two_chunks_is_seen(tmp_path: Path, seam: int, ends: bytes) -> None:
    content = b"x" * (CHUNK + seam) + ends + b"y"
    found = scan(written(tmp_path, "seam.csv", content))
    assert found.line_feeds == ends.count(b"\n")
    assert found.carriage_returns == ends.count(b"\r")
    assert found.pairs == ends.count(b"\r\n")
    assert found.has_blank_lines is (ends in (b"\n\n", b"\r\n\r\n"))
    assert found.has_spaced_quotes is (b', "' in ends)
    assert found.is_utf8


@given(
    cells=st.lists(
        st.lists(
            st.sampled_from(["", "x", "a,b", 'q"q', "é", "two\nlines", " "]), min_size=3, max_size=3
        ),
        max_size=12,
    ),
    end=st.sampled_from(["\n", "\r\n"]),
    seed=st.integers(0, 99),
)
@settings(max_examples=examples(60))
def test_any_table_counts_as_duckdb_counts(cells: list[list[str]], end: str, seed: int) -> None:
    lines = ["Crime ID,Month,Crime type", "a1,2024-01,Burglary"]
    for row in cells:
        quoted = [
            f'"{c.replace(chr(34), chr(34) * 2)}"' if set(c) & set(',"\n') else c for c in row
        ]
        lines += [",".join(quoted)] + [""] * (random.Random(seed).random() < 0.3)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), "x.csv", (end.join(lines) + end).encode())
        (part,) = read_file(path, "x.csv", Path(folder)).tables
        assert len(read_by_duckdb(part)) == part.rows


BEGINNINGS = [
    b"",
    STREET,
    b"PK\x03\x04",
    hostile.OLE,
    b"\xff\xfe",
    b"<",
    b'a,b\n"',
    hostile.zipped({"a-street.csv": STREET}),
]


@given(start=st.sampled_from(BEGINNINGS), rest=st.binary(max_size=300), cut=st.integers(0, 700))
@settings(max_examples=examples(150))
def test_any_bytes_arrive_or_are_refused(start: bytes, rest: bytes, cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        incoming = Path(folder) / "incoming"
        incoming.mkdir()
        path = written(Path(folder), "x", start[: cut or None] + rest)
        with suppress(UploadRefused):  # and nothing else
            assert read_file(path, "x", incoming).tables
        assert {each.name for each in Path(folder).iterdir()} == {"x", "incoming"}
