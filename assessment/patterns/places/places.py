"""Places: where the records of a measure are, how evenly, and where they gather.

The records, the changes and the verdicts are the rows of Year on year, by ward or by LSOA.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.changes import By, Change, Question, YearOnYear, year_on_year
from assessment.definitions import Measure, measure_set_named
from assessment.errors import InvalidRequest
from assessment.patterns.concentration import Concentration
from assessment.patterns.places.hot_spots import FEWEST_FOR_GI_STAR, Heat, hot_spots, top_tenth
from assessment.patterns.places.spots import (
    NoMap,
    Spot,
    Spots,
    Together,
    districts_of,
    spots_of,
)
from assessment.people import Permission
from assessment.permissions import needs
from assessment.population import SmallAreaResidents, small_area_residents
from assessment.workspace import Workspace


class HeatBy(StrEnum):
    """How it was told which areas are hot spots."""

    GI_STAR = "Getis-Ord Gi*"
    TOP_TENTH = "the busiest tenth"


@dataclass(frozen=True)
class HotSpots:
    """Which areas stand out, in the period and before; one entry for each area.

    None for an area whose records are not known, or that has no outline; `before` is None where it
    is not known of some area that was told for the period.
    """

    by: HeatBy
    now: tuple[Heat | None, ...]
    before: tuple[Heat | None, ...] | None

    @property
    def hot(self) -> tuple[int, ...]:
        """The places of the hot spots in the list of areas."""
        return tuple(at for at, heat in enumerate(self.now) if heat is Heat.HOT)

    @property
    def steady(self) -> tuple[int, ...] | None:
        """Those of them that were hot spots in the comparison too; None where not known."""
        if self.before is None:
            return None
        return tuple(at for at in self.hot if self.before[at] is Heat.HOT)


@dataclass(frozen=True)
class Places:
    """Where the records of a measure are: `areas` are the busiest first.

    `answer` is Year on year by area. `withheld` says why there are no areas, where the person who
    asks is shown none; `no_map` why there is no map. `hot` is None where nothing can be told, and
    `residents` where nothing is known of them.
    """

    answer: YearOnYear
    measure: Measure
    areas: tuple[Spot, ...]
    together: Together
    concentration: Concentration
    hot: HotSpots | None
    no_map: NoMap | None = None
    withheld: str = ""
    residents: SmallAreaResidents | None = None

    @property
    def question(self) -> Question:
        """What is asked."""
        return self.answer.question

    @property
    def lacking_outlines(self) -> tuple[Spot, ...]:
        """The areas that are not on the map, where there is one."""
        return () if self.no_map else tuple(spot for spot in self.areas if spot.drawn is None)

    def share(self, spot: Spot) -> float | None:
        """Return the share of an area, in percent, of the records that name one."""
        located = self.concentration.located
        return 100 * spot.now / located if located and spot.now is not None else None

    def rank(self, spot: Spot) -> int | None:
        """Return the rank of an area, 1 for the most records; those with as many share it."""
        own = spot.now
        if own is None:
            return None
        return 1 + sum(other.now > own for other in self.areas if other.now is not None)


@needs(Permission.READ_FIGURES, of="place", named="question")
def places(workspace: Workspace, question: Question) -> Places:
    """Return the wards or LSOAs of a place with their records of a measure.

    Without a measure, of the first of the set. Raises InvalidRequest for rows of another kind, or
    an unknown set or measure. Whoever is not shown small areas is told so, and given none.
    """
    if not question.is_by_small_area:
        raise InvalidRequest("Places are shown by ward or by small area (LSOA).")
    measures = measure_set_named(question.measure_set)
    measure = measures.measure(question.measure) if question.measure else measures.measures[0]
    question = replace(question, measure=measure.id)
    answer = year_on_year(workspace, question)
    rows = [row for row in answer.changes if row.is_area_given]
    nowhere = [row for row in answer.changes if not row.is_area_given]
    together = _together(workspace, question, answer, nowhere)
    spots = (
        Spots((), None) if answer.withheld else spots_of(workspace.store, question, rows, together)
    )
    known = small_area_residents(workspace, districts_of(question), question.period)
    areas = tuple(
        replace(spot, residents=known.of(spot.codes) if known else None) for spot in spots.areas
    )
    return Places(
        answer,
        measure,
        areas,
        together,
        _concentration(areas, together),
        _hot_spots(spots),
        spots.no_map,
        answer.withheld,
        known if any(spot.residents for spot in areas) else None,
    )


def _together(
    workspace: Workspace, question: Question, answer: YearOnYear, nowhere: Sequence[Change]
) -> Together:
    if answer.withheld:
        return Together(None, None, None, None)
    whole = year_on_year(workspace, replace(question, by=By.MEASURE)).changes
    return Together(
        whole[0].current if whole else None,
        whole[0].previous if whole else None,
        _sum([row.current for row in nowhere]),
        _sum([row.previous for row in nowhere]),
    )


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _concentration(areas: Sequence[Spot], together: Together) -> Concentration:
    counts = tuple(spot.now for spot in areas if spot.now)
    known = sum(spot.now is not None for spot in areas)
    return Concentration(counts, known, together.nowhere_now or 0)


def _hot_spots(spots: Spots) -> HotSpots | None:
    """Tell hot spots by Gi* on a map of enough areas, elsewhere by the busiest tenth."""
    if not any(spot.now for spot in spots.areas):
        return None
    on_map = [at for at, spot in enumerate(spots.areas) if spot.drawn]
    by = HeatBy.GI_STAR if len(on_map) >= FEWEST_FOR_GI_STAR else HeatBy.TOP_TENTH
    among = on_map if by is HeatBy.GI_STAR else range(len(spots.areas))
    known = [at for at in among if spots.areas[at].now is not None]
    before = [spots.areas[at].before for at in known]
    return HotSpots(
        by,
        _heat(by, spots, known, [spots.areas[at].now or 0 for at in known]),
        None if None in before else _heat(by, spots, known, [count or 0 for count in before]),
    )


def _heat(
    by: HeatBy, spots: Spots, known: Sequence[int], counts: Sequence[int]
) -> tuple[Heat | None, ...]:
    place = {at: number for number, at in enumerate(known)}
    pairs = [
        (place[one], place[other])
        for one, other in spots.touching or ()
        if one in place and other in place
    ]
    found = hot_spots(counts, pairs) if by is HeatBy.GI_STAR else top_tenth(counts)
    by_place = dict(zip(known, found, strict=True))
    return tuple(by_place.get(at) for at in range(len(spots.areas)))
