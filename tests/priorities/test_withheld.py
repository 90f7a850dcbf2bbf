"""What partners see of an agreed year: places, bands and steps, and no number behind them."""

import re
from dataclasses import replace

import pytest

from assessment.errors import NotPermitted
from assessment.people import Audience, Person, Role
from assessment.priorities.agreement import record
from assessment.priorities.changes_since_agreement import moved_since
from assessment.priorities.record_restored import matrix_as_it_stands, opened
from assessment.priorities.stored_documents import document, record_file
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.matrix import Matrix
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import ISSUES, agreed, counted
from tests.priorities.test_freezing import newer
from tests.priorities.test_frozen import SCHEMES, scored
from tests.risk_matrix.given import MARCH

__all__ = ["scored"]


def number_free(found: Matrix) -> bool:
    """Tell whether nothing that was counted is told: of this store, all is 30 or more."""
    told = [each.in_words for each in found.evidence.values()]
    told += [each.words for fact in found.facts.values() for each in fact.known.values()]
    return not any(re.search(r"\b(30|60|100|160)\b", words) for words in told)


def unseen(found: Matrix) -> bool:
    """Tell whether there are no months, no small areas and no values."""
    facts = found.facts.values()
    values = {each.value for each in found.evidence.values()}
    return values == {None} and not any(each.now or each.before or each.busiest for each in facts)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_partners_see_an_agreed_year_without_its_numbers(
    workspace: Workspace, scored: int, scheme: str
) -> None:
    """The record was made by somebody who may see them: what it holds is not for everybody."""
    agreed(workspace, scored)
    full = matrix_as_it_stands(workspace, "rochford", scheme_id=scheme)
    assert not number_free(full)
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    seen = matrix_as_it_stands(partner, "rochford", scheme_id=scheme)
    assert number_free(seen)
    assert unseen(seen)
    if full.scheme.is_stepped:
        assert [(one.issue, one.rank, one.scored.score) for one in seen.ranked] == [
            (one.issue, one.rank, one.scored.score) for one in full.ranked
        ]
    else:
        assert {one.scored.score for one in seen.ranked} == {None}


def test_a_record_without_scales_keeps_its_ranks_for_partners(
    workspace: Workspace, covered: Given
) -> None:
    """Its scores are what was counted; its ranks are told to everybody."""
    counted(covered)
    harm = shipped_schemes()["harm-only"]
    number = start_assessment(workspace, "rochford", MARCH, harm, ISSUES).id
    _, full = opened(workspace, agreed(workspace, number)) or pytest.fail("it was agreed")
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    _, seen = opened(partner, number) or pytest.fail("it was agreed")
    assert [one.rank for one in seen.ranked] == [one.rank for one in full.ranked]
    assert {one.scored.score for one in seen.ranked} == {None}
    assert number_free(seen)
    kept = record(partner, number)
    assert all(each.score is None for issue in kept.issues for each in issue.criteria)


def test_neither_the_document_nor_what_moved_is_for_partners(
    workspace: Workspace, scored: int
) -> None:
    number = agreed(workspace, scored)
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    for ask in (record_file, moved_since):
        with pytest.raises(NotPermitted):
            ask(partner, number)
    assert record_file(workspace, number) == document(workspace.store, number)


@pytest.mark.parametrize("scheme", ["weighted-evidence", "harm-only"])
@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PUBLIC])
def test_what_moved_is_withheld_for_others(
    workspace: Workspace, covered: Given, scheme: str, audience: Audience
) -> None:
    """It set the record letter by letter, "60 of 160 records", beside the numbers of today."""
    counted(covered)
    number = start_assessment(workspace, "rochford", MARCH, shipped_schemes()[scheme], ISSUES).id
    agreed(workspace, number)
    newer(covered, "shoplifting", 150)
    full = moved_since(workspace, number)
    assert any(each.value_then != each.value_now for one in full for each in one.criteria)
    shown = moved_since(replace(workspace, audience=audience), number)
    assert {one.issue for one in shown} <= {one.issue for one in full}
    for one in shown:
        for each in one.criteria:
            assert (each.value_then, each.value_now) == (None, None)
            assert not re.search(r"\d+ of \d+", f"{each.words_then} {each.words_now}")
    if shipped_schemes()[scheme].is_stepped:
        # Steps are the same for everybody.
        ranks = {(one.issue, one.rank_then, one.rank_now, one.score_now) for one in shown}
        assert ranks == {
            (one.issue, one.rank_then, one.rank_now, one.score_now)
            for one in full
            if one.is_scored_otherwise
        }
    else:
        assert {(one.score_then, one.score_now) for one in shown} <= {(None, None)}
