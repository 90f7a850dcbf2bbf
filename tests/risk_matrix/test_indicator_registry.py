"""That an indicator is added by one object in the registry: read, scored, worded and withheld."""

from typing import Any

import pytest

from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.errors import DefinitionFault
from assessment.outputs.schemes import scheme_wording as wording
from assessment.people import Person, Role
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.evidence.provenance import COUNTS, records_of
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, RecordIndicator
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS, card_lines
from assessment.risk_matrix.indicators.issue_facts import facts_of
from assessment.risk_matrix.indicators.prescoring import prescored
from assessment.risk_matrix.schemes.scheme_reading import faults_of, read_scheme
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.risk_matrix.records import BEFORE, NOW, ROCHFORD, YEAR, an_issue, uncounted

DEFAULT = shipped_schemes()["weighted-evidence"]
SCHEME: dict[str, Any] = {
    "id": "by-nights",
    "version": 1,
    "label": "By nights",
    "standing": "Made for a test.",
    "combine": "weighted",
    "direction": "highest-first",
    "tie_breaks": [],
    "band": [{"label": "All", "at_least": 0}],
    "criterion": [
        {
            "id": "nights",
            "label": "Nights",
            "group": "evidence",
            "weight": 1,
            "source": "data",
            "rule": "nights-a-week",
            "cuts": ["< 0.5", "< 1"],
            "steps": [{"score": score, "words": f"step {score}"} for score in range(3)],
        }
    ],
}


def nights(counts: IssueCounts) -> IndicatorValue:
    records = counts.change.current or 0
    return IndicatorValue(records / 52, f"{records} nights.", records_of(counts, COUNTS))


def is_of_arson(_withholding: Withholding, counts: IssueCounts) -> bool:
    return counts.measure.id == "arson"


NIGHTS = RecordIndicator(
    id="nights-a-week",
    label="Nights a week",
    unit=" nights",
    example=ExampleValue("4 nights in a month", 0.9),
    card=CardLine("Nights", 7),
    tell=nights,
    hides=is_of_arson,
)


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(INDICATORS, NIGHTS.id, NIGHTS)


def test_a_rule_names_an_indicator_that_there_is() -> None:
    with pytest.raises(DefinitionFault, match=r"\[nights\] rule: expected one of share-of-all"):
        read_scheme(SCHEME, "A", DEFAULT.dated)


@pytest.mark.usefixtures("registered")
def test_a_new_indicator_is_read_and_worded() -> None:
    scheme = read_scheme(SCHEME, "A", DEFAULT.dated)
    assert faults_of(scheme) == ()
    criterion = scheme.criterion("nights")
    assert criterion.rule_in_words() == (
        "Nights a week: 0 if below 0.5 nights; 1 if below 1 nights; else 2."
    )
    assert wording.scored_by(criterion) == "scored by records: Nights a week"
    assert wording.example(criterion) == "With 4 nights in a month, this scores 1: step 1."
    assert [line.label for line, _ in card_lines()][-1] == "Nights"


@pytest.mark.usefixtures("registered")
def test_a_new_indicator_is_scored_for_everybody_and_withheld_from_partners(covered: Given) -> None:
    covered.records(40, BEFORE, "arson")
    covered.records(40, NOW, "arson")
    covered.records(400, NOW, "shoplifting")
    covered.records(400, BEFORE, "shoplifting")
    covered.records(3, NOW, "robbery")
    covered.seal()
    scheme = read_scheme(SCHEME, "A", DEFAULT.dated)
    issues = [an_issue("arson"), an_issue("shoplifting"), uncounted("county-lines")]
    told: dict[Role, dict[str, tuple[float | None, str, str]]] = {}
    for role in (Role.ANALYST, Role.PARTNER):
        asking = Workspace(covered.workspace.store, Person("somebody", role))
        facts = facts_of(asking, ROCHFORD, YEAR, issues)
        assert list(facts["arson"].known)[-1] == NIGHTS.id, "after those that records have had"
        evidence = prescored(facts, YEAR, issues, scheme)
        told[role] = {
            issue: (each.score, each.in_words, each.source) for (issue, _), each in evidence.items()
        }
    source = "records of police; queries/changes/monthly_counts.sql"
    analyst, partner = told[Role.ANALYST], told[Role.PARTNER]
    assert [analyst["arson"], analyst["shoplifting"]] == [
        (1, "40 nights.", source),
        (2, "400 nights.", source),
    ]
    assert "No records count this issue." in analyst["county-lines"][1]
    assert {told[role]["county-lines"][0] for role in told} == {None}
    withheld = "Withheld: it is about fewer than 5, or would give such a number back."
    # The step stays; the number does not.
    assert partner == analyst | {"arson": (1, withheld, source)}
