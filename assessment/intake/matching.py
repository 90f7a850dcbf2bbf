"""One header held against one recipe: which columns are there, missing, or nearly right."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from assessment.definitions import Column, Recipe, recipes
from assessment.definitions.wording import plain

# "crime tpye" is 0.9 like "crime type"; "crime code" is 0.7 like it and is something else.
ALIKE = 0.8
SHORTEST_MISSPELT = 4


@dataclass(frozen=True)
class Match:
    """A header held against a recipe."""

    recipe: Recipe
    header: tuple[str, ...]

    @cached_property
    def columns(self) -> Mapping[str, tuple[int, ...]]:
        """Where each field that is there is found, the header that the recipe likes best first."""
        found = {column.field: self._places(column) for column in self.recipe.columns}
        return {field: places for field, places in found.items() if places}

    def _places(self, column: Column) -> tuple[int, ...]:
        rank = {plain(name): at for at, name in enumerate(column.names)}
        named = [at for at, header in enumerate(self.header) if plain(header) in rank]
        return tuple(sorted(named, key=lambda at: rank[plain(self.header[at])]))

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Headers that are neither a field's nor known to be unused."""
        known = {at for places in self.columns.values() for at in places}
        return tuple(
            header
            for at, header in enumerate(self.header)
            if at not in known and plain(header) and not self.recipe.is_unused(header)
        )

    @property
    def missing(self) -> tuple[tuple[Column, ...], ...]:
        """What is needed and not there: each time the columns of which one would do."""
        of = {column.field: column for column in self.recipe.columns}
        needed = [(c,) for c in self.recipe.columns if c.required]
        groups = [tuple(of[field] for field in group) for group in self.recipe.one_of]
        return tuple(
            choice
            for choice in (*needed, *groups)
            if not any(column.field in self.columns for column in choice)
        )

    @property
    def is_whole(self) -> bool:
        """Whether everything the recipe needs is there."""
        return not self.missing

    @property
    def is_misspelt(self) -> bool:
        """Whether everything that is missing is there under a name that is nearly right."""
        return bool(self.missing) and all(
            any(self.meant(column) for column in choice) for choice in self.missing
        )

    def meant(self, column: Column) -> str | None:
        """Return the header that looks like a misspelling of a column's name."""
        return next((header for header in self.unknown if likest_name(header, column)), None)

    def fields(self) -> tuple[str, ...]:
        """Return a field for every physical column, each name once."""
        named = {places[0]: field for field, places in self.columns.items()}
        return tuple(named.get(at, f"unused_{at + 1}") for at in range(len(self.header)))


def likest_name(header: str, column: Column) -> str | None:
    """Return the name of a column that a header looks like a misspelling of."""
    said = plain(header)
    alike = {SequenceMatcher(None, said, plain(name)).ratio(): name for name in column.names}
    return alike[max(alike)] if max(alike) >= ALIKE and len(said) >= SHORTEST_MISSPELT else None


def nearest(header: tuple[str, ...]) -> Match:
    """Return the recipe that asks most and fits, or would but for spelling; else the likest."""
    matches = [Match(recipe, header) for recipe in recipes().values()]
    matches.sort(key=lambda match: -sum(column.required for column in match.recipe.columns))
    for match in matches:
        if match.is_whole or match.is_misspelt:
            return match
    return max(matches, key=lambda match: len(match.columns) - len(match.missing))
