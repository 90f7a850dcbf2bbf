"""Populations on Upload data: understood first, loaded on a press, removed by year."""

from pathlib import Path

from tests.pages.conftest import UPLOAD, Opens, as_read, press, rows_of, text_of

PEOPLE = b"name,year,people\nRochford,2022,86000\nMaldn,2022,5\n"


def test_are_checked_then_loaded_then_removed(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, UPLOAD)
    assert "Populations there are" not in text_of(at)
    at.file_uploader[1].upload("ons.csv", PEOPLE, "text/csv").run()
    assert "1 district, 2022: **1** new" in text_of(at)
    assert "is not a district that we know" in text_of(at).replace("\\", "")
    press(at, "Load the populations")
    assert as_read(at.success[0].value) == "Populations of 1 district were loaded."
    assert '<th scope="row">2022</th><td>residents</td><td>1</td><td>ons.csv</td>' in rows_of(at)
    at.file_uploader[1].upload("ons.csv", PEOPLE, "text/csv").run()
    assert "Loading this file changes nothing" in text_of(at)
    assert "Load the populations" not in [button.label for button in at.button]
    press(at, "Remove this year")
    assert "The residents of 2022 were removed." in as_read(at.success[0].value)
    assert "Populations there are" not in text_of(at)


def test_faults_are_said_and_nothing_is_offered(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, UPLOAD)
    at.file_uploader[1].upload("ons.csv", PEOPLE.replace(b"86000", b"x"), "text/csv").run()
    assert "the number of people is 'x'" in at.error[0].value.replace("\\", "")
    assert "Load the populations" not in [button.label for button in at.button]
