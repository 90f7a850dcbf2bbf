"""What the public is told of one ward: the same to everybody who asks, whoever that is.

A measure is told by ward where every ward of the place has at least five of it in both years, and
then in each rounded to the nearest five by itself. So nothing is told of few, and what is told
gives back nothing that is not, by no sum or difference, also beside the district's own numbers.
Sexual offences, and what flags and partners count, are not told below districts. The year is the
latest that is whole: nobody chooses another, whose difference from it would be of some months.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes import By, Change, Place, Question, Verdict, default_question
from assessment.changes.comparison import judged
from assessment.definitions import Measure, MeasureKind
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.periods import PeriodKind, latest_ending
from assessment.permissions import needs
from assessment.workspace import Workspace

# Numbers are told to the nearest five, and none that is fewer.
STEP = FEWEST_TOLD = 5
# Of fewer in either year nothing is said of how they changed, and no rank is given.
FEWEST_COMPARED = 20
# Never below districts.
ABOUT_FEW = frozenset({"sexual-offences"})
ALL_CRIME = "all-crime"
LEADING = frozenset({ALL_CRIME, "anti-social-behaviour"})
CARDS = 5
QUARTER = 3


@dataclass(frozen=True, order=True)
class Ward:
    """A ward with its district; `name` tells it apart where several have its name."""

    name: str
    code: str | None = None


@dataclass(frozen=True)
class WardFigure:
    """A measure in a ward: rounded counts of both years, None for one that is not wholly known.

    `verdict` is None where too few are counted, or a change cannot be compared. It is
    `placed_otherwise` where the share of records that name no ward moved, and the verdict holds
    with those shared out. `rank` is 1 for the ward with the most.
    """

    measure: Measure
    now: int | None
    before: int | None
    verdict: Verdict | None
    unusual: bool | None
    rank: int | None
    placed_otherwise: bool = False


@dataclass(frozen=True)
class WardProfile:
    """A ward among the `wards` of its partnership.

    `cards` are the figures that come first, `rose` and `fell` those with a clear change. `quarters`
    are all offences by quarter, the first month of each, rounded as the others; there are none
    where a quarter has fewer than five.
    """

    ward: Ward
    question: Question
    wards: int
    cards: tuple[WardFigure, ...]
    rose: tuple[WardFigure, ...]
    fell: tuple[WardFigure, ...]
    quarters: tuple[tuple[date, int | None], ...]


@needs(Permission.READ_FIGURES, of="place")
def wards_of(workspace: Workspace, place: Place) -> tuple[Ward, ...]:
    """Return the wards of a place that records name, by name; none where no record names one."""
    return tuple(sorted({_ward(change) for change in _changes(workspace, place)}))


@needs(Permission.READ_FIGURES, of="place")
def ward_profile(workspace: Workspace, place: Place, ward: str) -> WardProfile:
    """Return what the public is told of a ward. Raises InvalidRequest for an unknown one."""
    question, changes = _question(workspace, place), _changes(workspace, place)
    own = [change for change in changes if change.area == ward]
    if question is None or not own:
        raise InvalidRequest(f"No records of {place.label} name a ward '{ward}'.")
    ranks, few = _ranks(changes), _with_few(changes)
    figures = [
        _figure(change, ranks)
        for change in own
        if _is_told(change.measure) and change.measure.id not in few
    ]
    leading = [figure for figure in figures if figure.measure.id in LEADING]
    others = sorted(
        (figure for figure in figures if figure not in leading), key=lambda f: -(f.now or 0)
    )
    return WardProfile(
        _ward(own[0]),
        question,
        len({change.area for change in changes}),
        (*leading, *others)[:CARDS],
        tuple(figure for figure in figures if figure.verdict is Verdict.RISE),
        tuple(figure for figure in figures if figure.verdict is Verdict.FALL),
        () if ALL_CRIME in few else _quarters(own, question),
    )


def told(count: int | None) -> int | None:
    """Return a count as the public is told it: to the nearest five."""
    return None if count is None else STEP * ((count + STEP // 2) // STEP)


def _question(workspace: Workspace, place: Place) -> Question | None:
    """Return the latest whole year and the one before; None where nothing is covered."""
    try:
        usual = default_question(workspace, place)
    except InvalidRequest:
        return None
    period = latest_ending(PeriodKind.ROLLING_12, usual.period.last_day.replace(day=1))
    return Question(place, period, period.year_before(), usual.measure_set, By.WARD)


def _changes(workspace: Workspace, place: Place) -> Sequence[Change]:
    question = _question(workspace, place)
    if question is None:
        return ()
    changes = judged(workspace, question).changes
    return [change for change in changes if change.is_area_given]


def _ward(change: Change) -> Ward:
    return Ward(change.area, change.area_code)


def _with_few(changes: Iterable[Change]) -> frozenset[str]:
    """Return the measures of which some ward has too few in either year."""
    return frozenset(
        change.measure.id
        for change in changes
        for count in (change.previous, change.current)
        if count is not None and count < FEWEST_TOLD
    )


def _is_told(measure: Measure) -> bool:
    is_group = measure.kind in (MeasureKind.OFFENCE, MeasureKind.INCIDENT) and measure.level == 1
    return measure.id in LEADING or (is_group and measure.id not in ABOUT_FEW)


def _figure(change: Change, ranks: Mapping[tuple[str, str], int]) -> WardFigure:
    counts = (change.previous, change.current)
    known = [count for count in counts if count is not None]
    is_enough = len(known) == 2 and min(known) >= FEWEST_COMPARED
    is_compared = is_enough and change.verdict is not Verdict.NOT_COMPARABLE
    return WardFigure(
        change.measure,
        told(change.current),
        told(change.previous),
        change.verdict if is_compared else None,
        change.unusual if is_compared else None,
        ranks.get((change.measure.id, change.area)) if is_enough else None,
        placed_otherwise=is_compared and bool(change.beside),
    )


def _ranks(changes: Iterable[Change]) -> dict[tuple[str, str], int]:
    """Rank the wards of each measure by what they are told to have, the most first."""
    by_measure: dict[str, list[tuple[int, str]]] = {}
    for change in changes:
        by_measure.setdefault(change.measure.id, []).append(
            (told(change.current) or 0, change.area)
        )
    return {
        (measure, area): 1 + sum(other > count for other, _ in counts)
        for measure, counts in by_measure.items()
        for count, area in counts
    }


def _quarters(own: Sequence[Change], question: Question) -> tuple[tuple[date, int | None], ...]:
    """Return all offences of both years by quarter; None where a month of one is not known."""
    whole = next((change for change in own if change.measure.id == ALL_CRIME), None)
    if whole is None:
        return ()
    months = (*question.comparison.months(), *question.period.months())
    counts = (*whole.previous_months, *whole.current_months)
    if len(counts) < len(months):
        return ()
    starts = range(0, len(months), QUARTER)
    sums = [_sum(counts[at : at + QUARTER]) for at in starts]
    if any(n is not None and n < FEWEST_TOLD for n in sums):
        return ()
    return tuple((months[at], told(n)) for at, n in zip(starts, sums, strict=True))


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
