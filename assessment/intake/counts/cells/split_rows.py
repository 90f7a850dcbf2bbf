"""Rows that a further column splits: which of them are parts, and which the whole or no count."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from assessment.intake.counts.cells.row_versions import version_columns, which_version
from assessment.intake.counts.columns.table_layout import TableShape, rows_to_count
from assessment.intake.counts.count_cells import read_cell
from assessment.intake.file_choices import EVERY_ROW, FileChoices, FileQuestion
from assessment.intake.files.file_tables import shown
from assessment.intake.files.layout.total_words import is_number
from assessment.intake.headings.count_names import is_metric_name, is_total
from assessment.intake.headings.day_words import day_of
from assessment.intake.headings.part_words import is_part_name
from assessment.intake.headings.period_words import read_span

# Rows of which one has what the others add up to, oftener than chance would have it.
FEWEST_SUMS = 5
# Nobody sends so many versions of a count at once: a column of more values lists parts.
MOST_VERSIONS = 24
WHOLE = re.compile(r"(?:all|total|any|every|recorded)\b.*", re.IGNORECASE)
# What no adding up to the others makes a count of offences.
NO_PARTS = re.compile(
    r"\b(?:targets?|forecasts?|predicted|projected|expected|budget|baseline|previous|prior"
    r"|last year|detected|detections?|solved|charged|rates?|per cent|percentage|average|change"
    r"|difference|victims?|suspects?|arrests?|offenders?|cumulative|ytd|rolling)\b|%",
    re.IGNORECASE,
)
# The rows of one thing, place and time: a value of the further column, and its counts.
Split = Mapping[str, Sequence[int]]


def settle_splits(shape: TableShape, choices: FileChoices) -> TableShape:
    """Return the shape with what is known of rows that a further column splits.

    Where one value is what the others add up to, its rows alone are read; where values are versions
    of the same counts, or nothing says that they are parts of one whole, that is asked.
    """
    said = {at: choices.only.get(shape.table.header[at]) for at in shape.others}
    kept = {at: value for at, value in said.items() if value and value != EVERY_ROW}
    # Who has said which rows tell how many there were has said that rows are counts.
    shape = replace(shape, only={**shape.only, **kept}, doubts=() if kept else shape.doubts)
    unsaid = [at for at in shape.others if said[at] is None]
    versions = [at for at in version_columns(shape) if at in unsaid]
    shape = _settle_versions(shape, versions)
    for at in unsaid:
        if at not in versions:
            shape = _settle(shape, at)
    return shape


def _settle_versions(shape: TableShape, versions: Sequence[int]) -> TableShape:
    """Ask which version is read: of columns that tell them in step, by the first alone."""
    for at in versions:
        if splits := list(_splits(shape, at, versions)):
            asked = which_version(shape.table.header[at], splits)
            return replace(shape, questions=(*shape.questions, asked))
    return shape


def _settle(shape: TableShape, at: int) -> TableShape:
    heading = shape.table.header[at]
    splits = list(_splits(shape, at))
    values = list(dict.fromkeys(value for split in splits for value in split))
    if whole := _whole(splits):
        return replace(shape, only={**shape.only, at: whole})
    if splits and (
        _may_be_versions(heading, values)
        or is_metric_name(heading)
        or _may_be_no_parts(values, splits)
        or _has_other_numbers(shape)
    ):
        return replace(shape, questions=(*shape.questions, _which(heading, values)))
    return shape


def _may_be_versions(heading: str, values: Sequence[str]) -> bool:
    """Tell values of a column that does not say what it is; days that are counted are parts."""
    are_times = all(day_of(value) or read_span(value) for value in values)
    return not is_part_name(heading) and not are_times and len(values) <= MOST_VERSIONS


def _has_other_numbers(shape: TableShape) -> bool:
    """Tell whether some rows have numbers that are no counts, such as a rate, beside counts."""
    cells = (
        row[value.at]
        for _, row in rows_to_count(shape.table)
        if len(row) == len(shape.table.header)
        for value in shape.values
    )
    return any(is_number(cell) and not read_cell(cell) for cell in cells)


def _splits(shape: TableShape, at: int, in_step: Sequence[int] = ()) -> Iterator[Split]:
    """Yield the rows of one thing that a column splits; others may change in step with it."""
    counts = [value.at for value in shape.values]
    aside = {at, *in_step, *counts, *shape.totals, *shape.left_out, shape.difference, shape.percent}
    groups: dict[tuple[str, ...], dict[str, Sequence[int]]] = defaultdict(dict)
    for _, row in rows_to_count(shape.table, is_month_first=shape.is_month_first):
        is_full = len(row) == len(shape.table.header) and shape.is_read(row)
        if is_full and not is_total(row[at].strip()):
            cells = [read_cell(row[column]) for column in counts]
            key = tuple(cell for column, cell in enumerate(row) if column not in aside)
            groups[key][row[at].strip()] = [(cell and cell.value) or 0 for cell in cells]
    yield from (group for group in groups.values() if len(group) > 1)


def _whole(splits: Sequence[Split]) -> str | None:
    """Return the value whose rows are what the others add up to, everywhere; None for none."""
    if not splits or any(len(split) < 3 for split in splits):
        return None
    wholes = set.intersection(*(set(_sums(split)) for split in splits))
    sums = sum(1 for split in splits if any(map(any, split.values())))
    return next((one for one in sorted(wholes) if WHOLE.match(one) or sums >= FEWEST_SUMS), None)


def _sums(split: Split) -> Iterator[str]:
    together = [sum(column) for column in zip(*split.values(), strict=True)]
    for value, counts in split.items():
        if [2 * count for count in counts] == together:
            yield value


def _may_be_no_parts(values: Sequence[str], splits: Sequence[Split]) -> bool:
    """Tell values that speak of other things, that hold one another, or of which one may be all."""
    if any(NO_PARTS.search(value) or WHOLE.fullmatch(value) for value in values):
        return True
    words = [value.lower() for value in values]
    if any(one and other.startswith((f"{one} ", f"{one}-")) for one in words for other in words):
        return True
    is_small = all(len(split) > 2 and any(map(any, split.values())) for split in splits)
    return _overlap(values) or (is_small and all(any(_sums(split)) for split in splits))


def _overlap(values: Sequence[str]) -> bool:
    """Tell whether ranges of ages overlap."""
    spans = sorted(filter(None, map(_ages, values)))
    return any(later[0] <= earlier[1] for earlier, later in pairwise(spans))


def _ages(value: str) -> tuple[int, int] | None:
    if named := re.fullmatch(r"(?:aged? )?(\d+) ?(?:-|–|to) ?(\d+)", value, re.IGNORECASE):
        return int(named[1]), int(named[2])
    if named := re.fullmatch(r"(?:under|below|<) ?(\d+)", value, re.IGNORECASE):
        return 0, int(named[1]) - 1
    if named := re.fullmatch(r"(\d+) ?(?:\+|and over|or over)", value, re.IGNORECASE):
        return int(named[1]), 200
    return None


def _which(heading: str, values: Sequence[str]) -> FileQuestion:
    options = [(f"{heading}={value}", f"only the rows of '{shown(value)}'") for value in values]
    return FileQuestion(
        "only",
        f"Which rows of the column '{shown(heading)}' say how many offences there were? They may "
        "be no parts of one number: one may be all of them, or a target, or a later version of "
        "another, or count something else.",
        (*options, (f"{heading}={EVERY_ROW}", "every row: they are parts, and add up")),
        "--only",
    )
