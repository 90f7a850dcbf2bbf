"""The slides of a question, gathered from what the other pages show of it."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.changes import By, Change, Question, YearOnYear
from assessment.outputs.charts import Ink
from assessment.outputs.slides import change_slides, decision_slides
from assessment.outputs.slides.slide import Slide
from assessment.outputs.slides.survey_slides import survey_slides
from assessment.partnerships import partnerships
from assessment.perception.surveyed_place import is_of
from assessment.priorities.agreement import record
from assessment.priorities.record_restored import opened
from assessment.risk_matrix.matrix import latest_assessment, matrix_from
from assessment.workspace import Workspace
from pages.components.caches import cache, cached_evidence, cached_surveys


def gathered(hall: Workspace, question: Question, ink: Ink) -> list[Slide]:
    """Return what a hall is told of a question: changes, residents, the matrix, priorities."""
    return [
        *_changes(hall, cache.answer(hall, question)),
        *_residents(hall, question),
        *_decisions(hall, question, ink),
    ]


def _changes(hall: Workspace, answer: YearOnYear) -> Iterator[Slide]:
    if nothing := change_slides.nothing_slide(answer):
        yield nothing
        return
    if whole := change_slides.leading(answer):
        yield replace(_change(hall, answer, whole), caveats=change_slides.of_all(answer, whole))
    for change in change_slides.told_alone(answer):
        yield _change(hall, answer, change)


def _change(hall: Workspace, answer: YearOnYear, change: Change) -> Slide:
    parts, areas = change_slides.members(answer, change), _areas(hall, answer.question, change)
    return change_slides.change_slide(change, answer.question, parts, areas)


def _areas(hall: Workspace, question: Question, change: Change) -> tuple[Change, ...]:
    """Return a measure in each district, where there are several."""
    if len(question.place.districts) < 2:
        return ()
    by_district = replace(question, by=By.DISTRICT, measure=change.measure.id)
    rows = cache.answer(hall, by_district).changes
    return tuple(row for row in rows if row.is_area_given)


def _residents(hall: Workspace, question: Question) -> Iterator[Slide]:
    """Yield what the latest survey of these residents says."""
    known = partnerships(hall)
    waves = cached_surveys.every_wave(hall)
    own = next((wave for wave in waves if is_of(wave, question.place, known)), None)
    if own:
        yield from survey_slides(cached_surveys.answers(hall, own.id).summary)


def _decisions(hall: Workspace, question: Question, ink: Ink) -> Iterator[Slide]:
    """Yield the matrix and the priorities of the latest assessment: as agreed, or the draft."""
    named = [known for known in partnerships(hall) if known.name == question.place.label]
    latest = latest_assessment(hall, named[0].id) if named else None
    if latest is None:
        return
    if agreed := opened(hall, latest.id):
        kept, matrix = agreed
    else:
        matrix = matrix_from(hall, cached_evidence.basis(hall, latest.id))
        kept = record(hall, latest.id, matrix)
    slides = (decision_slides.matrix_slide(matrix, ink), decision_slides.priorities_slide(kept))
    yield from filter(None, slides)
