"""Project evaluation: before and after where the work was done, beside areas without it."""

from assessment.patterns.evaluation.displacement_difference import (
    BeforeAfter,
    Effect,
    displacement_difference,
)
from assessment.patterns.evaluation.project_areas import ProjectAreas
from assessment.patterns.evaluation.project_evaluation import ProjectEvaluation, evaluate

__all__ = [
    "BeforeAfter",
    "Effect",
    "ProjectAreas",
    "ProjectEvaluation",
    "displacement_difference",
    "evaluate",
]
