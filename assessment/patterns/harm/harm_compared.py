"""The harm of every measure in two periods, and where it stands by number and by harm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.chance import LEVEL, Z_95, adjusted, two_sided
from assessment.changes.answer import Change, Verdict
from assessment.changes.compared_rows import SMALL
from assessment.changes.comparison import judged
from assessment.changes.question import By, Question
from assessment.definitions import HARM, SEVERITY, WEIGHT_SETS, Measure
from assessment.errors import InvalidRequest
from assessment.patterns.crime_harm import Harm, Range
from assessment.patterns.harm.harm_ranks import Ranks, ranks_of
from assessment.patterns.harm.recorded_harm import Weighing, recorded_harm
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

WHOLE_MONTHS = "Harm is counted in whole months: choose a period that begins and ends with one."


@dataclass(frozen=True)
class MeasureHarm:
    """A measure with its records and their harm in both periods; `change` is Year on year's.

    Harm is the least and the most that it can be, 0 where nothing is recorded, None where its
    period is not covered or too little has a weight. `difference` is now less before with its 95%
    interval, as counting and the months vary; None where either is a range, or they are not
    compared. `ranks` are among the measures of its level that have harm, `ranks_beside` among those
    that have it by the other set of weights.
    """

    change: Change
    of_before: Harm
    of_now: Harm
    before: Range | None
    now: Range | None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    p_adjusted: float | None = None
    ranks: Ranks | None = None
    ranks_beside: Ranks | None = None

    @property
    def measure(self) -> Measure:
        """What is counted."""
        return self.change.measure

    @property
    def is_clear(self) -> bool:
        """Whether chance alone hardly brings such a difference.

        Where all records weigh the same, harm has changed just as their number has.
        """
        if not (self.of_before.deviation or self.of_now.deviation):
            return self.change.verdict in (Verdict.RISE, Verdict.FALL)
        if self.p_adjusted is None or self.low is None or self.high is None:
            return False
        return self.p_adjusted < LEVEL and not self.low <= 0 <= self.high


@dataclass(frozen=True)
class RecordedHarm:
    """The harm of every measure that has a record, by one set of weights; `beside` is the other."""

    question: Question
    weighing: Weighing
    rows: tuple[MeasureHarm, ...]

    @property
    def beside(self) -> str:
        """The set of weights whose places stand beside: severity, or of that the harm index."""
        return HARM if self.weighing.weights == SEVERITY else SEVERITY


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def harm_compared(
    workspace: Workspace, question: Question, weights: str = HARM, *, without_found: bool = False
) -> RecordedHarm:
    """Weigh the records of every measure of the set, in both periods.

    Raises InvalidRequest for periods that cut months, and for unknown weights, sets and measures.
    """
    if not question.is_whole_months:
        raise InvalidRequest(WHOLE_MONTHS)
    if weights not in WEIGHT_SETS:
        raise InvalidRequest(
            f"There are no weights {weights}. There are: {', '.join(WEIGHT_SETS)}."
        )
    weighing = Weighing(weights, without_found)
    judgement = judged(workspace, replace(question, by=By.MEASURE, measure=None))
    before, now = (
        recorded_harm(workspace, judgement.comparability, period, weighing)
        for period in (question.comparison, question.period)
    )
    rows = [
        _row(change, before[change.measure.id], now[change.measure.id])
        for change in judgement.changes
        if change.previous or change.current
    ]
    answer = RecordedHarm(question, weighing, tuple(_ranked(_tested_together(rows))))
    other = recorded_harm(
        workspace,
        judgement.comparability,
        question.period,
        Weighing(answer.beside, without_found),
    )
    every = _beside(answer.rows, other)
    asked = [row for row in every if question.measure in (None, row.measure.id)]
    return replace(answer, rows=tuple(asked))


def _beside(rows: Sequence[MeasureHarm], other: Mapping[str, Harm]) -> list[MeasureHarm]:
    """Set the places by other weights beside those of the rows."""
    otherwise = [
        replace(row, now=_total(other[row.measure.id], row.change.current)) for row in rows
    ]
    return [
        replace(row, ranks_beside=by_other.ranks)
        for row, by_other in zip(rows, _ranked(otherwise), strict=True)
    ]


def _row(change: Change, before: Harm, now: Harm) -> MeasureHarm:
    row = MeasureHarm(
        change, before, now, _total(before, change.previous), _total(now, change.current)
    )
    if change.verdict is Verdict.NOT_COMPARABLE or min(before.weighed, now.weighed) < SMALL:
        return row
    if row.before is None or row.now is None or not (before.is_exact and now.is_exact):
        return row
    difference = row.now[0] - row.before[0]
    # A sum of so many offences: the variance of their number and of their weights.
    spread = change.dispersion or 1.0
    error = (spread * (_variance(before) + _variance(now))) ** 0.5
    return replace(
        row,
        difference=difference,
        low=difference - Z_95 * error,
        high=difference + Z_95 * error,
        p_value=two_sided(difference / error),
    )


def _total(harm: Harm, records: int | None) -> Range | None:
    """Return the harm of all records; what the risk matrix says of it, it says here too."""
    if records is None:
        return None
    if not records:
        return 0.0, 0.0
    return None if harm.is_mostly_unweighed else harm.total


def _variance(harm: Harm) -> float:
    return harm.weighed * ((harm.least or 0.0) ** 2 + harm.deviation**2)


def _ranked(rows: Sequence[MeasureHarm]) -> list[MeasureHarm]:
    """Rank the measures of each level among those of them that have harm; totals stand alone."""
    ranks: dict[int, Ranks] = {}
    for level in {row.measure.level for row in rows} - {0}:
        weighed: Mapping[int, tuple[int, Range]] = {
            at: (row.change.current or 0, row.now)
            for at, row in enumerate(rows)
            if row.measure.level == level and row.now is not None
        }
        ranks |= zip(weighed, ranks_of(list(weighed.values())), strict=True)
    return [replace(row, ranks=ranks.get(at)) for at, row in enumerate(rows)]


def _tested_together(rows: Sequence[MeasureHarm]) -> list[MeasureHarm]:
    """Allow in the p of each row for how many rows of its level are tested."""
    p_adjusted: dict[int, float | None] = {}
    for level in {row.measure.level for row in rows}:
        places = [at for at, row in enumerate(rows) if row.measure.level == level]
        p_adjusted |= zip(places, adjusted([rows[at].p_value for at in places]), strict=True)
    return [replace(row, p_adjusted=p_adjusted[at]) for at, row in enumerate(rows)]
