"""The overview shows headline changes, what rose and fell, and how complete the data are."""

from pathlib import Path

from tests.pages.conftest import YEAR_ON_YEAR, Opens, link_of, opened, text_of, turn_to
from tests.pages.rochford_map import with_wards
from tests.pages.test_partners import as_partner

__all__ = ["as_partner"]

SMALL_MAP = '<figure class="small-map">'


def test_cards_carry_count_verdict_and_sentence(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    assert "<h3>Anti-social behaviour</h3>" in shown
    assert '<p class="number">1,488</p><p class="quiet">1,261 before</p>' in shown
    assert '<p class="difference">+227 (+18%)</p>' in shown
    assert "▲ ordinary rise, worse" in shown
    assert shown.count('<img class="recent"') == shown.count('<section class="card') >= 2
    assert "<small>24 months to March 2022</small>" in shown


def test_sentences_are_there_to_be_copied(example_store: Path, open_page: Opens) -> None:
    at = opened(open_page(example_store, partnership="Rochford"))
    copied = [code.value for code in at.code]
    assert any("increased by 18% (227 more incidents)" in sentence for sentence in copied)


def test_period_can_be_chosen(example_store: Path, open_page: Opens) -> None:
    year = {"period": "financial year to date", "ending": "August 2021"}
    shown = text_of(open_page(example_store, partnership="Rochford", **year))
    assert "1 April 2021 to 31 August 2021, compared with 1 April 2020" in shown


def test_link_names_every_date(example_store: Path, open_page: Opens) -> None:
    link = link_of(open_page(example_store, partnership="Rochford"))
    assert "partnership=Rochford" in link
    assert "period=12+months&ending=March+2022" in link


def test_months_are_folded_away_where_every_one_is_covered(
    example_store: Path, open_page: Opens
) -> None:
    whole = open_page(example_store, partnership="Rochford")
    assert "Every month from April 2020 to March 2022 is covered" in text_of(whole)
    assert "Month by month" in [each.label for each in whole.expander]
    days = {"period": "chosen dates", "from": "2022-01-01", "to": "2022-12-31"}
    gaps = open_page(example_store, partnership="Rochford", **days)
    assert '<span class="unseen">missing</span>' in text_of(gaps)
    assert "Month by month" not in [each.label for each in gaps.expander]


def test_dates_are_explicit(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    assert "1 April 2021 to 31 March 2022, compared with 1 April 2020 to 31 March 2021" in shown


def test_what_rose_and_what_fell_are_listed(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    rose, fell = shown.index("What rose"), shown.index("What fell")
    assert rose < shown.index("<strong>Anti-social behaviour</strong>", rose) < fell


def test_months_are_said_in_words_beside_their_symbols(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, partnership="Rochford"))
    assert '<span class="unseen">covered</span>' in shown
    assert "Latest extract loaded" in shown


def test_synthetic_records_are_said_to_be(example_store: Path, open_page: Opens) -> None:
    assert "not real" in open_page(example_store).warning[0].value


def test_period_stays_from_page_to_page(example_store: Path, open_page: Opens) -> None:
    year = {"period": "financial year to date", "ending": "August 2021"}
    at = open_page(example_store, partnership="Rochford", **year)
    shown = text_of(turn_to(at, YEAR_ON_YEAR))
    assert "**Rochford**, 1 April 2021 to 31 August 2021" in shown


def test_another_partnership_has_its_own_months(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, partnership="Rochford", ending="December 2021")
    at.selectbox(key="partnership").set_value("Medway").run()
    assert "1 April 2023 to 31 March 2024" in text_of(at)


def test_only_the_sources_behind_the_figures_are_named(
    example_store: Path, open_page: Opens
) -> None:
    at = opened(open_page(example_store, partnership="Rochford"))
    (said,) = (each.value for each in at.markdown if each.value.startswith("- Sources:"))
    behind = next(each.value for each in at.markdown if "**Extracts**" in each.value)
    named = said.removeprefix("- Sources: ").split(".")[0].replace("\\", "").split(", ")
    assert all(name in behind.replace("\\", "") for name in named)


def test_a_small_map_leads_to_places(own_store: Path, tmp_path: Path, open_page: Opens) -> None:
    at = open_page(with_wards(own_store, tmp_path), partnership="Rochford")
    shown = text_of(at)
    assert shown.count(SMALL_MAP) == 1
    assert "<figcaption><h3>Anti-social behaviour: " in shown


def test_without_boundaries_there_is_no_map(example_store: Path, open_page: Opens) -> None:
    assert SMALL_MAP not in text_of(open_page(example_store, partnership="Rochford"))


def test_partners_are_shown_no_map_of_small_numbers(
    own_store: Path, tmp_path: Path, open_page: Opens, as_partner: None
) -> None:
    at = open_page(with_wards(own_store, tmp_path), partnership="Rochford")
    assert SMALL_MAP not in text_of(at)
