"""What differs between the waves of a survey, in words."""

from assessment.outputs.chance_wording import p_value
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey.asked_about import when_and_where
from assessment.outputs.survey.number_wording import mean_of_wave, means_apart
from assessment.outputs.survey.survey_wording import (
    SAFETY,
    inside,
    points,
    wave_name,
    whole,
)
from assessment.periods import joined
from assessment.survey.comparison.wave_difference import (
    Comparison,
    Difference,
    DifferenceVerdict,
    MeanDifference,
    WaveShare,
)
from assessment.survey.comparison.wave_trend import Trend, TrendPoint
from assessment.survey.questionnaire import Concept

TOPICS = {
    Concept.PROBLEM: "Problem",
    Concept.PRIORITY: "Priority",
    Concept.WOULD_HELP: "Would make people feel safer",
    Concept.AGE: "Age",
    Concept.SEX: "Sex",
    Concept.WARD: "Ward",
}
MORE_THAN_ANSWERING: Markdown = "by more than who happened to answer explains"
REAL_DIFFERENCE: Markdown = (
    "Is this a real difference? Higher and lower stand only where two waves differ "
    f"{MORE_THAN_ANSWERING}, as if they had been picked at random, and after allowing for how many "
    "items are tested at once."
)
CLEAR = {
    DifferenceVerdict.HIGHER: f"higher than {{}} {MORE_THAN_ANSWERING}",
    DifferenceVerdict.LOWER: f"lower than {{}} {MORE_THAN_ANSWERING}",
}
TURNED_ROUND = {
    DifferenceVerdict.HIGHER: DifferenceVerdict.LOWER,
    DifferenceVerdict.LOWER: DifferenceVerdict.HIGHER,
}


def followed(trend: Trend) -> Markdown:
    """Say what each wave says about an item, and which the one shown clearly differs from."""
    waves = "; ".join(map(_point, trend.points))
    return f"**{markdown(item_in_words(trend.item))}**: {waves}. {_judged(trend)}"


def verdict_against_shown(point: TrendPoint) -> str:
    """Say how a wave stands to the one shown: where that is clearly higher, this one is lower."""
    if point.against is None:
        return "itself"
    verdict = point.against.verdict
    return TURNED_ROUND.get(verdict, verdict).value


def doubtful(trend: Trend) -> list[Markdown]:
    """Say of each wave what was not decided of the item when it was loaded."""
    return [
        markdown(f"{point.wave.id}, not decided: {doubt}", 2000)
        for point in trend.points
        for doubt in point.doubts
    ]


def _shown(trend: Trend) -> TrendPoint:
    return next(point for point in trend.points if point.against is None)


def _point(point: TrendPoint) -> Markdown:
    return f"{markdown(wave_name(point.wave))}, {side_in_words(point.side)}"


def _judged(trend: Trend) -> Markdown:
    clear: dict[DifferenceVerdict, list[str]] = {verdict: [] for verdict in CLEAR}
    for point in trend.points:
        if point.against and point.against.verdict in CLEAR:
            share = f"the {whole(point.side.compared)} of the {wave_name(point.wave)}"
            clear[point.against.verdict].append(share)
    verdicts = [
        CLEAR[verdict].format(joined([*map(markdown, names)]))
        for verdict, names in clear.items()
        if names
    ]
    if verdicts:
        return f"The {whole(_shown(trend).side.compared)} of the wave shown is {joined(verdicts)}."
    return f"No wave differs from the one shown {MORE_THAN_ANSWERING}."


def compared(comparison: Comparison) -> Markdown:
    """Say in a sentence or two what clearly differs between two waves."""
    if not comparison.tested:
        return "Nothing could be tested."
    clear = [
        row
        for row in comparison.judged
        if row.verdict in (DifferenceVerdict.HIGHER, DifferenceVerdict.LOWER)
    ]
    differences = " ".join(
        f"{markdown(item_in_words(row))}: {markdown(difference(row))}." for row in clear
    )
    number = {0: "Nothing differs", 1: "**One item differs**"}.get(
        len(clear), f"**{len(clear)} items differ**"
    )
    tested = f"of {comparison.tested:,} tested together"
    return f"{number} {MORE_THAN_ANSWERING}, {tested}. {differences}".strip()


def difference(row: Difference | MeanDifference) -> str:
    """Return both shares, or means, and how far they are apart."""
    if row.a is None or row.b is None or row.difference is None:
        return row.reason
    if isinstance(row, MeanDifference):
        means = [mean_of_wave(side) for side in (row.a, row.b)]
        return f"{means[0]} against {means[1]}, {means_apart(row)}"
    sides = [side_in_words(side) for side in (row.a, row.b)]
    return f"{sides[0]} against {sides[1]}, {points(row.difference)}"


def side_in_words(side: WaveShare) -> Markdown:
    """Return a wave's share with its counts; a weighted one says so."""
    return f"{whole(side.compared)} ({counts_in_words(side)})"


def counts_in_words(side: WaveShare) -> Markdown:
    """Return how many of how many; of a weighted share, with what it is unweighted."""
    counts = f"{side.count:,} of {side.base:,}"
    if side.weighted_percent is None:
        return counts
    return f"weighted; unweighted {whole(side.percent)}, {counts}"


def chance(row: Difference | MeanDifference) -> str:
    """Return p after allowing for the other items, and nothing where nothing was tested."""
    return p_value(row.p_adjusted)


def item_in_words(row: Difference | MeanDifference) -> str:
    """Return what an item is about, the question being told in a word or two."""
    if isinstance(row, MeanDifference):
        return f"{row.wording}: on average"
    if row.concept in SAFETY:
        return f"Feel {inside(row.option)} {when_and_where(row)}"
    return f"{TOPICS.get(row.concept, row.wording)}: {inside(row.option)}"
