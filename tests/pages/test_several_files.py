"""Upload data: many files are one table, alike notes are one, and an answer is for all alike."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from pages.upload_data.several_files import alike
from tests.pages.conftest import UPLOAD, Opens, press, rows_of, text_of

HEADER = "Crime ref,Offence,Date committed,District,Weather\n"
ATTENDANCES = "Hospital,Attendance date,Weapon\n"


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    store = Store.open(path, create=True)
    add_partnership(Workspace(store, Person("Ana", Role.ANALYST)), "Rochford", ["Rochford"])
    store.close()
    return path


def crimes(month: int) -> str:
    rows = (
        f"r{month}-{day},Arson,{day:02d}/{month:02d}/2025,Rochford,wet\n" for day in range(1, 29)
    )
    return HEADER + "".join(rows)


def attendances(month: int) -> str:
    rows = (f"Southend,{day:02d}/{month:02d}/2025,Knife\n" for day in range(1, 29))
    return ATTENDANCES + "".join(rows)


def upload(at: AppTest, files: dict[str, str]) -> AppTest:
    uploads = [(name, content.encode(), "text/csv") for name, content in files.items()]
    return at.file_uploader[0].set_value(uploads).run()


def test_a_line_for_each_file_and_a_note_once(empty_store: Path, open_page: Opens) -> None:
    at = open_page(empty_store, UPLOAD)
    at.text_input(key="source-new").set_value("essex-police")
    at = upload(at, {f"{month}.csv": crimes(month) for month in range(1, 7)})
    assert '<th scope="row">1.csv</th>' in rows_of(at)
    assert "February 2025 (1 month)" in rows_of(at)
    assert text_of(at).count("'Weather'") == 1
    assert "In 6 files: Column" in text_of(at)
    assert "What was understood" not in [box.label for box in at.expander]
    at = at.selectbox(key="in-full-waiting").select_index(2).run()
    assert "March 2025 (1 month)" in text_of(at)


def test_an_answer_is_for_all_files_alike(empty_store: Path, open_page: Opens) -> None:
    at = open_page(empty_store, UPLOAD)
    at.text_input(key="source-new").set_value("hospital")
    at = upload(at, {f"{month}.csv": attendances(month) for month in (1, 2, 3)})
    assert text_of(at).count("No column says which district a row belongs to") == 1
    at.selectbox(key="answer-0-0").set_value("Rochford")
    at = press(press(at, "Check again"), "Load")
    assert rows_of(at).count("loaded") >= 3


def test_a_refused_answer_is_asked_for_again(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), {"crime.csv": crimes(1)})
    at.selectbox(key="place-0").set_value("Luton")
    at = press(at, "Check again")
    assert "all of Luton, but its rows name Rochford" in at.error[0].value
    assert at.selectbox(key="place-0").value == "Luton"
    at.selectbox(key="place-0").set_value("Rochford")
    assert "28** would be added" in text_of(press(at, "Check again"))


def test_month_two_is_one_press(empty_store: Path, open_page: Opens) -> None:
    at = open_page(empty_store, UPLOAD)
    at.text_input(key="source-new").set_value("essex-police")
    at = press(upload(at, {"one.csv": crimes(1)}), "Load")
    at = upload(at, {"two.csv": crimes(2)})
    assert "known by its columns" in text_of(at)
    assert "**28** added" in text_of(press(at, "Load"))


def test_notes_of_one_kind_are_put_together() -> None:
    notes = [
        ("a.csv", "3 rows of March 2024 have no location ('x')."),
        ("b.csv", "1,204 rows of May 2024 have no location ('y')."),
        ("b.csv", "Column 'z' was left out."),
    ]
    assert alike(notes) == [
        (["a.csv", "b.csv"], "3 rows of March 2024 have no location ('x')."),
        (["b.csv"], "Column 'z' was left out."),
    ]
