"""The areas that an answer has rows for."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from assessment.changes.question import By, Question
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Store
from assessment.workspace import Workspace

NOT_GIVEN = "not given"


@dataclass(frozen=True)
class Area:
    """An area with rows of its own, and the grounds that must be covered for them."""

    name: str
    code: str | None
    grounds: tuple[str, ...]


# The ground of counted rows, the district of a ward, and the area that the records give.
Key = tuple[str, str, str]
Areas = dict[Key, Area]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def areas_of(
    workspace: Workspace, question: Question, places: Iterable[Key], recorded: Container[Key]
) -> Areas:
    """Return the areas of a question in the order of its rows.

    Of the areas that are found among the places of any period, those recorded in either of the
    question's have a row; an area's name does not depend on the periods.
    """
    place = question.place
    if question.by is By.MEASURE:
        whole = Area(place.label, None, place.grounds)
        return {(ground, "", ""): whole for ground in place.grounds}
    if question.by is By.DISTRICT and not place.force:
        return {(ground, "", ground): Area(ground, None, (ground,)) for ground in place.grounds}
    found = workspace.store.kept(_areas_found, (place.grounds, tuple(sorted(places))))
    return {key: area for key, area in found.items() if key in recorded}


def _areas_found(store: Store, asked: tuple[tuple[str, ...], tuple[Key, ...]]) -> Areas:
    """List the areas of some places, by name.

    Records that give none have a row too, last: without it the rows would not add up to the total.
    """
    grounds, keys = asked
    names: dict[str, str] = dict(store.rows("area_names", codes=[code for *_, code in keys]))
    labels = _labels(keys, names)
    found = {
        # Only of a ward is it known which district's records do not give it.
        (ground, district, code): Area(
            labels[ground, district, code],
            code or None,
            (ground,) if code or district else grounds,
        )
        for ground, district, code in keys
    }
    return dict(sorted(found.items(), key=lambda item: (not item[0][2], item[1].name.casefold())))


def _labels(keys: Iterable[Key], names: Mapping[str, str]) -> dict[Key, str]:
    """Name every area; wards of one name in several districts are told apart by the district."""
    called = {key: names.get(key[2], key[2]) or NOT_GIVEN for key in keys}
    districts = defaultdict(set)
    for (_, district, _), name in called.items():
        districts[name.casefold()].add(district)
    return {
        key: f"{name} ({key[1] or 'no district given'})"
        if len(districts[name.casefold()]) > 1
        else name
        for key, name in called.items()
    }


def is_not_given(label: str) -> bool:
    """Tell whether a row is of the records that do not give their area."""
    return label == NOT_GIVEN or label.startswith(f"{NOT_GIVEN} (")
