"""Findings are what partners may see, below each other or one at a time, as the address says."""

from pathlib import Path

import pytest

from tests.pages.conftest import Opens, as_read, link_of, press, text_of

FINDINGS, OVERVIEW, YEAR = (
    "pages/findings/page.py",
    "pages/overview/page.py",
    "pages/year_on_year/page.py",
)
COLCHESTER = {"partnership": "Safer Colchester"}
VIOLENCE = "Violence against the person rose by 15.3%, more than is usual"


def test_every_finding_stands_on_the_page(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, FINDINGS, **COLCHESTER)
    titles = [as_read(header.value) for header in at.header]
    assert titles[:2] == ["All crime rose by 7.2%", VIOLENCE]
    assert titles[-1].endswith("issues"), "the matrix comes after what changed"
    assert "withheld: few" in text_of(at)
    assert "present" not in at.query_params
    assert "measures=Home+Office+offence+groups" in link_of(at)


def test_one_at_a_time_and_on_by_buttons(example_store: Path, open_page: Opens) -> None:
    at = press(open_page(example_store, FINDINGS, **COLCHESTER), "Present")
    assert [*at.query_params["present"]] == ["1"]
    assert [as_read(header.value) for header in at.header] == ["All crime rose by 7.2%"]
    at.button(key="turn-Right").click().run()
    assert [*at.query_params["present"]] == ["2"]
    assert [as_read(header.value) for header in at.header] == [VIOLENCE]
    at.button(key="turn-PageUp").click().run()
    assert [*at.query_params["present"]] == ["1"]
    assert at.button(key="turn-Left").disabled
    press(at, "End")
    assert "present" not in at.query_params
    assert len(at.header) > 1


@pytest.mark.parametrize("text", ["0", "99", "yes", "first"])
def test_a_slide_that_there_is_not_is_refused(
    example_store: Path, open_page: Opens, text: str
) -> None:
    at = open_page(example_store, FINDINGS, **COLCHESTER, present=text)
    assert f"asks for slide “{text}”, which there is not" in text_of(at)
    assert not at.header


@pytest.mark.parametrize("page", [OVERVIEW, YEAR])
def test_a_hall_is_shown_of_any_page_what_partners_are(
    example_store: Path, open_page: Opens, page: str
) -> None:
    own = text_of(open_page(example_store, page, **COLCHESTER))
    hall = text_of(open_page(example_store, page, **COLCHESTER, present="yes"))
    assert "Withheld: it is about fewer than 5" not in own
    assert "withheld" in hall.lower()


def test_a_view_of_small_numbers_shows_a_hall_none(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, "pages/trend/page.py", **COLCHESTER, present="yes")
    assert "Single months are small numbers" in text_of(at)
    assert not at.header
    assert [button.label for button in at.button] == ["End"], "and there is a way out"


def test_nobody_is_offered_to_present_what_a_hall_is_not_shown(
    example_store: Path, open_page: Opens
) -> None:
    shown = {
        page: [button.label for button in open_page(example_store, page, **COLCHESTER).button]
        for page in (OVERVIEW, "pages/trend/page.py")
    }
    assert "Present" in shown[OVERVIEW]
    assert "Present" not in shown["pages/trend/page.py"]
