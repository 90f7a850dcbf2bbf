"""The areas that an answer has rows for, and the records of each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from assessment.changes.counting.area import Area
from assessment.changes.counting.bridged_areas import bridged_areas
from assessment.changes.counting.monthly_counts import Grid, MonthlyCounts, RecordedPlace
from assessment.changes.question import By, Question
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.store import Store
from assessment.workspace import Workspace

NOT_GIVEN = "not given"


@dataclass(frozen=True)
class RowAreas:
    """The area that each recorded place is counted for; other places have no row."""

    by_place: Mapping[RecordedPlace, Area]

    @property
    def in_order(self) -> tuple[Area, ...]:
        """The areas in the order of their rows."""
        return tuple(dict.fromkeys(self.by_place.values()))

    def add_up(self, monthly: MonthlyCounts, period: Period) -> Grid:
        """Add up the records of a period for the places of each area."""
        column = {area: at for at, area in enumerate(self.in_order)}
        # A place that has records in neither period has no row, whatever its history.
        counted = [at for at, place in enumerate(monthly.places) if place in self.by_place]
        columns = [column[self.by_place[monthly.places[at]]] for at in counted]
        months = monthly.of(period)[:, counted]
        grid = np.zeros((len(months), len(column), months.shape[2]), dtype=np.int64)
        np.add.at(grid.swapaxes(0, 1), columns, months.swapaxes(0, 1))
        return grid


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def areas_of(
    workspace: Workspace,
    question: Question,
    places: Iterable[RecordedPlace],
    recorded: Collection[RecordedPlace],
) -> RowAreas:
    """Return the areas of a question in the order of its rows.

    Of the areas that are found among the places of any period, those recorded in either of the
    question's have a row; an area's name does not depend on the periods.
    """
    place = question.place
    if question.by is By.MEASURE:
        whole = Area(place.label, None, place.grounds)
        return RowAreas({RecordedPlace(ground): whole for ground in place.grounds})
    if question.by is By.DISTRICT and not place.force:
        return RowAreas(
            {
                RecordedPlace(ground, area=ground): Area(ground, None, (ground,))
                for ground in place.grounds
            }
        )
    areas = workspace.store.kept(
        _areas_by_name, (question.by, place.grounds, tuple(sorted({*places, *recorded})))
    )
    # What an area was before counts for it, also where it has no records of these measures.
    shown = {areas[at] for at in recorded}
    return RowAreas({at: area for at, area in areas.items() if area in shown})


def _areas_by_name(
    store: Store, asked: tuple[By, tuple[str, ...], tuple[RecordedPlace, ...]]
) -> dict[RecordedPlace, Area]:
    """List the areas of some places in some grounds, by name; those that are one are put together.

    Records that give none have a row too, last: without it the rows would not add up to the total.
    """
    by, grounds, places = asked
    names = _names(places, dict(store.rows("area_names", codes=[place.area for place in places])))
    areas = {
        # Only of a ward is it known which district's records do not give it.
        place: Area(
            names[place],
            place.area or None,
            (place.ground,) if place.area or place.district else grounds,
            is_given=bool(place.area),
        )
        for place in places
    }
    areas = bridged_areas(store, by, areas)
    return dict(sorted(areas.items(), key=lambda item: (not item[0].area, item[1].name.casefold())))


def _names(places: Iterable[RecordedPlace], by_code: Mapping[str, str]) -> dict[RecordedPlace, str]:
    """Name every area; wards of one name in several districts are told apart by the district."""
    names = {place: by_code.get(place.area, place.area) or NOT_GIVEN for place in places}
    districts = defaultdict(set)
    for place, name in names.items():
        districts[name.casefold()].add(place.district)
    return {
        place: f"{name} ({place.district or 'no district given'})"
        if len(districts[name.casefold()]) > 1
        else name
        for place, name in names.items()
    }
