"""An item over the waves of a survey, in words."""

from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey.survey_wording import item_in_words, wave_name, whole
from assessment.periods import joined
from assessment.survey.summaries.wave_difference import DifferenceVerdict
from assessment.survey.summaries.wave_trend import Trend, TrendPoint

CLEAR = {
    DifferenceVerdict.HIGHER: "higher than {} by more than chance",
    DifferenceVerdict.LOWER: "lower than {} by more than chance",
}
TURNED_ROUND = {
    DifferenceVerdict.HIGHER: DifferenceVerdict.LOWER,
    DifferenceVerdict.LOWER: DifferenceVerdict.HIGHER,
}


def followed(trend: Trend) -> Markdown:
    """Say what each wave says about an item, and which the one shown clearly differs from."""
    points = "; ".join(map(_point, trend.points))
    return f"**{markdown(item_in_words(trend.item))}**: {points}. {_judged(trend)}"


def standing(point: TrendPoint) -> str:
    """Say how a wave stands to the one shown: where that is clearly higher, this one is lower."""
    if point.against is None:
        return "itself"
    verdict = point.against.verdict
    return TURNED_ROUND.get(verdict, verdict).value


def _shown(trend: Trend) -> TrendPoint:
    return next(point for point in trend.points if point.against is None)


def _point(point: TrendPoint) -> Markdown:
    side = point.side
    share = f"{whole(side.percent)} ({side.count:,} of {side.base:,})"
    return f"{markdown(wave_name(point.wave))}, {share}"


def _judged(trend: Trend) -> Markdown:
    clear: dict[DifferenceVerdict, list[str]] = {verdict: [] for verdict in CLEAR}
    for point in trend.points:
        if point.against and point.against.verdict in CLEAR:
            share = f"the {whole(point.side.percent)} of the {wave_name(point.wave)}"
            clear[point.against.verdict].append(share)
    verdicts = [
        CLEAR[verdict].format(joined([*map(markdown, names)]))
        for verdict, names in clear.items()
        if names
    ]
    if verdicts:
        return f"The {whole(_shown(trend).side.percent)} of the wave shown is {joined(verdicts)}."
    return "No wave differs from the one shown by more than chance."
