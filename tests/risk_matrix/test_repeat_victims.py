"""The share of victims who come again: when there is one, and to whom it is shown."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assessment.people import Audience
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.indicators.issue_facts import facts_of
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.risk_matrix.records import NOW, ROCHFORD, YEAR, an_issue

MARK = "UPDATE incident SET victims = [?] WHERE rowid = ?"


def _told(given: Given, marks: Mapping[int, str], records: int, who: Workspace) -> IndicatorValue:
    given.records(records, NOW, "arson")
    given.seal()
    for row, mark in marks.items():
        given.run(MARK, [mark, row])
    facts = facts_of(who, ROCHFORD, YEAR, [an_issue("arson")])
    return facts["arson"].of(INDICATORS["repeat-victims"])


def _marks(victims: int, repeat: int, key: str = "key-name") -> dict[int, str]:
    """Name so many victims, a record each, and the first of them once more."""
    return {row: f"{key}{row % victims}" for row in range(victims + repeat)}


def test_share_of_victims_who_come_again(covered: Given) -> None:
    told = _told(covered, _marks(30, 6), 40, covered.workspace)
    assert told.value == 20
    assert told.words == (
        "6 of 30 victims named in 36 of 40 records come again within the year: 20%."
    )
    assert "vulnerable" in told.caveats[0]


def test_nobody_who_comes_again_is_a_zero(covered: Given) -> None:
    assert _told(covered, _marks(30, 0), 40, covered.workspace).value == 0


NO_SHARE = [
    ({}, "No extract says who was a victim"),
    (_marks(19, 0), "Only 19 of 40 records name a victim"),
    ({**_marks(20, 5), 30: "other-ky1"}, "more than one key"),
]


@pytest.mark.parametrize(("marks", "words"), NO_SHARE)
def test_no_share_is_given_without_enough_to_go_by(
    covered: Given, marks: Mapping[int, str], words: str
) -> None:
    told = _told(covered, marks, 40, covered.workspace)
    assert told.value is None
    assert words in told.words


@pytest.mark.parametrize(
    ("victims", "repeat", "is_withheld"),
    [(30, 4, True), (33, 7, False), (31, 5, True), (33, 0, False)],
    ids=["4 come again", "none is few", "4 records name nobody", "none comes again"],
)
def test_partners_are_shown_no_few_victims(
    covered: Given, victims: int, repeat: int, is_withheld: bool
) -> None:
    partner = replace(covered.workspace, audience=Audience.PARTNER)
    told = _told(covered, _marks(victims, repeat), 40, partner)
    assert told.is_withheld is is_withheld
