"""The risk matrix of an agreed year, opened from its record alone."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.errors import InvalidRequest
from assessment.priorities.agreement import record
from assessment.priorities.rankings_to_compare import of_today, rankings_before
from assessment.priorities.record import SCORES_VARIED
from assessment.priorities.record_json import read_document
from assessment.priorities.record_restored import as_agreed, matrix_as_it_stands, opened
from assessment.priorities.stored_documents import document
from assessment.risk_matrix import robustness, shipped_schemes
from assessment.risk_matrix.assessments import assessment
from assessment.risk_matrix.explanations import explain
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.judgements import ScoredBy, judge
from assessment.risk_matrix.matrix import TOP_N, Matrix, matrix
from assessment.risk_matrix.printed_rankings import keep_published
from assessment.risk_matrix.workshop.scorers import join, save_score
from assessment.risk_matrix.workshop.workshops import WorkshopMove, move, open_workshop
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, agreed, signed_off
from tests.priorities.test_freezing import newer
from tests.risk_matrix.given import HIDDEN, PARTNERSHIP
from tests.risk_matrix.test_printed_rankings import printed

SCHEMES = list(shipped_schemes())
# What documents of the first version did not hold.
SINCE_VERSION_1: Mapping[str, set[str]] = {
    "record": {"version", "earlier", "authorities"},
    "issue": {
        *(
            "position",
            "under_reported",
            "carried_from",
            "rank_median",
            "top_share",
            "explanation",
            "facts",
        )
    },
    "criterion": {"judgement", "opinions", "possible"},
}


@pytest.fixture
def scored(workspace: Workspace, draft: int) -> int:
    """A draft that people have scored: at the desk, and two of them together."""
    there = open_workshop(workspace, draft)
    for agency, value in (("Police", 2), ("Fire", 5)):
        who = join(workspace, there.code, agency, "officer")
        save_score(workspace, who, "robbery", PARTNERSHIP, value, f"{agency} says so.")
    move(workspace, there, WorkshopMove.REVEAL)
    judge(workspace, draft, "county-lines", HIDDEN, 5, "Nobody reports it.")
    explain(workspace, draft, "robbery", "A gang from elsewhere.")
    return draft


def without_tokens(found: Matrix) -> Matrix:
    """Leave out what tells scorers apart: the record numbers them."""
    stands = {
        cell: replace(
            each,
            spread=replace(
                each.spread, opinions=tuple(replace(o, scorer="") for o in each.spread.opinions)
            ),
        )
        if each.spread
        else each
        for cell, each in found.effective_scores.items()
    }
    return replace(
        found, effective_scores=stands, agreed_at=None, assessment=None, issues=(), facts={}
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_is_what_it_was_before_it_was_agreed(
    workspace: Workspace, scored: int, covered: Given, scheme: str
) -> None:
    """Under its own scheme and under every other, whatever is loaded afterwards."""
    before = matrix(workspace, "rochford", scheme_id=scheme)
    agreed(workspace, scored)
    newer(covered, "shoplifting", 150)
    after = matrix_as_it_stands(workspace, "rochford", scheme_id=scheme)
    assert after.agreed_at
    assert without_tokens(after) == without_tokens(before)
    assert dict(after.facts) == dict(before.facts)
    assert after.issues == before.issues
    assert matrix(workspace, "rochford", scheme_id=scheme).facts != after.facts


def test_people_and_their_reasons_are_in_it(workspace: Workspace, scored: int) -> None:
    _, found = opened(workspace, agreed(workspace, scored)) or pytest.fail("it was agreed")
    panel = found.effective_scores["robbery", "partnership"]
    assert (panel.by, panel.value) == (ScoredBy.PANEL, 3.5)
    assert panel.spread is not None
    said = {(each.agency, each.value, each.reason) for each in panel.spread.opinions}
    assert said == {("Police", 2, "Police says so."), ("Fire", 5, "Fire says so.")}
    desk = found.effective_scores["county-lines", "hidden"]
    assert desk.judgement is not None
    assert (desk.judgement.who, desk.judgement.reason) == ("Test analyst", "Nobody reports it.")
    assert found.explained["robbery"].text == "A gang from elsewhere."


def test_no_scorers_code_is_in_the_document(workspace: Workspace, scored: int) -> None:
    """With it anybody could score as they did."""
    text = document(workspace.store, agreed(workspace, scored))
    tokens = [
        each.scorer
        for stands in of_today(workspace, assessment(workspace, scored)).effective_scores.values()
        for each in (stands.spread.opinions if stands.spread else ())
    ]
    assert len(tokens) == 2
    assert not any(token in text for token in tokens)


def test_a_draft_is_of_today(workspace: Workspace, draft: int) -> None:
    assert opened(workspace, draft) is None
    assert matrix_as_it_stands(workspace, "rochford") == matrix(workspace, "rochford")


def version_1(text: str) -> str:
    """Return a document as the first version wrote it."""
    body: dict[str, Any] = _less(json.loads(text), "record")
    body["issues"] = [
        _less(each, "issue")
        | {"criteria": [_less(criterion, "criterion") for criterion in each["criteria"]]}
        for each in body["issues"]
    ]
    del body["robustness"][SCORES_VARIED]
    return json.dumps(body)


def _less(body: dict[str, Any], kind: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in SINCE_VERSION_1[kind]}


def test_a_record_of_the_first_version_opens(workspace: Workspace, scored: int) -> None:
    agreed(workspace, scored)
    held, text = assessment(workspace, scored), document(workspace.store, scored)
    now = as_agreed(held, read_document(text))
    old = read_document(version_1(text))
    assert (old.version, read_document(text).version) == (1, 3)
    found = as_agreed(held, old)
    assert found.ranked == now.ranked
    # It kept a part of the ranges, which were drawn by weights alone, and so are drawn again.
    by_weights = robustness(now.scheme, {r.issue: r.scored.given for r in now.ranked}, top_n=TOP_N)
    assert (found.ranges, found.possible) == (by_weights, None)
    assert now.possible
    assert found.evidence == {
        cell: replace(known, possible=()) for cell, known in now.evidence.items()
    }
    values = {cell: (each.value, each.by) for cell, each in found.effective_scores.items()}
    assert values == {cell: (each.value, each.by) for cell, each in now.effective_scores.items()}
    judged = found.effective_scores["county-lines", "hidden"].judgement
    assert judged is not None
    assert judged.reason == "Nobody reports it."
    with pytest.raises(InvalidRequest, match="evidence for its own scheme only"):
        as_agreed(held, old, shipped_schemes()["four-by-four"])


def test_what_it_was_set_beside_is_in_it(workspace: Workspace, draft: int) -> None:
    keep_published(workspace, printed("Robbery", "Rape"))
    found = record(workspace, agreed(workspace, draft))
    keep_published(workspace, printed("Arson"))
    (then,) = record(workspace, draft).earlier
    assert (then,) == found.earlier
    assert [each.label for each in then.places] == ["Robbery", "Rape"]


def test_months_and_every_value_are_in_it(workspace: Workspace, draft: int) -> None:
    found = record(workspace, signed_off(workspace, draft))
    robbery = next(each for each in found.issues if each.id == "robbery")
    assert robbery.facts is not None
    assert (sum(filter(None, robbery.facts.before)), sum(filter(None, robbery.facts.now))) == (
        *(30, 60),
    )
    assert set(robbery.facts.known) == set(INDICATORS)


def test_another_years_ending(workspace: Workspace, draft: int) -> None:
    signed_off(workspace, draft)
    with pytest.raises(InvalidRequest, match="No records cover"):
        matrix_as_it_stands(workspace, "rochford", ending=date(2024, 3, 1))


def test_an_agreed_last_year_is_set_beside_as_it_was(
    workspace: Workspace, draft: int, covered: Given
) -> None:
    signed_off(workspace, draft)
    newer(covered, "shoplifting", 400)
    this_year = assessment(workspace, a_draft(workspace, date(2022, 4, 1)))
    (last,) = rankings_before(workspace, this_year)
    assert (last.name, last.is_same_scheme) == ("2021/22", True)
    assert last.origin == f"assessment no. {draft}, signed off, as it was agreed"
    ranks = {place.issue: place.rank for place in last.places}
    assert ranks == {"robbery": 1, "shoplifting": 2, "county-lines": None}
