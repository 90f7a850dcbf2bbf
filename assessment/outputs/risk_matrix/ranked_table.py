"""The ranked table: what each score is made of, how sure it is, and how firm the rank."""

from collections.abc import Mapping, Sequence

from assessment.numbers import count_of
from assessment.outputs.escaping import html
from assessment.outputs.html_table import framed
from assessment.outputs.risk_matrix import score_bars
from assessment.outputs.risk_matrix.picture.band_colours import band_fill
from assessment.outputs.risk_matrix.score_bars import Segment
from assessment.outputs.risk_matrix.wording import (
    firmness_wording,
    risk_wording,
    tie_wording,
    year_wording,
)
from assessment.outputs.risk_matrix.wording.tie_wording import EqualScores
from assessment.risk_matrix import Ranked
from assessment.risk_matrix.earlier_rankings import EarlierRanking, RankChange, RankMove, moves
from assessment.risk_matrix.matrix import TOP_N, Matrix

RANK_MAY_BE = "Rank may be"


def ranked_table(matrix: Matrix, earlier: Sequence[EarlierRanking] = ()) -> str:
    """Return the issues by rank as HTML, each with how it moved since earlier rankings."""
    bars = score_bars.bars(matrix.scheme, matrix.ranked)
    heads = (
        ("Rank", ""),
        ("Issue", ' class="words"'),
        ("Known<small>share of weights</small>", ' class="words"'),
        (f"Score<small>{html(risk_wording.out_of(matrix.scheme))}</small>", ""),
        ("Band", ' class="words"'),
        ("Made of", ' class="words made-of"'),
        (RANK_MAY_BE, ' class="words"'),
        (f"In the top {TOP_N}", ""),
    )
    columns = "".join(f'<th scope="col"{kind}>{text}</th>' for text, kind in heads)
    moved = [(before, {move.issue: move for move in moves(before, matrix)}) for before in earlier]
    equal = tie_wording.among(matrix.ranked, matrix.scheme)
    marks = {issue: f"<small>({scores.mark})</small>" for issue, scores in equal.items()}
    rows = "".join(
        _row(
            matrix,
            ranked,
            bars[ranked.issue],
            _moved(ranked.issue, moved),
            marks.get(ranked.issue, ""),
        )
        for ranked in matrix.ranked
    )
    caption = f"{matrix.partnership.name}, {matrix.period.dates}: {matrix.scheme.label}"
    return (
        framed("ranked", caption, columns, rows)
        + notes_under(equal)
        + _key(matrix)
        + f'<p class="quiet">{_how_ranges_are_found(matrix)}</p>'
    )


def _how_ranges_are_found(matrix: Matrix) -> str:
    varies = firmness_wording.what_varies(scores_vary=matrix.possible is not None)
    return (
        f"“{RANK_MAY_BE}” and “In the top {TOP_N}”: {varies}. An issue with less than half of the "
        "weights known has no band; one without a score is set among those that have one."
    )


def notes_under(equal: Mapping[str, EqualScores]) -> str:
    """Say under a table what the marks beside its scores mean."""
    return "".join(f'<p class="quiet">{html(note)}</p>' for note in tie_wording.notes(equal))


def _row(
    matrix: Matrix, ranked: Ranked, bars: Sequence[Sequence[Segment]], moved: str, mark: str
) -> str:
    label = matrix.label(ranked.issue)
    scored, reach = ranked.scored, matrix.ranges[ranked.issue]
    return (
        f'<tr><td class="rank">{risk_wording.rank(ranked)}</td>'
        f'<th scope="row">{html(label)}{moved}{_judged(matrix, ranked.issue)}</th>'
        f'<td class="words known" data-name="Known">{firmness_wording.known_weight(scored)}'
        f"<small>{firmness_wording.known_criteria(scored, matrix.scheme)}</small>"
        f"<small>confidence {scored.confidence}</small></td>"
        f'<td class="score">{risk_wording.number(scored.score)}{mark}</td>'
        f'<td class="words band">{_band(matrix, ranked)}</td>'
        f'<td class="words made-of">{"".join(map(_bar, bars))}</td>'
        f'<td class="words" data-name="{RANK_MAY_BE}">{firmness_wording.rank_range(reach)}</td>'
        f'<td data-name="In the top {TOP_N}">{firmness_wording.top_share(reach)}</td></tr>'
    )


def _moved(issue: str, earlier: Sequence[tuple[EarlierRanking, Mapping[str, RankMove]]]) -> str:
    """Say how it moved; that it was not in a printed top says nothing of it."""
    return "".join(
        f"<small>{html(year_wording.heading(before))}: "
        f"{html(year_wording.moved(by_issue[issue], before))}</small>"
        for before, by_issue in earlier
        if by_issue[issue].move is not RankChange.NOT_PRINTED
    )


def _judged(matrix: Matrix, issue: str) -> str:
    """Say how many scores from data people have overridden."""
    count = matrix.overridden(issue)
    if not count:
        return ""
    return f"<small>{count_of(count, 'score')} from data overridden</small>"


def _band(matrix: Matrix, ranked: Ranked) -> str:
    band = ranked.scored.band
    if band is None:
        why = risk_wording.TOO_LITTLE if ranked.rank else ""
        return f"no band<small>{why}</small>" if why else "no score"
    fill = band_fill(matrix.scheme.bands.index(band))
    return f'<i class="swatch" style="background:{fill}"></i>{html(band.label)}'


def _bar(segments: Sequence[Segment]) -> str:
    words = ", ".join(
        f"{segment.criterion.label} {risk_wording.number(segment.given)}" for segment in segments
    )
    drawn = "".join(
        f'<i style="width:{segment.percent:.2f}%;background:{segment.fill};'
        f'color:{segment.letters}" '
        f'title="{html(segment.criterion.label)}: {risk_wording.number(segment.given)}">'
        f"{risk_wording.number(segment.given) if segment.has_room else ''}</i>"
        for segment in segments
    )
    return (
        f'<span class="unseen">{html(words)}</span>'
        f'<span class="parts-bar" aria-hidden="true">{drawn}</span>'
    )


def _key(matrix: Matrix) -> str:
    fills = score_bars.colours(matrix.scheme)
    items = "".join(
        f'<li><i style="background:{fills[criterion.id][0]}"></i>{html(criterion.label)}</li>'
        for criterion in matrix.scheme.counted
    )
    return f'<ul class="key">{items}</ul>'
