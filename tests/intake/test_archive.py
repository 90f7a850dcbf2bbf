"""Archives: safe to unpack, and everything in them used or accounted for."""

import zipfile
from pathlib import Path

import pytest

from assessment.intake.file_choices import FileChoices
from assessment.intake.files import archive, archive_tables
from assessment.intake.files.file_reader import read_file
from assessment.intake.mapping.columns.recipe_recognition import recognise
from tests.intake import hostile
from tests.intake.conftest import Arrives, Faults
from tests.intake.hostile import HEADER, STREET, zipped

GOOD = zipped({"2024-01/2024-01-essex-street.csv": STREET})

REFUSED = [
    # content, what is said of it, why
    (GOOD[:-30], "damaged or cut-off", "the end, with the directory, is missing"),
    (GOOD[:40], "damaged or cut-off", "only the beginning is there"),
    (zipped({}), "no files in it", "an empty archive"),
    (zipped({"empty/": b""}), "no files in it", "only a folder"),
    (zipped({"a/inner.zip": GOOD}), "Take the inner ZIP out", "an archive in an archive"),
    (zipped({"inner.csv": GOOD}), "archive in an archive", "the same, under another name"),
    (zipped({"../../x-street.csv": STREET}), "leads out of the archive", "climbs out"),
    (zipped({"a/../../x.csv": STREET}), "leads out of the archive", "climbs out later"),
    (zipped({"..\\x.csv": STREET}), "leads out of the archive", "climbs out of Windows"),
    (zipped({"/etc/x.csv": STREET}), "leads out of the archive", "absolute"),
    (zipped({"C:\\x.csv": STREET}), "leads out of the archive", "absolute on Windows"),
    (
        zipped({"0a.csv": STREET}).replace(b"0a.csv", b"\0a.csv"),
        "holds a file without a name",
        "its name ends before it begins",
    ),
    (hostile.zip_with_link(), "holds links", "a link to any file of the machine"),
    (hostile.encrypted_zip(), "protected by a password", "encrypted"),
    (hostile.lying_zip(STREET * 50), "cannot be unpacked", "longer than it says"),
    (zipped({"a.csv": STREET}, zipfile.ZIP_LZMA), "unusual way", "no limit while unpacking"),
    (zipped({"A.csv": STREET, "a.csv": STREET}), "two files of one name", "one file, to Windows"),
    (zipped({"README.txt": b"x"}), "holds no table", "nothing to load"),
    (zipped({"x-stop-and-search.csv": b"x"}), "holds no table", "only what is not loaded"),
    (zipped({"a-street.csv": HEADER.encode()}), "a header but no rows", "a month of nothing"),
    (
        zipped({"a.csv": b"<html>", "b.csv": b"%PDF"}),
        "'b.csv' in 'extract.zip' is a PDF",
        "second fault",
    ),
    (
        zipped({"a.csv": b"<html>", "b.csv": b"%PDF"}),
        "'a.csv' in 'extract.zip' is a web",
        "first fault",
    ),
    (zipped({"[Content_Types].xml": b"x", "word/document.xml": b"x"}), "Word document", ".docx"),
]


@pytest.mark.parametrize(("content", "fault", "why"), REFUSED)
def test_refuses_an_archive_and_says_why(
    faults: Faults, content: bytes, fault: str, why: str
) -> None:
    assert fault in faults(content, "extract.zip"), why


def test_refuses_what_unpacks_to_far_more_than_it_holds(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "RATIO_FROM", 2 * archive.MIB)
    assert "far more than it holds" in faults(zipped({"a.csv": bytes(5 * archive.MIB)}), "b.zip")


def test_stops_at_the_limit_whatever_the_archive_says(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 3 * len(STREET))
    members = {f"{n}-street.csv": STREET for n in range(5)}
    assert "far more than it holds" in faults(zipped(members), "b.zip")


def test_refuses_more_files_than_anyone_sends(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    assert "holds 3 files" in faults(zipped({f"{n}.csv": STREET for n in range(3)}), "b.zip")


def test_says_the_first_faults_and_counts_the_rest(faults: Faults) -> None:
    lines = faults(zipped({f"{n}.csv": b"%PDF" for n in range(25)}), "25.zip").splitlines()
    assert len(lines) == archive_tables.MOST_FAULTS + 1
    assert "5 more faults" in lines[-1]


def test_uses_the_tables_and_says_what_it_left_out(arrives: Arrives) -> None:
    arrival = arrives(
        zipped(
            {
                "2024-01/2024-01-essex-street.csv": STREET,
                "2024-01/2024-01-essex-outcomes.csv": b"x",
                "2024-01/2024-01-essex-stop-and-search.csv": b"x",
                "2024-02/2024-02-essex-stop-and-search.csv": b"x",
                "2024-02/2024-02-essex-street.csv": HEADER.encode(),
                "__MACOSX/2024-01/._2024-01-essex-street.csv": b"x",
                ".DS_Store": b"x",
                "README.txt": b"x",
            }
        ),
        "essex.zip",
    )
    assert [(part.name, part.rows) for part in arrival.tables] == [
        ("2024-01/2024-01-essex-street.csv", 2)
    ]
    assert sorted(arrival.left_out) == [
        "'2024-02/2024-02-essex-street.csv' in 'essex.zip' has a header but no rows. "
        "Check the dates that were asked for.",
        "'README.txt' in 'essex.zip' was left out: it holds no table.",
        "1 outcomes file was left out of 'essex.zip': they hold no crime or incident records.",
        "2 stop-and-search files were left out of 'essex.zip': "
        "they hold no crime or incident records.",
    ]


def test_a_workbook_in_an_archive_is_read(arrives: Arrives) -> None:
    content = hostile.workbook({"Data": [hostile.INCIDENTS, hostile.INCIDENT]})
    (part,) = arrives(zipped({"april.xlsx": content}), "april.zip").tables
    assert (part.label, part.rows) == ("sheet 'Data' of 'april.xlsx' in 'april.zip'", 1)


def test_what_excel_keeps_beside_an_open_workbook_is_left_out(arrives: Arrives) -> None:
    content = hostile.workbook({"Data": [hostile.INCIDENTS, hostile.INCIDENT]})
    arrival = arrives(zipped({"april.xlsx": content, "~$april.xlsx": b"\x05Jo"}), "april.zip")
    assert [part.name for part in arrival.tables] == ["april.xlsx"]
    (said,) = arrival.left_out
    assert said.startswith("'~$april.xlsx' in 'april.zip' was left out: Excel keeps such a file")


def test_three_real_years_of_one_force(real_data: Path, tmp_path: Path) -> None:
    (path,) = (real_data / "police_uk").glob("*.zip")
    arrival = read_file(path, path.name, tmp_path)
    reading = recognise(arrival, FileChoices())
    assert (len(arrival.tables), sum(part.rows for part in arrival.tables)) == (36, 182_113)
    assert [notice.split(" were")[0] for notice in arrival.left_out] == ["36 stop-and-search files"]
    assert (reading.recipe.id, len(reading.tables), reading.notices) == ("police-uk", 36, ())
