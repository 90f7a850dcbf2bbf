"""What a question's answers are counted by: its options, numbers given, and the nets of a scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.definitions import survey_scales
from assessment.periods import joined
from assessment.survey.questionnaire import OptionRole, QuestionKind, SurveyQuestion
from assessment.survey.summaries.tallies import NUMBER

GOOD, BAD = 1, -1
A_NUMBER = "a number"


@dataclass(frozen=True)
class Line:
    """One thing counted: an option, or several exclusive ones as the net of a side."""

    label: str
    options: tuple[int, ...]
    number: int | None = None
    role: OptionRole = OptionRole.ANSWER
    side: int | None = None
    concern: str | None = None
    is_net: bool = False
    is_of_few: bool = False


def lines_of(question: SurveyQuestion) -> tuple[Line, ...]:
    """Return the lines of a question in the order of the questionnaire, nets last.

    Free text and dates are not counted.
    """
    return (*_numbers(question), *_options(question), *_nets(question))


def has_nets(question: SurveyQuestion) -> bool:
    """Tell whether answers have a good and a bad side."""
    return any(option.side for option in question.options)


def _numbers(question: SurveyQuestion) -> Iterator[Line]:
    if question.kind is QuestionKind.NUMBER:
        yield Line(A_NUMBER, (NUMBER,))


def _options(question: SurveyQuestion) -> Iterator[Line]:
    few = [option for option in question.options if option.is_of_few]
    other = few[0].label if few else None
    for option in question.options:
        if option.label != other:
            yield Line(
                option.label,
                (option.number,),
                option.number,
                option.role,
                option.side,
                option.concern,
            )
    if other:
        together = tuple(option.number for option in question.options if option.label == other)
        yield Line(other, together, together[0], is_of_few=True)


def _nets(question: SurveyQuestion) -> Iterator[Line]:
    if not has_nets(question):
        return
    scale = survey_scales().get(question.scale or "")
    for side in (GOOD, BAD):
        options = [option for option in question.options if option.side == side]
        labels = joined([option.label for option in options], "or") or "none"
        yield Line(
            scale.nets.get(side, labels) if scale else labels,
            tuple(option.number for option in options),
            side=side,
            is_net=True,
        )
