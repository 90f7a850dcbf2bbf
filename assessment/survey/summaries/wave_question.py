"""Which wave and which question are meant; what there is not is told with what there is."""

from collections.abc import Sequence
from typing import Any

from assessment.definitions.spelling import close_to
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs, sees
from assessment.survey.questionnaire import Mode, Question
from assessment.survey.summaries.breakdown import ONE_ANSWER
from assessment.survey.summaries.survey_answer import Wave
from assessment.workspace import Workspace


@needs(Permission.READ_FIGURES)
def waves_held(workspace: Workspace) -> tuple[Wave, ...]:
    """Return every wave, the latest first."""
    every = map(_wave, workspace.store.rows("survey_waves"))
    return tuple(wave for wave in every if sees(workspace, wave.partnership))


def _wave(row: tuple[Any, ...]) -> Wave:
    wave, survey, name, mode, respondents, first_day, last_day, synthetic, summarised = row[:9]
    return Wave(
        id=wave,
        survey=survey,
        survey_name=name,
        mode=Mode(mode),
        first_day=first_day,
        last_day=last_day,
        respondents=respondents,
        summarised=summarised,
        synthetic=synthetic,
        partnership=row[9],
    )


@needs(Permission.READ_FIGURES)
def wave_asked(workspace: Workspace, wave: str) -> Wave:
    """Return a wave; raises InvalidRequest, naming those there are."""
    held = {each.id: each for each in waves_held(workspace)}
    if wave not in held:
        raise InvalidRequest(f"There is no survey wave '{wave}'. {_hint(wave, list(held))}")
    return held[wave]


def question_asked(questions: Sequence[Question], text: str) -> Question:
    """Return the question that a slug, a number or a concept names; raises InvalidRequest."""
    numbered = {str(each.number): each for each in questions}
    found = numbered.get(text) or question_on(questions, text)
    if not found:
        slugs = [each.slug for each in questions]
        raise InvalidRequest(f"There is no question '{text}' in this wave. {_hint(text, slugs)}")
    return found


def question_on(questions: Sequence[Question], text: str) -> Question | None:
    """Return the question with a slug, or the first about a concept."""
    by_slug = next((each for each in questions if each.slug == text), None)
    return by_slug or next((each for each in questions if each.concept.value == text), None)


def group_on(questions: Sequence[Question], text: str) -> Question | None:
    """Return the question that tells groups of people apart: ages in groups, not in years."""
    return question_on([each for each in questions if each.kind in ONE_ANSWER], text)


def group_asked(questions: Sequence[Question], text: str) -> Question:
    """Return a question to break answers down by; raises InvalidRequest where it cannot be."""
    found = group_on(questions, text) or question_asked(questions, text)
    if found.kind not in ONE_ANSWER:
        raise InvalidRequest(
            f"Answers can be broken down by a question with one answer each; “{found.wording}” "
            f"is answered with {found.kind.in_words}."
        )
    return found


def _hint(text: str, there: Sequence[str]) -> str:
    if not there:
        return "None has been loaded yet."
    close = close_to(text, there)
    return f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(there)}."
