"""The scores that count in a matrix: what the data say, and what people have made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.explanations import Explanation
from assessment.risk_matrix.indicators.prescoring import Cell
from assessment.risk_matrix.judgements import EffectiveScore, Judgement, effective_scores
from assessment.risk_matrix.ranking.score_matrix import Scores
from assessment.risk_matrix.workshop.scorer_agreement import Spread


@dataclass(frozen=True)
class PeoplesViews:
    """What people have said of an assessment, and the scheme on whose scales they said it."""

    used: Scheme
    judged: Mapping[Cell, Judgement]
    spreads: Sequence[Spread]
    explained: Mapping[str, Explanation]


def scores_counting(
    base: EvidenceBase, views: PeoplesViews | None
) -> Mapping[Cell, EffectiveScore]:
    """Return what counts for each cell of a scheme with scales; none where counts stand themselves.

    What people have scored counts for criteria with the same steps as when they did.
    """
    if not base.scheme.is_stepped:
        return {}
    from_data = {cell: evidence.score for cell, evidence in base.evidence.items()}
    if views is None:
        return effective_scores(from_data, {}, ())
    same = _same_scales(views.used, base.scheme)
    judged = {cell: judgement for cell, judgement in views.judged.items() if cell[1] in same}
    spreads_counting = [spread for spread in views.spreads if spread.criterion in same]
    return effective_scores(from_data, judged, spreads_counting)


def _same_scales(used: Scheme, chosen: Scheme) -> frozenset[str]:
    steps = {criterion.id: criterion.steps for criterion in used.criteria}
    return frozenset(
        criterion.id for criterion in chosen.criteria if steps.get(criterion.id) == criterion.steps
    )


def scores_by_issue(
    base: EvidenceBase, effective: Mapping[Cell, EffectiveScore]
) -> Mapping[str, Scores]:
    """Return what each issue has for each criterion; raises InvalidRequest where there is none."""
    if not base.issues:
        raise InvalidRequest("This assessment has no issues to score.")
    return {
        issue.id: {
            criterion.id: effective[issue.id, criterion.id].value
            if base.scheme.is_stepped
            else base.evidence[issue.id, criterion.id].score
            for criterion in base.scheme.criteria
        }
        for issue in base.issues
    }
