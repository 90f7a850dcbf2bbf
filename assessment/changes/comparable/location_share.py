"""How many records name no place, before and now: a change of that share looks like a change.

Where more records are placed than a year before, every district and small area seems to rise. So
the share is told, and the change as it would be were the records without a place shared out in
proportion to those with one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.force_records import COMPARISON, PERIOD, force_records
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.question import By, Place, Question
from assessment.definitions import Measure, counted_under, districts, subject_of
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

# A share that moves by less than half a point moves no figure that anybody would report.
LEAST_SHIFT = 0.005


@dataclass(frozen=True)
class Placing:
    """Records of one period: all of them, and of these how many name a place.

    `whole` and `located` are those of the force, by district; `own` and `placed` those of the
    ground, by the areas that the rows are of. Where the rows are districts, `own` are all placed.
    """

    whole: int = 0
    located: int = 0
    own: int = 0
    placed: int = 0

    def __add__(self, other: "Placing") -> "Placing":
        return Placing(
            self.whole + other.whole,
            self.located + other.located,
            self.own + other.own,
            self.placed + other.placed,
        )

    @property
    def factor(self) -> float | None:
        """How many records stand behind each that is placed; None where none is."""
        if not self.located or not self.placed:
            return None
        return self.whole / self.located * self.own / self.placed


@dataclass(frozen=True)
class LocationShift:
    """The share of records without a place in both periods, where it moved.

    `before` and `now` are how many records stand behind each that is placed.
    """

    before: float
    now: float

    @property
    def shares(self) -> tuple[float, float]:
        """The shares without a place, in the comparison and in the period."""
        return 1 - 1 / self.before, 1 - 1 / self.now


@dataclass(frozen=True)
class LocationShares:
    """The shifts of a question's rows, by measure and grounds."""

    by_row: Mapping[tuple[str, tuple[str, ...]], LocationShift]

    def of(self, measure: Measure, grounds: tuple[str, ...]) -> LocationShift | None:
        """Return the shift of a row; None where the share is as it was."""
        return self.by_row.get((measure.id, grounds))


# What of a period is placed, by ground and source, and by what it is recorded under.
Placings = Mapping[tuple[str, str], Mapping[str, Placing]]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def location_shares(
    workspace: Workspace,
    question: Question,
    measures: Sequence[Measure],
    sources: ChosenSources,
    rows: Iterable[tuple[str, ...]],
) -> LocationShares:
    """Compare the shares without a place of both periods, for the grounds of every row.

    All that a force recorded needs no place; what is asked of anything smaller does.
    """
    if question.place.force and question.by is By.MEASURE:
        return LocationShares({})
    before, now = (_placings(workspace, question, span) for span in (COMPARISON, PERIOD))
    shifts = {
        (measure.id, grounds): _shift(
            list(_of_row(measure, grounds, sources, before)),
            list(_of_row(measure, grounds, sources, now)),
        )
        for grounds in rows
        for measure in measures
    }
    return LocationShares({row: shift for row, shift in shifts.items() if shift})


def _of_row(
    measure: Measure, grounds: Iterable[str], sources: ChosenSources, placings: Placings
) -> Iterator[Placing]:
    """Yield what is placed in each ground, of the sources that answer for a measure."""
    for ground in grounds:
        together = Placing()
        for leaf in counted_under(measure):
            subject = subject_of(leaf, measure.measure_set)
            source = sources.by_key[ground, subject].source
            together += placings.get((ground, source), {}).get(leaf, Placing())
        yield together


def _shift(before: Sequence[Placing], now: Sequence[Placing]) -> LocationShift | None:
    factor_before, factor_now = _together(before), _together(now)
    if factor_before is None or factor_now is None:
        return None
    shift = LocationShift(factor_before, factor_now)
    share_before, share_now = shift.shares
    return shift if abs(share_now - share_before) > LEAST_SHIFT else None


def _together(placings: Sequence[Placing]) -> float | None:
    """Return how many records stand behind each that is placed, over some grounds."""
    factors = [(placing.placed, placing.factor) for placing in placings]
    known = [(placed, factor) for placed, factor in factors if factor is not None]
    placed = sum(placed for placed, _ in known)
    return sum(placed * factor for placed, factor in known) / placed if placed else None


def _placings(workspace: Workspace, question: Question, span: int) -> Placings:
    """Read what is placed in the period or the comparison, by ground and source, and by leaf."""
    placings: dict[tuple[str, str], dict[str, Placing]] = {}
    for force, grounds in _grounds_by_force(question.place).items():
        rows = _placed(workspace, question, force, span)
        for ground in grounds:
            for source, leaf, placing in _of_ground(rows, ground, force):
                of_source = placings.setdefault((ground, source), {})
                of_source[leaf] = of_source.get(leaf, Placing()) + placing
    return placings


def _placed(
    workspace: Workspace, question: Question, force: str, span: int
) -> list[tuple[str, str, str, int, int]]:
    """Read a force's records by source, district and leaf: all, and those that name their area."""
    if question.is_by_small_area:
        period = question.period if span == PERIOD else question.comparison
        return workspace.store.kept_rows(
            "placed_records",
            force=force,
            districts=list(districts().of_force(force)),
            measure_sets=sets_searched(question.measure_set),
            area_kind=question.by,
            months=list(period.months()),
        )
    recorded = force_records(workspace, question, force)
    return [
        (source, district, leaf, counted.counts[span], counted.counts[span] if district else 0)
        for (source, district), by_leaf in recorded.by_district.items()
        for leaf, counted in by_leaf.items()
    ]


def _of_ground(
    rows: Iterable[tuple[str, str, str, int, int]], ground: str, force: str
) -> Iterator[tuple[str, str, Placing]]:
    for source, district, leaf, n, placed in rows:
        if ground == force:
            yield source, leaf, Placing(n, n, n, placed)
        else:
            is_own = district == ground
            yield (
                source,
                leaf,
                Placing(n, n if district else 0, n if is_own else 0, placed if is_own else 0),
            )


def _grounds_by_force(place: Place) -> Mapping[str, list[str]]:
    """Return the grounds of a place by the force that polices them; others have no share."""
    if place.force:
        return {place.force: [place.force]}
    by_force: dict[str, list[str]] = defaultdict(list)
    for ground in place.grounds:
        if district := districts().find(ground):
            by_force[district.force].append(ground)
    return by_force
