"""Ranks as tables to download: as they are, under other schemes, and what would move them."""

from collections.abc import Sequence

from assessment.outputs.risk_matrix.risk_table import SCORE, SHARE, risk_table
from assessment.outputs.risk_matrix.wording import firmness_wording, tie_wording, year_wording
from assessment.outputs.risk_matrix.wording.tie_wording import EqualScores
from assessment.outputs.tables import Cell, Column, Table
from assessment.periods import joined
from assessment.risk_matrix import LeftOut, Ranked, RankSensitivity
from assessment.risk_matrix.earlier_rankings import EarlierRanking, RankMove, moves
from assessment.risk_matrix.matrix import TOP_N, Matrix, is_in_top


def ranked_issues(matrix: Matrix, earlier: Sequence[EarlierRanking] = ()) -> Table:
    """Return the issues by rank, with their places in earlier rankings."""
    moved = [{change.issue: change for change in moves(before, matrix)} for before in earlier]
    columns = (
        Column("Rank", 7),
        Column("Issue", 34),
        Column("Share of weights known", 10, SHARE),
        Column("Score", 9, SCORE),
        Column("Equal scores", 40),
        Column("Band", 12),
        Column("Confidence", 12),
        Column("Criteria missing", 10),
        Column("Scores from data overridden", 12),
        Column("Lowest rank", 8),
        Column("Highest rank", 8),
        Column(f"Share of draws in the top {TOP_N}", 12, SHARE),
        *(
            Column(name, 18)
            for before in earlier
            for name in (f"Rank {before.name}", year_wording.heading(before))
        ),
        Column("Why it changed", 50),
        Column("Issue id", for_programs=True),
    )
    equal = tie_wording.among(matrix.ranked, matrix.scheme)
    rows = tuple(
        _ranked(matrix, ranked, moved, earlier, equal.get(ranked.issue)) for ranked in matrix.ranked
    )
    beside = [f"{before.name}: {year_wording.how_it_was_made(before)}" for before in earlier]
    return risk_table(matrix, "Issues by rank", columns, rows, sheet="Ranks", notes=beside)


def _ranked(
    matrix: Matrix,
    ranked: Ranked,
    moved: Sequence[dict[str, RankMove]],
    earlier: Sequence[EarlierRanking],
    equal: EqualScores | None,
) -> tuple[Cell, ...]:
    reach = matrix.ranges[ranked.issue]
    before: list[Cell] = []
    for by_issue, ranking in zip(moved, earlier, strict=True):
        move = by_issue[ranked.issue]
        before += [move.then, year_wording.moved(move, ranking)]
    explanation = matrix.explained.get(ranked.issue)
    return (
        ranked.rank,
        matrix.label(ranked.issue),
        ranked.scored.known_weight,
        ranked.scored.score,
        equal.said if equal else None,
        ranked.scored.band.label if ranked.scored.band else None,
        ranked.scored.confidence.value,
        len(ranked.scored.missing),
        matrix.overridden(ranked.issue),
        reach.lowest,
        reach.highest,
        reach.top_share,
        *before,
        explanation.text if explanation else None,
        ranked.issue,
    )


def side_by_side(matrix: Matrix, others: Sequence[Matrix]) -> Table:
    """Return the same issues under several schemes."""
    every = (matrix, *others)
    columns = (
        Column("Issue", 34),
        *(
            Column(f"{of_scheme.scheme.label}: {what}", 14, form)
            for of_scheme in every
            for what, form in (("rank", ""), ("score", SCORE), ("band", ""))
        ),
        Column(f"In how many top {TOP_N}", 12),
    )
    places = [{ranked.issue: ranked for ranked in of_scheme.ranked} for of_scheme in every]
    rows = tuple(
        (
            matrix.label(ranked.issue),
            *(cell for by_issue in places for cell in _place(by_issue[ranked.issue])),
            sum(is_in_top(by_issue[ranked.issue].rank) for by_issue in places),
        )
        for ranked in matrix.ranked
    )
    notes = [f"{of_scheme.scheme.label}: {of_scheme.scheme.standing}" for of_scheme in every]
    title = "The same issues under several schemes"
    return risk_table(matrix, title, columns, rows, sheet="Schemes", notes=notes)


def _place(ranked: Ranked) -> tuple[Cell, Cell, Cell]:
    return (
        ranked.rank,
        ranked.scored.score,
        ranked.scored.band.label if ranked.scored.band else None,
    )


def how_firm(
    matrix: Matrix,
    left_out: Sequence[tuple[str, LeftOut]],
    sensitivities: Sequence[tuple[str, RankSensitivity]],
) -> Table:
    """Return what would move the top; `left_out` come with what is left out, in words."""
    columns = (
        Column("What is otherwise", 40),
        Column("Would enter", 34),
        Column("Would leave", 34),
        Column("In a sentence", 80),
    )
    rows = (
        *(_left_out(matrix, what, result) for what, result in left_out),
        *(_sensitivity(matrix, issue, result) for issue, result in sensitivities),
    )
    return risk_table(matrix, f"How firm the top {TOP_N} is", columns, rows, sheet="How firm")


def _left_out(matrix: Matrix, what: str, result: LeftOut) -> tuple[Cell, ...]:
    labels = {issue.id: issue.label for issue in matrix.issues}
    return (
        f"without {what}",
        joined([labels[issue] for issue in result.entering]),
        joined([labels[issue] for issue in result.leaving]),
        firmness_wording.left_out(result, what, labels) or f"The top {TOP_N} stays the same.",
    )


def _sensitivity(matrix: Matrix, issue: str, sensitivity: RankSensitivity) -> tuple[Cell, ...]:
    label = matrix.label(issue)
    sentence = firmness_wording.sensitivity_in_words(sensitivity, matrix.scheme, TOP_N)
    moves_it = sensitivity.can_cross
    return (
        f"one score of {label}",
        label if moves_it and not sensitivity.is_in_top else "",
        label if moves_it and sensitivity.is_in_top else "",
        sentence or "No one score alone would move it over the line.",
    )
