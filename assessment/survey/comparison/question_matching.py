"""Which questions and answers of two waves are the same, and why some cannot be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from assessment.survey.comparison.age_bands_compared import in_common_bands
from assessment.survey.comparison.questions_alike import (
    against,
    asked_twice,
    tool_words,
    words_of,
)
from assessment.survey.questionnaire import (
    NOT_TELLING,
    ONE_ANSWER,
    Concept,
    QuestionKind,
    SurveyQuestion,
)
from assessment.survey.reading.labels import as_key, question_words
from assessment.survey.summaries.answer_lines import Line, lines_of

SHARES = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SCALE, QuestionKind.RANKING)
COUNTED = (*SHARES, QuestionKind.NUMBER)


@dataclass(frozen=True)
class Pair:
    """A question of one wave and the same of another; `against` says why it is not comparable."""

    a: SurveyQuestion
    b: SurveyQuestion
    against: str

    @property
    def is_of_numbers(self) -> bool:
        """Whether either wave asked for a number, so that shares say nothing."""
        return QuestionKind.NUMBER in (self.a.kind, self.b.kind)

    @property
    def is_of_ages(self) -> bool:
        """Whether both ask which of some age groups people are in."""
        both = self.a, self.b
        return all(each.concept is Concept.AGE and each.kind in ONE_ANSWER for each in both)

    @property
    def items(self) -> Iterator[tuple[Line | None, Line | None]]:
        """The answers of both, side by side; None where one of them does not have it."""
        ours, theirs = lines_of(self.a), lines_of(self.b)
        if self.is_of_ages:
            ours, theirs = in_common_bands(ours, theirs)
        named = {line: other for line in ours for other in theirs if _same(line, other)}
        left = [line for line in ours if line not in named]
        others = [other for other in theirs if other not in named.values()]
        other_of = named | _about_one_thing(left, others)
        for line in ours:
            yield line, other_of.get(line)
        for other in theirs:
            if other not in other_of.values():
                yield None, other


def pairs(a: Sequence[SurveyQuestion], b: Sequence[SurveyQuestion]) -> tuple[Pair, ...]:
    """Match the questions of two waves that are answered in shares or in numbers."""
    left = [question for question in b if question.kind in COUNTED]
    ours = [question for question in a if question.kind in COUNTED]
    matched: dict[int, SurveyQuestion] = {}
    # The same words come first: two surveys may give one name to questions about two places.
    for find in (_by_words, _by_slug, partial(_by_concept, its_own=a)):
        for question in (q for q in ours if q.number not in matched):
            if other := find(question, left):
                left.remove(other)
                matched[question.number] = other
    paired = [(q, matched[q.number]) for q in ours if q.number in matched]
    return tuple(Pair(q, other, _against(q, other, (a, b))) for q, other in paired)


def unmatched(
    a: Sequence[SurveyQuestion], b: Sequence[SurveyQuestion]
) -> tuple[SurveyQuestion, ...]:
    """Return the questions of a wave that another did not ask."""
    matched = {pair.a.number for pair in pairs(a, b)}
    return tuple(
        question for question in a if question.kind in COUNTED and question.number not in matched
    )


def _against(
    a: SurveyQuestion,
    b: SurveyQuestion,
    waves: tuple[Sequence[SurveyQuestion], Sequence[SurveyQuestion]],
) -> str:
    words = tool_words(a.wording)
    ours, theirs = (
        [q for q in asked if q.kind in COUNTED and tool_words(q.wording) == words]
        for asked in waves
    )
    return against(a, b) or asked_twice(ours, theirs)


def _by_words(question: SurveyQuestion, others: Sequence[SurveyQuestion]) -> SurveyQuestion | None:
    """Return the question that has the same words, whatever its number; its own name first."""
    words = question_words(question.wording)
    alike = [other for other in others if question_words(other.wording) == words]
    named = (other for other in alike if other.slug == question.slug)
    return next(named, next(iter(alike), None))


def _by_slug(question: SurveyQuestion, others: Sequence[SurveyQuestion]) -> SurveyQuestion | None:
    """Return the question of one name: another wave's in other words, perhaps."""
    return next((other for other in others if other.slug == question.slug), None)


def _by_concept(
    question: SurveyQuestion, others: Sequence[SurveyQuestion], its_own: Sequence[SurveyQuestion]
) -> SurveyQuestion | None:
    """Return the other wave's question about the same, where neither asks two about it."""
    if question.concept in NOT_TELLING:
        return None
    rivals = [rival for rival in its_own if rival.concept is question.concept]
    about = [other for other in others if other.concept is question.concept]
    return about[0] if len(rivals) == len(about) == 1 else None


def _same(a: Line, b: Line) -> bool:
    if a.is_net or b.is_net:
        return a.is_net == b.is_net and a.side == b.side
    if as_key(a.label) == as_key(b.label):
        return True
    # Points of a scale that was numbered from the other end.
    return a.side is not None and b.side is not None and words_of(a.label) == words_of(b.label)


def _about_one_thing(ours: Sequence[Line], theirs: Sequence[Line]) -> dict[Line, Line]:
    """Match answers in other words about one concern, where neither wave has two about it."""
    about = {line: [rival for rival in ours if rival.concern == line.concern] for line in ours}
    return {
        line: matched[0]
        for line, rivals in about.items()
        if line.concern and len(rivals) == 1
        if len(matched := [other for other in theirs if other.concern == line.concern]) == 1
    }
