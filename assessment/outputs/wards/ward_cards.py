"""The figures of a ward as cards, and its quarters as a chart."""

from assessment.outputs.charts.line_chart import Line, LineChart
from assessment.outputs.charts.roles import Role
from assessment.outputs.escaping import Html, html
from assessment.outputs.wards.ward_wording import (
    PLACED_OTHERWISE,
    change_in_words,
    number,
    rank_in_words,
)
from assessment.patterns.wards import WardFigure, WardProfile


def ward_cards(profile: WardProfile) -> Html:
    """Return the first figures of a ward as cards."""
    cards = "".join(_card(figure, profile.wards) for figure in profile.cards)
    return f'<div class="cards">{cards}</div>'


def _card(figure: WardFigure, wards: int) -> Html:
    before = f"{number(figure.before)} in the year before"
    placed = PLACED_OTHERWISE if figure.placed_otherwise else ""
    lines = (before, change_in_words(figure), placed, rank_in_words(figure, wards))
    said = "".join(f"<p>{html(line)}</p>" for line in lines if line)
    return (
        f'<section class="card"><h3>{html(figure.measure.label)}</h3>'
        f'<p class="number">{html(number(figure.now))}</p>{said}</section>'
    )


def quarters_chart(profile: WardProfile) -> LineChart:
    """Describe all offences of two years by quarter."""
    values = tuple(count for _, count in profile.quarters)
    known = [count for count in values if count is not None]
    span = f"between about {min(known):,} and {max(known):,}" if known else "not known"
    title = f"All crime in {profile.ward.name} by quarter: {span}"
    return LineChart(
        title,
        "offences in three months, rounded",
        tuple(f"from {month:%b %Y}" for month, _ in profile.quarters),
        (Line("All crime", values, Role.NOW, has_points=True, is_named=False),),
        f"Line chart: {title}. Every quarter is in the table below the chart.",
        time_name="Three months",
        nothing="not wholly known",
    )
