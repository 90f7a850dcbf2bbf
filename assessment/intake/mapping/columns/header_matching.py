"""A header compared with a recipe: which columns are there, missing, or likely."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assessment.definitions import Recipe, RecipeColumn
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import shown
from assessment.intake.mapping.columns.cancelled_words import is_status, may_say_cancelled
from assessment.intake.mapping.columns.likely_columns import LikelyColumn, OpenColumn
from assessment.intake.mapping.columns.record_fields import STATUSES, VICTIM_FIELDS

UNUSED = "unused"


@dataclass(frozen=True)
class Match:
    """A header compared with a recipe.

    `likely` are columns whose heading the recipe does not know, `open` fields that any of several
    columns may hold.
    """

    recipe: Recipe
    header: tuple[str, ...]
    chosen: Mapping[str, str] = field(default_factory=dict)  # heading -> field, as the analyst said
    likely: tuple[LikelyColumn, ...] = ()
    open: tuple[OpenColumn, ...] = ()

    @cached_property
    def columns(self) -> Mapping[str, tuple[int, ...]]:
        """Where each field that is there is found, the header that the recipe likes best first."""
        all_places = {column.field: self._places(column) for column in self.recipe.columns}
        named = {field: places for field, places in all_places.items() if places}
        of_victims = {field: self._said_to_hold(field) for field in VICTIM_FIELDS}
        named |= {field: places for field, places in of_victims.items() if places}
        return named | {column.field: (column.at,) for column in self.likely}

    def _said_to_hold(self, field: str) -> tuple[int, ...]:
        return tuple(at for at, header in enumerate(self.header) if self._said(header) == field)

    def _places(self, column: RecipeColumn) -> tuple[int, ...]:
        if said := self._said_to_hold(column.field):
            return said
        rank = {plain(name): at for at, name in enumerate(column.names)}
        named = [
            at
            for at, header in enumerate(self.header)
            if plain(header) in rank and self._said(header) is None
        ]
        return tuple(sorted(named, key=lambda at: rank[plain(self.header[at])]))

    def _said(self, header: str) -> str | None:
        """Return the field that a heading was said to hold; None where nothing was said."""
        return self.chosen.get(header, self.chosen.get(shown(header)))

    @cached_property
    def unknown_places(self) -> Mapping[int, str]:
        """Headers that are neither a field's nor known to be unused, by their places."""
        known = {at for places in self.columns.values() for at in places}
        # A name that the recipe knows is not unknown because another column was said to be it.
        names = {plain(name) for column in self.recipe.columns for name in column.names}
        return {
            at: header
            for at, header in enumerate(self.header)
            if at not in known
            and plain(header) not in {"", *names}
            and not self.recipe.is_unused(header)
            and self._said(header) is None
        }

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headers that are neither a field's nor known to be unused."""
        return tuple(self.unknown_places.values())

    @property
    def missing(self) -> tuple[tuple[RecipeColumn, ...], ...]:
        """What is needed and not there: each time the columns of which one would do."""
        by_field = {column.field: column for column in self.recipe.columns}
        needed = [(column,) for column in self.recipe.columns if column.required]
        groups = [tuple(by_field[field] for field in group) for group in self.recipe.one_of]
        there = {*self.columns, *(column.field for column in self.open)}
        return tuple(
            choice
            for choice in (*needed, *groups)
            if not any(column.field in there for column in choice)
        )

    @property
    def is_whole(self) -> bool:
        """Whether everything the recipe needs is there."""
        return not self.missing and self.is_marked

    @property
    def is_marked(self) -> bool:
        """Whether a header is there that only files of the recipe have, if it has such."""
        marks = set(map(plain, self.recipe.known_by))
        return not marks or not marks.isdisjoint(map(plain, self.header))

    @property
    def lacking(self) -> float:
        """How much of what the recipe needs is not there under any name, from 0 to 1."""
        return len(self.missing) / self.needed

    @property
    def needed(self) -> int:
        """How many things the recipe needs."""
        required = sum(column.required for column in self.recipe.columns)
        return required + len(self.recipe.one_of) + bool(self.recipe.known_by)

    def fields(self) -> tuple[str, ...]:
        """Return a field for every physical column, each name once."""
        named = {places[0]: field for field, places in self.columns.items()}
        named |= dict(zip(self.looked_through, STATUSES, strict=False))
        return tuple(named.get(at, f"{UNUSED}_{at + 1}") for at in range(len(self.header)))

    @property
    def looked_through(self) -> tuple[int, ...]:
        """Where else than in the outcome it may say that a crime was cancelled, likeliest first."""
        headed_so = [at for at, header in self.unknown_places.items() if may_say_cancelled(header)]
        beside = self.columns.get("outcome", ())[1:]
        named_so = [at for at in beside if STATUSES[0] in plain(self.header[at]).split()]
        of_records = [at for at, header in self.unknown_places.items() if is_status(header)]
        before = [at for field in STATUSES for at in self._said_to_hold(field)]
        every = dict.fromkeys((*before, *headed_so, *named_so, *beside, *of_records))
        return tuple(every)[: len(STATUSES)]

    def confidences(self) -> tuple[float, ...]:
        """Return for every physical column how sure it is that it holds its field, from 0 to 1."""
        likely = {column.at: column.confidence for column in self.likely}
        return tuple(likely.get(at, 1.0) for at in range(len(self.header)))
