"""The areas that an answer has rows for."""

from dataclasses import dataclass

import pandas as pd

from assessment.changes.question import By, Question
from assessment.workspace import Workspace

NOT_GIVEN = "not given"


@dataclass(frozen=True)
class Area:
    """An area with rows of its own, and the grounds that must be covered for them."""

    name: str
    code: str | None
    grounds: tuple[str, ...]


# Which area a counted row belongs to, by its ground and the area that its records give.
Areas = dict[tuple[str, str], Area]


def areas_of(workspace: Workspace, question: Question, counted: pd.DataFrame) -> Areas:
    """Return the areas of a question in the order of its rows."""
    place = question.place
    if question.by is By.MEASURE:
        whole = Area(place.label, None, place.grounds)
        return {(ground, ""): whole for ground in place.grounds}
    if question.by is By.DISTRICT and not place.force:
        return {(ground, ground): Area(ground, None, (ground,)) for ground in place.grounds}
    return _areas_found(workspace, place.grounds, counted)


def _areas_found(workspace: Workspace, grounds: tuple[str, ...], counted: pd.DataFrame) -> Areas:
    """List the areas that records of either period give, by name.

    Records that give none have a row too, last: without it the rows would not add up to the total.
    """
    distinct = counted[["ground", "area"]].drop_duplicates()
    keys = list(distinct.itertuples(index=False, name=None))
    names: dict[str, str] = dict(
        workspace.store.rows("area_names", codes=[code for _, code in keys])
    )
    located = {
        (ground, code): Area(names.get(code, code), code, (ground,))
        for ground, code in keys
        if code
    }
    not_given = Area(NOT_GIVEN, None, grounds)
    by_name = sorted(located.items(), key=lambda item: (item[1].name.casefold(), item[0]))
    return dict(by_name) | {key: not_given for key in sorted(keys) if not key[1]}
