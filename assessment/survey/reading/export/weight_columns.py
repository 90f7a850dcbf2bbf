"""A column that says what each answer weighs: which it is, and whether it can be used."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.numbers import count_of
from assessment.store import Writer
from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.export.missing_codes import may_be_missing
from assessment.survey.reading.export.silent_cells import is_silence
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, Use

# In any country's spelling: 0.85, 0,85, 1,234.5, 1.2E-3.
WEIGHT = re.compile(r"(?:\d+|\d*[.,]\d+|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?)(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class WeightColumns:
    """The columns that may be weights, and the one that is used, if that is clear or decided."""

    candidates: tuple[ExportColumn, ...]
    used: ExportColumn | None
    is_decided: bool = False


def are_weights(sample: Sequence[str]) -> bool:
    """Tell whether cells are numbers that may be weights, but for codes of a few without one."""
    said = [text for text in sample if not is_silence(text) and not _is_below_zero(text)]
    return 2 * len(said) > len(sample) and all(map(WEIGHT.fullmatch, said))


def _is_below_zero(text: str) -> bool:
    return text.startswith("-") and may_be_missing(text)


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
        return WeightColumns((), chosen[0], is_decided=True)
    if not chosen and len(open_ones) == 1:
        return WeightColumns((), open_ones[0])
    return WeightColumns(tuple(chosen or open_ones), None)


def weight_doubts(
    writer: Writer, weights: WeightColumns, respondents: int
) -> Iterator[tuple[str, Doubt]]:
    """Yield, by header, what keeps a column from being used, and which of several is meant.

    The weights of the one that is used are written as numbers from here on.
    """
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
    writer.run("tidy_survey_weights", position=weights.used.at)
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
                blocks=not weights.is_decided,
                suggestion=None if weights.is_decided else Decision(weight=True),
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
