"""A header compared with a recipe: which columns are there, missing, or likely."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from assessment.definitions import Recipe, RecipeColumn, recipes
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import shown
from assessment.intake.mapping.columns.cancelled_words import may_say_cancelled
from assessment.intake.mapping.columns.likely_columns import (
    LikelyColumn,
    OpenColumn,
    by_values,
    nearly_named,
)
from assessment.intake.mapping.columns.personal_columns import is_personal
from assessment.intake.mapping.columns.record_fields import STATUS

UNUSED = "unused"
# What a record cannot do without, and what values alone can tell it by: a date, what it is, where.
TOLD_BY_VALUES = (("date_from", "recorded"), ("category",), ("district", "lsoa", "lsoa_name"))
PLACES = ("force", "district", "lsoa_name")


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
        return named | {column.field: (column.at,) for column in self.likely}

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
        if self.status_at is not None:
            named[self.status_at] = STATUS
        return tuple(named.get(at, f"{UNUSED}_{at + 1}") for at in range(len(self.header)))

    @property
    def status_at(self) -> int | None:
        """Where it may say that a crime was cancelled, beside the outcome: None for nowhere."""
        headed_so = [at for at, header in self.unknown_places.items() if may_say_cancelled(header)]
        beside = self.columns.get("outcome", ())[1:]
        named_so = [at for at in beside if STATUS in plain(self.header[at]).split()]
        return next(iter((*headed_so, *named_so, *beside)), None)

    def confidences(self) -> tuple[float, ...]:
        """Return for every physical column how sure it is that it holds its field, from 0 to 1."""
        likely = {column.at: column.confidence for column in self.likely}
        return tuple(likely.get(at, 1.0) for at in range(len(self.header)))


def nearest(
    header: tuple[str, ...],
    chosen: Mapping[str, str],
    columns: Sequence[Sequence[str]],
    layout: str | None = None,
) -> Match:
    """Return the recipe that asks most and fits, with what is likely; else the likest.

    `columns` are some values of each column, by which it is told what a heading does not tell;
    `layout` is the recipe that the files of the source have followed: where it fits, it is that.
    """
    matches = [Match(recipe, header, chosen) for recipe in recipes().values()]
    marked = [match for match in matches if match.is_marked]
    tried = []
    for match in sorted(marked, key=lambda match: (match.recipe.id != layout, -match.needed)):
        likely = _with_likely(match, columns)
        if likely.is_whole:
            return likely
        tried.append(likely)
    return min(tried, key=lambda match: (match.lacking, match.needed))


def _with_likely(match: Match, columns: Sequence[Sequence[str]]) -> Match:
    absent = [column for column in match.recipe.columns if column.field not in match.columns]
    # "No crime date" is nearly "Crime date", and says another thing.
    headings = {
        at: name
        for at, name in match.unknown_places.items()
        if not is_personal(name) and not may_say_cancelled(name)
    }
    named = tuple(nearly_named(headings, absent, columns))
    if match.recipe.measure_set is not None:
        # A recipe of one kind of file knows its columns by their names, or it is another kind.
        return replace(match, likely=named)
    by_value = list(_told_by_values(replace(match, likely=named), headings, columns))
    return replace(
        match,
        likely=(*named, *(column for column in by_value if isinstance(column, LikelyColumn))),
        open=tuple(column for column in by_value if isinstance(column, OpenColumn)),
    )


def _told_by_values(
    match: Match, headings: Mapping[int, str], columns: Sequence[Sequence[str]]
) -> Iterator[LikelyColumn | OpenColumn]:
    """Yield what values tell of each thing that a record cannot do without and no heading says."""
    left = {at: name for at, name in headings.items() if at in match.unknown_places}
    for fields in TOLD_BY_VALUES:
        if any(field in match.columns for field in (*fields, *_instead(fields))):
            continue
        fitting = [by_values(field, left, columns) for field in fields]
        if first := next((column for column in fitting if column), None):
            yield first
            places = (first.at,) if isinstance(first, LikelyColumn) else first.places
            left = {at: name for at, name in left.items() if at not in places}


def _instead(fields: Sequence[str]) -> Sequence[str]:
    return PLACES if "district" in fields else ()
