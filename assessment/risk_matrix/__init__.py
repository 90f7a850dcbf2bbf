"""From evidence and judgement to a ranked list: schemes, scores, the workshop, and robustness."""

from assessment.risk_matrix.ranking.issue_scores import (
    Axis,
    Confidence,
    Position,
    Scored,
    axes,
    score,
    score_all,
)
from assessment.risk_matrix.ranking.leave_one_out import (
    LeftOut,
    agreed,
    without_each_criterion,
    without_each_scorer,
)
from assessment.risk_matrix.ranking.rank_robustness import RankRange, robustness
from assessment.risk_matrix.ranking.ranks import Ranked, ranked
from assessment.risk_matrix.ranking.register_ratings import rating_of, read_rating
from assessment.risk_matrix.ranking.score_matrix import Scores
from assessment.risk_matrix.ranking.sensitivity import (
    MissingScore,
    RankSensitivity,
    StepChange,
    sensitivities,
)
from assessment.risk_matrix.schemes.scheme_reading import shipped_schemes
from assessment.risk_matrix.schemes.scheme_store import (
    DEFAULT_SCHEME,
    copy_scheme,
    keep_scheme,
    list_schemes,
    save_scheme,
    scheme,
    versions,
)

__all__ = [
    "DEFAULT_SCHEME",
    "Axis",
    "Confidence",
    "LeftOut",
    "MissingScore",
    "Position",
    "RankRange",
    "RankSensitivity",
    "Ranked",
    "Scored",
    "Scores",
    "StepChange",
    "agreed",
    "axes",
    "copy_scheme",
    "keep_scheme",
    "list_schemes",
    "ranked",
    "rating_of",
    "read_rating",
    "robustness",
    "save_scheme",
    "scheme",
    "score",
    "score_all",
    "sensitivities",
    "shipped_schemes",
    "versions",
    "without_each_criterion",
    "without_each_scorer",
]
