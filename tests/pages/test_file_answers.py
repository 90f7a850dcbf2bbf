"""Upload data: what a file leaves open is asked, and what a column holds can be said."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.pages.conftest import UPLOAD, YEAR_ON_YEAR, Opens, press, rows_of, text_of, turn_to

OVERVIEW = "pages/overview/page.py"
ATTENDANCES = "Hospital,Attendance date,Weapon\n" + "".join(
    f"Southend,{day:02d}/10/2025,Knife\n" for day in range(1, 29)
)
TWO_DATES = "Ref,When it was,Then,Offence,District\n" + "".join(
    f"r{day},{day:02d}/01/2024,{day:02d}/03/2024,Arson,Luton\n" for day in range(1, 29)
)

VERSIONS = [f"{day}/2025,Oct-25,Rochford,Robbery,{n}" for day, n in (("20/11", 5), ("20/12", 6))]


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    store = Store.open(path, create=True)
    workspace = Workspace(store, Person("Ana", Role.ANALYST))
    add_partnership(workspace, "Rochford", ["Rochford"])
    store.close()
    return path


def upload(at: AppTest, content: str, name: str) -> AppTest:
    return at.file_uploader[0].upload(name, content.encode(), "text/csv").run()


def choose(at: AppTest, key: str, value: str) -> AppTest:
    at.selectbox(key=key).set_value(value)
    return at


def test_a_question_is_answered_and_the_file_loads(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), ATTENDANCES, "attendances.csv")
    assert "**1 question first.** Answer below, and check again." in text_of(at)
    assert "No column says which district a row belongs to" in text_of(at)
    assert "**28** would be added" in text_of(at)
    assert not [button for button in at.button if button.label == "Load"]
    assert at.selectbox(key="answer-0-0").options[0] == "Rochford"
    at = press(choose(at, "answer-0-0", "Rochford"), "Check again")
    assert '<th scope="row">Rochford</th><td>28</td>' in rows_of(at)
    at = press(at, "Load")
    assert "**28** added" in text_of(at)
    turn_to(at, YEAR_ON_YEAR, partnership="rochford")
    assert "Emergency department attendances" in at.selectbox(key="measures").options
    assert "All assault attendances" in text_of(at)


def test_the_latest_of_several_versions_is_proposed(empty_store: Path, open_page: Opens) -> None:
    lines = ("As at,Month,District,Offence,Number of offences", *VERSIONS)
    at = upload(open_page(empty_store, UPLOAD), "\n".join(lines), "versions.csv")
    assert "It tells versions of the same counts apart" in text_of(at)
    assert at.selectbox(key="answer-0-0").value == "As at=20/12/2025"
    at = press(press(at, "Check again"), "Load")
    assert "6 in all" in text_of(at)


def test_the_overview_of_a_partner_alone(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), ATTENDANCES, "attendances.csv")
    press(press(choose(at, "answer-0-0", "Rochford"), "Check again"), "Load")
    turn_to(at, OVERVIEW, partnership="rochford")
    assert "emergency department attendances" in text_of(at)


def test_a_question_without_an_answer_stays(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), ATTENDANCES, "attendances.csv")
    assert "No column says which district" in text_of(press(at, "Check again"))


def test_which_of_two_columns_is_asked(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), TWO_DATES, "own.csv")
    assert "Which column is the date it happened: 'When it was', 'Then'?" in text_of(at)
    at = press(choose(at, "answer-0-0", "Then=date_from"), "Check again")
    assert "March 2024 (1 month)" in text_of(at)


def test_a_column_is_given_another_meaning(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), TWO_DATES.replace("Then", "Date to"), "own.csv")
    assert "January 2024 (1 month)" in text_of(at)
    assert '<th scope="row">When it was</th><td>date it happened</td>' in rows_of(at)
    assert "70%" in rows_of(at)
    choose(choose(at, "column-0-1", "unused"), "column-0-2", "date_from")
    at = press(at, "Check again")
    assert "March 2024 (1 month)" in text_of(at)


def test_whose_records_they_are_is_said(empty_store: Path, open_page: Opens) -> None:
    noise = "Reference,Date reported,Category,District\n" + "".join(
        f"a{day},{day:02d}/10/2025,Noise nuisance,Rochford\n" for day in range(1, 29)
    )
    at = upload(open_page(empty_store, UPLOAD), noise, "noise.csv")
    assert '<th scope="row">Category not known</th><td>28</td>' in rows_of(at)
    at = press(choose(at, "answer-0-0", "council-cases"), "Check again")
    assert '<th scope="row">Noise</th><td>28</td>' in rows_of(at)


VICTIMS = "Ref,Date,Offence,District,Vic ref\n" + "".join(
    f"r{day},{day:02d}/01/2024,Arson,Luton,V-{day % 20}\n" for day in range(1, 29)
)


def test_a_victims_reference_is_kept_once_it_is_said_what_for(
    empty_store: Path, open_page: Opens
) -> None:
    at = upload(open_page(empty_store, UPLOAD), VICTIMS, "own.csv")
    assert "left out: personal detail" in rows_of(at)
    at = press(choose(at, "column-0-4", "victim_reference"), "Check again")
    assert "What are they to be kept for?" in text_of(at)
    assert "What are they to be kept for?" in text_of(press(at, "Check again")), "without a reason"
    at.text_input(key="answer-0-0").set_value("repeat victims of arson")
    at = press(at, "Check again")
    assert "28 of 28 rows have one. The reason given: repeat victims of arson" in text_of(at)
    assert "V-7" not in text_of(at) + rows_of(at)
    assert "**28** added" in text_of(press(at, "Load"))


def test_months_without_rows_are_said_and_taken_back(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), TWO_DATES.replace("Then", "Notes"), "own.csv")
    assert "January 2024 (1 month)" in text_of(at)
    at.text_input(key="covers-0").set_value("2023-12..2024-02")
    at = press(at, "Check again")
    assert "December 2023 to February 2024 (3 months)" in text_of(at)
    assert "December 2023 and February 2024: that counts as none." in text_of(at)
    at.text_input(key="covers-0").set_value("2023-12")
    at = press(at, "Check again")
    assert "but it has rows of January 2024" in text_of(at)
    at.text_input(key="covers-0").set_value("Winter")
    at = press(at, "Check again")
    assert "'Winter' is not a month" in text_of(at)
    at.text_input(key="covers-0").set_value("")
    assert "January 2024 (1 month)" in text_of(press(at, "Check again"))


def test_a_file_that_is_here_already_can_answer_for_more_months(
    empty_store: Path, open_page: Opens
) -> None:
    at = upload(open_page(empty_store, UPLOAD), TWO_DATES, "own.csv")
    press(press(choose(at, "answer-0-0", "When it was=date_from"), "Check again"), "Load")
    at = upload(at, TWO_DATES, "own.csv")
    assert at.subheader[0].value.endswith("here already")
    assert "place-0" not in {box.key for box in at.selectbox}
    at.text_input(key="covers-0").set_value("2024-01..2024-02")
    at = press(press(at, "Check again"), "Load all the same")
    assert "January 2024 to February 2024 (2 months)" in text_of(at)
    assert "It has no row of February 2024: that counts as none." in text_of(at)
