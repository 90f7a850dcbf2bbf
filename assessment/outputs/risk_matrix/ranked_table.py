"""The ranked table: what each score is made of, how sure it is, and how firm the rank."""

from collections.abc import Mapping, Sequence

from assessment.numbers import count_of
from assessment.outputs.escaping import html
from assessment.outputs.html_table import framed
from assessment.outputs.risk_matrix import risk_wording, score_bars, tie_wording, year_wording
from assessment.outputs.risk_matrix.risk_charts import band_colours
from assessment.outputs.risk_matrix.score_bars import Segment
from assessment.outputs.risk_matrix.tie_wording import EqualScores
from assessment.risk_matrix import Ranked
from assessment.risk_matrix.earlier_rankings import EarlierRanking, RankChange, RankMove, moves
from assessment.risk_matrix.matrix import TOP_N, Matrix


def ranked_table(found: Matrix, earlier: Sequence[EarlierRanking] = ()) -> str:
    """Return the issues by rank as HTML, each with how it moved since earlier rankings."""
    bars = score_bars.bars(found.scheme, found.ranked)
    heads = (
        ("Rank", ""),
        ("Issue", ' class="words"'),
        (f"Score<small>{html(risk_wording.out_of(found.scheme))}</small>", ""),
        ("Band", ' class="words"'),
        ("Made of", ' class="words made-of"'),
        ("Confidence", ' class="words"'),
        ("Rank if weights vary", ' class="words"'),
        (f"In the top {TOP_N}", ""),
    )
    columns = "".join(f'<th scope="col"{kind}>{text}</th>' for text, kind in heads)
    moved = [(each, {one.issue: one for one in moves(each, found)}) for each in earlier]
    equal = tie_wording.among(found.ranked, found.scheme)
    marks = {issue: f"<small>({each.mark})</small>" for issue, each in equal.items()}
    rows = "".join(
        _row(found, one, bars[one.issue], _moved(one.issue, moved), marks.get(one.issue, ""))
        for one in found.ranked
    )
    caption = f"{found.partnership.name}, {found.period.dates}: {found.scheme.label}"
    return framed("ranked", caption, columns, rows) + notes_under(equal) + _key(found)


def notes_under(equal: Mapping[str, EqualScores]) -> str:
    """Say under a table what the marks beside its scores mean."""
    return "".join(f'<p class="quiet">{html(each)}</p>' for each in tie_wording.notes(equal))


def _row(
    found: Matrix, one: Ranked, bars: Sequence[Sequence[Segment]], moved: str, mark: str
) -> str:
    label = found.label(one.issue)
    scored, reach = one.scored, found.ranges[one.issue]
    return (
        f'<tr><td class="rank">{risk_wording.rank(one)}</td>'
        f'<th scope="row">{html(label)}{moved}{_judged(found, one.issue)}</th>'
        f'<td class="score">{risk_wording.number(scored.score)}{mark}</td>'
        f'<td class="words band">{_band(found, one)}</td>'
        f'<td class="words made-of">{"".join(map(_bar, bars))}</td>'
        f'<td class="words" data-name="Confidence">{scored.confidence}{_missing(one)}</td>'
        f'<td class="words" data-name="Rank if weights vary">{risk_wording.rank_range(reach)}</td>'
        f'<td data-name="In the top {TOP_N}">{risk_wording.top_share(reach)}</td></tr>'
    )


def _moved(issue: str, moved: Sequence[tuple[EarlierRanking, Mapping[str, RankMove]]]) -> str:
    """Say how it moved; that it was not in a printed top says nothing of it."""
    return "".join(
        f"<small>{html(year_wording.heading(before))}: "
        f"{html(year_wording.moved(by_issue[issue], before))}</small>"
        for before, by_issue in moved
        if by_issue[issue].move is not RankChange.NOT_PRINTED
    )


def _judged(found: Matrix, issue: str) -> str:
    """Say how many scores from data people have overridden."""
    count = sum(
        each.is_overridden for cell, each in found.effective_scores.items() if cell[0] == issue
    )
    if not count:
        return ""
    return f"<small>{count_of(count, 'score')} from data overridden</small>"


def _missing(one: Ranked) -> str:
    count = len(one.scored.missing)
    return f"<small>{count} missing</small>" if count else ""


def _band(found: Matrix, one: Ranked) -> str:
    band = one.scored.band
    if band is None:
        return "no score"
    fill, _ = band_colours(found.scheme.bands.index(band))
    return f'<i class="swatch" style="background:{fill}"></i>{html(band.label)}'


def _bar(segments: Sequence[Segment]) -> str:
    said = ", ".join(
        f"{each.criterion.label} {risk_wording.number(each.given)}" for each in segments
    )
    drawn = "".join(
        f'<i style="width:{each.percent:.2f}%;background:{each.fill};color:{each.letters}" '
        f'title="{html(each.criterion.label)}: {risk_wording.number(each.given)}">'
        f"{risk_wording.number(each.given) if each.has_room else ''}</i>"
        for each in segments
    )
    return (
        f'<span class="unseen">{html(said)}</span>'
        f'<span class="parts-bar" aria-hidden="true">{drawn}</span>'
    )


def _key(found: Matrix) -> str:
    fills = score_bars.colours(found.scheme)
    items = "".join(
        f'<li><i style="background:{fills[each.id][0]}"></i>{html(each.label)}</li>'
        for each in found.scheme.counted
    )
    return f'<ul class="key">{items}</ul>'
