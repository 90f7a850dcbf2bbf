"""Which known survey an export is a wave of, by its questions; and whose residents it asks."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from assessment.definitions.spelling import plain
from assessment.partnerships import Partnership
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import ABOUT_PEOPLE, QuestionKind
from assessment.survey.reading import earlier_decisions
from assessment.survey.reading.earlier_decisions import Decisions
from assessment.survey.reading.export.column_uses import use_by_name
from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.labels import question_words
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.question_kind import concept_of
from assessment.survey.reading.renumbered_questions import groups_in, headers_in
from assessment.survey.waves.export_check import opened
from assessment.survey.waves.survey_names import Survey, surveys
from assessment.workspace import Workspace

# An export is a survey's where half of what each of them asks is asked by the other.
ALIKE = 0.5
EVERYWHERE = ABOUT_PEOPLE


@needs(Permission.LOAD_EXTRACTS)
def survey_of(workspace: Workspace, path: Path, name: str | None = None) -> str | None:
    """Return the id of the survey of the user's own that an export is a wave of, if of any."""
    own = [survey for survey in surveys(workspace) if not survey.synthetic]
    if not own:
        return None
    with opened(workspace, path, name) as export:
        columns = export.columns
    likeness = {
        survey.id: _likeness(columns, earlier_decisions.remembered(workspace.store, survey.id))
        for survey in own
    }
    best = max(likeness, key=lambda survey: likeness[survey])
    return best if likeness[best] >= ALIKE else None


def usual_partnership(texts: Iterable[str], among: Sequence[Partnership]) -> str | None:
    """Return the id of the partnership that a survey names, else of the only one there is.

    The user's own come before the examples, and a partnership's name before that of a district,
    which may be in several: then none is the likely one.
    """
    words = f" {' '.join(map(plain, texts))} "
    own = [partnership for partnership in among if not partnership.synthetic]
    for candidates in (own, [partnership for partnership in among if partnership.synthetic]):
        if called := [
            partnership for partnership in candidates if _is_in(words, (partnership.name,))
        ]:
            return max(called, key=lambda partnership: len(partnership.name)).id
        if holding := [
            partnership.id for partnership in candidates if _is_in(words, partnership.districts)
        ]:
            return holding[0] if len(holding) == 1 else None
    return own[0].id if len(own) == 1 else None


def _is_in(words: str, names: Iterable[str]) -> bool:
    return any(f" {plain(name)} " in words for name in names)


def survey_named(text: str, among: Sequence[Survey]) -> Survey | None:
    """Return the survey that is called so, or has the id that would be made of it."""
    by_name = next((survey for survey in among if survey.name == text), None)
    return by_name or next((survey for survey in among if survey.id == as_id(text)), None)


def as_id(text: str) -> str:
    """Make an id of a name that somebody typed."""
    return plain(text).replace(" ", "-")


def _likeness(columns: Sequence[ExportColumn], remembered: Decisions) -> float:
    """Return the share of what either asks that both ask: of whichever asks more that is new."""
    known = {question_words(h) for h, decision in remembered.items() if decision.same_as}
    known -= {
        question_words(h) for h, decision in remembered.items() if decision.concept in EVERYWHERE
    }
    questions = [_names(group) for group in groups_in(columns) if _is_telling(group)]
    again = known & {question_words(header) for header in headers_in(columns)}
    if not known or not questions:
        return 0.0
    return min(
        len(again) / len(known), sum(bool(names & known) for names in questions) / len(questions)
    )


def _is_telling(group: ColumnGroup) -> bool:
    """Tell whether a column asks something that not every survey asks."""
    is_question = bool(group.header) and use_by_name(group.header) is None
    return is_question and concept_of(group.wording, QuestionKind.SINGLE) not in EVERYWHERE


def _names(group: ColumnGroup) -> set[str]:
    return {question_words(name) for name in (group.header, *group.alone)}
