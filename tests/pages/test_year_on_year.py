"""Year on year shows its numbers, follows its address, and says what is wrong with one."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from tests.pages.conftest import (
    FOLDED,
    YEAR_ON_YEAR,
    Opens,
    as_read,
    link_of,
    opened,
    rows_of,
    text_of,
)

ROCHFORD = {"partnership": "Rochford", "period": "financial year (April to March)"}


def test_published_sentence_is_on_the_page(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, YEAR_ON_YEAR, **ROCHFORD, detail="Anti-social behaviour")
    shown = text_of(at)
    assert "Anti-social behaviour in Rochford increased by 18% (227 more incidents)" in shown
    row = "<td><span>▲ ordinary rise, worse</span></td><td>1,261</td><td>1,488</td><td>+227</td>"
    assert f'<th scope="row">Anti-social behaviour</th>{row}' in rows_of(at)


def test_verdict_is_symbol_word_and_judgement(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, YEAR_ON_YEAR, **ROCHFORD))
    assert '<span class="verdict worse">▲ ordinary rise, worse</span>' in shown


def test_synthetic_records_are_said_to_be(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, YEAR_ON_YEAR)
    assert "not real" in at.warning[0].value


def test_small_base_has_counts_and_a_reason_for_no_percentage(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, YEAR_ON_YEAR, **ROCHFORD))
    assert "<small>few</small>" in shown
    assert "<em>Few</em> is fewer than 20" in shown


def test_days_that_end_before_they_start_are_one_message(
    example_store: Path, open_page: Opens
) -> None:
    days = {"period": "chosen dates", "from": "2022-03-31", "to": "2021-04-01"}
    at = open_page(example_store, YEAR_ON_YEAR, **days)
    assert not at.exception
    assert "Give the earlier date first" in at.error[0].value


def test_months_that_are_not_covered_are_refused_with_the_reason(
    example_store: Path, open_page: Opens
) -> None:
    days = {"period": "chosen dates", "from": "2035-01-01", "to": "2035-12-31"}
    shown = text_of(open_page(example_store, YEAR_ON_YEAR, **days))
    assert "⊘ not comparable" in shown
    assert "no data" in shown.lower()
    assert "%</td>" not in shown


def test_rows_by_district_are_named_for_districts(example_store: Path, open_page: Opens) -> None:
    both = {"partnership": "Castle Point and Rochford", "by": "district"}
    shown = rows_of(open_page(example_store, YEAR_ON_YEAR, **both))
    assert '<th scope="row">Castle Point</th>' in shown
    assert '<th scope="row">Rochford</th>' in shown


def test_one_district_can_be_seen_apart(example_store: Path, open_page: Opens) -> None:
    apart = {"partnership": "Castle Point and Rochford", "area": "Castle Point"}
    assert "**Castle Point**" in text_of(open_page(example_store, YEAR_ON_YEAR, **apart))


def test_force_stands_beside_partnerships(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, YEAR_ON_YEAR)
    assert any(name.endswith("(whole force)") for name in at.selectbox(key="partnership").options)


def test_figure_opens_its_working_with_the_sql(example_store: Path, open_page: Opens) -> None:
    at = opened(open_page(example_store, YEAR_ON_YEAR, **ROCHFORD))
    working = text_of(at)
    assert "**Definition**" in working
    assert "**Extracts**" in working
    assert any("-- name: monthly_counts" in code.value for code in at.code)


def test_order_of_rows(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, YEAR_ON_YEAR, **ROCHFORD, order="most recorded first")
    shown = text_of(at)
    assert shown.index("All records") < shown.index(">Homicide</th>")


def test_summary_tells_nothing_twice(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, YEAR_ON_YEAR, partnership="Castle Point and Rochford")
    (said,) = (each.proto.body for each in at.html if "<strong>Rose</strong>" in each.proto.body)
    assert "<strong>All crime</strong> (+562) and <strong>Violence against the person" in said
    # The count of all records has the same rise in it.
    assert "All records" not in said


def test_reason_against_a_comparison_is_told_once(example_store: Path, open_page: Opens) -> None:
    days = {"period": "chosen dates", "from": "2035-01-01", "to": "2035-12-31"}
    shown = text_of(open_page(example_store, YEAR_ON_YEAR, **days))
    assert shown.count("<ol") == 1
    assert shown.count('<small class="note">reason 1</small>') > 10


@pytest.mark.parametrize("by", ["ward", "small area (LSOA)"])
def test_small_areas_stand_with_the_largest_rise_first(
    example_store: Path, open_page: Opens, by: str
) -> None:
    at = open_page(example_store, YEAR_ON_YEAR, partnership="Rochford", by=by)
    assert at.selectbox(key="order").value == "largest rise first"


def test_dates_to_compare_with_are_chosen(example_store: Path, open_page: Opens) -> None:
    days = {"comparison": "chosen dates", "compare-from": "2020-04-01", "compare-to": "2020-06-30"}
    quarter = {"period": "quarter", "ending": "June 2021"}
    at = open_page(example_store, YEAR_ON_YEAR, partnership="Rochford", **quarter, **days)
    shown = text_of(at)
    assert "1 April 2021 to 30 June 2021, compared with 1 April 2020 to 30 June 2020" in shown
    assert "not comparable" not in shown
    at.date_input(key="compare-to").set_value(date(2020, 4, 30)).run()
    assert "the periods are of different lengths (91 days against 30)" in text_of(at).lower()


def test_link_to_exactly_this_view_says_what_the_address_leaves_out(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, YEAR_ON_YEAR)
    query = dict(parse_qsl(link_of(at).partition("?")[2]))
    assert query["partnership"] == at.selectbox(key="partnership").value
    assert query["ending"] == "March 2022"
    again = open_page(example_store, YEAR_ON_YEAR, **query)
    assert not [info for info in again.info if "The address asks for" in info.value]
    assert link_of(again) == link_of(at)


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "chosen dates", "from": "2021-05-01", "to": "2021-07-31"},
        {"period": "quarter", "comparison": "chosen dates", "compare-from": "2020-04-01"},
        {"by": "ward", "measure": "Burglary", "order": "most recorded first"},
    ],
)
def test_link_leads_to_the_same_answer(
    example_store: Path, open_page: Opens, asked: dict[str, str]
) -> None:
    at = opened(open_page(example_store, YEAR_ON_YEAR, partnership="Rochford", **asked))
    query = dict(parse_qsl(link_of(at).partition("?")[2]))
    assert asked.items() <= query.items()
    again = opened(open_page(example_store, YEAR_ON_YEAR, **query))
    assert rows_of(again) == rows_of(at)


def test_summary_of_areas_names_the_measure(example_store: Path, open_page: Opens) -> None:
    wards = {"by": "ward", "measure": "All crime"}
    at = open_page(example_store, YEAR_ON_YEAR, partnership="Castle Point and Rochford", **wards)
    (said,) = (each.proto.body for each in at.html if "All crime rose" in each.proto.body)
    assert "<strong>All crime rose</strong>, " in said or "All crime rose nowhere" in said


def test_working_of_a_table_lists_each_definition_with_its_caveats(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(opened(open_page(example_store, YEAR_ON_YEAR, **ROCHFORD)))
    definitions = shown[shown.index("**Definitions**") :]
    lines = definitions.splitlines()
    assert sum(line.startswith("- ") for line in lines) > 20
    burglary = next(n for n, line in enumerate(lines) if line.startswith("- Burglary"))
    assert lines[burglary + 1].startswith(("- ", "    - "))
    assert "…" not in definitions[:20_000]


def test_chosen_dates_head_their_columns(example_store: Path, open_page: Opens) -> None:
    days = {"period": "chosen dates", "from": "2021-04-01", "to": "2021-08-31"}
    at = open_page(example_store, YEAR_ON_YEAR, partnership="Rochford", **days)
    assert "1 Apr–31 Aug 2021" in rows_of(at)


def test_a_measure_without_records_in_any_area_says_so(
    example_store: Path, open_page: Opens
) -> None:
    rochford = {"partnership": "Rochford", "by": "ward", "measure": "Homicide"}
    quarter = {"period": "quarter", "ending": "September 2021"}
    at = open_page(example_store, YEAR_ON_YEAR, **rochford, **quarter)
    assert [each.value for each in at.info] == [
        "No records of this measure name an area in either period."
    ]


def test_definitions_and_sql_are_folded(example_store: Path, open_page: Opens) -> None:
    at = opened(open_page(example_store, YEAR_ON_YEAR, **ROCHFORD))
    folded = [as_read(each.label) for each in at.expander]
    assert any(each.startswith("SQL: queries/changes/monthly_counts.sql, from") for each in folded)
    assert any(label.startswith("Definitions of the ") for label in folded)
    assert not any(each.proto.expanded for each in at.expander if each.label not in FOLDED)


@pytest.mark.parametrize("page", [YEAR_ON_YEAR, None])
def test_what_nobody_has_opened_is_not_drawn(
    example_store: Path, open_page: Opens, page: str | None
) -> None:
    # The first block of code makes a browser fetch as much as all the rest of the page.
    at = open_page(example_store, page)
    assert not at.code
    assert opened(at).code


def test_figures_as_they_stood_say_so(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, YEAR_ON_YEAR, **ROCHFORD)
    now, *earlier = at.selectbox(key="as-at").options
    assert now == "today"
    at = open_page(example_store, YEAR_ON_YEAR, **ROCHFORD, **{"as-at": earlier[0]})
    assert any("As it stood after extract" in warning.value for warning in at.warning)
    assert at.query_params["as-at"] == earlier[0]


def test_the_same_months_are_one_press_away(example_store: Path, open_page: Opens) -> None:
    """August to December against March to July: what is offered can be compared."""
    days = {"period": "chosen dates", "from": "2021-08-01", "to": "2021-12-31"}
    other = {"comparison": "chosen dates", "compare-from": "2021-03-01", "compare-to": "2021-07-31"}
    at = open_page(example_store, YEAR_ON_YEAR, partnership="Rochford", **days, **other)
    assert "different months of the year" in text_of(at)
    at.button(key="same-months").click().run()
    assert not at.exception
    assert "compared with 1 August 2020 to 31 December 2020" in text_of(at)
    assert "different months of the year" not in text_of(at)
