"""Which wave or question a name means; where there is none, the error names those there are."""

from collections.abc import Sequence

from assessment.definitions.spelling import close_to
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import ONE_ANSWER, SurveyQuestion
from assessment.survey.waves.wave_register import Wave, list_waves
from assessment.workspace import Workspace


@needs(Permission.READ_FIGURES)
def wave_named(workspace: Workspace, name: str) -> Wave:
    """Return a wave; raises InvalidRequest, naming those there are."""
    waves = {wave.id: wave for wave in list_waves(workspace)}
    if name not in waves:
        raise InvalidRequest(f"There is no survey wave '{name}'. {_hint(name, list(waves))}")
    return waves[name]


def question_named(questions: Sequence[SurveyQuestion], name: str) -> SurveyQuestion:
    """Return the question with a number, a slug or a concept; raises InvalidRequest."""
    by_number = {str(question.number): question for question in questions}
    question = by_number.get(name) or question_on(questions, name)
    if not question:
        slugs = [question.slug for question in questions]
        raise InvalidRequest(f"There is no question '{name}' in this wave. {_hint(name, slugs)}")
    return question


def question_on(questions: Sequence[SurveyQuestion], name: str) -> SurveyQuestion | None:
    """Return the question with a slug, or the first about a concept."""
    by_slug = next((question for question in questions if question.slug == name), None)
    return by_slug or next((q for q in questions if q.concept.value == name), None)


def grouping_on(questions: Sequence[SurveyQuestion], name: str) -> SurveyQuestion | None:
    """Return the question that tells groups of people apart: ages in groups, not in years."""
    return question_on([q for q in questions if q.kind in ONE_ANSWER], name)


def grouping_named(questions: Sequence[SurveyQuestion], name: str) -> SurveyQuestion:
    """Return a question to break answers down by; raises InvalidRequest where it cannot be."""
    question = grouping_on(questions, name) or question_named(questions, name)
    if question.kind not in ONE_ANSWER:
        raise InvalidRequest(
            f"Answers can be broken down by a question with one answer each; “{question.wording}” "
            f"is answered with {question.kind.in_words}."
        )
    return question


def _hint(name: str, known: Sequence[str]) -> str:
    if not known:
        return "None has been loaded yet."
    close = close_to(name, known)
    return f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(known)}."
