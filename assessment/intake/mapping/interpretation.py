"""What the staged rows of an extract mean, before anything is kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import (
    FLAGS,
    OFFENCE_SUBJECT,
    districts,
    flag_columns,
    measure_sets,
    subject_of,
)
from assessment.intake.extract_coverage import Coverage, CoverageCell, RowGroup, read_coverage
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.mapping.category_mapping import (
    CategoryMapping,
    FlagMapping,
    PlaceMapping,
    read_categories,
    read_flags,
    read_places,
)
from assessment.intake.mapping.recipe_recognition import RecognisedFile
from assessment.intake.mapping.rows.repeated_references import Repeats, settle_repeats
from assessment.intake.mapping.staged_counts import (
    StagedCount,
    row_groups,
    rows_by,
    staged_counts,
)
from assessment.store import Writer


@dataclass(frozen=True)
class Interpretation:
    """Everything that loading and reporting need to know of the staged rows."""

    repeats: Repeats
    counts: Sequence[StagedCount]
    categories: CategoryMapping
    places: PlaceMapping
    forces: Mapping[str, str]
    flags: FlagMapping
    coverage: Coverage
    questions: tuple[FileQuestion, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows there are, once repeated references are left out."""
        return sum(count.rows for count in self.counts)

    @property
    def unlocated(self) -> int:
        """How many rows name no place that is a district."""
        return sum(count.rows for count in self.counts if not self._district(count))

    @property
    def nowhere(self) -> int:
        """How many rows name neither a district nor a force: no figure counts them."""
        return sum(
            count.rows for count in self.counts if not count.force and not self._district(count)
        )

    @property
    def by_district(self) -> Mapping[str, int]:
        """Rows by district, most first."""
        return dict(rows_by(self.counts, self._district))

    @property
    def by_measure(self) -> Mapping[str, int]:
        """Rows by the label of the measure they are recorded under, most first."""
        measures = self.categories.measure_set
        return dict(rows_by(self.counts, lambda count: measures.measure(self._leaf(count)).label))

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
        for count in self.counts:
            leaf = self._leaf(count)
            if subject_of(leaf, self.categories.measure_set.id) == OFFENCE_SUBJECT:
                rows[leaf] += count.rows
        return rows

    @property
    def coverage_cells(self) -> Sequence[CoverageCell]:
        """What the extract answers for: what its records are about, and every flag on those."""
        cells = self.coverage.cells
        has_offences = any(cell.subject == OFFENCE_SUBJECT for cell in cells)
        flagged = [cell for cell in cells if not has_offences or cell.subject == OFFENCE_SUBJECT]
        flags = {replace(cell, subject=flag) for cell in flagged for flag in self.flags.subjects}
        return [*cells, *sorted(flags)]

    def _district(self, count: StagedCount) -> str | None:
        return self.places.districts[count.place] if count.place else None

    def _leaf(self, count: StagedCount) -> str:
        return self.categories.measures[count.category]


def interpret(
    writer: Writer, recognised: RecognisedFile, source: str, choices: FileChoices
) -> Interpretation:
    """Read what the staged rows mean, leaving one row for each repeated reference."""
    recipe = recognised.recipe
    repeats = settle_repeats(writer, recognised, choices)
    counts = staged_counts(writer)
    categories = read_categories(
        rows_by(counts, lambda count: count.category),
        dict(writer.rows("categories_said", source=source)),
        choices.measure_set or recipe.measure_set or _measure_set_of(writer, source),
    )
    places = read_places(rows_by(counts, lambda count: count.place), districts())
    forces = {
        text: districts().find_force(text) or text
        for text, _ in rows_by(counts, lambda count: count.force)
    }
    columns = {field for table in recognised.tables for field in table.fields}
    flags = read_flags(writer.rows("staged_flags"), flag_columns().keys() & columns)
    groups = row_groups(counts, categories, places, forces)
    coverage = _coverage(writer, groups, source, recipe.covers)
    return Interpretation(
        repeats, counts, categories, places, forces, flags, coverage, repeats.questions
    )


def _coverage(writer: Writer, groups: Sequence[RowGroup], source: str, covers: str) -> Coverage:
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


def _measure_set_of(writer: Writer, source: str) -> str | None:
    """Return the set that a source has been counted in so far: it must not change half way."""
    return next((name for (name,) in writer.rows("measure_set_of_source", source=source)), None)
