"""What a reader of Year on year is told where a verdict was another when the year was agreed."""

from dataclasses import replace

import pytest

from assessment.changes import By, Place, Question, Verdict, year_on_year
from assessment.outputs.changes.agreed_wording import agreed_otherwise
from assessment.people import Person, Role
from assessment.priorities.verdicts_agreed import Cause, verdicts_agreed
from assessment.risk_matrix.assessment_year import year_ending
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import signed_off
from tests.priorities.test_freezing import newer
from tests.risk_matrix.given import MARCH

YEAR = year_ending(MARCH)
ROCHFORD = Place("Rochford", ("Rochford",))
QUESTION = Question(ROCHFORD, YEAR, YEAR.year_before(), "home-office")


def told(workspace: Workspace, question: Question = QUESTION) -> dict[str, tuple[str, Cause]]:
    agreed = verdicts_agreed(workspace, year_on_year(workspace, question))
    return {measure: (then.verdict, then.cause) for measure, then in agreed.items()}


def test_newer_data_turn_a_verdict_that_was_agreed(
    workspace: Workspace, draft: int, covered: Given
) -> None:
    assert told(workspace) == {}, "of a draft nothing is kept"
    signed_off(workspace, draft)
    assert told(workspace) == {}, "nothing has changed"
    newer(covered, "shoplifting", 150)
    answer = year_on_year(workspace, QUESTION)
    assert told(workspace) == {"shoplifting": ("no clear change", Cause.DATA)}
    (sentence,) = agreed_otherwise(answer, verdicts_agreed(workspace, answer))
    assert sentence.startswith("Shoplifting: no clear change when the year was agreed on ")
    assert "rise today: by data that came since." in sentence
    for other in (
        replace(QUESTION, by=By.DISTRICT, measure="shoplifting"),
        replace(QUESTION, comparison=YEAR.year_before().year_before()),
        replace(QUESTION, place=Place("Essex Police", (), "Essex Police")),
    ):
        assert told(workspace, other) == {}


def test_the_methods_are_named_where_the_counts_are_the_same(
    workspace: Workspace, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_off(workspace, draft)
    answer = year_on_year(workspace, QUESTION)
    turned = tuple(
        replace(row, verdict=Verdict.FALL, unusual=False) if row.measure.id == "robbery" else row
        for row in answer.changes
    )
    later = replace(answer, changes=turned, methods_version=answer.methods_version + 1)
    agreed = verdicts_agreed(workspace, later)
    assert agreed["robbery"].cause is Cause.METHODS
    assert agreed["robbery"].methods_version == answer.methods_version
    more = tuple(replace(row, current=(row.current or 0) + 1) for row in turned)
    assert verdicts_agreed(workspace, replace(later, changes=more))["robbery"].cause is Cause.BOTH


def test_whoever_sees_no_small_numbers_is_told_none(
    workspace: Workspace, draft: int, covered: Given
) -> None:
    signed_off(workspace, draft)
    newer(covered, "shoplifting", 150)
    partner = replace(workspace, person=Person("Sam", Role.PARTNER))
    assert told(partner) == {}
