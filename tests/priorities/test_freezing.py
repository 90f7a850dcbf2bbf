"""Freeze, load newer data, open again: letter by letter as it was, and what moved is listed."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.definitions import methods_version
from assessment.errors import InvalidRequest
from assessment.intake.extract_writer import recount
from assessment.outputs.risk_matrix.wording.year_wording import as_of
from assessment.partnerships import add_partnership, remove_partnership
from assessment.people import Person, Role
from assessment.priorities.agreement import record, sign_off
from assessment.priorities.changes_since_agreement import moved_since
from assessment.priorities.record_json import as_document, read_document
from assessment.priorities.record_restored import matrix_as_it_stands
from assessment.priorities.stored_documents import document
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.judgements import judge
from assessment.risk_matrix.schemes.scheme_store import copy_scheme, save_scheme, scheme
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.conftest import NewStore
from tests.priorities.given import ISSUES, a_draft, agreed, counted, decided, signed_off
from tests.properties import examples
from tests.risk_matrix.given import HIDDEN, MARCH, SCHEME
from tests.risk_matrix.records import BEFORE, DISTRICTS, NOW, SUBJECTS, TWO_YEARS


def newer(given_store: Given, measure: str, records: int, when: date = NOW) -> None:
    """Load more records of the same months: late ones, as forces send them."""
    given_store.records(records, when, measure)
    given_store.seal()
    with given_store.workspace.store.writing() as writer:
        recount(writer, "police", [when])


def test_newer_data_leave_the_record_as_it_was(
    workspace: Workspace, draft: int, covered: Given
) -> None:
    signed_off(workspace, draft)
    before, seen = document(workspace.store, draft), record(workspace, draft)
    assert moved_since(workspace, draft) == ()
    newer(covered, "shoplifting", 150)
    assert document(workspace.store, draft) == before
    assert record(workspace, draft) == seen
    assert as_document(read_document(before)) == before


def test_what_moved_is_listed(workspace: Workspace, draft: int, covered: Given) -> None:
    signed_off(workspace, draft)
    newer(covered, "shoplifting", 150)
    moved = {each.issue: each for each in moved_since(workspace, draft)}
    assert set(moved) == {"robbery", "shoplifting"}, "of county lines nothing is known"
    # Shoplifting scores more; robbery only has another share, which gives the same score.
    assert moved["shoplifting"].is_scored_otherwise
    assert not moved["robbery"].is_scored_otherwise
    changed = {each.label: each for each in moved["shoplifting"].criteria}
    share = changed["Volume"]
    # 100 of 160 records before; 250 of 310 now.
    assert share.value_then == pytest.approx(100 * 100 / 160)
    assert share.value_now == pytest.approx(100 * 250 / 310)
    assert (share.score_then, share.score_now) == (5, 5)
    change = changed["Change from the year before"]
    assert change.value_then == 0
    assert change.value_now == pytest.approx(150)
    assert change.score_then is not None
    assert change.score_now is not None
    assert change.score_now > change.score_then


def test_what_is_agreed_is_what_is_signed_off(
    workspace: Workspace, draft: int, covered: Given
) -> None:
    """The authorities agree to one text, whatever is loaded before the last of them."""
    agreed(workspace, draft)
    seen = record(workspace, draft)
    newer(covered, "robbery", 40)
    sealed = sign_off(workspace, draft)
    assert sealed.issues == seen.issues
    assert sealed.data_version == seen.data_version


def test_the_record_holds_the_scheme_the_evidence_and_the_data(
    workspace: Workspace, draft: int
) -> None:
    judge(workspace, draft, "county-lines", HIDDEN, 5, "Nobody reports it.")
    found = record(workspace, signed_off(workspace, draft))
    assert (found.scheme["id"], found.scheme["version"]) == ("weighted-evidence", SCHEME.version)
    assert found.scheme["body"]["criterion"]
    assert [each[:3] for each in found.extracts] == [(1, "police", "police-1.csv")]
    assert found.data_version > 0
    drawn = {"draws": 1000, "seed": 20, "spread": 0.25, "top": 5, "scores_varied": True}
    assert found.robustness == drawn
    county_lines = next(each for each in found.issues if each.id == "county-lines")
    hidden = next(each for each in county_lines.criteria if each.criterion == "hidden")
    assert (hidden.score, hidden.by, hidden.judged_by) == (5, "desk", "Test analyst")
    assert hidden.reason == "Nobody reports it."


def test_another_version_of_the_scheme_changes_nothing(
    workspace: Workspace, covered: Given
) -> None:
    counted(covered)
    own = copy_scheme(workspace, SCHEME, "ours", "Ours")
    number = start_assessment(workspace, "rochford", MARCH, own, ISSUES).id
    before = document(workspace.store, signed_off(workspace, number))
    save_scheme(workspace, replace(own, label="Ours, otherwise"))
    assert scheme(workspace, "ours").version == 2
    assert document(workspace.store, number) == before
    assert moved_since(workspace, number) == ()


def test_a_signed_off_year_keeps_its_methods_and_verdicts(workspace: Workspace, draft: int) -> None:
    """Records from before there were versions were judged by the first."""
    signed_off(workspace, draft)
    kept = record(workspace, draft)
    assert kept.methods_version == methods_version()
    body = json.loads(document(workspace.store, draft))
    del body["methods_version"]
    with workspace.store.writing() as writer:
        writer.run("put_assessment_record", assessment=draft, document=json.dumps(body))
    old = record(workspace, draft)
    assert (old.methods_version, old.issues) == (1, kept.issues)
    restored = matrix_as_it_stands(workspace, "rochford")
    assert restored.methods_version == 1
    assert "verdicts keep version 1 of the methods" in as_of(restored)


def test_after_closing_the_store_it_opens_as_it_was(
    workspace: Workspace, draft: int, store: Store
) -> None:
    before = document(workspace.store, signed_off(workspace, draft))
    path: Path = store.path
    store.close()
    again = Store.open(path)
    try:
        assert document(again, draft) == before
    finally:
        again.close()


def test_other_districts_change_the_partnership_and_not_the_record(
    workspace: Workspace, draft: int
) -> None:
    before = document(workspace.store, signed_off(workspace, draft))
    add_partnership(workspace, "Rochford", ["Rochford", "Maldon"])
    assert document(workspace.store, draft) == before
    assert record(workspace, draft).districts == ("Rochford",)


def test_a_draft_is_of_today(workspace: Workspace, draft: int, covered: Given) -> None:
    before = record(workspace, decided(workspace, draft))
    newer(covered, "shoplifting", 150)
    assert record(workspace, draft) != before
    with pytest.raises(InvalidRequest, match="still a draft"):
        moved_since(workspace, draft)


def test_a_partnership_with_assessments_is_not_removed(workspace: Workspace, draft: int) -> None:
    with pytest.raises(InvalidRequest, match="Rochford has 1 assessment, which would be left"):
        remove_partnership(workspace, "rochford")
    a_draft(workspace)
    with pytest.raises(InvalidRequest, match="has 2 assessments"):
        remove_partnership(workspace, "rochford")


UNDER = (SCHEME.id, "composite-index", "four-by-four")
LATER = st.lists(
    st.tuples(
        st.sampled_from(["robbery", "shoplifting", "homicide", "arson"]),
        st.integers(1, 200),
        st.sampled_from([BEFORE, NOW]),
    ),
    max_size=4,
)


@settings(max_examples=examples(6))
@given(later=LATER)
def test_whatever_is_loaded_later_the_record_stays(
    new_store: NewStore,
    later: list[tuple[str, int, date]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    store = new_store(tmp_path_factory.mktemp("frozen") / "assessment.duckdb")
    try:
        workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
        filled = Given(workspace)
        districts = [("district", name) for name in DISTRICTS]
        filled.extract(covers=districts, subjects=SUBJECTS, when=TWO_YEARS)
        add_partnership(workspace, "Rochford", ["Rochford"])
        counted(filled)
        number = signed_off(workspace, a_draft(workspace))
        before, seen = document(workspace.store, number), record(workspace, number)
        matrices = [matrix_as_it_stands(workspace, "rochford", scheme_id=s) for s in UNDER]
        for measure, records, when in later:
            newer(filled, measure, records, when)
        assert document(workspace.store, number) == before
        assert record(workspace, number) == seen
        # The page Risk matrix and `score` show nothing else.
        again = [matrix_as_it_stands(workspace, "rochford", scheme_id=s) for s in UNDER]
        assert again == matrices
        # What is listed as moved is exactly what a fresh look finds to be another.
        today = {each.id: each for each in record(workspace, a_draft(workspace)).issues}
        values = {
            each.id
            for each in seen.issues
            if [c.value for c in each.criteria] != [c.value for c in today[each.id].criteria]
            or (each.rank, each.score) != (today[each.id].rank, today[each.id].score)
        }
        assert {each.issue for each in moved_since(workspace, number)} == values
    finally:
        store.close()
