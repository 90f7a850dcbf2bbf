"""Every public function that partners may ask is read by the attack, or tells no small number."""

from collections.abc import Mapping

import pytest

from assessment.errors import NotPermitted
from assessment.people import GRANTED, Person, Role
from assessment.permissions import NEEDS
from assessment.risk_matrix.evidence.indicators_from_records import count_issues
from assessment.risk_matrix.judgements import judge, judgements
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.permissions.trying import public_functions
from tests.risk_matrix.given import PARTNERSHIP, a_draft
from tests.risk_matrix.records import NOW, ROCHFORD, YEAR, an_issue, covered, given_store

__all__ = ["covered", "given_store"]

# Rooms and functions, and why nothing small comes out of them. A new one needs a line: add what it
# tells to `readable`, or say here why it tells no number of records.
ASKED: Mapping[str, str] = {
    "changes.comparison.year_on_year": "read by the attack",
    "changes.unlocated_records.unlocated": "read by the attack",
    "patterns.victims": "read by the attack; who and what comes again is not for partners",
    "risk_matrix.indicators.issue_facts.facts_of": "read by the attack",
    "patterns.wards": "wards rounded, and nothing of which a ward has few: tests/patterns/wards",
    "changes.available_sets": "months and forces",
    "changes.opening_question": "months",
    "changes.comparable.comparability": "areas",
    "changes.withheld": "what is withheld, not how much it is",
    "risk_matrix.evidence.indicator_disclosure": "what is withheld, not how much it is",
    "outputs.changes.completeness": "months, and what unlocated tells",
    "patterns.evaluation": "sums of what year_on_year tells, which is none of small areas",
    "patterns.beside": "what year_on_year tells of two sets, of months nothing",
    "patterns.places": "what year_on_year tells, which is none of small areas",
    "perception": "what year_on_year tells",
    "population": "residents of whole districts, which are published",
    "partnerships": "names",
    "examples.examples_loaded": "whether there are any",
    "intake.extract_register.districts_recorded": "names",
    "changes.comparable.own_events.entered_events": "names",
    "changes.variation.own_variation.own_variations": "a share that somebody has set",
    "changes.explained_changes": "what year_on_year tells, in words of the partnership's team",
    "sources.lead_sources": "names",
    "sources.data_sets": "names",
    "intake.boundaries": "names of published areas",
    "risk_matrix.indicators.public_concern": "answers to a survey",
    "survey": "answers to a survey, which have a rule of their own",
    "priorities": "people's decisions, and an agreed year without its numbers",
    "risk_matrix": "people's scores, and what facts_of tells",
}


def test_each_function_that_partners_may_ask_has_been_thought_of() -> None:
    names = {name for name, _ in public_functions()} & NEEDS.keys()
    granted = GRANTED[Role.PARTNER]
    asked = {name.removeprefix("assessment.") for name in names if granted & {*NEEDS[name].any_of}}
    assert {name for name in asked if not name.startswith(tuple(ASKED))} == set()
    assert {each for each in ASKED if not any(name.startswith(each) for name in asked)} == set()


def test_numbers_before_small_ones_are_withheld_are_not_for_partners(covered: Given) -> None:
    partner = Workspace(covered.workspace.store, Person("somebody", Role.PARTNER))
    covered.records(3, NOW, "arson")
    covered.seal()
    with pytest.raises(NotPermitted, match="see numbers before small ones are withheld"):
        count_issues(partner, ROCHFORD, YEAR, [an_issue("arson")])


def test_what_the_store_said_when_somebody_judged_is_not_for_partners(
    workspace: Workspace,
) -> None:
    draft = a_draft(workspace)
    judge(workspace, draft, "burglary", PARTNERSHIP, 3, "seen on the estate", 4.0)
    partner = Workspace(workspace.store, Person("somebody", Role.PARTNER))
    for asks, value in ((workspace, 4.0), (partner, None)):
        (judged,) = judgements(asks, draft).values()
        assert (judged.value, judged.evidence_value) == (3, value)
