"""What the staged rows of an extract mean, before anything is kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assessment.definitions import (
    FLAGS,
    OFFENCE_SUBJECT,
    districts,
    flag_columns,
    measure_sets,
    subject_of,
)
from assessment.intake.coverage.extract_coverage import (
    Coverage,
    CoverageCell,
    UntoldFlags,
    read_coverage,
    with_flags,
)
from assessment.intake.coverage.sent_rows import RowGroup
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.mapping.belonging.source_data_set import source_data_set
from assessment.intake.mapping.categories.absent_measures import absent_measures
from assessment.intake.mapping.categories.blank_flags import blank_months, shares_before
from assessment.intake.mapping.categories.category_mapping import (
    CategoryMapping,
    FlagMapping,
    PlaceMapping,
    forces_of,
    measure_label,
    read_flags,
    read_places,
)
from assessment.intake.mapping.categories.told_flags import lost_flags, untold_flags
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.open_questions import open_questions
from assessment.intake.mapping.rows.references.repeated_references import Repeats, settle_repeats
from assessment.intake.mapping.rows.staged_counts import (
    StagedCount,
    cancelled_counts,
    row_groups,
    rows_by,
    staged_counts,
)
from assessment.store import Writer


@dataclass(frozen=True)
class Interpretation:
    """Everything that loading and reporting need to know of the staged rows."""

    source: str
    repeats: Repeats
    counts: Sequence[StagedCount]
    categories: CategoryMapping
    places: PlaceMapping
    forces: Mapping[str, str]
    flags: FlagMapping
    coverage: Coverage
    notices: tuple[str, ...] = ()
    questions: tuple[FileQuestion, ...] = ()
    groups: Sequence[RowGroup] = ()
    untold: UntoldFlags = field(default_factory=dict)
    columns: frozenset[str] = frozenset()

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
        return dict(rows_by(self.counts, lambda count: measure_label(measures, self._leaf(count))))

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
        return with_flags(self.coverage.cells, self.flags.subjects, self.untold)

    def _district(self, count: StagedCount) -> str | None:
        return self.places.districts[count.place] if count.place else None

    def _leaf(self, count: StagedCount) -> str:
        return self.categories.measures[count.category]


def interpret(
    writer: Writer,
    recognised: RecognisedFile,
    source: str | None,
    choices: FileChoices,
    months_said: Sequence[date] = (),
) -> Interpretation:
    """Read what the staged rows mean, leaving one row for each repeated reference.

    `source` is the one that was named, if any; `months_said` are those that the file is said to
    answer for.
    """
    recipe = recognised.recipe
    columns = {field for table in recognised.tables for field in table.fields}
    repeats = settle_repeats(writer, recognised, choices)
    counts = staged_counts(writer)
    counted = rows_by(counts, lambda count: count.category)
    places = read_places(rows_by(counts, lambda count: count.place), districts())
    forces = {
        text: districts().find_force(text) or text
        for text, _ in rows_by(counts, lambda count: count.force)
    }
    of_forces = forces_of(places, forces, districts())
    source_set = source_data_set(
        writer, recognised, source, choices.measure_set, counted, of_forces
    )
    categories = source_set.choice.categories
    flag_texts = writer.rows("staged_flags")
    marks = flag_columns().keys() & columns
    flags = read_flags(_by_text(flag_texts), marks)
    groups = row_groups(counts, categories, places, forces)
    # A file answers for records that it says were cancelled, as for those that it counts.
    cancelled = cancelled_counts(writer, counts)
    sent = row_groups([*counts, *cancelled], categories, places, forces)
    coverage = _coverage(writer, sent, source_set.source, recipe.covers, months_said)
    before = shares_before(writer, source_set.source, coverage.months)
    blank = blank_months(flag_texts, _by_month(counts, coverage), sorted(marks), before)
    untold = {
        **untold_flags(flag_texts, flags, marks, coverage.months, blank),
        **lost_flags(writer, source_set.source, coverage, flags, marks),
    }
    by_leaf = Counter[str]()
    for count in counts:
        by_leaf[categories.measures[count.category]] += count.rows
    asked = open_questions(writer, recognised, source_set, coverage, choices)
    return Interpretation(
        source_set.source,
        repeats,
        counts,
        categories,
        places,
        forces,
        flags,
        coverage,
        (*source_set.choice.notices, *absent_measures(categories.measure_set, by_leaf)),
        (*repeats.questions, *asked),
        groups,
        untold,
        frozenset(columns),
    )


def _by_text(flag_texts: Sequence[tuple[str, date, int]]) -> list[tuple[str, int]]:
    rows: Counter[str] = Counter()
    for text, _, n in flag_texts:
        rows[text] += n
    return rows.most_common()


def _by_month(counts: Sequence[StagedCount], coverage: Coverage) -> Counter[date]:
    """Count the rows of the months that a file answers for."""
    rows = Counter(dict.fromkeys(coverage.months, 0))
    for count in counts:
        if count.month in rows:
            rows[count.month] += count.rows
    return rows


def _coverage(
    writer: Writer,
    groups: Sequence[RowGroup],
    source: str,
    covers: str,
    months_said: Sequence[date],
) -> Coverage:
    """Judge coverage; where a file has one month only, by the days that the source usually has."""
    days = writer.rows("staged_days")
    coverage = read_coverage(groups, days, districts(), covers, months_said)
    if len(coverage.months) > 1 or months_said:
        return coverage
    usual = writer.rows(
        "standing_days",
        source=source,
        area_kind=covers,
        areas=sorted({cell.area for cell in coverage.cells if cell.kind == covers}),
        months=list(coverage.months),
    )
    return read_coverage(groups, [*days, *usual], districts(), covers)
