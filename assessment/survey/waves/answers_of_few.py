"""Answers that very few gave and that no questionnaire is known to offer: told as "Other"."""

from dataclasses import replace

from assessment.store import Store
from assessment.survey.questionnaire import OWN_WORDS, Concept, SurveyQuestion
from assessment.survey.reading.questions.question_kind import are_numbers, is_known_list

# A ward, or an age, is what it is, however few are of it: how many is withheld.
NAMED_ANYHOW = (Concept.WARD, Concept.AGE)


def without_words_of_few(
    store: Store, wave: str, questions: tuple[SurveyQuestion, ...], fewest: int
) -> tuple[SurveyQuestion, ...]:
    """Return questions without the words of answers that fewer than so many people gave.

    What one person typed among the options can say who they are. What surveys offer everywhere,
    and what many chose elsewhere in the survey, keeps its name.
    """
    if fewest <= 1:
        return questions
    few: dict[int, set[int]] = {}
    for question, option in store.rows("options_of_few", wave=wave, fewest=fewest):
        few.setdefault(question, set()).add(option)
    told = tuple(_without(question, few.get(question.number, set())) for question in questions)
    hidden = _labels(questions) - _labels(told)
    return tuple(_asked_of_anybody(question, hidden) for question in told)


def _without(question: SurveyQuestion, few: set[int]) -> SurveyQuestion:
    if question.concept in NAMED_ANYHOW:
        return question
    options = tuple(
        replace(option, label=OWN_WORDS, concern=None, is_of_few=True)
        if option.number in few and option.side is None and not _is_offered(option.label)
        else option
        for option in question.options
    )
    return replace(question, options=options)


def _is_offered(label: str) -> bool:
    return is_known_list([label]) or are_numbers([label])


def _labels(questions: tuple[SurveyQuestion, ...]) -> set[str]:
    return {option.label for question in questions for option in question.options}


def _asked_of_anybody(question: SurveyQuestion, hidden: set[str]) -> SurveyQuestion:
    """Leave out who was asked, where that is who gave an answer of few."""
    if any(label in question.asked_of for label in hidden):
        return replace(question, asked=None, asked_of="")
    return question
