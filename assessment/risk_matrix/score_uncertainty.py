"""How sure the scores that count are: counting alone, and how far scorers differ.

What one person has judged at a desk stands as it is: nothing says how another would have judged.
"""

from collections.abc import Mapping

from assessment.risk_matrix.indicators.prescoring import Cell, Evidence
from assessment.risk_matrix.judgements import EffectiveScore, ScoredBy
from assessment.risk_matrix.ranking.possible_scores import (
    Possible,
    PossibleScores,
    equally_likely,
)


def possible_by_cell(
    evidence: Mapping[Cell, Evidence], effective: Mapping[Cell, EffectiveScore]
) -> Possible:
    """Return what each score could be; cells that are certain, or may be anything, are left out."""
    possible = {
        cell: _possible(effective.get(cell), known.possible) for cell, known in evidence.items()
    }
    return {cell: scores for cell, scores in possible.items() if scores}


def _possible(effective: EffectiveScore | None, from_data: PossibleScores) -> PossibleScores:
    if effective is None or effective.by in (ScoredBy.DATA, None):
        return from_data
    if effective.by is ScoredBy.PANEL and effective.spread:
        return equally_likely(effective.spread.values)
    return ()
