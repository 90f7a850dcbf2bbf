"""A place beside the force's other districts, by records for each 1,000 residents or by mixture.

Where the population of a district is not known, what is compared is the number of records for each
100 offences of any kind: the mixture of crime, not its level.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from assessment.changes.counting.by_district import ByDistrict, districts_beside
from assessment.changes.question import Place
from assessment.population import Base, Residents

# One other district is a neighbour, not a yardstick.
FEWEST_OTHERS = 2
# What is compared of some districts; None where it is not known.
Compared = Callable[..., float | None]


@dataclass(frozen=True)
class Peers:
    """What is compared of a place and of each of the force's other districts.

    It is records for each 1,000 of `residents`, or without them for each 100 offences; `unpeopled`
    are districts for want of whose population in the nearest year it is not a rate. Of a rate by
    households `by_residents` is the same by residents. `records` are those of each other district.
    """

    own: float
    others: Mapping[str, float]
    residents: Base | None = None
    unpeopled: tuple[str, ...] = ()
    by_residents: "Peers | None" = None
    records: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def behind_median(self) -> tuple[str, ...]:
        """The one or two districts that the median is made of."""
        ordered = sorted(self.others, key=lambda district: self.others[district])
        return tuple(ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1])

    @property
    def median(self) -> float:
        """The middle of the other districts."""
        return median(self.others.values())

    @property
    def ratio(self) -> float | None:
        """How many times the others' middle the place has; None where that is nothing."""
        return self.own / self.median if self.median else None


def peers(
    counted: ByDistrict,
    offences: ByDistrict,
    measure: str,
    all_crime: str,
    place: Place,
    populations: Sequence[Residents] = (),
    households: Sequence[Residents] = (),
) -> Peers | None:
    """Set a measure beside the other districts; None where fewer than two can be compared.

    `offences` has `all_crime`, counted in the place's main set whatever the measure's own;
    `populations` are those that are loaded, the best for the period first; what is set against
    `households` goes by these where they are known.
    """
    by_head = _first_rates(counted, measure, place, populations)
    if by_home := _first_rates(counted, measure, place, households):
        return replace(by_home, by_residents=by_head)
    return by_head or _shares(
        counted, offences, measure, all_crime, place, _unpeopled(place, populations)
    )


def _first_rates(
    counted: ByDistrict, measure: str, place: Place, populations: Sequence[Residents]
) -> Peers | None:
    """Return the rates by the first population that is known of the place and enough others."""
    rates = (_rates(counted, measure, place, residents) for residents in populations)
    return next(filter(None, rates), None)


def _rates(counted: ByDistrict, measure: str, place: Place, residents: Residents) -> Peers | None:
    def rate(*among: str) -> float | None:
        return residents.rate(counted.together(measure, among), among)

    own, others = rate(*place.districts), _others(rate, place)
    if own is None or len(others) < FEWEST_OTHERS:
        return None
    records = _records(counted, measure, others)
    return Peers(own, others, residents.base(place.districts, others), records=records)


def _shares(
    counted: ByDistrict,
    offences: ByDistrict,
    measure: str,
    all_crime: str,
    place: Place,
    unpeopled: tuple[str, ...],
) -> Peers | None:
    def share(*among: str) -> float | None:
        records = counted.together(measure, among)
        crimes = offences.together(all_crime, among)
        return None if records is None or not crimes else 100 * records / crimes

    own, others = share(*place.districts), _others(share, place)
    if own is None or len(others) < FEWEST_OTHERS:
        return None
    records = _records(counted, measure, others)
    return Peers(own, others, unpeopled=unpeopled, records=records)


def _records(counted: ByDistrict, measure: str, others: Mapping[str, float]) -> Mapping[str, int]:
    return {district: counted.together(measure, (district,)) or 0 for district in others}


def _others(compared: Compared, place: Place) -> Mapping[str, float]:
    """Return what is compared of each of the force's other districts that it is known of."""
    others = [name for name in districts_beside(place) if name not in place.districts]
    values = {district: compared(district) for district in others}
    return {district: value for district, value in values.items() if value is not None}


def _unpeopled(place: Place, populations: Sequence[Residents]) -> tuple[str, ...]:
    """Return districts that the nearest year lacks, the place's own before others."""
    if not populations:
        return ()
    nearest = populations[0]
    lacking = {name for name in districts_beside(place) if nearest.of((name,)) is None}
    return tuple(sorted(lacking & set(place.districts) or lacking))
