"""The ranked table: what each score is made of, how sure it is, and how firm the rank."""

from collections.abc import Sequence
from html import escape

from assessment.outputs import risk_parts, risk_wording
from assessment.outputs.risk_charts import band_colours
from assessment.outputs.risk_parts import Segment
from assessment.risk_matrix import Ranked
from assessment.risk_matrix.matrix import TOP_N, Matrix


def ranked_table(found: Matrix) -> str:
    """Return the issues by rank as HTML."""
    bars = risk_parts.bars(found.scheme, found.ranked)
    heads = (
        ("Rank", ""),
        ("Issue", ' class="words"'),
        (f"Score<small>{escape(risk_wording.out_of(found.scheme))}</small>", ""),
        ("Band", ' class="words"'),
        ("Made of", ' class="words made-of"'),
        ("Confidence", ' class="words"'),
        ("Rank if weights vary", ' class="words"'),
        (f"In the top {TOP_N}", ""),
    )
    columns = "".join(f'<th scope="col"{kind}>{text}</th>' for text, kind in heads)
    rows = "".join(_row(found, one, bars[one.issue]) for one in found.ranked)
    caption = f"{found.partnership.name}, {found.period.dates}: {found.scheme.label}"
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="ranked"><caption><span>{escape(caption)}</span></caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>{_key(found)}"
    )


def _row(found: Matrix, one: Ranked, bars: Sequence[Sequence[Segment]]) -> str:
    label = next(issue.label for issue in found.issues if issue.id == one.issue)
    scored, reach = one.scored, found.ranges[one.issue]
    return (
        f'<tr><td class="rank">{risk_wording.rank(one)}</td>'
        f'<th scope="row">{escape(label)}{_judged(found, one.issue)}</th>'
        f'<td class="score">{risk_wording.number(scored.score)}</td>'
        f'<td class="words band">{_band(found, one)}</td>'
        f'<td class="words made-of">{"".join(map(_bar, bars))}</td>'
        f'<td class="words" data-name="Confidence">{scored.confidence}{_missing(one)}</td>'
        f'<td class="words" data-name="Rank if weights vary">{risk_wording.rank_range(reach)}</td>'
        f'<td data-name="In the top {TOP_N}">{risk_wording.top_share(reach)}</td></tr>'
    )


def _judged(found: Matrix, issue: str) -> str:
    """Say how many scores from data people have overridden."""
    count = sum(each.is_overridden for cell, each in found.standing.items() if cell[0] == issue)
    if not count:
        return ""
    return f"<small>{count} {'score' if count == 1 else 'scores'} from data overridden</small>"


def _missing(one: Ranked) -> str:
    count = len(one.scored.missing)
    return f"<small>{count} missing</small>" if count else ""


def _band(found: Matrix, one: Ranked) -> str:
    band = one.scored.band
    if band is None:
        return "no score"
    fill, _ = band_colours(found.scheme.bands.index(band))
    return f'<i class="swatch" style="background:{fill}"></i>{escape(band.label)}'


def _bar(segments: Sequence[Segment]) -> str:
    said = ", ".join(
        f"{each.criterion.label} {risk_wording.number(each.given)}" for each in segments
    )
    drawn = "".join(
        f'<i style="width:{each.percent:.2f}%;background:{each.fill};color:{each.letters}" '
        f'title="{escape(each.criterion.label)}: {risk_wording.number(each.given)}">'
        f"{risk_wording.number(each.given) if each.has_room else ''}</i>"
        for each in segments
    )
    return (
        f'<span class="unseen">{escape(said)}</span>'
        f'<span class="parts-bar" aria-hidden="true">{drawn}</span>'
    )


def _key(found: Matrix) -> str:
    fills = risk_parts.colours(found.scheme)
    items = "".join(
        f'<li><i style="background:{fills[each.id][0]}"></i>{escape(each.label)}</li>'
        for each in found.scheme.counted
    )
    return f'<ul class="key">{items}</ul>'
