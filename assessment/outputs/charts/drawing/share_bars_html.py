"""Bars of shares as a list: each stands under the words that say it, so that nobody needs it."""

from assessment.outputs.charts.share_bars import Bar, BarGroup, Part, ShareBars
from assessment.outputs.escaping import Html, html


def share_bars_html(chart: ShareBars) -> Html:
    """Return the bars, under the key of their parts."""
    key = "".join(
        f'<li><i class="{part.fill}" aria-hidden="true"></i>{html(part.name)}</li>'
        for part in chart.parts
    )
    groups = "".join(_group(group, chart.parts) for group in chart.groups)
    return f'<ul class="shares-key">{key}</ul><ul class="shares">{groups}</ul>'


def _group(group: BarGroup, parts: tuple[Part, ...]) -> Html:
    bars = "".join(_bar(bar, parts) for bar in group.bars)
    said = f'<p class="{group.role}">{html(group.said)}</p>'
    return f"<li><h3>{html(group.name)}</h3>{said}{bars}</li>"


def _bar(bar: Bar, parts: tuple[Part, ...]) -> Html:
    whole = sum(bar.counts) or 1
    drawn = "".join(
        f'<i class="{part.fill}" style="width:{100 * n / whole:.2f}%"></i>'
        for part, n in zip(parts, bar.counts, strict=True)
        if n
    )
    track = f'<span class="whole" aria-hidden="true">{drawn}</span>'
    return f"<p><span>{html(bar.name)}: {html(bar.said)}</span>{track}</p>"
