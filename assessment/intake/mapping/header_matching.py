"""A header compared with a recipe: which columns are there, missing, or nearly right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from assessment.definitions import Recipe, RecipeColumn, recipes
from assessment.definitions.spelling import plain

# "crime tpye" is 0.9 like "crime type"; "crime code" is 0.7 like it and is something else.
ALIKE = 0.8
SHORTEST_MISSPELT = 4


@dataclass(frozen=True)
class Match:
    """A header compared with a recipe."""

    recipe: Recipe
    header: tuple[str, ...]
    chosen: Mapping[str, str] = field(default_factory=dict)  # heading -> field, as the analyst said

    @cached_property
    def columns(self) -> Mapping[str, tuple[int, ...]]:
        """Where each field that is there is found, the header that the recipe likes best first."""
        all_places = {column.field: self._places(column) for column in self.recipe.columns}
        return {field: places for field, places in all_places.items() if places}

    def _places(self, column: RecipeColumn) -> tuple[int, ...]:
        if said := [
            at for at, header in enumerate(self.header) if self._said(header) == column.field
        ]:
            return tuple(said)
        rank = {plain(name): at for at, name in enumerate(column.names)}
        named = [
            at
            for at, header in enumerate(self.header)
            if plain(header) in rank and self._said(header) is None
        ]
        return tuple(sorted(named, key=lambda at: rank[plain(self.header[at])]))

    def _said(self, header: str) -> str | None:
        """Return the field that a heading was said to hold; None where nothing was said."""
        return self.chosen.get(header)

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Headers that are neither a field's nor known to be unused."""
        known = {at for places in self.columns.values() for at in places}
        return tuple(
            header
            for at, header in enumerate(self.header)
            if at not in known
            and plain(header)
            and not self.recipe.is_unused(header)
            and self._said(header) is None
        )

    @property
    def missing(self) -> tuple[tuple[RecipeColumn, ...], ...]:
        """What is needed and not there: each time the columns of which one would do."""
        by_field = {column.field: column for column in self.recipe.columns}
        needed = [(column,) for column in self.recipe.columns if column.required]
        groups = [tuple(by_field[field] for field in group) for group in self.recipe.one_of]
        return tuple(
            choice
            for choice in (*needed, *groups)
            if not any(column.field in self.columns for column in choice)
        )

    @cached_property
    def misspelt(self) -> Mapping[str, tuple[str, str]]:
        """Unknown headers that are nearly the name of an absent column: its field and that name."""
        absent = [column for column in self.recipe.columns if column.field not in self.columns]
        likest = {header: _likest(header, absent) for header in self.unknown}
        return {header: match for header, match in likest.items() if match}

    @property
    def is_whole(self) -> bool:
        """Whether everything the recipe needs is there."""
        return not self.missing

    @property
    def is_misspelt(self) -> bool:
        """Whether everything that is missing is there under a name that is nearly right."""
        return bool(self.missing) and not self.lacking

    @property
    def lacking(self) -> float:
        """How much of what the recipe needs is not there under any name, from 0 to 1."""
        nearly = {field for field, _ in self.misspelt.values()}
        lost = [
            choice for choice in self.missing if not {column.field for column in choice} & nearly
        ]
        return len(lost) / self.needed

    @property
    def needed(self) -> int:
        """How many things the recipe needs."""
        return sum(column.required for column in self.recipe.columns) + len(self.recipe.one_of)

    def fields(self) -> tuple[str, ...]:
        """Return a field for every physical column, each name once."""
        named = {places[0]: field for field, places in self.columns.items()}
        return tuple(named.get(at, f"unused_{at + 1}") for at in range(len(self.header)))


def _likest(header: str, columns: Sequence[RecipeColumn]) -> tuple[str, str] | None:
    written = plain(header)
    alike = {
        (column.field, name): _likeness(written, plain(name))
        for column in columns
        for name in column.names
    }
    best = max(alike, key=lambda match: alike[match], default=None)
    return best if best and alike[best] >= ALIKE and len(written) >= SHORTEST_MISSPELT else None


def _likeness(written: str, name: str) -> float:
    likeness = SequenceMatcher(None, written, name).ratio()
    return max(likeness, ALIKE) if have_swapped(written, name) else likeness


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


def nearest(header: tuple[str, ...], chosen: Mapping[str, str]) -> Match:
    """Return the recipe that asks most and fits, or would but for spelling; else the likest."""
    matches = [Match(recipe, header, chosen) for recipe in recipes().values()]
    matches.sort(key=lambda match: -match.needed)
    for match in matches:
        if match.is_whole or match.is_misspelt:
            return match
    return min(matches, key=lambda match: (match.lacking, match.needed))
