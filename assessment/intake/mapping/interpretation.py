"""What the staged rows of an extract say, before anything is kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions import (
    FLAG_FIELDS,
    FLAGS,
    OFFENCE_SUBJECT,
    districts,
    measure_sets,
    subject_of,
)
from assessment.intake.mapping.category_mapping import (
    Categories,
    Flags,
    Places,
    read_categories,
    read_flags,
    read_places,
)
from assessment.intake.mapping.recipe_recognition import Reading
from assessment.intake.overlap.extract_coverage import Cell, Coverage, Group, read_coverage
from assessment.store import Writer

# month, force, place and category as the file writes them, rows
Counted = tuple[date, str | None, str | None, str, int]


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
    counted: Sequence[Counted]
    categories: Categories
    places: Places
    forces: Mapping[str, str]
    flags: Flags
    coverage: Coverage

    @property
    def unlocated(self) -> int:
        """How many rows name no place that is a district."""
        return sum(n for _, _, place, _, n in self.counted if not self._district(place))

    @property
    def nowhere(self) -> int:
        """How many rows name neither a district nor a force: no figure counts them."""
        return sum(
            n for _, force, place, _, n in self.counted if not force and not self._district(place)
        )

    @property
    def by_district(self) -> Mapping[str, int]:
        """Rows by district, most first."""
        rows: Counter[str] = Counter()
        for _, _, place, _, n in self.counted:
            if district := self._district(place):
                rows[district] += n
        return dict(rows.most_common())

    @property
    def by_measure(self) -> Mapping[str, int]:
        """Rows by the label of the measure they are recorded under, most first."""
        rows: Counter[str] = Counter()
        for _, _, _, category, n in self.counted:
            leaf = self.categories.measures[category]
            rows[self.categories.measure_set.measure(leaf).label] += n
        return dict(rows.most_common())

    @property
    def by_flag(self) -> Mapping[str, int]:
        """Rows by the label of the flag that they carry; 0 where a column for it has none."""
        rows, subjects = self.flags.rows, self.flags.subjects
        flags = measure_sets()[FLAGS].measures
        return {flag.label: rows.get(flag.id, 0) for flag in flags if flag.id in {*rows, *subjects}}

    @property
    def offences(self) -> Mapping[str, int]:
        """Rows of each kind of offence, by the id that they are recorded under."""
        rows: Counter[str] = Counter()
        for _, _, _, category, n in self.counted:
            leaf = self.categories.measures[category]
            if subject_of(leaf, self.categories.measure_set.id) == OFFENCE_SUBJECT:
                rows[leaf] += n
        return rows

    @property
    def coverage_cells(self) -> Sequence[Cell]:
        """What the extract answers for: what its records are about, and every flag on those."""
        cells = self.coverage.cells
        marked = OFFENCE_SUBJECT if OFFENCE_SUBJECT in {c.subject for c in cells} else None
        flagged = [cell for cell in cells if marked in (None, cell.subject)]
        flags = {replace(c, subject=flag) for c in flagged for flag in self.flags.subjects}
        return [*cells, *sorted(flags)]

    def _district(self, place: str | None) -> str | None:
        return self.places.districts[place] if place else None


def understand(writer: Writer, reading: Reading, source: str) -> Understanding:
    """Read what the staged rows mean, leaving one row for each repeated reference."""
    recipe = reading.recipe
    columns = {field for item in reading.parts for field in item.fields}
    repeats = _remove_repeats(writer)
    counted = writer.rows("staged_groups")
    said: dict[str, str] = dict(writer.rows("categories_said", source=source))
    categories = read_categories(
        _sums(counted, 3), said, recipe.measure_set or _set_of(writer, source)
    )
    places = read_places(_sums(counted, 2), districts())
    forces = {text: districts().find_force(text) or text for text, _ in _sums(counted, 1)}
    flags = read_flags(writer.rows("staged_flags"), FLAG_FIELDS & columns)
    groups = _groups(counted, categories, places, forces)
    coverage = _coverage(writer, groups, source, recipe.covers)
    return Understanding(repeats, counted, categories, places, forces, flags, coverage)


def _sums(counted: Sequence[Counted], column: int) -> list[tuple[str, int]]:
    """Add up rows by what a column says, most first; rows where it says nothing are left out."""
    sums: Counter[str] = Counter()
    for row in counted:
        if row[column] is not None:
            sums[str(row[column])] += row[-1]
    return sums.most_common()


def _groups(
    counted: Sequence[Counted], categories: Categories, places: Places, forces: Mapping[str, str]
) -> list[Group]:
    measures = categories.measure_set.id
    subjects = {leaf: subject_of(leaf, measures) for leaf in set(categories.measures.values())}
    rows: Counter[tuple[date, str | None, str | None, str]] = Counter()
    for month, force, place, category, n in counted:
        district = places.districts[place] if place else None
        subject = subjects[categories.measures[category]]
        rows[month, forces[force] if force else None, district, subject] += n
    return [Group(*key, n) for key, n in rows.items()]


def _coverage(writer: Writer, groups: Sequence[Group], source: str, covers: str) -> Coverage:
    """Judge coverage; where a file has one month only, by the days that the source usually has."""
    days = writer.rows("staged_days")
    coverage = read_coverage(groups, days, districts(), covers)
    if len(coverage.months) > 1:
        return coverage
    usual = writer.rows(
        "standing_days",
        source=source,
        area_kind=covers,
        areas=sorted({cell.area for cell in coverage.cells if cell.kind == covers}),
        months=list(coverage.months),
    )
    return read_coverage(groups, [*days, *usual], districts(), covers)


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
