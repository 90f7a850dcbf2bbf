"""A measure in a place and in each of the force's other districts, by residents or by mixture."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, sqrt

from assessment.chance import Z_95
from assessment.changes import Change, Question, year_on_year
from assessment.changes.counting.by_district import ByDistrict, by_district, districts_beside
from assessment.changes.counting.peer_districts import Peers, peers
from assessment.definitions import Measure, RateBase, measure_set_named
from assessment.patterns.peers.funnel import Stands, funnel_limits
from assessment.people import Permission
from assessment.permissions import needs
from assessment.population import Base, residents
from assessment.workspace import Workspace

ALL_CRIME = "all-crime"


@dataclass(frozen=True)
class PeerRate:
    """A place's records and rate, what the rate lies between by counting, and where it stands.

    `rank` is 1 for the lowest. `low` and `high` are None for a place without records.
    """

    name: str
    is_own: bool
    records: int
    rate: float
    low: float | None
    high: float | None
    stands: Stands | None
    rank: int


@dataclass(frozen=True)
class PeerRates:
    """The rates of a place and of the force's other districts, the highest first.

    They are for each 1,000 of `base`, or without it for each 100 offences; `middle` is that of the
    other districts, and `change` the place's own change.
    """

    measure: Measure
    base: Base | None
    unpeopled: tuple[str, ...]
    middle: float
    rates: tuple[PeerRate, ...]
    change: Change

    @property
    def own(self) -> PeerRate:
        """The place's own rate."""
        return next(rate for rate in self.rates if rate.is_own)


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def peer_rates(workspace: Workspace, question: Question) -> PeerRates | None:
    """Set a measure beside the force's other districts; None where fewer than two can be compared.

    For a whole force there is nothing beside it here. Raises InvalidRequest for an unknown measure.
    """
    place, period = question.place, question.period
    measures = measure_set_named(question.measure_set)
    measure = measures.measure(question.measure or measures.measures[0].id)
    if place.force or not question.is_whole_months:
        return None
    # Flags and partners' sets have no offences to be a share of: without populations, nothing.
    offences = [each for each in measures.measures if each.id == ALL_CRIME]
    counted = by_district(workspace, place, period, (measure, *offences))
    beside = districts_beside(place)
    homes = residents(workspace, beside, period, RateBase.HOUSEHOLDS)
    found = peers(
        counted,
        counted,
        measure.id,
        ALL_CRIME,
        place,
        residents(workspace, beside, period),
        homes if measure.per is RateBase.HOUSEHOLDS else (),
    )
    # The share that all crime is of all crime says nothing.
    if found is None or (found.residents is None and measure.id == ALL_CRIME):
        return None
    changes = year_on_year(workspace, question).changes
    change = next((each for each in changes if each.measure.id == measure.id), None)
    if change is None:
        return None
    rates = sorted(_rates(question, found, counted, change), key=lambda each: -each.rate)
    return PeerRates(measure, found.residents, found.unpeopled, found.median, tuple(rates), change)


def _rates(
    question: Question, found: Peers, counted: ByDistrict, change: Change
) -> Iterator[PeerRate]:
    place = question.place
    own = counted.together(change.measure.id, place.districts) or 0
    every = [
        (place.label, True, own, found.own),
        *((name, False, found.records[name], rate) for name, rate in found.others.items()),
    ]
    for name, is_own, records, rate in every:
        limits = funnel_limits(found.median, rate, records, change.dispersion)
        low, high = _interval(rate, records, change.dispersion)
        stands = limits.place(rate) if limits else None
        rank = 1 + sum(other < rate for _, _, _, other in every)
        yield PeerRate(name, is_own, records, rate, low, high, stands, rank)


def _interval(
    rate: float, records: int, dispersion: float | None
) -> tuple[float | None, float | None]:
    """Return what a rate lies between by counting, on the scale of its logarithm."""
    if not records:
        return None, None
    reach = exp(Z_95 * sqrt(max(1.0, dispersion or 1.0) / records))
    return rate / reach, rate * reach
