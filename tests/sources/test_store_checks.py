"""Each check finds what it is for, says it in words, and counting anew mends what it may."""

from datetime import date

import pytest

from assessment.sources.store_checks import (
    CHECKS,
    COUNT_ANEW,
    CheckResult,
    count_anew,
    run_checks,
)
from tests.changes.given import Given
from tests.stored import CHECKS as EVERY_CHECK

JANUARY = date(2024, 1, 1)


def filled(given: Given) -> None:
    given.extract(when=[JANUARY])
    given.records(5, JANUARY)
    given.seal()


def wrong(given: Given) -> dict[str, CheckResult]:
    return {result.check.query: result for result in run_checks(given.workspace).wrong}


def test_every_check_there_is_is_run() -> None:
    assert {check.query for check in CHECKS} == {*EVERY_CHECK}


def test_a_sound_store(given_store: Given) -> None:
    filled(given_store)
    assert wrong(given_store) == {}


def test_counts_that_disagree_are_named_and_counted_anew(given_store: Given) -> None:
    filled(given_store)
    given_store.run("UPDATE monthly_count SET n = n + 1")
    assert set(wrong(given_store)) == {"counts_disagree", "district_counts_disagree"}
    result = wrong(given_store)["counts_disagree"]
    assert result.finding == "2 cases: police in January 2024."
    assert result.check.what_to_do == COUNT_ANEW
    assert count_anew(given_store.workspace) == 1
    assert wrong(given_store) == {}


def test_counts_of_which_no_record_is_left_are_counted_anew_too(given_store: Given) -> None:
    filled(given_store)
    given_store.run("UPDATE incident SET last_extract = 1")
    assert "counts_disagree" in wrong(given_store)
    count_anew(given_store.workspace)
    assert wrong(given_store) == {}


@pytest.mark.parametrize(
    ("broken", "check", "about"),
    [
        (
            "UPDATE incident SET reference = 'A1'",
            "references_current_twice",
            "reference A1 of police",
        ),
        ("UPDATE extract SET rows_read = 9", "extracts_out_of_balance", "extract 1"),
        (
            "UPDATE extract SET status = 'undone'",
            "extracts_not_quite_undone",
            "5 records of extract 1",
        ),
        (
            "INSERT INTO survey_answer (wave, question, respondent, option) VALUES ('w', 1, 1, 1)",
            "survey_answers_without_option",
            "wave w",
        ),
    ],
)
def test_each_fault_is_found_and_is_to_be_told(
    given_store: Given, broken: str, check: str, about: str
) -> None:
    filled(given_store)
    given_store.run(broken)
    result = wrong(given_store)[check]
    assert about in result.finding
    assert not result.check.can_be_mended
    assert "tell whoever looks after the dashboard" in result.check.what_to_do
