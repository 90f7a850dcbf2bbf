"""What a year was agreed with, beside the answers of today."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assessment.changes import YearOnYear
from assessment.workspace import Workspace


class Agreed(NamedTuple):
    """The rows of an answer that were agreed otherwise, by measure, and the same in sentences."""

    by_measure: Mapping[str, Mapping[str, Any]]
    sentences: tuple[str, ...]


def agreed_beside(workspace: Workspace, answers: Sequence[YearOnYear]) -> list[Agreed]:
    """Return for each answer what was agreed otherwise."""
    # Reading what was agreed takes all that scores issues: nobody waits for it without need.
    from assessment.risk_matrix.assessments import AssessmentStatus, assessments

    if all(each.status is AssessmentStatus.DRAFT for each in assessments(workspace)):
        return [Agreed({}, ())] * len(answers)
    from assessment.outputs.changes.agreed_wording import agreed_otherwise
    from assessment.priorities.verdicts_agreed import verdicts_agreed

    agreed = [verdicts_agreed(workspace, answer) for answer in answers]
    return [
        Agreed(
            {measure: verdict.as_json for measure, verdict in then.items()},
            tuple(agreed_otherwise(answer, then)),
        )
        for answer, then in zip(answers, agreed, strict=True)
    ]
