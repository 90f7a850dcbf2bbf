"""One set of issues with its places under two schemes or more, as HTML."""

from collections.abc import Sequence

from assessment.outputs.html_table import html_table
from assessment.outputs.risk_matrix.wording import risk_wording
from assessment.outputs.schemes import scheme_comparison
from assessment.risk_matrix import Ranked
from assessment.risk_matrix.matrix import Matrix


def rankings_table(matrices: Sequence[Matrix], names: Sequence[str]) -> str:
    """Return the issues of an assessment with their places under each scheme."""
    first = matrices[0]
    places = [{place.issue: place for place in matrix.ranked} for matrix in matrices]
    rows = [
        (
            first.label(ranked.issue),
            *(_place(by_issue[ranked.issue]) for by_issue in places),
            scheme_comparison.apart([by_issue[ranked.issue].rank for by_issue in places]),
        )
        for ranked in first.ranked
    ]
    head = ("Issue", *names, "Places apart")
    count = scheme_comparison.counted(len(matrices))
    return html_table(f"{first.partnership.name}: one set of issues, {count} schemes", head, rows)


def _place(ranked: Ranked) -> tuple[str, str]:
    if ranked.rank is None:
        return risk_wording.rank(ranked), "no score"
    score = f"{risk_wording.band(ranked.scored)}, {risk_wording.number(ranked.scored.score)}"
    return risk_wording.rank(ranked), score
