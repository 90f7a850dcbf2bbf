"""Ratings as registers write them: D2 is the code of a likelihood and that of an impact."""

from itertools import product

from assessment.definitions import Criterion, Scheme, Step
from assessment.errors import InvalidRequest
from assessment.risk_matrix.ranking.score_matrix import Scores

Rating = dict[str, int]


def rating_of(scheme: Scheme, scores: Scores) -> str | None:
    """Write scores as a rating; None where one is missing or the scheme writes none."""
    written = [_code(criterion, scores.get(criterion.id)) for criterion in _written(scheme)]
    known = [code for code in written if code is not None]
    return "".join(known) if known and len(known) == len(written) else None


def read_rating(scheme: Scheme, text: str) -> Rating:
    """Read a rating such as D2, "c iii" or C-3; raises InvalidRequest saying how one is written."""
    code = "".join(letter for letter in text.upper() if letter.isalnum())
    criteria = _written(scheme)
    for steps in product(*(criterion.steps for criterion in criteria)):
        if criteria and code in _ways(steps):
            return {c.id: step.score for c, step in zip(criteria, steps, strict=True)}
    ways = " then ".join(f"{c.steps[0].codes[0]} to {c.steps[-1].codes[0]}" for c in criteria)
    written = f"write {ways}" if criteria else "it writes none"
    raise InvalidRequest(f"'{text}' is not a rating of {scheme.label}: {written}.")


def _written(scheme: Scheme) -> list[Criterion]:
    """Return the criteria that have codes, in the order in which they are written."""
    return [criterion for criterion in scheme.criteria if any(s.codes for s in criterion.steps)]


def _code(criterion: Criterion, score: float | None) -> str | None:
    codes = [step.codes[0] for step in criterion.steps if step.score == score]
    return codes[0] if codes else None


def _ways(steps: tuple[Step, ...]) -> set[str]:
    return {"".join(codes).upper() for codes in product(*(step.codes for step in steps))}
