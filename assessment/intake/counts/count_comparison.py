"""What becomes of the counts of a source when a table of them is loaded, and keeping that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions import FLAGS, LEFT_OUT, measure_sets, subject_of
from assessment.errors import UploadRefused
from assessment.intake.counts.count_cells import CountStatus
from assessment.intake.counts.count_coverage import CoveredBlock
from assessment.intake.counts.count_meaning import CountMeaning, MeantCount
from assessment.intake.counts.totals.measure_parts import parts_of_measures
from assessment.intake.coverage.part_of_months import covered_before
from assessment.intake.headings.month_span import Span
from assessment.intake.record_comparison import RecordFates, refuse_other_rows
from assessment.store import Writer

DISTRICT = "district"


@dataclass(frozen=True)
class _Area:
    """The smallest area of a count that is known, and what its table calls it."""

    kind: str
    name: str


def compare_counts(
    writer: Writer,
    file: str,
    source: str,
    meaning: CountMeaning,
    coverage: Sequence[CoveredBlock],
    extract: int,
    *,
    adds: bool = False,
) -> RecordFates:
    """Say what becomes of the counts as the extract of that number; nothing is written yet.

    One that `adds` withdraws none. Raises UploadRefused where the source has records, counts of
    months that these cut across, or counts that hold what would be added.
    """
    refuse_other_rows(writer, file, source, are_counts=True)
    _create_arriving(writer, meaning)
    _refuse_overlapping(writer, file, source)
    replaced = () if adds else coverage
    writer.run("create_count_pairing", source=source, **_scope(writer, source, meaning, replaced))
    if adds:
        _refuse_counted_twice(writer, file, source, meaning)
    months = tuple(month for (month,) in writer.rows("withdrawn_count_months"))
    counts: dict[str, int] = dict(writer.rows("count_count_pairing"))
    return RecordFates(extract, counts, months, replaces=True, adds=adds)


def answered_by_part(
    writer: Writer, source: str, coverage: Sequence[CoveredBlock], meaning: CountMeaning
) -> list[CoveredBlock]:
    """Return the blocks that a table answers for which is only a part of its months.

    Of those that an earlier table has told of, that one goes on telling what is known. Where none
    has told of any, only the measures that it gives are known.
    """
    kinds = {block.kind for block in coverage}
    months = sorted({month for block in coverage for month in block.span.months})
    before = covered_before(writer, source, kinds, months)
    new = [
        block
        for block in coverage
        if not any(
            (block.subject, block.kind, block.area, month) in before for month in block.span.months
        )
    ]
    return new if before else [replace(block, known=_given(block, meaning)) for block in new]


def _given(block: CoveredBlock, meaning: CountMeaning) -> frozenset[str]:
    """Return the measures that a table gives of a block, of those that are known of it."""
    given = {
        count.measure
        for count in meaning.counts
        if count.key.span == block.span
        and block.area in (meaning.district(count), meaning.force(count))
        and count.counted.status is CountStatus.COUNTED
    }
    return frozenset(given if block.known is None else given & block.known)


def write_counts(writer: Writer, source: str, measure_set: str, fates: RecordFates) -> None:
    """Add new and revised counts and end those replaced, as they were compared."""
    writer.run("insert_counts", source=source, measure_set=measure_set, extract=fates.extract)
    writer.run("end_count_versions", extract=fates.extract)


def write_count_coverage(
    writer: Writer,
    source: str,
    measure_set: str,
    coverage: Sequence[CoveredBlock],
    extract: int,
    *,
    query: str = "insert_count_coverage",
) -> None:
    """Record what a table of counts answers for, month by month."""
    cells = [(block, cell) for block in coverage for cell in block.cells]
    is_block = [len(block.span.months) > 1 for block, _ in cells]
    writer.run(
        query,
        extract=extract,
        source=source,
        measure_set=measure_set,
        subjects=[cell.subject for _, cell in cells],
        area_kinds=[cell.kind for _, cell in cells],
        areas=[cell.area for _, cell in cells],
        months=[cell.month for _, cell in cells],
        block_starts=[
            block.span.start if several else None
            for (block, _), several in zip(cells, is_block, strict=True)
        ],
        block_ends=[
            block.span.end if several else None
            for (block, _), several in zip(cells, is_block, strict=True)
        ],
        partial=[block.known is not None for block, _ in cells],
        known=[
            None if block.known is None else " ".join(sorted(block.known)) for block, _ in cells
        ],
    )


def _create_arriving(writer: Writer, meaning: CountMeaning) -> None:
    counts = meaning.counts
    areas = [_area(count, meaning) for count in counts]
    writer.run(
        "create_arriving_counts",
        measure=[count.measure for count in counts],
        category=[count.key.category for count in counts],
        force=[meaning.force(count) for count in counts],
        district=[meaning.district(count) for count in counts],
        ward=[count.key.ward or None for count in counts],
        lsoa=[count.key.lsoa or None for count in counts],
        area_kind=[area.kind for area in areas],
        area=[area.name for area in areas],
        period_start=[count.key.span.start for count in counts],
        period_end=[count.key.span.end for count in counts],
        value=[count.counted.value for count in counts],
        low=[count.counted.low for count in counts],
        high=[count.counted.high for count in counts],
        apart=[count.apart for count in counts],
        status=[count.counted.status.value for count in counts],
    )


def _area(count: MeantCount, meaning: CountMeaning) -> _Area:
    key = count.key
    if key.lsoa:
        return _Area("lsoa", key.lsoa)
    if key.ward:
        return _Area("ward", key.ward)
    if key.place:
        # A partnership of several districts, as the Home Office lists them, is none that is known.
        return _Area(DISTRICT if meaning.district(count) else "other", key.place)
    return _Area("force" if key.force else "other", key.force)


def _refuse_overlapping(writer: Writer, file: str, source: str) -> None:
    for extract, start, end, new_start, new_end in writer.rows("overlapping_counts", source=source):
        raise UploadRefused(
            file,
            [
                f"It counts {Span(new_start, new_end)}, but the source {source} has counts of "
                f"{Span(start, end)} already (extract {extract}), and months would be counted "
                "twice. Give it a source of its own, or undo that extract first."
            ],
        )


def _refuse_counted_twice(writer: Writer, file: str, source: str, meaning: CountMeaning) -> None:
    """Refuse to add a count beside one that has it in it: nobody could tell what is in both."""
    leaves = parts_of_measures(meaning.categories.measure_set)
    for said, measure, said_there, there, start, end in writer.rows(
        "counts_added_beside", source=source
    ):
        if not leaves[measure].isdisjoint(leaves[there]):
            raise UploadRefused(
                file,
                [
                    f"It counts '{said}' in {Span(start, end)}, and '{said_there}' of {source}, "
                    "which is there already, may have the same in it: added, it would be counted "
                    "twice. Load one table that has all of these months (--mode replace), or give "
                    "this one a source of its own."
                ],
            )


def _scope(
    writer: Writer, source: str, meaning: CountMeaning, coverage: Sequence[CoveredBlock]
) -> dict[str, list[str] | list[date] | str]:
    """Return what the extract replaces: what it covers, and months that it covers wholly.

    A month of a subject is replaced whole where the extract covers every district that the source's
    earlier extracts covered in it; otherwise only its own districts are.
    """
    blocks = [block for block in coverage if block.kind == DISTRICT]
    covered = {(block.subject, block.area, block.span.start) for block in blocks}
    months = sorted({block.span.start for block in blocks})
    before = writer.rows("covered_before", source=source, area_kind=DISTRICT, months=months)
    shared = {
        (subject, month) for subject, area, month in before if (subject, area, month) not in covered
    }
    whole = sorted({(subject, month) for subject, _, month in covered} - shared)
    in_order = sorted(covered)
    measure_set = meaning.categories.measure_set
    sets = (measure_set, measure_sets()[FLAGS])
    leaves = sorted({measure.id for measures in sets for measure in measures.measures} | {LEFT_OUT})
    return {
        "area_kind": DISTRICT,
        "leaves": leaves,
        "leaf_subjects": [subject_of(leaf, measure_set.id) for leaf in leaves],
        "whole_subjects": [subject for subject, _ in whole],
        "whole_months": [month for _, month in whole],
        "subjects": [subject for subject, _, _ in in_order],
        "areas": [area for _, area, _ in in_order],
        "months": [month for _, _, month in in_order],
    }
