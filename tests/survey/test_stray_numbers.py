"""Numbers among answers that may stand for "don't know": asked about, never averaged in."""

import pytest

from assessment.survey.reading.questions.question_kind import stray_numbers

TIMES = "How many times were you a victim in the last year?"
USUAL = {"0": 90, "1": 30, "2": 20}


@pytest.mark.parametrize(
    ("wording", "counts", "stray"),
    [
        *((TIMES, {**USUAL, code: 1}, [code]) for code in ("66", "77", "95", "96", "97", "99")),
        *((TIMES, {**USUAL, code: 1}, [code]) for code in ("-1", "-2", "-97")),
        (TIMES, {**USUAL, "98": 2, "99": 3}, ["98", "99"]),
        (TIMES, {**USUAL, "100": 10}, ["100"]),
        (TIMES, {**USUAL, "100": 1}, []),  # somebody may have been
        (TIMES, {**USUAL, "5": 10, "12": 3}, []),
        ("How old are you?", {str(age): 2 for age in range(16, 98)}, []),
        ("How much would you pay?", {"1": 9, "5": 9, "10": 9, "50": 5}, []),
        ("Rate it from 1 to 5", {"1": 9, "5": 9, "7": 1}, ["7"]),
    ],
)
def test_what_may_stand_for_no_answer(
    wording: str, counts: dict[str, int], stray: list[str]
) -> None:
    assert stray_numbers(wording, counts) == stray
