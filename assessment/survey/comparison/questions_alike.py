"""Why questions of two waves cannot be compared: other words, other answers, or asked twice."""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from assessment.definitions import Scale, survey_scales
from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.reading.labels import question_words

# The number of a point before its words: "5 - Very safe" is "1 - Very safe" of a scale that was
# numbered from the other end.
POINT_NUMBER = re.compile(r"^\s*\d{1,2}\s*[-–—:.)=]\s*(?=[^\W\d])")
# What a survey tool adds to the words of a question that it has already.
TOOLS_NUMBER = re.compile(r"(?<=[?.!])\s*\d{1,2}$|\.\d{1,2}$")
ASKED_TWICE = (
    "The {} wave asked this twice in the same words: nothing tells which of the two is the one "
    "that the other wave asked."
)


def against(a: SurveyQuestion, b: SurveyQuestion) -> str:
    """Say why two questions, each of one wave, cannot be compared; nothing where they can."""
    if question_words(a.wording) != question_words(b.wording):
        return f"Asked in other words: “{a.wording}” and “{b.wording}”."
    if a.kind is not b.kind:
        return f"Answered in another way: {a.kind.in_words} and {b.kind.in_words}."
    if a.scale != b.scale or (a.scale and not _are_one_scale(a, b)):
        return (
            f"Answered on another scale: {', '.join(_labels(a)) or 'none'}; and "
            f"{', '.join(_labels(b)) or 'none'}."
        )
    return ""


def asked_twice(first: Sequence[SurveyQuestion], second: Sequence[SurveyQuestion]) -> str:
    """Say that a wave asked a question twice; of each wave, all that is asked in those words."""
    waves = (("first", first), ("second", second))
    return next((ASKED_TWICE.format(which) for which, asked in waves if _are_twins(asked)), "")


def words_of(label: str) -> str:
    """Reduce an answer to its words, without the number that it has on a scale."""
    return plain(POINT_NUMBER.sub("", label))


def tool_words(wording: str) -> str:
    """Reduce a question to its words, without the number that tells it from one with the same."""
    return question_words(TOOLS_NUMBER.sub("", wording))


def _are_twins(asked: Sequence[SurveyQuestion]) -> bool:
    """Tell whether any two questions are answered alike, so that one may be taken for the other."""
    answers = [{words_of(option.label) for option in question.options} for question in asked]
    return any(
        a.kind is b.kind and (ours & theirs or not (ours or theirs))
        for (a, ours), (b, theirs) in combinations(zip(asked, answers, strict=True), 2)
    )


def _are_one_scale(a: SurveyQuestion, b: SurveyQuestion) -> bool:
    """Tell whether points have the same words, and both a middle or neither.

    A point that is in one wave only may have been offered in the other, where nobody chose it.
    """
    scale = survey_scales().get(a.scale or "")
    if scale is None or (0 in _sides(a)) != (0 in _sides(b)):
        return scale is None and _labels(a) == _labels(b)
    ours, theirs = _points(a, scale), _points(b, scale)
    return all(ours[at] == theirs[at] for at in ours.keys() & theirs.keys())


def _sides(question: SurveyQuestion) -> set[int | None]:
    return {option.side for option in question.options}


def _points(question: SurveyQuestion, scale: Scale) -> Mapping[int | str, set[str]]:
    """Return the words of each point; what the scale does not have is a point of its own."""
    points: dict[int | str, set[str]] = {}
    for label in _labels(question):
        points.setdefault(scale.by_name.get(label, label), set()).add(label)
    return points


def _labels(question: SurveyQuestion) -> tuple[str, ...]:
    """Return the points of a scale in order; what is no point does not make another scale."""
    return tuple(words_of(option.label) for option in question.options if option.side is not None)
