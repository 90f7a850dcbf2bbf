"""What rows and headings say of place and category where no heading has a name for it."""

from collections.abc import Sequence

from assessment.definitions import districts, measure_sets
from assessment.intake.counts.columns.table_columns import TableColumns
from assessment.intake.counts.columns.table_layout import CATEGORIES, PLACES, ValueColumn
from assessment.intake.headings import count_names


def across_fields(columns: TableColumns, used: Sequence[int]) -> dict[str, int]:
    """Return the columns of places and categories, those told by their cells among them.

    A column of names of districts is one of districts, and the only other column of words, or the
    one of words that name measures, says what is counted.
    """
    fields = dict(columns.fields)
    words = [
        at
        for at in (*columns.texts, *columns.flagged)
        if at not in used and not _is_remark(columns, at)
    ]
    if "district" not in fields:
        named = [at for at in words if columns.are_named_districts(at)]
        fields |= {"district": named[0]} if named else {}
    words = [at for at in words if at not in fields.values()]
    if not any(field in fields for field in CATEGORIES):
        named = [at for at in words if _names_measures(columns, at)] or words
        fields |= {"category": named[0]} if len(named) == 1 else {}
    return fields


def headed_values(
    columns: TableColumns, numbers: Sequence[int], fields: dict[str, int]
) -> list[ValueColumn]:
    """Return columns of numbers whose headings are measures, or districts.

    Beside those that are measures, a number of another name is one that is not known.
    """
    headings = {at: columns.header[at] for at in numbers}
    counts = [at for at in numbers if not _is_aside(headings[at])]
    by_place = [at for at in counts if districts().find(headings[at])]
    if len(by_place) > 1 and not any(field in fields for field in PLACES):
        return [ValueColumn(at, columns.table.header[at], place=headings[at]) for at in by_place]
    if any(columns.fields.get(field) is not None for field in CATEGORIES):
        return []
    by_measure = [at for at in counts if is_measure(headings[at])]
    if len(by_measure) < 2 and len(by_measure) < len(counts):
        return []
    if fields.pop("category", None) is not None and not by_measure:
        return []
    return [
        ValueColumn(at, columns.table.header[at], category=headings[at])
        for at in (counts if by_measure else [])
    ]


def is_measure(heading: str) -> bool:
    """Tell whether a heading names something that police or a partner count."""
    whole = count_names.total_of(heading) or heading
    return any(
        measures.leaf_for(whole) or measures.total_named(whole)
        for measures in measure_sets().values()
    )


def _names_measures(columns: TableColumns, at: int) -> bool:
    cells = {*columns.cells(at)}
    return 2 * sum(1 for cell in cells if is_measure(cell)) >= len(cells)


def _is_remark(columns: TableColumns, at: int) -> bool:
    return count_names.is_comment_name(columns.header[at])


def _is_aside(heading: str) -> bool:
    return (
        count_names.is_total_name(heading)
        or count_names.is_difference_name(heading)
        # "Public order" is no order of rows.
        or (count_names.is_other_number(heading) and not is_measure(heading))
    )
