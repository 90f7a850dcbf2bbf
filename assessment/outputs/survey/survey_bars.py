"""Survey results as tables of bars: beside the population, beside the records, over the waves."""

from collections.abc import Iterator, Sequence

from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.bar_table import BarCell, BarRow, bar_table
from assessment.outputs.survey.difference_wording import item_in_words, verdict_against_shown
from assessment.outputs.survey.weighting_wording import population_of
from assessment.perception import Beside, Perception
from assessment.perception.perception_gap import A_GAP
from assessment.survey.comparison.wave_trend import Trend, TrendPoint
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.survey.weighting.weighting_effect import Represented

POPULATION = ("Answered", "People", "Population", "Difference")
RECORDS = ("Priority", "Residents", "Their place", "Recorded", "Place by harm")
WAVES = ("Wave", "Share", "People", "Likely range", "Against the wave shown")

MOST_SENTENCES = 4


def population_bars(margin: Sequence[Represented]) -> str:
    """Return those who answered beside the population, by one thing that tells them apart."""
    variable, population = margin[0].variable, population_of([margin[0].source])
    caption = f"By {variable}: a bar for those who answered, a mark for {population}"
    return bar_table(caption, (variable.capitalize(), *POPULATION), map(_of_population, margin))


def _of_population(group: Represented) -> BarRow:
    gap = wording.points(group.respondent_percent - group.population_percent)
    return BarRow(
        label=group.category,
        share=group.respondent_percent,
        span=(group.population_percent, group.population_percent),
        cells=(
            BarCell("share", wording.whole(group.respondent_percent)),
            BarCell("people", f"{group.respondents:,}", "people"),
            BarCell("range", wording.whole(group.population_percent), "population"),
            BarCell("weighted", gap, "difference"),
        ),
    )


def perception_sentences(perception: Perception) -> list[Markdown]:
    """Say which priorities residents and records place furthest apart, the widest gap first."""
    rows = perception.rows
    if not rows or any((beside.row.base or 0) < SMALLEST_BASE for beside in rows):
        return [wording.TOO_FEW]  # of one person's priorities, half would share a place
    placed = [row for row in rows if row.place is not None and row.volume_place is not None]
    apart = sorted((row for row in placed if _gap(row) >= A_GAP), key=_gap, reverse=True)
    sentences = [markdown(beside.sentence, 1000) for beside in apart[:MOST_SENTENCES]]
    return sentences or ["Residents and records are about of one mind."]


def _gap(beside: Beside) -> int:
    return abs((beside.place or 0) - (beside.volume_place or 0))


def perception_bars(perception: Perception) -> str:
    """Return what residents put first beside what is recorded."""
    caption = "Residents' priorities and the records"
    return bar_table(caption, RECORDS, map(_of_records, perception.rows))


def _of_records(beside: Beside) -> BarRow:
    row = beside.row
    return BarRow(
        label=row.option,
        share=row.percent,
        span=(row.low, row.high),
        cells=tuple(_record_cells(beside)),
        under=beside.recorded.reason if beside.recorded.volume is None else "",
    )


def _record_cells(beside: Beside) -> Iterator[BarCell]:
    yield BarCell("share", wording.whole(beside.row.percent))
    yield BarCell("people", _place(beside.place), "residents' place" if beside.place else "")
    volume = beside.recorded.volume
    number = "" if volume is None else f"{volume:,}"
    place = "" if beside.volume_place is None else f"place {beside.volume_place}"
    yield BarCell("range", number, "recorded", place)
    yield BarCell("weighted", _place(beside.harm_place), "by harm")


def _place(place: int | None) -> str:
    return "" if place is None else f"{place}"


def trend_bars(trend: Trend) -> str:
    """Return what each wave says of an item, the earliest first."""
    weighted = any(point.side.weighted_percent is not None for point in trend.points)
    shares = ", weighted shares" if weighted else ""
    caption = f"{item_in_words(trend.item)}, the earliest wave first{shares}"
    return bar_table(caption, WAVES, map(_of_wave, trend.points))


def _of_wave(point: TrendPoint) -> BarRow:
    side, name = point.side, wording.wave_name(point.wave)
    return BarRow(
        label=f"{name[:1].upper()}{name[1:]}",
        share=side.compared,
        span=(point.low, point.high),
        cells=(
            BarCell("share", wording.whole(side.compared)),
            BarCell("people", f"{side.count:,} of {side.base:,}"),
            BarCell("range", wording.interval(point.low, point.high), "likely"),
            BarCell("weighted", verdict_against_shown(point), "against the wave shown:"),
        ),
    )
