"""Ranks as tables to download: as they are, under other schemes, and what would move them."""

from collections.abc import Sequence

from assessment.outputs.risk_matrix import risk_wording, tie_wording, year_wording
from assessment.outputs.risk_matrix.risk_table import SCORE, SHARE, risk_table
from assessment.outputs.risk_matrix.tie_wording import EqualScores
from assessment.outputs.tables import Cell, Column, Table
from assessment.periods import joined
from assessment.risk_matrix import LeftOut, Ranked, RankSensitivity
from assessment.risk_matrix.earlier_rankings import EarlierRanking, RankMove, moves
from assessment.risk_matrix.matrix import TOP_N, Matrix


def ranked_issues(found: Matrix, earlier: Sequence[EarlierRanking] = ()) -> Table:
    """Return the issues by rank, with their places in earlier rankings."""
    moved = [{each.issue: each for each in moves(one, found)} for one in earlier]
    columns = (
        Column("Rank", 7),
        Column("Issue", 34),
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
            for one in earlier
            for name in (f"Rank {one.name}", year_wording.heading(one))
        ),
        Column("Why it changed", 50),
        Column("Issue id", for_programs=True),
    )
    equal = tie_wording.among(found.ranked, found.scheme)
    rows = tuple(_ranked(found, one, moved, earlier, equal.get(one.issue)) for one in found.ranked)
    beside = [f"{one.name}: {year_wording.how_it_was_made(one)}" for one in earlier]
    return risk_table(found, "Issues by rank", columns, rows, sheet="Ranks", notes=beside)


def _ranked(
    found: Matrix,
    one: Ranked,
    moved: Sequence[dict[str, RankMove]],
    earlier: Sequence[EarlierRanking],
    equal: EqualScores | None,
) -> tuple[Cell, ...]:
    reach = found.ranges[one.issue]
    before: list[Cell] = []
    for each, ranking in zip(moved, earlier, strict=True):
        place = each[one.issue]
        before += [place.then, year_wording.moved(place, ranking)]
    said = found.explained.get(one.issue)
    return (
        one.rank,
        found.label(one.issue),
        one.scored.score,
        equal.said if equal else None,
        one.scored.band.label if one.scored.band else None,
        one.scored.confidence.value,
        len(one.scored.missing),
        sum(
            each.is_overridden
            for cell, each in found.effective_scores.items()
            if cell[0] == one.issue
        ),
        reach.lowest,
        reach.highest,
        reach.top_share,
        *before,
        said.text if said else None,
        one.issue,
    )


def side_by_side(found: Matrix, others: Sequence[Matrix]) -> Table:
    """Return the same issues under several schemes."""
    every = (found, *others)
    columns = (
        Column("Issue", 34),
        *(
            Column(f"{each.scheme.label}: {what}", 14, SCORE if what == "score" else "")
            for each in every
            for what in ("rank", "score", "band")
        ),
        Column(f"In how many top {TOP_N}", 12),
    )
    places = [{one.issue: one for one in each.ranked} for each in every]
    rows = tuple(
        (
            found.label(one.issue),
            *(cell for each in places for cell in _place(each[one.issue])),
            sum((each[one.issue].rank or TOP_N + 1) <= TOP_N for each in places),
        )
        for one in found.ranked
    )
    notes = [f"{each.scheme.label}: {each.scheme.standing}" for each in every]
    title = "The same issues under several schemes"
    return risk_table(found, title, columns, rows, sheet="Schemes", notes=notes)


def _place(one: Ranked) -> tuple[Cell, Cell, Cell]:
    return one.rank, one.scored.score, one.scored.band.label if one.scored.band else None


def how_firm(
    found: Matrix,
    left_out: Sequence[tuple[str, LeftOut]],
    turns: Sequence[tuple[str, RankSensitivity]],
) -> Table:
    """Return what would move the top; `left_out` come with what is left out, in words."""
    columns = (
        Column("What is otherwise", 40),
        Column("Would enter", 34),
        Column("Would leave", 34),
        Column("In a sentence", 80),
    )
    rows = (
        *(_left_out(found, what, each) for what, each in left_out),
        *(_turning(found, issue, each) for issue, each in turns),
    )
    return risk_table(found, f"How firm the top {TOP_N} is", columns, rows, sheet="How firm")


def _left_out(found: Matrix, what: str, each: LeftOut) -> tuple[Cell, ...]:
    labels = {issue.id: issue.label for issue in found.issues}
    return (
        f"without {what}",
        joined([labels[one] for one in each.entering]),
        joined([labels[one] for one in each.leaving]),
        risk_wording.left_out(each, what, labels) or f"The top {TOP_N} stays the same.",
    )


def _turning(found: Matrix, issue: str, each: RankSensitivity) -> tuple[Cell, ...]:
    label = found.label(issue)
    said = risk_wording.turning(each, found.scheme, TOP_N)
    moves_it = bool(each.changes)
    return (
        f"one score of {label}",
        label if moves_it and not each.is_in_top else "",
        label if moves_it and each.is_in_top else "",
        said or "No one score alone would move it over the line.",
    )
