"""What extracts answer for, judged anew when a category means something else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.definitions import FLAGS, MeasureSet, districts, measure_sets, recipes, subject_of
from assessment.intake.coverage.extract_coverage import read_coverage, with_flags
from assessment.intake.coverage.sent_rows import RowGroup
from assessment.intake.mapping.categories.category_mapping import UNMAPPED
from assessment.store import Writer


def judge_coverage_anew(
    writer: Writer, source: str, measures: MeasureSet, categories: Sequence[str]
) -> None:
    """Judge every extract of a source that holds some categories, as when it was loaded."""
    for extract in writer.rows(
        "extracts_of_categories", source=source, categories=list(categories)
    ):
        judge_extract_anew(writer, source, measures, extract)


def judge_extract_anew(
    writer: Writer,
    source: str,
    measures: MeasureSet,
    judged: tuple[int, str, Sequence[date] | None],
) -> None:
    """Judge an extract of a source anew: its number, its recipe, and the months said of it."""
    extract, recipe, months_said = judged
    stored = writer.rows("categories_of_source", source=source)
    meant = {text: measure for text, measure, _ in stored}
    kept = writer.rows("categories_of_extract", extract=extract)
    flags = set(measure_sets()[FLAGS].families.values())
    said = [row for row in writer.rows("subjects_of_extract", extract=extract) if row[0] in flags]
    marked = {subject for subject, _, known in said if known != ""}
    # Which flags its rows do not tell is no matter of categories either.
    untold = {(subject, month): known for subject, month, known in said if known is not None}
    # Which months are cut off was told by the days of their rows, which no meaning changes.
    partial = sorted({month for month, *_, is_partial, _ in kept if is_partial})
    groups = _groups(kept, measures, meant)
    coverage = read_coverage(groups, [], districts(), recipes()[recipe].covers, months_said or ())
    cells = with_flags(coverage.cells, marked, untold)
    writer.run("remove_coverage_of_extract", extract=extract)
    writer.run(
        "insert_coverage",
        extract=extract,
        source=source,
        measure_set=measures.id,
        subjects=[cell.subject for cell in cells],
        area_kinds=[cell.kind for cell in cells],
        areas=[cell.area for cell in cells],
        months=[cell.month for cell in cells],
        known=[cell.known for cell in cells],
        partial_months=partial,
    )


def _groups(
    kept: Sequence[tuple[Any, ...]], measures: MeasureSet, meant: Mapping[str, str]
) -> list[RowGroup]:
    rows: Counter[tuple[date, str | None, str | None, str]] = Counter()
    for month, force, district, category, _, n in kept:
        subject = subject_of(meant.get(category, UNMAPPED), measures.id)
        rows[month, force, district, subject] += n
    return [RowGroup(*group, n) for group, n in rows.items()]
