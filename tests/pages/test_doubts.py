"""What can be answered with one click about a column in doubt, and what each click decides."""

import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from pages.load_survey.doubt_answers import answers_to, may_be_silent


def doubt(kind: DoubtKind, said: tuple[str, ...] = (), likely: Decision | None = None) -> Doubt:
    return Doubt("Column", kind, "What is it?", True, said, likely)


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        # Misspelt: taken for the label it looks like, or kept apart.
        (
            doubt(DoubtKind.MISSPELT, ("very safw",), Decision(merges={"very safw": "Very safe"})),
            {
                "Read it as “Very safe”": Decision(merges={"very safw": "Very safe"}),
                "It is an answer of its own": Decision(merges={"very safw": "very safw"}),
            },
        ),
        # 9 among ratings from 1 to 5 must not be averaged in unseen.
        (
            doubt(DoubtKind.CODES, ("9",), Decision(codes={"9": "Don't know"})),
            {
                "It means “Don't know”": Decision(codes={"9": "Don't know"}),
                "It is a number": Decision(merges={"9": "9"}),
            },
        ),
        # As a column of numbers asks it: to press "number" must not make it a don't know.
        (
            doubt(
                DoubtKind.CODES,
                ("99",),
                Decision(kind=QuestionKind.NUMBER, codes={"99": "Don't know"}),
            ),
            {
                "It means “Don't know”": Decision(
                    kind=QuestionKind.NUMBER, codes={"99": "Don't know"}
                ),
                "It is a number": Decision(merges={"99": "99"}),
            },
        ),
        # A list that names no question is shown whole, each code with what it stands for.
        (
            doubt(DoubtKind.CODES, ("1", "2"), Decision(codes={"1": "Safe", "2": "Unsafe"})),
            {
                "Use the list: 1 = Safe, 2 = Unsafe": Decision(codes={"1": "Safe", "2": "Unsafe"}),
                "They are numbers": Decision(merges={"1": "1", "2": "2"}),
            },
        ),
        (
            doubt(DoubtKind.SEPARATOR, ("A;B",), Decision(kind=QuestionKind.MULTIPLE)),
            {
                "They are several answers": Decision(kind=QuestionKind.MULTIPLE),
                "Each is an answer of its own": Decision(merges={"A;B": "A;B"}),
            },
        ),
        # Codes without a list: numbers, unless they are given labels in the table below.
        (
            doubt(DoubtKind.CODES, ("1", "2"), Decision(kind=QuestionKind.NUMBER)),
            {"They are numbers": Decision(kind=QuestionKind.NUMBER)},
        ),
        (
            doubt(DoubtKind.UNKNOWN_LABEL, ("about ten",), Decision(kind=QuestionKind.TEXT)),
            {"It is free text": Decision(kind=QuestionKind.TEXT)},
        ),
        # Left alone it is another question: there is nothing to press for that.
        (
            doubt(DoubtKind.REWORDED, ("Old wording",), Decision(same_as="safe-by-day")),
            {"It is the same question": Decision(same_as="safe-by-day")},
        ),
        (
            doubt(DoubtKind.SEPARATOR, ("Food; drink",), Decision(options=("Food; drink",))),
            {"It is one option": Decision(options=("Food; drink",))},
        ),
        (
            doubt(DoubtKind.ALIKE),
            {
                "Leave the repeats out": Decision(keep_alike=False),
                "Keep them: they are other people": Decision(keep_alike=True),
            },
        ),
        (
            doubt(DoubtKind.NAMESAKES, (), Decision(keep_latest=True)),
            {"Keep the latest of each": Decision(keep_latest=True)},
        ),
        # Two questions of one text: this one is in its place, or has changed places.
        (
            doubt(DoubtKind.SAME_TEXT, ("agree-2",), Decision(is_same=True)),
            {
                "It is the same, in the same order": Decision(is_same=True),
                "It is the other one": Decision(same_as="agree-2", is_same=True),
            },
        ),
        (
            doubt(DoubtKind.ELSEWHERE, ("Dartford Town",)),
            {
                "Leave them out": Decision(elsewhere=("Dartford Town",)),
                "They count": Decision(residents=("Dartford Town",)),
            },
        ),
        (
            doubt(DoubtKind.NOT_ASKED, ("-9",), Decision(not_asked=("-9",))),
            {
                "It was not asked": Decision(not_asked=("-9",)),
                "It was left blank": Decision(blanks=("-9",)),
                "It is an answer": Decision(merges={"-9": "-9"}),
            },
        ),
        (
            doubt(DoubtKind.ONE_ANSWER, ("Burglary",)),
            {
                "It is a question of its own": Decision(kind=QuestionKind.SINGLE),
                "Leave it out": Decision(leave_out=True),
            },
        ),
        # Nothing is likely: it is chosen from a list.
        (doubt(DoubtKind.UNKNOWN_LABEL, ("maybe",)), {}),
    ],
    ids=lambda value: str(value.kind) if isinstance(value, Doubt) else "",
)
def test_each_doubt_has_its_answers(asked: Doubt, answers: dict[str, Decision]) -> None:
    assert dict(answers_to(asked)) == answers


def test_a_number_that_is_no_rating_may_be_no_answer() -> None:
    stray = Decision(kind=QuestionKind.NUMBER, codes={"99": "Don't know"})
    assert may_be_silent(doubt(DoubtKind.CODES, ("99",), stray))
    assert not may_be_silent(doubt(DoubtKind.CODES, ("1", "2"), Decision(codes={"1": "Safe"})))
