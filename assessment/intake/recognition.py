"""Which recipe a file's columns follow, and what each of them holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assessment.definitions import Column, Recipe, recipes
from assessment.definitions.wording import plain
from assessment.errors import UploadRefused
from assessment.intake.parts import Arrival, Part, listed, shown
from assessment.intake.personal import is_personal

__all__ = ["PartReading", "Reading", "recognise"]

# "crime tpye" is 0.9 like "crime type"; "crime code" is 0.7 like it and is something else.
ALIKE = 0.8
SHORTEST_MISSPELT = 4


@dataclass(frozen=True)
class PartReading:
    """A part with a field for each of its physical columns; "unused_3" is the third, not read."""

    part: Part
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """The parts of an arrival and the one recipe they follow, with what was not used and why."""

    recipe: Recipe
    parts: tuple[PartReading, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A header held against a recipe: where each field is, and which headers say nothing."""

    recipe: Recipe
    header: tuple[str, ...]

    @property
    def columns(self) -> Mapping[str, tuple[int, ...]]:
        """The columns of each field that is there, the one that the recipe likes best first."""
        return {
            column.field: tuple(at)
            for column in self.recipe.columns
            if (at := sorted(self._named(column), key=lambda n: self._rank(column, n)))
        }

    def _named(self, column: Column) -> list[int]:
        names = {plain(name) for name in column.names}
        return [at for at, header in enumerate(self.header) if plain(header) in names]

    def _rank(self, column: Column, at: int) -> int:
        return [plain(name) for name in column.names].index(plain(self.header[at]))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headers that are neither a field's nor known to be unused."""
        known = {at for places in self.columns.values() for at in places}
        return tuple(
            header
            for at, header in enumerate(self.header)
            if at not in known and plain(header) and not self.recipe.is_unused(header)
        )

    @property
    def missing(self) -> tuple[Column, ...]:
        """Required columns that are not there."""
        return tuple(c for c in self.recipe.columns if c.required and c.field not in self.columns)

    @property
    def missing_groups(self) -> tuple[tuple[str, ...], ...]:
        """Groups of fields of which none is there."""
        return tuple(
            group for group in self.recipe.one_of if not any(f in self.columns for f in group)
        )

    @property
    def is_whole(self) -> bool:
        """Whether everything the recipe needs is there."""
        return not self.missing and not self.missing_groups

    @property
    def is_misspelt(self) -> bool:
        """Whether everything that is missing is there under a name that is nearly right."""
        return bool(self.missing) and not self.missing_groups and all(map(self.meant, self.missing))

    def meant(self, column: Column) -> str | None:
        """Return the header that looks like a misspelling of a column's name."""
        return next((header for header in self.unknown if _is_like(header, column)), None)

    def fields(self) -> tuple[str, ...]:
        """Return a field for every physical column, each name once."""
        named = {places[0]: field for field, places in self.columns.items()}
        return tuple(named.get(at, f"unused_{at + 1}") for at in range(len(self.header)))


def _is_like(header: str, column: Column) -> bool:
    said = plain(header)
    return len(said) >= SHORTEST_MISSPELT and any(
        SequenceMatcher(None, said, plain(name)).ratio() >= ALIKE for name in column.names
    )


def recognise(arrival: Arrival) -> Reading:
    """Match every part's header with a recipe; raises UploadRefused with every fault."""
    by_header: dict[tuple[str, ...], list[Part]] = {}
    for part in arrival.parts:
        by_header.setdefault(part.header, []).append(part)
    matches = {header: _nearest(header) for header in by_header}
    faults = [
        fault for header, parts in by_header.items() for fault in _faults(matches[header], parts)
    ]
    faults += _several_recipes(by_header, matches)
    if faults:
        raise UploadRefused(arrival.file, faults)
    notices = [
        notice for header, parts in by_header.items() for notice in _notices(matches[header], parts)
    ]
    return Reading(
        next(iter(matches.values())).recipe,
        tuple(PartReading(part, matches[part.header].fields()) for part in arrival.parts),
        tuple(dict.fromkeys(notices)),
    )


def _nearest(header: tuple[str, ...]) -> Match:
    """Return the recipe that asks most and fits, or would but for spelling; else the likest."""
    matches = [Match(recipe, header) for recipe in recipes().values()]
    matches.sort(key=lambda match: -sum(column.required for column in match.recipe.columns))
    for match in matches:
        if match.is_whole or match.is_misspelt:
            return match
    return max(matches, key=lambda match: len(match.columns) - len(match.missing))


def _where(parts: Sequence[Part]) -> str:
    others = len(parts) - 1
    more = f" (and {others:,} more like it)" if others else ""
    return parts[0].label + more


def _faults(match: Match, parts: Sequence[Part]) -> Iterator[str]:
    where = _where(parts)
    for column in match.missing:
        if meant := match.meant(column):
            yield f"{where}: '{shown(meant)}' looks like '{column.names[0]}': rename it."
        else:
            yield f"{where} has no column {_expected([column])}. {_found(match)}"
    for group in match.missing_groups:
        columns = [column for column in match.recipe.columns if column.field in group]
        misspelt = [(m, c) for c in columns if (m := match.meant(c))]
        for meant, column in misspelt:
            yield f"{where}: '{shown(meant)}' looks like '{_likest(meant, column)}': rename it."
        if not misspelt:
            yield f"{where} has no column {_expected(columns)}. {_found(match)}"
    yield from _doubled(match, where)


def _likest(header: str, column: Column) -> str:
    said = plain(header)
    return max(column.names, key=lambda n: SequenceMatcher(None, said, plain(n)).ratio())


def _expected(columns: Sequence[Column]) -> str:
    names = [name for column in columns for name in column.names[:3]]
    return " or ".join(f"'{name}'" for name in names)


def _found(match: Match) -> str:
    return f"Found: {listed(match.header, most=30)}. Name the column so and upload the file again."


def _doubled(match: Match, where: str) -> Iterator[str]:
    for places in match.columns.values():
        names = [match.header[at] for at in places]
        for first, second in zip(names, names[1:], strict=False):
            if plain(first) == plain(second):
                yield (
                    f"{where} has the column '{shown(first)}' twice: "
                    "delete one of them or give it another name."
                )


def _several_recipes(
    by_header: Mapping[tuple[str, ...], Sequence[Part]], matches: Mapping[tuple[str, ...], Match]
) -> Iterator[str]:
    labels = {match.recipe.label: by_header[header][0] for header, match in matches.items()}
    if len(labels) > 1:
        said = " and ".join(f"{part.label} ({label})" for label, part in labels.items())
        yield f"It holds tables of different kinds: {said}. Upload each kind as a file of its own."


def _notices(match: Match, parts: Sequence[Part]) -> Iterator[str]:
    for field_columns in match.columns.values():
        used, *others = (match.header[at] for at in field_columns)
        if others:
            yield (
                f"Columns {listed([used, *others])} say the same kind of thing: "
                f"'{shown(used)}' was used."
            )
    personal = [header for header in match.header if _is_personal(match, header)]
    if personal:
        yield (
            f"Personal details are not needed and were not kept: {_columns(personal)} "
            f"{'was' if len(personal) == 1 else 'were'} left out. Leave them out of the next extract."
        )
    yield from _left_out([header for header in match.unknown if header not in personal], match)


def _is_personal(match: Match, header: str) -> bool:
    used = {match.header[places[0]] for places in match.columns.values()}
    return header not in used and is_personal(header)


def _columns(headers: Sequence[str]) -> str:
    return f"{'column' if len(headers) == 1 else 'columns'} {listed(headers)}"


def _left_out(headers: Sequence[str], match: Match) -> Iterator[str]:
    absent = [column for column in match.recipe.columns if column.field not in match.columns]
    rest = []
    for header in headers:
        if column := next((column for column in absent if _is_like(header, column)), None):
            yield (
                f"'{shown(header)}' looks like '{_likest(header, column)}' but was left out: "
                "rename it and upload the file again if it is."
            )
        else:
            rest.append(header)
    if rest:
        yield f"{_columns(rest).capitalize()} {'is' if len(rest) == 1 else 'are'} not known and {'was' if len(rest) == 1 else 'were'} left out."
