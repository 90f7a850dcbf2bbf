"""What the staged rows of an extract say, before anything is kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import FLAG_FIELDS, districts, subject_of
from assessment.intake.coverage import Coverage, Group, read_coverage
from assessment.intake.meaning import (
    Categories,
    Counted,
    Flags,
    Places,
    read_categories,
    read_flags,
    read_places,
)
from assessment.intake.recognition import Reading
from assessment.store import Writer


@dataclass(frozen=True)
class Repeats:
    """References that several rows share: rows beyond the one kept, and how many said the same."""

    rows: int = 0
    identical: int = 0
    differing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Understanding:
    """Everything that loading and reporting need to know of the staged rows."""

    repeats: Repeats
    by_category: Counted
    groups: Sequence[Group]
    categories: Categories
    places: Places
    forces: Mapping[str, str]
    flags: Flags
    coverage: Coverage

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the extract answers for: offences, anti-social behaviour, each flag."""
        measures = self.categories.measure_set.id
        present = {subject_of(leaf, measures) for leaf in self.categories.measures.values()}
        return tuple(sorted(present | self.flags.subjects))

    @property
    def unlocated(self) -> int:
        """How many rows name no place that is a district."""
        named = self.places.districts
        return sum(n for _, _, place, n in self.groups if not (place and named[place]))

    @property
    def by_district(self) -> Mapping[str, int]:
        """Rows by district, most first."""
        counted: Counter[str] = Counter()
        for _, _, place, n in self.groups:
            if place and (district := self.places.districts[place]):
                counted[district] += n
        return dict(counted.most_common())

    @property
    def by_measure(self) -> Mapping[str, int]:
        """Rows by the label of the measure they are recorded under, most first."""
        counted: Counter[str] = Counter()
        for category, n in self.by_category:
            leaf = self.categories.measures[category]
            counted[self.categories.measure_set.measure(leaf).label] += n
        return dict(counted.most_common())


def understand(writer: Writer, reading: Reading, source: str) -> Understanding:
    """Read what the staged rows mean, leaving one row for each repeated reference."""
    recipe = reading.recipe
    columns = {field for item in reading.parts for field in item.fields}
    repeats = _remove_repeats(writer)
    by_category = writer.rows("staged_categories")
    said: dict[str, str] = dict(writer.rows("categories_said", source=source))
    groups = writer.rows("staged_groups")
    categories = read_categories(by_category, said, recipe.measure_set or _set_of(writer, source))
    by_place: Counter[str] = Counter()
    for _, _, place, n in groups:
        by_place.update({place: n} if place else {})
    places = read_places(by_place.most_common(), districts())
    forces = {text: districts().find_force(text) or text for _, text, _, _ in groups if text}
    flags = read_flags([text for (text,) in writer.rows("staged_flags")], FLAG_FIELDS & columns)
    coverage = read_coverage(
        groups,
        writer.rows("staged_days"),
        places.districts,
        set(forces.values()),
        districts(),
        recipe.covers,
    )
    return Understanding(repeats, by_category, groups, categories, places, forces, flags, coverage)


def _set_of(writer: Writer, source: str) -> str | None:
    """Return the set that a source has been counted in so far: it must not change half way."""
    return next((name for (name,) in writer.rows("measure_set_of_source", source=source)), None)


def _remove_repeats(writer: Writer) -> Repeats:
    found = writer.rows("staged_repeats")
    if not found:
        return Repeats()
    writer.run(
        "remove_repeats",
        reference=[reference for reference, *_ in found],
        kept=[kept for *_, kept in found],
    )
    return Repeats(
        rows=sum(rows - 1 for _, rows, _, _ in found),
        identical=sum(rows - versions for _, rows, versions, _ in found),
        differing=tuple(reference for reference, _, versions, _ in found if versions > 1),
    )
