"""What scores rest on as tables to download: the evidence for each, and what the scorers gave."""

from collections.abc import Sequence

from assessment.outputs.risk_matrix.risk_table import risk_table
from assessment.outputs.risk_matrix.scorer_tables import differs
from assessment.outputs.risk_matrix.wording import risk_wording
from assessment.outputs.tables import Cell, Column, Table
from assessment.risk_matrix import Ranked
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.judgements import EffectiveScore
from assessment.risk_matrix.matrix import Matrix
from assessment.risk_matrix.workshop.scorer_agreement import Spread, of_agencies


def evidence(matrix: Matrix) -> Table:
    """Return every issue and criterion: its score, its evidence, who overrode it and why."""
    columns = (
        Column("Issue", 30),
        Column("Criterion", 26),
        Column("Weight", 8, "0.##"),
        Column("Score", 8, "0.#"),
        Column("From", 28),
        Column("Data would give", 8, "0.#"),
        Column("Value", 11, "0.###"),
        Column("What is known, or why nothing is", 60),
        Column("Period", 28),
        Column("Rule", 50),
        Column("Source", 44),
        Column("Why it was judged so", 44),
        Column("What else was said", 36),
        Column("Caveats", 50),
    )
    rows = tuple(
        row
        for ranked in matrix.ranked
        for criterion in matrix.scheme.criteria
        for row in [_evidence(matrix, ranked, criterion.id)]
    )
    return risk_table(matrix, "Evidence for every score", columns, rows, sheet="Evidence")


def _evidence(matrix: Matrix, ranked: Ranked, criterion: str) -> tuple[Cell, ...]:
    named = matrix.scheme.criterion(criterion)
    known = matrix.evidence[ranked.issue, criterion]
    effective = matrix.effective_scores.get((ranked.issue, criterion))
    score = ranked.scored.given[criterion]
    return (
        matrix.label(ranked.issue),
        named.label,
        named.weight,
        score,
        risk_wording.where_from(effective)
        if effective
        else ("missing" if score is None else "data"),
        known.score,
        known.value,
        known.in_words,
        known.period,
        known.rule,
        known.source,
        _reason(effective),
        risk_wording.beside(effective) if effective else None,
        " ".join(known.caveats) or None,
    )


def _reason(effective: EffectiveScore | None) -> str | None:
    judged = effective.judgement if effective else None
    return judged.reason if judged and judged.value is not None else None


def spread(base: EvidenceBase, spreads: Sequence[Spread]) -> Table:
    """Return what the scorers gave; only those far from the rest are told apart."""
    columns = (
        Column("Issue", 30),
        Column("Criterion", 26),
        Column("Median", 9, "0.#"),
        Column("Middle half from", 9, "0.#"),
        Column("Middle half to", 9, "0.#"),
        Column("Scores", 8),
        Column("Cannot say", 8),
        Column("Median of agencies", 12, "0.#"),
        Column("Worth talking about", 10),
        Column("How many gave what", 40),
        Column("Who differs", 50),
    )
    rows = tuple(_spread(base, of_cell) for of_cell in spreads)
    return risk_table(base, "How far the scorers agree", columns, rows, sheet="Spread")


def _spread(base: EvidenceBase, of_cell: Spread) -> tuple[Cell, ...]:
    lower, upper = of_cell.quartiles or (None, None)
    times = {score: of_cell.values.count(score) for score in sorted(set(of_cell.values))}
    return (
        base.label(of_cell.issue),
        base.scheme.criterion(of_cell.criterion).label,
        of_cell.median,
        lower,
        upper,
        len(of_cell.values),
        of_cell.cannot_say,
        of_agencies(of_cell).median,
        "yes" if differs(of_cell) else "no",
        ", ".join(f"{count} gave {score}" for score, count in times.items()),
        risk_wording.who_differs(of_cell),
    )
