"""Percentages that are typed in: every row counts or is told, and no answer is left out."""

import pytest

from assessment.errors import UploadRefused
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.printed_results import SummarisedQuestion, questions_of
from assessment.survey.reading.typed_results import TypedRow, questions_typed
from assessment.survey.summaries.answer_lines import lines_of

SAFE = "How safe do you feel?"


def rows(*typed: tuple[str, float | None, float | None]) -> list[TypedRow]:
    return [TypedRow(SAFE, *each) for each in typed]


def test_what_is_said_once_of_a_question_counts_for_all_its_answers() -> None:
    typed = rows(("Safe", 60, None), ("Unsafe", 30, 107), ("Neither", 10, None))
    typed += [TypedRow(), TypedRow(kind=QuestionKind.SINGLE, question=SAFE.upper(), answer="Never",
                                   percent=0, concept=Concept.SAFE_AFTER_DARK)]  # fmt: skip
    (one,) = questions_typed(typed)
    assert (one.wording, one.base) == (SAFE, 107)
    assert one.percents == {"Safe": 60, "Unsafe": 30, "Neither": 10, "Never": 0}
    assert (one.kind, one.concept) == (QuestionKind.SINGLE, Concept.SAFE_AFTER_DARK)


@pytest.mark.parametrize(
    ("percents", "nets", "why"),
    [
        ({"Very safe": 12, "Fairly safe": 41, "Fairly unsafe": 30, "Very unsafe": 13}, 2, "sides"),
        ({"Very safe": 12, "Very unsafe": 13}, 0, "fairly safe is no 0%: three quarters lack"),
        ({"Very safe": 60, "Fairly safe": 30, "Very unsafe": 11}, 2, "all, but for rounding"),
    ],
)
def test_only_a_side_that_is_whole_has_a_net(
    percents: dict[str, float], nets: int, why: str
) -> None:
    (asked,) = questions_of([SummarisedQuestion(SAFE, QuestionKind.SCALE, 1043, percents)])
    assert len([line for line in lines_of(asked) if line.is_net]) == nets, why


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            rows(("Safe", 60, 100), ("Unsafe", 40, 1000)),
            f"Question '{SAFE}' has one base, but its rows give 100 for 'Safe' (row 1) and 1,000 "
            "for 'Unsafe' (row 2). Correct it",
        ),
        (
            rows(("Safe", 60, 100), ("Unsafe", 20, None), ("safe", 20, None)),
            "the answer 'Safe' is there 2 times, in row 1 and row 3. Leave one",
        ),
        (
            rows(("Safe", None, 100), ("Unsafe", 20, None)),
            f"Row 1 (question '{SAFE}', answer 'Safe'): the percentage is empty",
        ),
        (rows(("Safe", 60, None)), f"Question '{SAFE}': no row has its base"),
        (rows(("Safe", 60, 10.5)), "the base is 10.5; expected a whole number"),
        (rows(("", 60, 10)), f"Row 1 (question '{SAFE}'): the answer is empty"),
        ([TypedRow(answer="Safe", percent=6)], "Row 1 (answer 'Safe'): the question is empty"),
        (
            [TypedRow(SAFE, "Safe", 60, 9, QuestionKind.SINGLE),
             TypedRow(SAFE, "Unsafe", 40, None, QuestionKind.MULTIPLE)],
            "one way of answering, but its rows give one answer for 'Safe' (row 1) and several",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_as_it_was_typed_is_told(typed: list[TypedRow], told: str) -> None:
    with pytest.raises(UploadRefused) as refused:
        questions_typed(typed, "panel-2023")
    assert told in "\n".join(refused.value.faults)


def test_every_fault_is_told_at_once() -> None:
    typed = rows(("Safe", None, 100), ("Unsafe", 40, 1000), ("Unsafe", 20, None))
    with pytest.raises(UploadRefused) as refused:
        questions_typed(typed)
    assert len(refused.value.faults) == 3
