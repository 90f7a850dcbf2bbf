"""The risk matrix as tables to download: each stands alone, with what it is of and its notes."""

import re
from collections.abc import Iterator, Sequence

from assessment.outputs import risk_wording, year_wording
from assessment.outputs.notes import Notes
from assessment.outputs.tables import SYNTHETIC, Cell, Column, Table
from assessment.periods import joined
from assessment.risk_matrix import LeftOut, Ranked, Turning
from assessment.risk_matrix.assessments import Status
from assessment.risk_matrix.basis import Basis
from assessment.risk_matrix.earlier import EarlierRanking, RankMove, moves
from assessment.risk_matrix.judgements import Standing
from assessment.risk_matrix.matrix import TOP_N, Matrix
from assessment.risk_matrix.spread import Spread

SCORE, SHARE = "0.0", "0%"
NOTES = (
    "A criterion without a score is missing: it is left out of the sums and is never a zero.",
    "Confidence is one grade lower for every two criteria that are missing.",
    "The lowest and the highest rank are those in 1,000 draws in which every weight varies by up "
    "to 25%; the share is that of draws in which an issue is among the first five.",
    "Data would give: the score that the rule makes of the evidence, whatever people scored.",
)


def ranked_issues(found: Matrix, earlier: Sequence[EarlierRanking] = ()) -> Table:
    """Return the issues by rank, with their places in earlier rankings."""
    moved = [{each.issue: each for each in moves(one, found)} for one in earlier]
    columns = (
        Column("Rank", 7),
        Column("Issue", 34),
        Column("Score", 9, SCORE),
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
    rows = tuple(_ranked(found, one, moved, earlier) for one in found.ranked)
    beside = [f"{one.name}: {year_wording.how_it_was_made(one)}" for one in earlier]
    return _table(found, "Issues by rank", columns, rows, sheet="Ranks", notes=beside)


def _ranked(
    found: Matrix,
    one: Ranked,
    moved: Sequence[dict[str, RankMove]],
    earlier: Sequence[EarlierRanking],
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
        one.scored.band.label if one.scored.band else None,
        one.scored.confidence.value,
        len(one.scored.missing),
        sum(each.is_overridden for cell, each in found.standing.items() if cell[0] == one.issue),
        reach.lowest,
        reach.highest,
        reach.top_share,
        *before,
        said.text if said else None,
        one.issue,
    )


def evidence(found: Matrix) -> Table:
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
        for one in found.ranked
        for criterion in found.scheme.criteria
        for row in [_evidence(found, one, criterion.id)]
    )
    return _table(found, "Evidence for every score", columns, rows, sheet="Evidence")


def _evidence(found: Matrix, one: Ranked, criterion: str) -> tuple[Cell, ...]:
    named = found.scheme.criterion(criterion)
    known = found.evidence[one.issue, criterion]
    stands = found.standing.get((one.issue, criterion))
    score = one.scored.given[criterion]
    return (
        found.label(one.issue),
        named.label,
        named.weight,
        score,
        risk_wording.where_from(stands) if stands else ("missing" if score is None else "data"),
        known.score,
        known.value,
        known.in_words,
        known.period,
        known.rule,
        known.source,
        _reason(stands),
        risk_wording.beside(stands) if stands else None,
        " ".join(known.caveats) or None,
    )


def _reason(stands: Standing | None) -> str | None:
    judged = stands.judgement if stands else None
    return judged.reason if judged and judged.value is not None else None


def spread(found: Basis, spreads: Sequence[Spread]) -> Table:
    """Return what the scorers gave; only those far from the rest are told apart."""
    columns = (
        Column("Issue", 30),
        Column("Criterion", 26),
        Column("Median", 9, "0.#"),
        Column("Middle half from", 9, "0.#"),
        Column("Middle half to", 9, "0.#"),
        Column("Scores", 8),
        Column("Cannot say", 8),
        Column("Worth talking about", 10),
        Column("How many gave what", 40),
        Column("Who differs", 50),
    )
    rows = tuple(_spread(found, each) for each in spreads)
    return _table(found, "How far the scorers agree", columns, rows, sheet="Spread")


def _spread(found: Basis, each: Spread) -> tuple[Cell, ...]:
    lower, upper = each.quartiles or (None, None)
    given = {score: each.values.count(score) for score in sorted(set(each.values))}
    return (
        found.label(each.issue),
        found.scheme.criterion(each.criterion).label,
        each.median,
        lower,
        upper,
        len(each.values),
        each.cannot_say,
        "yes" if each.is_disagreed else "no",
        ", ".join(f"{count} gave {score}" for score, count in given.items()),
        risk_wording.who_differs(each),
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
    return _table(found, title, columns, rows, sheet="Schemes", notes=notes)


def _place(one: Ranked) -> tuple[Cell, Cell, Cell]:
    return one.rank, one.scored.score, one.scored.band.label if one.scored.band else None


def how_firm(
    found: Matrix,
    left_out: Sequence[tuple[str, LeftOut]],
    turns: Sequence[tuple[str, Turning]],
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
    return _table(found, f"How firm the top {TOP_N} is", columns, rows, sheet="How firm")


def _left_out(found: Matrix, what: str, each: LeftOut) -> tuple[Cell, ...]:
    labels = {issue.id: issue.label for issue in found.issues}
    return (
        f"without {what}",
        joined([labels[one] for one in each.entering]),
        joined([labels[one] for one in each.leaving]),
        risk_wording.left_out(each, what, labels) or f"The top {TOP_N} stays the same.",
    )


def _turning(found: Matrix, issue: str, each: Turning) -> tuple[Cell, ...]:
    label = found.label(issue)
    said = risk_wording.turning(each, found.scheme, TOP_N)
    moves_it = bool(each.changes)
    return (
        f"one score of {label}",
        label if moves_it and not each.is_in_top else "",
        label if moves_it and each.is_in_top else "",
        said or "No one score alone would move it over the line.",
    )


def file_name(found: Basis, what: str) -> str:
    """Name a file for what is in it, the partnership and the year."""
    parts = f"{what} {found.partnership.name} to {found.period.last_day:%Y-%m}"
    as_agreed = " as agreed" if isinstance(found, Matrix) and found.agreed_at else ""
    return re.sub(r"[^a-z0-9]+", "-", f"{parts}{as_agreed}".lower()).strip("-")[:120]


def _table(
    found: Basis,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Cell, ...], ...],
    *,
    sheet: str,
    notes: Sequence[str] = (),
) -> Table:
    said: Notes = (
        ("How to read it", NOTES),
        (f"The scheme {found.scheme.label}", (found.scheme.standing,)),
        *([("What it is set beside", tuple(notes))] if notes else []),
    )
    return Table(
        f"{title}: {found.partnership.name}", tuple(_about(found)), columns, rows, said, sheet
    )


def _about(found: Basis) -> Iterator[str]:
    if found.partnership.synthetic:
        yield f"{SYNTHETIC}; judgements invented"
    yield f"Period: {found.period.dates}"
    yield f"Scheme: {found.scheme.label}, version {found.scheme.version}"
    yield f"Standing: {found.assessment.status if found.assessment else Status.DRAFT}"
    if said := year_wording.as_of(found):
        yield said
