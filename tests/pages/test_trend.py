"""Trend shows the months behind the figures, says what is usual, and keeps the question."""

from pathlib import Path

from tests.pages.conftest import Opens, as_read, text_of

TREND = "pages/trend/page.py"
ROCHFORD = {"partnership": "Rochford", "measure": "Anti-social behaviour"}


def test_title_is_the_finding_and_the_year_is_beside_it(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, TREND, **ROCHFORD)
    assert not at.exception
    assert as_read(at.header[0].value).startswith("Anti-social behaviour: ")
    shown = as_read(text_of(at))
    assert "▲ ordinary rise: Anti-social behaviour in Rochford increased by 18%" in shown
    assert at.selectbox(key="measure").value == "Anti-social behaviour"


def test_every_measure_stands_beside_it(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, TREND, **ROCHFORD))
    assert "<h3>Shoplifting</h3>" in shown
    assert "<h3>Anti-social behaviour</h3>" in shown


def test_districts_are_set_side_by_side_where_there_are_several(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, TREND, partnership="Castle Point and Rochford")
    assert "<h3>Castle Point</h3>" in text_of(at)
    alone = open_page(example_store, TREND, **ROCHFORD)
    assert "Every district" not in text_of(alone)


def test_other_views_are_asked_the_same(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, TREND, **ROCHFORD, period="quarter")
    links = {link.proto.page: link.proto.query_string for link in at.main.get("page_link")}
    assert "period=quarter" in links["year_on_year"]
    assert "measure=" not in links["year_on_year"]
    assert "measure=Anti-social+behaviour" in links["places"]
