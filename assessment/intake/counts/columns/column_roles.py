"""What the columns of a table are that hold neither its counts nor what these are of.

None is passed over: it is checked, tells rows apart, is named as left out, or is asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.intake.counts.columns.table_columns import COUNT, UNUSED, TableColumns
from assessment.intake.counts.columns.table_layout import TableShape, ValueColumn
from assessment.intake.counts.count_cells import added, read_cell
from assessment.intake.file_choices import FileQuestion
from assessment.intake.files.file_tables import shown
from assessment.intake.headings import count_names
from assessment.intake.headings.heading_periods import is_about_time
from assessment.intake.headings.version_words import is_version_name

LEAVE_OUT = "leave it out"
COUNTS_TOO = "it counts what it is called, beside the others"
IT_COUNTS = "it says how many there were"
PERIODS = (
    "If it is a period, write its months in the heading, such as 2025-10, Q1 2025/26 or "
    "'Apr-Sep 2025', and load the file again."
)


@dataclass(frozen=True)
class _Roles:
    """The columns that are left, by what is done with them."""

    totals: Sequence[int]
    differences: Sequence[int]
    percents: Sequence[int]
    unknown: Sequence[int]
    left_out: Sequence[int]
    others: Sequence[int]


def shape_of(
    columns: TableColumns,
    period: tuple[int, ...],
    values: Sequence[ValueColumn],
    fields: Mapping[str, int],
) -> TableShape:
    """Return the shape of a table whose counts, and whose period, are known."""
    used = {*period, *fields.values(), *(value.at for value in values)}
    rest = [
        at
        for at in (*columns.free, *columns.unused)
        if at not in used and (columns.header[at] or columns.cells(at))
    ]
    # An offence code, an outcome: what a recipe of records knows tells rows apart here.
    details = [at for at in columns.known if at not in {*used, *rest, *columns.dates}]
    roles = _roles(columns, rest, values)
    shape = TableShape(columns.table, fields, period, tuple(values))
    # Differences and percentages are of the two periods beside them.
    is_summary = len(values) == 2 and all(value.span for value in values)
    left_out = (
        roles.left_out if is_summary else (*roles.differences, *roles.percents, *roles.left_out)
    )
    return replace(
        shape,
        totals=tuple(roles.totals),
        others=tuple(sorted((*roles.others, *details))),
        left_out=tuple(sorted((*left_out, *(at for at in columns.dates if at not in used)))),
        difference=next(iter(roles.differences), None) if is_summary else None,
        percent=next(iter(roles.percents), None) if is_summary else None,
        questions=tuple(_questions(columns, roles.unknown, values)),
        faults=tuple(
            f"Column {at + 1} of {columns.table.label} has numbers and no heading. Write what they "
            "are above them, or take the column out, and load the file again."
            for at in roles.unknown
            if not columns.table.header[at]
        ),
    )


def _roles(columns: TableColumns, rest: Sequence[int], values: Sequence[ValueColumn]) -> _Roles:
    roles: Mapping[str, list[int]] = {
        role: [] for role in ("totals", "differences", "percents", "unknown", "left_out", "others")
    }
    for at in rest:
        roles[_role(columns, at, values)].append(at)
    return _Roles(**roles)


def _role(columns: TableColumns, at: int, values: Sequence[ValueColumn]) -> str:
    heading = columns.header[at]
    if at in columns.unused:
        return "left_out"
    if is_version_name(heading) and columns.cells(at):
        return "others"
    if columns.counts_mostly(at):
        return _role_of_number(columns, at, values)
    if count_names.is_difference_name(heading):
        return "differences"
    if count_names.is_percent_name(heading):
        return "percents"
    is_known = count_names.is_other_number(heading) or not columns.cells(at)
    if not columns.are_numbers(at):
        return "others" if columns.cells(at) and not _is_remark(heading) else "left_out"
    return "unknown" if is_about_time(heading) and not is_known else "left_out"


def _role_of_number(columns: TableColumns, at: int, values: Sequence[ValueColumn]) -> str:
    heading = columns.header[at]
    if count_names.is_difference_name(heading):
        return "differences"
    if count_names.is_percent_name(heading):
        return "percents"
    if len(values) > 1 and (count_names.is_total_name(heading) or _adds_up(columns, at, values)):
        return "totals"
    # Beside columns that are named for offences, an order may be one that somebody broke.
    is_no_count = (
        count_names.is_surely_no_count
        if any(value.category for value in values)
        else count_names.is_other_number
    )
    is_known = is_no_count(heading) or count_names.is_period_name(heading)
    # Who has said which column counts has said that the others do not.
    return "left_out" if is_known or columns.said_counts else "unknown"


def _is_remark(heading: str) -> bool:
    return not heading or count_names.is_comment_name(heading)


def _adds_up(columns: TableColumns, at: int, values: Sequence[ValueColumn]) -> bool:
    """Tell whether a column is the sum of the counts beside it, row by row."""
    sums = []
    for row in columns.rows:
        counts = [read_cell(row[value.at]) for value in values]
        told = [count for count in counts if count]
        total = told[0] if told else None
        for count in told[1:]:
            total = added(total, count) if total else count
        sums.append((total, read_cell(row[at])))
    told_sums = [(total, own) for total, own in sums if total and own and own.value is not None]
    return bool(told_sums) and all(total.value == own.value for total, own in told_sums)


def _questions(
    columns: TableColumns, unknown: Sequence[int], values: Sequence[ValueColumn]
) -> Iterator[FileQuestion]:
    """Ask about each column that may count: what is not understood is not left out in silence."""
    by_rows = not any(value.span or value.part for value in values)
    for heading in filter(None, (columns.table.header[at] for at in unknown)):
        options = [(f"{heading}={UNUSED}", LEAVE_OUT)]
        if by_rows:
            is_beside = any(value.category for value in values)
            options += [(f"{heading}={COUNT}", COUNTS_TOO if is_beside else IT_COUNTS)]
        yield FileQuestion(
            "columns",
            f"What is the column '{shown(heading)}'? It has numbers, and nothing says of what. "
            f"{PERIODS}",
            tuple(options),
            "--column",
        )
