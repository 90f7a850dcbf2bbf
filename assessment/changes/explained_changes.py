"""Changes with the explanations that their partnership's team has written of them."""

from dataclasses import replace

from assessment.changes.answer import Change, YearOnYear
from assessment.changes.explanations.change_explanation import Finding
from assessment.changes.explanations.kept_explanations import standing_explanations
from assessment.changes.question import By, Question
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


def finding_of(question: Question, change: Change) -> Finding | None:
    """Return what of a row can be explained; None of records that do not say their area."""
    area = _area(question, change)
    if area is None:
        return None
    period, comparison, place = question.period, question.comparison, question.place
    return Finding(
        question.measure_set,
        change.measure.id,
        area,
        period.start,
        period.end,
        comparison.start,
        comparison.end,
        () if place.force else place.grounds,
    )


def _area(question: Question, change: Change) -> str | None:
    if question.by is By.MEASURE:
        force = question.place.force
        return f"force:{force}" if force else "; ".join(sorted(question.place.grounds))
    if not change.is_area_given:
        return None
    return change.area if question.by is By.DISTRICT else change.area_code


@needs(Permission.READ_FIGURES, of="place", named="answer")
def with_explanations(workspace: Workspace, answer: YearOnYear) -> YearOnYear:
    """Return an answer whose changes have their explanations, where any was written."""
    standing = standing_explanations(workspace)
    if not standing:
        return answer
    explained = []
    for change in answer.changes:
        finding = finding_of(answer.question, change)
        explained.append(replace(change, explanation=standing.get(finding) if finding else None))
    return replace(answer, changes=tuple(explained))
