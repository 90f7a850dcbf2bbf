"""Printed rankings: how lines are read, and what is kept of them, by whom."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.risk_matrix.printed_lines import PublishedPlace, read_places
from assessment.risk_matrix.printed_rankings import (
    PrintedRanking,
    as_earlier,
    keep_published,
    match_published,
    matched,
    published_rankings,
    remove_published,
)
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.risk_matrix.records import covered, given_store
from tests.stored import stored

__all__ = ["covered", "given_store"]

LINES = [
    ("1. Violence with injury; very high", (1, "Violence with injury", "very high"), "all of it"),
    ("Robbery", (1, "Robbery", ""), "without a number, its place"),
    ("2= Rape", (2, "Rape", ""), "shared"),
    ("3) Arson ;", (3, "Arson", ""), "an empty band"),
    ("4\tBurglary", (4, "Burglary", ""), "from a table"),
    ("24 hour drinking", (1, "24 hour drinking", ""), "a number of its name, no rank"),
    ("=SUM(A1)", (1, "=SUM(A1)", ""), "text, whatever it looks like"),
]


@pytest.mark.parametrize(("line", "place", "why"), LINES)
def test_a_line(line: str, place: tuple[int, str, str], why: str) -> None:
    (found,) = read_places(line)
    assert (found.rank, found.label, found.band) == place, why


def test_empty_lines_have_no_rank() -> None:
    assert [each.rank for each in read_places("Robbery\n\n  \nArson")] == [1, 2]


def test_without_an_order_all_are_first() -> None:
    assert {each.rank for each in read_places("1. Robbery\n2. Arson", is_ordered=False)} == {1}


def test_every_fault_is_told_with_its_line() -> None:
    with pytest.raises(InvalidRequest) as told:
        read_places(f"2. Robbery\n1. Arson\nrobbery\n; high\n{'x' * 200}")
    said = str(told.value)
    for part in (
        "Line 2 has rank 1 after rank 2",
        "Line 3 names “robbery” again, after line 1",
        "Line 4 names no issue",
        "Line 5 is too long",
    ):
        assert part in said


def printed(*labels: str) -> PrintedRanking:
    places = tuple(PublishedPlace(rank, label) for rank, label in enumerate(labels, 1))
    return PrintedRanking(
        "rochford", date(2019, 3, 1), "2018/19", "A report", "", True, False, places
    )


def test_kept_matched_and_taken_away(workspace: Workspace, covered: Given) -> None:
    kept = keep_published(workspace, printed("Robbery", "Rape"))
    assert published_rankings(workspace, "rochford") == (kept,)
    assert kept.entered_by == "Test analyst"
    match_published(workspace, kept, ["robbery", None])
    (found,) = published_rankings(workspace, "rochford")
    assert [each.issue for each in found.places] == ["robbery", None]
    assert published_rankings(workspace, "maldon") == ()
    remove_published(workspace, found)
    assert published_rankings(workspace, "rochford") == ()
    told = stored(workspace, "SELECT action FROM audit_event WHERE subject LIKE 'published%'")
    assert list(told["action"]) == [
        *("entered published ranking", "matched published ranking", "removed published ranking")
    ]


def test_what_somebody_else_has_taken_away_is_told_and_no_other_is_changed(
    workspace: Workspace, covered: Given
) -> None:
    """The next to be entered has its number: a page from before must not change that one."""
    gone = keep_published(workspace, printed("Robbery", "Rape"))
    remove_published(workspace, gone)
    kept = keep_published(workspace, printed("Arson", "Theft"))
    assert kept.id == gone.id
    said = "taken the ranking of 2018/19 away"
    with pytest.raises(InvalidRequest, match=said):
        match_published(workspace, gone, ["robbery", "rape"])
    with pytest.raises(InvalidRequest, match=said):
        remove_published(workspace, gone)
    assert published_rankings(workspace, "rochford") == (kept,)


def test_the_latest_year_comes_first(workspace: Workspace, covered: Given) -> None:
    for year in (2018, 2020, 2019):
        keep_published(workspace, replace(printed("Rape"), ending=date(year, 3, 1)))
    every = published_rankings(workspace, "rochford")
    assert [each.ending.year for each in every] == [2020, 2019, 2018]


def test_what_is_missing_is_told_at_once(workspace: Workspace, covered: Given) -> None:
    with pytest.raises(InvalidRequest, match=r"which year .* where it was printed.* one issue"):
        keep_published(workspace, replace(printed(), name=" ", source=""))
    with pytest.raises(InvalidRequest, match="too many"):
        keep_published(workspace, printed(*map(str, range(41))))
    with pytest.raises(InvalidRequest, match="no partnership 'luton'"):
        keep_published(workspace, replace(printed("Rape"), partnership="luton"))


def test_a_partner_may_not(workspace: Workspace, covered: Given) -> None:
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    kept = keep_published(workspace, printed("Rape"))
    for attempt in (
        lambda: keep_published(partner, printed("Rape")),
        lambda: match_published(partner, kept, [None]),
        lambda: remove_published(partner, kept),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_matching_goes_by_name_and_never_further() -> None:
    places = (PublishedPlace(1, "Violence with Injury"), PublishedPlace(2, "Rape"))
    labels = {"violence-with-injury": "Violence with injury", "sexual-offences": "Sexual offences"}
    assert [each.issue for each in matched(places, labels)] == ["violence-with-injury", None]


def test_it_is_always_of_another_scheme() -> None:
    found = as_earlier(printed("Rape"))
    assert (found.is_printed, found.is_same_scheme, found.is_whole) == (True, False, False)
    assert "not printed" in found.scheme
