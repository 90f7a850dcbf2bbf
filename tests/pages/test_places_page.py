"""Places shows where records are, and one place at a time, and says what there is not."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from tests.pages.conftest import Opens, as_read, link_of, press, rows_of, text_of
from tests.pages.rochford_map import WARDS, with_wards
from tests.pages.test_partners import as_partner

__all__ = ["as_partner"]

PLACES = "pages/places/page.py"
ROCHFORD = {"partnership": "Rochford", "measure": "Burglary"}


@pytest.fixture
def mapped_store(own_store: Path, tmp_path: Path) -> Path:
    return with_wards(own_store, tmp_path)


def titles(at: object) -> list[str]:
    return [as_read(header.value) for header in at.header]  # type: ignore[attr-defined]


def test_title_is_the_finding_and_every_ward_is_on_the_map(
    mapped_store: Path, open_page: Opens
) -> None:
    at = open_page(mapped_store, PLACES, **ROCHFORD)
    shown = rows_of(at)
    assert "hold half; random scatter would take" in titles(at)[0]
    assert " of 14 wards " in titles(at)[0]
    assert '<th scope="row">The Marshes</th><td>0</td>' in shown
    assert "No boundaries" not in shown
    assert at.selectbox(key="measure").value == "Burglary"


def test_without_boundaries_it_says_what_to_load_and_where(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, PLACES, **ROCHFORD)
    said = [as_read(caption.value) for caption in at.caption]
    assert (
        "No boundaries of wards are loaded here, so there is no map. Load them on Upload data, "
        "under Wards and LSOAs." in said
    )
    assert " of 13 wards " in titles(at)[0]


def test_records_without_a_place_are_counted_and_said(mapped_store: Path, open_page: Opens) -> None:
    at = open_page(mapped_store, PLACES, partnership="Rochford")
    said = [as_read(caption.value) for caption in at.caption]
    assert "15 of 4,523 records name no ward." in said


@pytest.mark.parametrize("areas", ["ward", "small area"])
@pytest.mark.parametrize("show", ["count", "rate", "change", "hot spots"])
def test_every_view_is_whole(mapped_store: Path, open_page: Opens, areas: str, show: str) -> None:
    at = open_page(mapped_store, PLACES, **ROCHFORD, areas=areas, show=show)
    assert not at.exception
    assert titles(at)[0].startswith("Burglary: ")
    assert titles(at)[-1] == "The busiest places"


def test_a_place_is_a_press_away_and_stands_in_the_address(
    mapped_store: Path, open_page: Opens
) -> None:
    at = press(open_page(mapped_store, PLACES, **ROCHFORD), "Hockley")
    assert titles(at)[0] == "Hockley"
    shown = as_read(text_of(at))
    assert "1 being the ward with most." in shown
    assert "Burglary in Hockley " in shown
    assert dict(parse_qsl(link_of(at).partition("?")[2]))["spot"] == "Hockley"
    again = open_page(mapped_store, PLACES, **ROCHFORD, spot="Hockley")
    assert titles(again)[0] == "Hockley"
    assert "The busiest places" in titles(press(again, "Show all places"))
    assert titles(again)[0] != "Hockley"


def test_a_place_without_a_record_has_a_profile_too(mapped_store: Path, open_page: Opens) -> None:
    at = open_page(mapped_store, PLACES, **ROCHFORD, spot="The Marshes")
    assert "0 offences, 0.0% of the" in as_read(text_of(at))
    assert "rank 14 of 14 wards" in as_read(text_of(at))


def test_a_place_that_there_is_not_is_refused(mapped_store: Path, open_page: Opens) -> None:
    at = open_page(mapped_store, PLACES, **ROCHFORD, spot="Atlantis")
    assert "The address asks for one place “Atlantis”" in as_read(at.error[0].value)


def test_the_place_is_let_go_with_other_areas(mapped_store: Path, open_page: Opens) -> None:
    at = open_page(mapped_store, PLACES, **ROCHFORD, spot="Hockley")
    at.selectbox(key="areas").set_value("small area").run()
    assert not at.exception
    assert at.selectbox(key="spot").value == "all of them"


def test_year_on_year_by_ward_is_one_link_away(mapped_store: Path, open_page: Opens) -> None:
    at = open_page(mapped_store, PLACES, **ROCHFORD)
    links = {link.proto.page: link.proto.query_string for link in at.main.get("page_link")}
    assert "by=ward" in links["year_on_year"]
    assert "measure=Burglary" in links["year_on_year"]
    assert "measure=Burglary" in links["trend"]
    assert "by=" not in links["trend"]


def test_months_that_are_not_covered_are_told_plainly(mapped_store: Path, open_page: Opens) -> None:
    days = {"period": "chosen dates", "from": "2035-01-01", "to": "2035-12-31"}
    at = open_page(mapped_store, PLACES, **ROCHFORD, **days)
    assert not at.exception
    assert titles(at)[0] == "Burglary: not known, as the period is not wholly covered"
    assert "not known (14)" in str(at.main.get("plotly_chart")[0].proto)


@pytest.mark.usefixtures("as_partner")
def test_partners_are_told_that_small_areas_are_not_shown(
    mapped_store: Path, open_page: Opens
) -> None:
    at = open_page(mapped_store, PLACES, **ROCHFORD)
    shown = text_of(at)
    assert "Partners are shown whole districts: wards and small areas have too few" in shown
    assert not any(name in shown for name in WARDS)
    assert link_of(at)
