"""Priorities in words."""

import pytest

from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.risk_matrix.wording import year_wording
from assessment.priorities.authorities import Agreement
from assessment.priorities.changes_since_agreement import MovedCriterion
from assessment.priorities.record import Record, RecordedIssue


def an_issue(
    rank: int | None, *, is_tied: bool = False, share: float | None = None
) -> RecordedIssue:
    return RecordedIssue(
        id="arson",
        label="Arson",
        measures=(),
        rank=rank,
        is_tied=is_tied,
        score=None if rank is None else 48.25,
        band=None if rank is None else "Medium",
        confidence="low",
        rank_low=rank,
        rank_high=rank,
        above_share=share,
        is_above=False,
        is_chosen=False,
        reason="",
        residents="",
        criteria=(),
    )


PLACES = [
    (an_issue(3), "3", "rank 3, 48.3, Medium", "a rank of its own"),
    (an_issue(12, is_tied=True), "12=", "rank 12=, 48.3, Medium", "a rank that is shared"),
    (an_issue(None), "–", "no score: too little is known", "missing is not last"),
]


@pytest.mark.parametrize(("issue", "rank", "place", "why"), PLACES)
def test_places(issue: RecordedIssue, rank: str, place: str, why: str) -> None:
    assert (wording.rank(issue), wording.place(issue)) == (rank, place), why


SHARES = [
    (1.0, "always", "in every draw"),
    (0.999, "99%", "not quite always"),
    (0.0, "never", "in none"),
    (None, "–", "without a score"),
]


@pytest.mark.parametrize(("share", "said", "why"), SHARES)
def test_how_firm(share: float | None, said: str, why: str) -> None:
    assert wording.above(an_issue(None if share is None else 1, share=share)) == said, why


def a_record(status: str, *agreed: str) -> Record:
    return Record(
        assessment=1,
        partnership="rochford",
        partnership_name="Rochford",
        districts=("Rochford",),
        ending="2022-03",
        period="1 April 2021 to 31 March 2022",
        synthetic=False,
        status=status,
        scheme={},
        data_version=1,
        extracts=(),
        robustness={},
        cut=5,
        quorum=2,
        issues=(),
        priorities=(),
        year_before="",
        turns=(),
        agreements=tuple(Agreement(each, each, "officer", "2022-05-16", "A") for each in agreed),
        agreed_at="2022-05-16T10:00:00",
        agreed_by="B. Manager",
        signed_off_at="2022-06-01T09:30:00",
        signed_off_by="B. Manager",
    )


STAGES = [
    (a_record("draft"), "Draft: everything can still be changed."),
    (a_record("agreed", "police"), "It can be signed off once the quorum has agreed."),
    (a_record("agreed"), "as it was on 16/05/2022 for the responsible authorities to agree to"),
    (a_record("agreed"), "(recorded on this computer by B. Manager)"),
    (a_record("agreed", "police", "council"), "The quorum has agreed: it can be signed off."),
    (
        a_record("signed off", "police"),
        "Signed off on 01/06/2022 (recorded on this computer by B. Manager).",
    ),
]


@pytest.mark.parametrize(("found", "said"), STAGES)
def test_how_far_it_has_come(found: Record, said: str) -> None:
    assert said in wording.standing(found)


QUORUMS = [
    ((), "None of the 5 responsible authorities have agreed; the quorum is 2.", "nobody yet"),
    (("police",), "1 of the 5 responsible authorities has agreed; the quorum is 2.", "one"),
    (
        ("probation", "probation", "police"),
        "2 of the 5 responsible authorities have agreed; the quorum is 2.",
        "two bodies of one authority are one",
    ),
]


@pytest.mark.parametrize(("agreed", "said", "why"), QUORUMS)
def test_how_many_have_agreed(agreed: tuple[str, ...], said: str, why: str) -> None:
    assert wording.quorum(a_record("agreed", *agreed)) == said, why


MOVES = [
    (3.0, 4.0, "3 → 4", "another score"),
    (3.0, 3.0, "3, as before", "another value, the same score"),
    (3.0, None, "3 → not known", "the data are gone"),
]


@pytest.mark.parametrize(("then", "now", "said", "why"), MOVES)
def test_scores_that_moved(then: float, now: float | None, said: str, why: str) -> None:
    moved = MovedCriterion("Volume", 1.0, 2.0, "", "", then, now)
    assert wording.scores(moved) == said, why


def test_years_and_days() -> None:
    assert wording.year("2021-03") == "the year to March 2021"
    assert year_wording.day("2022-05-16T10:00:00") == "16/05/2022"
