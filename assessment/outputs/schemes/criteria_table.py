"""The criteria and the bands of a scheme as HTML."""

from itertools import pairwise

from assessment.definitions import Criterion, Scheme
from assessment.numbers import rounded
from assessment.outputs.criterion_names import GROUPS
from assessment.outputs.html_table import html_table
from assessment.outputs.schemes import scheme_wording as wording
from assessment.outputs.schemes.scheme_tables import limits


def criteria_table(scheme: Scheme) -> str:
    """Return criteria × steps, with the words of each step and which values give it."""
    scores = sorted({step.score for criterion in scheme.criteria for step in criterion.steps})
    total = sum(criterion.weight for criterion in scheme.counted)
    rows = [_criterion(scheme, criterion, scores, total) for criterion in scheme.criteria]
    heads = [str(score) for score in scores] or ["Scale"]
    return html_table(f"What {scheme.label} counts", ("Criterion", "Weight", *heads), rows)


def _criterion(
    scheme: Scheme, criterion: Criterion, scores: list[int], total: float
) -> tuple[object, ...]:
    under = f"{GROUPS[criterion.group]}; {wording.scored_by(criterion)}"
    weight = wording.figure(criterion.weight)
    share = "beside the score"
    if criterion in scheme.counted:
        share = f"{rounded(100 * criterion.weight / total, 0)}% of all weight"
    by_score = {
        step.score: (_written(step.words, step.codes), limit)
        for step, limit in zip(criterion.steps, limits(criterion), strict=True)
    }
    cells = [by_score.get(score, "") for score in scores]
    return ((criterion.label, under), (weight, share), *(cells or ["counted as it is"]))


def _written(words: str, codes: tuple[str, ...]) -> str:
    return f"{words} ({', '.join(codes)})" if codes else words


def bands_table(scheme: Scheme) -> str:
    """Return the bands from the highest to the lowest, with the scores of each."""
    starts = [wording.figure(band.at_least) for band in scheme.bands]
    ranges = [f"from {starts[0]}", *(f"{low} to under {high}" for high, low in pairwise(starts))]
    labels = [band.label for band in scheme.bands]
    return html_table("Bands", ("Band", "Scores"), zip(labels, ranges, strict=True))
