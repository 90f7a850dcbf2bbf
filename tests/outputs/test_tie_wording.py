"""Equal scores in words: each has a mark, and what parts them is said once, with its ranks."""

from dataclasses import replace

from assessment.outputs.priorities import priority_tables
from assessment.outputs.risk_matrix.wording import risk_wording, tie_wording
from assessment.outputs.risk_matrix.wording.tie_wording import EqualScores
from assessment.priorities.record import Record, recorded_scheme
from assessment.risk_matrix import Ranked, ranked, shipped_schemes
from tests.outputs.test_priority_wording import a_record, an_issue

SCHEME = shipped_schemes()["weighted-evidence"]
SAID = "Ranks 1 and 2= have equal scores, 60: parted by “Harm per offence”."


def level() -> tuple[Ranked, ...]:
    every = {each.id: 3 for each in SCHEME.criteria}
    # As much in all, by weights of 3, 2 and 1; harm is what the scheme's tie-breaks go by first.
    graver = every | {"harm": 4, "volume": 2, "hidden": 2}
    return ranked(SCHEME, {"a": every, "b": graver, "c": {**every}, "d": every | {"harm": 1}})


def as_record(found: tuple[Ranked, ...], *, says_which: bool) -> Record:
    issues = tuple(
        replace(
            an_issue(one.rank, is_tied=one.is_tied),
            id=one.issue,
            score=one.scored.score,
            tie_breaks=one.tie_breaks if says_which else (),
        )
        for one in found
    )
    return replace(a_record("draft"), scheme=recorded_scheme(SCHEME), issues=issues)


def test_equal_scores_with_different_ranks_say_with_whom_and_what_parts_them() -> None:
    found = level()
    assert [risk_wording.number(one.scored.score) for one in found] == ["60", "60", "60", "52.9"]
    marked = tie_wording.among(found, SCHEME)
    assert marked == dict.fromkeys("abc", EqualScores("a", SAID))
    assert tie_wording.notes(marked) == [f"(a) {SAID}"], "once, however many they are"


def test_more_than_two_ranks_are_named_by_the_first_and_the_last() -> None:
    every = {each.id: 3 for each in SCHEME.criteria}
    graver = every | {"harm": 4, "volume": 2, "hidden": 2}
    gravest = every | {"harm": 5, "volume": 1, "hidden": 1}
    marked = tie_wording.among(ranked(SCHEME, {"a": every, "b": graver, "c": gravest}), SCHEME)
    assert marked["b"].said == SAID.replace("1 and 2=", "1 to 3")


def test_a_shared_rank_needs_no_word() -> None:
    every = {each.id: 3 for each in SCHEME.criteria}
    assert tie_wording.among(ranked(SCHEME, {"a": every, "b": {**every}}), SCHEME) == {}
    assert tie_wording.among(ranked(SCHEME, {"a": {}, "b": {}}), SCHEME) == {}


def test_a_record_says_the_same_and_an_older_one_all_that_may_have_parted_them() -> None:
    found = as_record(level(), says_which=True)
    assert tie_wording.in_record(found)["c"].said == SAID
    older = tie_wording.in_record(as_record(level(), says_which=False))["c"].said
    assert older.startswith(SAID.removesuffix("."))
    assert len(older) > len(SAID)


def test_the_file_of_the_line_says_it_in_every_row() -> None:
    table = priority_tables.line(as_record(level(), says_which=True))
    at = table.header.index("Equal scores")
    assert [row[at] for row in table.rows] == [SAID, SAID, SAID, None]
