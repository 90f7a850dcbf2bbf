"""Answers of a survey, and two waves beside each other, as they leave the product."""

from collections.abc import Sequence

from assessment.outputs.survey.survey_wording import wave_in_words
from assessment.outputs.survey.trend_wording import standing
from assessment.outputs.table_notes import Notes
from assessment.outputs.tables import CHANCE, COUNT, MADE_UP, SYNTHETIC, Cell, Column, Table
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.summaries.wave_difference import Comparison, Difference, WaveShare
from assessment.survey.summaries.wave_trend import Trend, TrendPoint
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.weighting_effect import Represented

SHARE = "0.0"
ANSWERS = (
    Column("Question", 44),
    Column("Answer", 40),
    Column("Group", 24),
    Column("People", 10, COUNT),
    Column("Base", 10, COUNT),
    Column("Share (%)", 10, SHARE),
    Column("Likely range from (%)", 13, SHARE),
    Column("Likely range to (%)", 13, SHARE),
    Column("Weighted share (%)", 11, SHARE),
    Column("Weighted from (%)", 11, SHARE),
    Column("Weighted to (%)", 11, SHARE),
    Column("Place", 8, COUNT),
    Column("Mean rank", 10, SHARE),
    Column("Mean", 10, SHARE),
    Column("Withheld", 11),
    Column("Question id", for_programs=True),
    Column("Side taken together", for_programs=True),
    MADE_UP,
)
DIFFERENCES = (
    Column("Question", 44),
    Column("Answer", 40),
    Column("People (first)", 10, COUNT),
    Column("Base (first)", 10, COUNT),
    Column("Share (first, %)", 10, SHARE),
    Column("People (second)", 10, COUNT),
    Column("Base (second)", 10, COUNT),
    Column("Share (second, %)", 10, SHARE),
    Column("Difference (points)", 12, "+0.0;-0.0;0.0"),
    Column("p", 8, CHANCE),
    Column("p adjusted", 10, CHANCE),
    Column("Verdict", 20),
    Column("Reason", 50),
    Column("Question id", for_programs=True),
    MADE_UP,
)
REPRESENTED = (
    Column("Variable", 12),
    Column("Category", 30),
    Column("People who answered", 12, COUNT),
    Column("Share of those who answered (%)", 14, SHARE),
    Column("Population", 12, COUNT),
    Column("Share of the population (%)", 14, SHARE),
    Column("Difference (points)", 12, "+0.0;-0.0;0.0"),
    Column("Source of the population", 60),
    MADE_UP,
)
FOLLOWED = (
    Column("Question", 44),
    Column("Answer", 40),
    Column("Wave", 26),
    Column("Asked", 30),
    Column("From", 12),
    Column("To", 12),
    Column("People", 10, COUNT),
    Column("Base", 10, COUNT),
    Column("Share (%)", 10, SHARE),
    Column("Likely range from (%)", 13, SHARE),
    Column("Likely range to (%)", 13, SHARE),
    Column("Against the wave shown", 20),
    MADE_UP,
)
HOW_TO_READ = (
    "Share: of everybody who gave any answer to the question, those who did not know included.",
    "Likely range: Wilson's 95% interval. For a self-selected survey, as if it were a random "
    "sample.",
    "Mean: of the numbers that people gave.",
    "withheld: a group of fewer than 10, or one whose numbers would give such a group away; for "
    "partners also a question that fewer than 5 answered.",
)
HOW_TO_COMPARE = (
    "higher, lower: the difference is larger than chance would explain, after allowing for how "
    "many items are tested at once.",
    "no clear difference: chance could account for it.",
    "not comparable: the question or its answers were not the same; the reason stands in the row.",
)


def answers_table(summary: Summary) -> Table:
    """Return the answers of a wave, each row with its base so that it can stand alone."""
    wave = summary.wave
    notes: Notes = (
        ("How to read the shares", HOW_TO_READ),
        ("Caveats", summary.caveats or ("None.",)),
    )
    if summary.weights:
        notes += (("What shares are weighted to", summary.weights.sources),)
    rows = tuple(_answer(wave, row) for row in summary.rows)
    return Table(
        f"What people say: {wave.survey_name}", _about(wave), ANSWERS, rows, notes, "Answers"
    )


def comparison_table(comparison: Comparison) -> Table:
    """Return two waves item by item."""
    about = (
        *_about(comparison.a),
        f"Compared with: {wave_in_words(comparison.b)} ({comparison.b.id})",
    )
    notes: Notes = (
        ("How to read the verdicts", HOW_TO_COMPARE),
        ("Caveats", comparison.caveats or ("None.",)),
    )
    rows = tuple(_difference(comparison, row) for row in comparison.rows)
    title = f"What differs: {comparison.a.id} and {comparison.b.id}"
    return Table(title, about, DIFFERENCES, rows, notes, "Comparison")


def represented_table(wave: Wave, beside: Sequence[Represented]) -> Table:
    """Return who answered beside the population, with the source of each figure about it."""
    made_up = "yes" if wave.synthetic else "no"
    rows = tuple(
        (
            *(
                category.variable,
                category.category,
                category.respondents,
                _rounded(category.respondent_percent),
            ),
            *(category.people, _rounded(category.population_percent)),
            _rounded(category.respondent_percent - category.population_percent),
            *(category.source, made_up),
        )
        for category in beside
    )
    return Table(f"Who answered: {wave.survey_name}", _about(wave), REPRESENTED, rows, (), "People")


def trends_table(trends: Sequence[Trend]) -> Table:
    """Return every item that can be followed over the waves of a survey, a row for each wave."""
    (shown,) = {point.wave for trend in trends for point in trend.points if point.against is None}
    rows = tuple(_point(trend, point) for trend in trends for point in trend.points)
    notes: Notes = (("How to read the verdicts", HOW_TO_COMPARE),)
    title = f"Over the waves: {shown.survey_name}"
    return Table(title, _about(shown), FOLLOWED, rows, notes, "Waves")


def _point(trend: Trend, point: TrendPoint) -> tuple[Cell, ...]:
    wave, side, item = point.wave, point.side, trend.item
    return (
        *(item.wording, item.option, wave.id, wave.mode.in_words),
        *(day.isoformat() if day else None for day in (wave.first_day, wave.last_day)),
        *(side.count, side.base, *map(_rounded, (side.percent, point.low, point.high))),
        standing(point),
        "yes" if wave.synthetic else "no",
    )


def _about(wave: Wave) -> tuple[str, ...]:
    synthetic = [SYNTHETIC] if wave.synthetic else []
    return (*synthetic, f"Survey: {wave.survey_name}", f"Wave: {wave_in_words(wave)} ({wave.id})")


def _answer(wave: Wave, row: SummaryRow) -> tuple[Cell, ...]:
    return (
        row.wording,
        row.option,
        row.group or "everyone",
        row.count,
        row.base,
        *map(_rounded, (row.percent, row.low, row.high)),
        *map(_rounded, (row.weighted_percent, row.weighted_low, row.weighted_high)),
        row.rank,
        _rounded(row.mean_rank),
        _rounded(row.mean),
        "withheld" if row.withheld else "",
        row.question,
        "yes" if row.is_net else "no",
        "yes" if wave.synthetic else "no",
    )


def _difference(comparison: Comparison, row: Difference) -> tuple[Cell, ...]:
    return (
        row.wording,
        row.option,
        *_side(row.a),
        *_side(row.b),
        _rounded(row.difference),
        row.p,
        row.p_adjusted,
        row.verdict.value,
        row.reason,
        row.question,
        "yes" if comparison.a.synthetic or comparison.b.synthetic else "no",
    )


def _side(side: WaveShare | None) -> tuple[Cell, ...]:
    return (side.count, side.base, _rounded(side.percent)) if side else (None, None, None)


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
