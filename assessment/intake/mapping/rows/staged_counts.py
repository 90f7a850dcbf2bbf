"""The staged rows of an extract, counted by month, force, place and category."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions import subject_of
from assessment.intake.coverage.sent_rows import RowGroup
from assessment.intake.mapping.categories.category_mapping import CategoryMapping, PlaceMapping
from assessment.store import Writer


@dataclass(frozen=True)
class StagedCount:
    """How many rows there are of a month, force, place and category, as the file writes them."""

    month: date
    force: str | None
    place: str | None
    category: str
    rows: int


def staged_counts(writer: Writer) -> list[StagedCount]:
    """Count the staged rows."""
    writer.run("create_staged_groups")
    return [StagedCount(*row) for row in writer.rows("staged_groups")]


def cancelled_counts(writer: Writer, counts: Sequence[StagedCount]) -> list[StagedCount]:
    """Count the rows left out as cancelled that name what rows which are counted name.

    Those without a place are where all the others are, if that is one.
    """
    categories = {count.category for count in counts}
    places = {count.place for count in counts}
    forces = {count.force for count in counts}
    only = next(iter(places)) if len(places) == 1 else None
    cancelled = (StagedCount(*row) for row in writer.rows("cancelled_groups"))
    placed = [replace(count, place=count.place or only) for count in cancelled]
    return [
        count
        for count in placed
        if count.category in categories
        and count.place in {*places, None}
        and count.force in {*forces, None}
        and (count.place or count.force)
    ]


def rows_by(
    counts: Sequence[StagedCount], text_of: Callable[[StagedCount], str | None]
) -> list[tuple[str, int]]:
    """Add up rows by a text, most first; rows without it are left out."""
    rows: Counter[str] = Counter()
    for count in counts:
        text = text_of(count)
        if text is not None:
            rows[text] += count.rows
    return rows.most_common()


def row_groups(
    counts: Sequence[StagedCount],
    categories: CategoryMapping,
    places: PlaceMapping,
    forces: Mapping[str, str],
) -> list[RowGroup]:
    """Count the rows by what their places and categories mean."""
    measure_set = categories.measure_set.id
    subjects = {leaf: subject_of(leaf, measure_set) for leaf in set(categories.measures.values())}
    rows: Counter[tuple[date, str | None, str | None, str]] = Counter()
    for count in counts:
        force = forces[count.force] if count.force else None
        district = places.districts[count.place] if count.place else None
        subject = subjects[categories.measures[count.category]]
        rows[count.month, force, district, subject] += count.rows
    return [RowGroup(*group, n) for group, n in rows.items()]
