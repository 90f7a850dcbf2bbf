"""A column that says what each answer weighs: which it is, and whether it can be used."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.numbers import count_of
from assessment.store import Writer
from assessment.survey.reading.export.question_headers import ExportColumn
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, Use


@dataclass(frozen=True)
class WeightColumns:
    """The columns that may be weights, and the one that is used, if that is clear."""

    candidates: tuple[ExportColumn, ...]
    used: ExportColumn | None


def are_weights(sample: Sequence[str]) -> bool:
    """Tell whether cells are numbers that may be weights: none is less than 0."""
    try:
        return bool(sample) and all(float(text) >= 0 for text in sample)
    except ValueError:
        return False


def weight_column(
    columns: Sequence[ExportColumn],
    uses: Mapping[int, Use | None],
    decisions: Mapping[str, Decision],
) -> WeightColumns:
    """Return which column weighs the answers: the one decided, else the only one there is."""
    candidates = [column for column in columns if uses[column.at] is Use.WEIGHT]
    said = {c.at: decisions.get(c.name, Decision()).weight for c in candidates}
    chosen = [column for column in candidates if said[column.at]]
    open_ones = [column for column in candidates if said[column.at] is None]
    if len(chosen) == 1:
        return WeightColumns((), chosen[0])
    if not chosen and len(open_ones) == 1:
        return WeightColumns((), open_ones[0])
    return WeightColumns(tuple(chosen or open_ones), None)


def weight_doubts(
    writer: Writer, weights: WeightColumns, respondents: int
) -> Iterator[tuple[str, Doubt]]:
    """Yield, by header, what keeps a column from being used, and which of several is meant."""
    for column in weights.candidates:
        yield (
            column.name,
            Doubt(
                column.name,
                DoubtKind.WEIGHT,
                f"{len(weights.candidates)} columns look like weights. Say whether answers "
                "are to be weighted by this one.",
                blocks=True,
                suggestion=Decision(weight=True),
            ),
        )
    if weights.used is None:
        return
    ((filled, wrong),) = writer.rows("check_survey_weights", position=weights.used.at)
    name = weights.used.name
    if wrong:
        answers = count_of(wrong, "answer has", "answers have")
        yield (
            name,
            Doubt(
                name,
                DoubtKind.WEIGHT,
                f"{answers} a weight that is no number, or less than 0, and would weigh nothing. "
                "Say whether answers are to be weighted by this column.",
                blocks=True,
                suggestion=Decision(weight=True),
            ),
        )
    elif filled < respondents:
        answers = count_of(respondents - filled, "answer has", "answers have")
        yield (
            name,
            Doubt(
                name,
                DoubtKind.WEIGHT,
                f"{answers} no weight: they are in no weighted share.",
                blocks=False,
            ),
        )
