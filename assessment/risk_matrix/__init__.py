"""From evidence and judgement to a ranked list: schemes, scores, the workshop, and robustness."""

from assessment.risk_matrix.grid import Scores
from assessment.risk_matrix.leaving_out import (
    LeftOut,
    agreed,
    without_each_criterion,
    without_each_scorer,
)
from assessment.risk_matrix.ranking import Ranked, ranked
from assessment.risk_matrix.ratings import rating_of, read_rating
from assessment.risk_matrix.robustness import RankRange, robustness
from assessment.risk_matrix.schemes import (
    DEFAULT_SCHEME,
    copy_scheme,
    keep_scheme,
    save_scheme,
    scheme,
    schemes,
    versions,
)
from assessment.risk_matrix.scoring import (
    Axis,
    Confidence,
    Position,
    Scored,
    axes,
    score,
    score_all,
)
from assessment.risk_matrix.turning import StepChange, Turning, turning_points

__all__ = [
    "DEFAULT_SCHEME",
    "Axis",
    "Confidence",
    "LeftOut",
    "Position",
    "RankRange",
    "Ranked",
    "Scored",
    "Scores",
    "StepChange",
    "Turning",
    "agreed",
    "axes",
    "copy_scheme",
    "keep_scheme",
    "ranked",
    "rating_of",
    "read_rating",
    "robustness",
    "save_scheme",
    "scheme",
    "schemes",
    "score",
    "score_all",
    "turning_points",
    "versions",
    "without_each_criterion",
    "without_each_scorer",
]
