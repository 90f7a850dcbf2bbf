"""Columns that are not named as a recipe names them, and what they are likely to hold all the same.

A heading that is nearly right is taken for what it nearly says, and one that says nothing for what
its values are; the first only where the values fit, the second only for what a record cannot do
without. Whatever is taken so is said in the report.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assessment.definitions import RecipeColumn
from assessment.definitions.spelling import plain
from assessment.intake.mapping.columns.column_values import fit

# "crime tpye" is 0.9 like "crime type"; "crime code" is 0.7 like it and is something else.
ALIKE = 0.8
SHORTEST_MISSPELT = 4
# A few values may be blank words ("unknown") or misspelt themselves.
MOST_FIT = 0.8
# Many words of a category may be a force's own; a column that holds none is no category.
CATEGORIES_FIT = 0.5
# "Event start" is 0.81 like "event start date", and beside "date valid" it may be either's turn.
MISSPELT = 0.9
DATES = ("date_from", "recorded")
OF_REPORT = re.compile(
    r"(?:report(?:ed|ing)?|record(?:ed|ing)?|counting|return) month|month (?:reported|of report)"
)
# How sure it is that a heading means what it nearly says, or a column what its values are.
BY_NAME, BY_VALUES = 0.9, 0.7


@dataclass(frozen=True)
class LikelyColumn:
    """A column that is taken for a field; `name` is what its heading nearly says, if it does."""

    at: int
    field: str
    confidence: float
    name: str | None = None


@dataclass(frozen=True)
class OpenColumn:
    """Several columns, any of which may hold a field that a record cannot do without."""

    field: str
    places: tuple[int, ...]


def nearly_named(
    headings: Mapping[int, str], absent: Sequence[RecipeColumn], columns: Sequence[Sequence[str]]
) -> Iterator[LikelyColumn]:
    """Yield headings that are nearly the name of an absent column, where the values fit.

    `headings` are those that are not known, by their places; `columns` the values at each place.
    """
    likest = {at: _likest(heading, absent) for at, heading in headings.items()}
    taken: dict[str, LikelyColumn] = {}
    for at, alike in likest.items():
        if alike is None:
            continue
        field, name, likeness = alike
        fits = fit(field, columns[at])
        if fits < _enough(field):
            continue
        likely = LikelyColumn(at, field, BY_NAME * likeness * fits, name)
        taken[field] = max(taken.get(field, likely), likely, key=lambda column: column.confidence)
    yield from taken.values()


def doubtful_dates(
    named: Sequence[LikelyColumn], headings: Mapping[int, str], columns: Sequence[Sequence[str]]
) -> Iterator[OpenColumn]:
    """Yield dates of which one is only something like a known name, and the others may be meant."""
    for column in named:
        if column.field not in DATES or column.confidence >= BY_NAME * MISSPELT:
            continue
        dates = {at for at in headings if fit(column.field, columns[at]) >= MOST_FIT}
        if len(dates) > 1:
            yield OpenColumn(column.field, tuple(sorted(dates)))
            return


def month_of_report(
    headings: Mapping[int, str], columns: Sequence[Sequence[str]]
) -> Iterator[LikelyColumn]:
    """Yield the month that a return counts each record in, beside the day that it happened."""
    for at, heading in headings.items():
        if OF_REPORT.fullmatch(plain(heading)) and fit("recorded", columns[at]) >= MOST_FIT:
            yield LikelyColumn(at, "recorded", BY_NAME, "month recorded")
            return


def by_values(
    field: str, headings: Mapping[int, str], columns: Sequence[Sequence[str]]
) -> LikelyColumn | OpenColumn | None:
    """Return the column whose values are what a field holds; all of them where several are."""
    fits = {at: fit(field, columns[at]) for at in headings}
    fitting = {at: share for at, share in fits.items() if share >= _enough(field)}
    if len(fitting) > 1:
        return OpenColumn(field, tuple(sorted(fitting)))
    return next((LikelyColumn(at, field, BY_VALUES * share) for at, share in fitting.items()), None)


def _enough(field: str) -> float:
    return CATEGORIES_FIT if field == "category" else MOST_FIT


def _likest(heading: str, columns: Sequence[RecipeColumn]) -> tuple[str, str, float] | None:
    written = plain(heading)
    if len(written) < SHORTEST_MISSPELT:
        return None
    alike = (
        (column.field, name, likeness(written, plain(name)))
        for column in columns
        for name in column.names
    )
    best = max(alike, key=lambda match: match[2], default=None)
    return best if best and best[2] >= ALIKE else None


def likeness(written: str, name: str) -> float:
    """Return how alike two names are, from 0 to 1; letters that changed places are little."""
    alike = fuzz.ratio(written, name) / 100
    return max(alike, ALIKE) if have_swapped(written, name) else alike


def have_swapped(written: str, name: str) -> bool:
    """Tell whether two neighbouring letters have changed places: "dtae" is only 0.75 like "date".

    A letter more or less leaves any name alike enough; another letter makes "rate" of "date".
    """
    letters = enumerate(zip(written, name, strict=False))
    at = [place for place, (ours, theirs) in letters if ours != theirs]
    if len(written) != len(name) or len(at) != 2:
        return False
    first, second = at
    return second == first + 1 and written[first : second + 1] == name[second] + name[first]
