"""Two waves beside each other, and an item over all of them, as they leave the product."""

from collections.abc import Sequence

from assessment.numbers import rounded
from assessment.outputs.survey.difference_wording import REAL_DIFFERENCE, verdict_against_shown
from assessment.outputs.survey.survey_tables import SHARE, about_wave, rounded_share
from assessment.outputs.survey.survey_wording import wave_in_words
from assessment.outputs.table_notes import Notes
from assessment.outputs.tables import CHANCE, COUNT, MADE_UP, Cell, Column, Table
from assessment.survey.comparison.wave_difference import (
    Comparison,
    Difference,
    MeanDifference,
    WaveShare,
)
from assessment.survey.comparison.wave_trend import Trend, TrendPoint

IN_HUNDREDTHS = "0.00"
MEANS_APART = "+0.00;-0.00;0.00"
DIFFERENCES = (
    Column("Question", 44),
    Column("Answer", 40),
    Column("People (first)", 10, COUNT),
    Column("Base (first)", 10, COUNT),
    Column("Share (first, %)", 10, SHARE),
    Column("Weighted (first, %)", 10, SHARE),
    Column("Effective base (first)", 10, SHARE),
    Column("People (second)", 10, COUNT),
    Column("Base (second)", 10, COUNT),
    Column("Share (second, %)", 10, SHARE),
    Column("Weighted (second, %)", 10, SHARE),
    Column("Effective base (second)", 10, SHARE),
    Column("Difference (points)", 12, "+0.0;-0.0;0.0"),
    Column("p", 8, CHANCE),
    Column("p adjusted", 10, CHANCE),
    Column("Verdict", 20),
    Column("Reason", 50),
    Column("Not decided (first)", 50),
    Column("Not decided (second)", 50),
    Column("Question id", for_programs=True),
    MADE_UP,
)

# Of numbers that people gave, where both waves asked for one.
MEANS = (
    Column("Mean (first)", 10, IN_HUNDREDTHS),
    Column("Weighted mean (first)", 10, IN_HUNDREDTHS),
    Column("Mean (second)", 10, IN_HUNDREDTHS),
    Column("Weighted mean (second)", 10, IN_HUNDREDTHS),
    Column("Difference of means", 12, MEANS_APART),
    Column("Likely range from", 10, MEANS_APART),
    Column("Likely range to", 10, MEANS_APART),
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
    Column("Share unweighted (%)", 10, SHARE),
    Column("Likely range from (%)", 13, SHARE),
    Column("Likely range to (%)", 13, SHARE),
    Column("Against the wave shown", 20),
    Column("Not decided", 50),
    MADE_UP,
)

HOW_TO_COMPARE = (
    REAL_DIFFERENCE,
    "no clear difference: who happened to answer could account for it.",
    "not comparable: the question or its answers were not the same; the reason stands in the row.",
)


def comparison_table(comparison: Comparison) -> Table:
    """Return two waves item by item."""
    about = (
        *about_wave(comparison.a),
        f"Compared with: {wave_in_words(comparison.b)} ({comparison.b.id})",
    )
    notes: Notes = (
        ("How to read the verdicts", HOW_TO_COMPARE),
        ("Caveats", comparison.caveats or ("None.",)),
    )
    columns: tuple[Column, ...] = DIFFERENCES
    rows = [_difference(comparison, row) for row in comparison.rows]
    if comparison.means:
        columns = (*DIFFERENCES, *MEANS)
        nothing: tuple[Cell, ...] = (None,) * len(MEANS)
        rows = [(*row, *nothing) for row in rows]
        rows += [_means(comparison, row) for row in comparison.means]
    title = f"What differs: {comparison.a.id} and {comparison.b.id}"
    return Table(title, about, columns, tuple(rows), notes, "Comparison")


def trends_table(trends: Sequence[Trend]) -> Table:
    """Return every item that can be followed over the waves of a survey, a row for each wave."""
    (shown,) = {point.wave for trend in trends for point in trend.points if point.against is None}
    rows = tuple(_point(trend, point) for trend in trends for point in trend.points)
    notes: Notes = (("How to read the verdicts", HOW_TO_COMPARE),)
    title = f"From wave to wave: {shown.survey_name}"
    return Table(title, about_wave(shown), FOLLOWED, rows, notes, "Waves")


def _point(trend: Trend, point: TrendPoint) -> tuple[Cell, ...]:
    wave, side, item = point.wave, point.side, trend.item
    return (
        *(item.wording, item.option, wave.id, wave.mode.in_words),
        *(day.isoformat() if day else None for day in (wave.first_day, wave.last_day)),
        *(side.count, side.base),
        *map(rounded_share, (side.compared, side.percent, point.low, point.high)),
        verdict_against_shown(point),
        " ".join(point.doubts),
        "yes" if wave.synthetic else "no",
    )


def _difference(comparison: Comparison, row: Difference) -> tuple[Cell, ...]:
    return (
        row.wording,
        row.option,
        *_side(row.a),
        *_side(row.b),
        rounded_share(row.difference),
        row.p,
        row.p_adjusted,
        row.verdict.value,
        row.reason,
        " ".join(row.doubts_a),
        " ".join(row.doubts_b),
        row.question,
        "yes" if comparison.a.synthetic or comparison.b.synthetic else "no",
    )


def _means(comparison: Comparison, row: MeanDifference) -> tuple[Cell, ...]:
    """Return a difference of means; of shares it has none."""
    no_shares = Difference(
        question=row.question,
        wording=row.wording,
        concept=row.concept,
        option="on average",
        is_net=False,
        a=None,
        b=None,
        comparable=False,
        p=row.p,
        p_adjusted=row.p_adjusted,
        verdict=row.verdict,
        reason=row.reason,
        doubts_a=row.doubts_a,
        doubts_b=row.doubts_b,
    )
    a, b = ((side.mean, side.weighted_mean) if side else (None, None) for side in (row.a, row.b))
    numbers = (*a, *b, row.difference, row.low, row.high)
    hundredths = (None if number is None else float(rounded(number, 2)) for number in numbers)
    return (*_difference(comparison, no_shares), *hundredths)


def _side(side: WaveShare | None) -> tuple[Cell, ...]:
    if side is None:
        return (None, None, None, None, None)
    shares = map(rounded_share, (side.percent, side.weighted_percent, side.effective_base))
    return (side.count, side.base, *shares)
