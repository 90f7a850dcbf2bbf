"""The criteria of one issue as HTML: what is known of each, the score that counts, its source."""

from assessment.definitions import Criterion
from assessment.outputs.escaping import html
from assessment.outputs.html_table import framed
from assessment.outputs.risk_matrix.wording import risk_wording
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.matrix import Matrix

HEADS = ("Criterion", "Score", "What is known", "Rule and source")


def criterion_table(matrix: Matrix, issue: Issue) -> str:
    """Return a row for each criterion of the scheme."""
    rows = "".join(_row(matrix, issue, criterion) for criterion in matrix.scheme.criteria)
    heads = "".join(f'<th scope="col" class="words">{head}</th>' for head in HEADS)
    return framed("stacked", f"{issue.label}, {matrix.period.dates}", heads, rows)


def _row(matrix: Matrix, issue: Issue, criterion: Criterion) -> str:
    evidence = matrix.evidence[issue.id, criterion.id]
    effective = matrix.effective_scores.get((issue.id, criterion.id))
    value = effective.value if effective else evidence.score
    source = risk_wording.where_from(effective) if effective else "data"
    others = risk_wording.beside(effective) if effective else ""
    reason = effective.judgement.reason if effective and effective.judgement else ""
    notes = "".join(f"<small>{html(caveat)}</small>" for caveat in evidence.caveats)
    return (
        f'<tr><th scope="row">{html(criterion.label)}'
        f"<small>weight {criterion.weight:g}</small></th>"
        f'<td class="words"><strong>{risk_wording.number(value)}</strong> {html(source)}'
        f"{_small(others)}{_small(reason)}</td>"
        f'<td class="words">{html(evidence.in_words)}<small>{html(evidence.period)}</small>'
        f'{notes}</td><td class="words">{html(evidence.rule)}{_small(evidence.source)}</td></tr>'
    )


def _small(text: str) -> str:
    return f"<small>{html(text)}</small>" if text else ""
