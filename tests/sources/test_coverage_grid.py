"""The grid of months: each state, and what is one row or several."""

from datetime import date

from assessment.outputs.sources.grid_wording import about, states_in_words, where
from assessment.sources.coverage_grid import CoverageGrid, coverage_grid
from assessment.sources.month_states import MonthState, came_on, covered_months
from tests.changes.given import BOTH, OFFENCES, Given, months

YEAR = months(date(2024, 1, 1), date(2024, 12, 1))
PAIR = ("Castle Point", "Rochford")
IN_BOTH = tuple(("district", name) for name in PAIR)


def filled(given: Given, *, thin: date | None = None, district: str = "Rochford") -> None:
    for month in YEAR:
        given.records(3 if month == thin else 60, month, district=district)


def rows(grid: CoverageGrid) -> list[tuple[str, str, str, str]]:
    return [(row.source, about(row), where(row, grid), states_in_words(row)) for row in grid.rows]


def test_each_state_of_a_month(given_store: Given) -> None:
    given_store.extract(
        when=[month for month in YEAR if month.month not in (6, 11)],
        partial=[date(2024, 11, 1)],
        subjects=OFFENCES,
    )
    filled(given_store, thin=date(2024, 3, 1))
    given_store.seal()
    grid = coverage_grid(given_store.workspace, ["Rochford"])
    (row,) = grid.rows
    assert row.states[date(2024, 1, 1)] is MonthState.COVERED
    assert row.states[date(2024, 3, 1)] is MonthState.DOUBTFUL
    assert row.states[date(2024, 6, 1)] is MonthState.MISSING
    assert row.states[date(2024, 11, 1)] is MonthState.PARTIAL
    assert states_in_words(row) == (
        "missing: June 2024; in part: November 2024; doubtful: March 2024"
    )


def test_a_month_cut_short_is_whole_where_another_extract_has_all_of_it(given_store: Given) -> None:
    given_store.extract(partial=YEAR[:1], subjects=OFFENCES)
    given_store.extract(when=YEAR[:1], subjects=OFFENCES)
    grid = coverage_grid(given_store.workspace, ["Rochford"])
    assert [row.states[YEAR[0]] for row in grid.rows] == [MonthState.COVERED]


def test_alike_subjects_and_districts_are_one_row(given_store: Given) -> None:
    given_store.extract(when=YEAR, covers=IN_BOTH, subjects=BOTH)
    assert rows(coverage_grid(given_store.workspace, PAIR)) == [
        ("police", "offences and anti-social behaviour", "all districts", "every month covered")
    ]


def test_a_district_has_a_row_where_it_differs(given_store: Given) -> None:
    given_store.extract(when=YEAR[:-1], covers=IN_BOTH, subjects=OFFENCES)
    given_store.extract(when=YEAR[-1:], covers=IN_BOTH[:1], subjects=OFFENCES)
    assert rows(coverage_grid(given_store.workspace, PAIR)) == [
        ("police", "offences", "Castle Point", "every month covered"),
        ("police", "offences", "Rochford", "missing: December 2024"),
    ]


def test_a_flag_has_a_row_where_it_is_covered_otherwise(given_store: Given) -> None:
    given_store.extract(when=YEAR, subjects=(*OFFENCES, "hate-crime"))
    given_store.extract(when=YEAR[6:], subjects=("domestic-abuse",))
    assert [row[1] for row in rows(coverage_grid(given_store.workspace, ["Rochford"]))] == [
        "offences, with hate crime",
        "domestic abuse",
    ]


def test_two_sources_are_two_rows(given_store: Given) -> None:
    given_store.extract("fire", when=YEAR[:2], subjects=OFFENCES)
    given_store.extract("police", when=YEAR[1:3], subjects=OFFENCES)
    assert rows(coverage_grid(given_store.workspace, ["Rochford"])) == [
        ("fire", "offences", "Rochford", "missing: March 2024"),
        ("police", "offences", "Rochford", "missing: January 2024"),
    ]


def test_without_coverage_there_is_no_grid(given_store: Given) -> None:
    given_store.extract(when=YEAR, covers=[("district", "Maldon")])
    given_store.extract(when=YEAR, status="undone")
    assert coverage_grid(given_store.workspace, ["Rochford"]) == CoverageGrid(("Rochford",), (), ())


def test_a_month_has_come_once_every_district_and_subject_has_it(given_store: Given) -> None:
    first = given_store.extract(when=YEAR[:2], covers=IN_BOTH[:1], subjects=BOTH)
    second = given_store.extract(when=YEAR[:1], covers=IN_BOTH[1:], subjects=BOTH)
    assert (first, second) == (1, 2)
    cells = covered_months(given_store.workspace, PAIR)
    assert came_on(cells, "police") == {YEAR[0]: date(2025, 1, 3)}  # as the second was loaded
    assert came_on(cells, "fire") == {}


def test_a_flag_that_is_sent_later_makes_no_month_late(given_store: Given) -> None:
    given_store.extract(when=YEAR[:1], subjects=OFFENCES)
    given_store.extract(when=YEAR[:1], subjects=("hate-crime",))
    cells = covered_months(given_store.workspace, ["Rochford"])
    assert came_on(cells, "police") == {YEAR[0]: date(2025, 1, 2)}
