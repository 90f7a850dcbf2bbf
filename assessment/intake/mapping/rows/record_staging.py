"""Reading the rows of a file into the store's staging table, losing none.

DuckDB reads the text; every row it sets aside is found again in the file by Python, so that it can
be shown with its number, and the numbers must add up to the rows counted when the file was read.
What only the rows show (dates that have to be tidied, or are turned round, and people's details) is
looked at then; where it changes how they are to be read, they are read once more.
"""

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from assessment.errors import UploadRefused
from assessment.intake.file_choices import DateOrder, FileChoices, FileQuestion
from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.load_report import PrintedTotal, RefusedRow
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.rows.changed_columns import without_fields
from assessment.intake.mapping.rows.counted_date import (
    RECORDED,
    counted_by_event,
    is_cut_by_event,
)
from assessment.intake.mapping.rows.dates.date_doubts import (
    DateDoubt,
    date_doubt,
    day_is_first_question,
)
from assessment.intake.mapping.rows.dates.date_order_before import doubt_of_month_first
from assessment.intake.mapping.rows.dates.date_reading import (
    PLAIN,
    are_readable,
    date_reading,
    told_of_1904,
)
from assessment.intake.mapping.rows.dates.staged_dates import staged_dates
from assessment.intake.mapping.rows.dates.utc_times import utc_told
from assessment.intake.mapping.rows.left_out_content import left_out_content
from assessment.intake.mapping.rows.references.reference_columns import settle_reference
from assessment.intake.mapping.rows.references.reference_keys import key_of
from assessment.intake.mapping.rows.refused_rows import (
    COUNTED_FIELDS,
    find_refused,
    ragged_references,
)
from assessment.intake.mapping.rows.row_reading import (
    ReadingPlan,
    RefusedDates,
    prepare_reading,
    read_as_planned,
)
from assessment.intake.mapping.totals.printed_totals import checked_totals
from assessment.store import Writer

SAMPLE_ROWS = 200
DATE_FIELDS = COUNTED_FIELDS
# More refused rows than this are counted, not kept one by one: the fault is in the whole file.
MOST_KEPT = 10_000


@dataclass(frozen=True)
class StagedRows:
    """What staging found: rows in the files, and those that could not be read.

    `recognised` is the file as its rows show it: which column is the reference, and what is left
    out because it holds people's details. Of `hidden` fields no value is shown.
    """

    recognised: RecognisedFile
    rows_read: int
    rows_refused: int
    refused: tuple[RefusedRow, ...]  # the first of them, at most MOST_KEPT
    ambiguous: bool  # every date could be read day first or month first
    questions: tuple[FileQuestion, ...] = ()
    totals_checked: tuple[PrintedTotal, ...] = ()
    hidden: frozenset[str] = frozenset()
    rows_cancelled: int = 0  # left out, because they say that there was no crime


def stage(
    writer: Writer,
    arrived: ArrivedFile,
    recognised: RecognisedFile,
    choices: FileChoices,
    today: date,
) -> StagedRows:
    """Read every table into `staged`.

    Where the order of the dates is in doubt, the question is among those of the rows. Raises
    UploadRefused where rows could not be accounted for, or where a total that the file prints is
    not that of its rows.
    """
    file_tables = [table.file_table for table in recognised.tables]
    totals = checked_totals(arrived.file, file_tables, choices.row_is)
    prepare_reading(writer)
    recognised = utc_told(settle_reference(writer, arrived, recognised, choices))
    reading = date_reading(writer, recognised, choices.date_order, today)
    recognised = told_of_1904(recognised, reading)
    plan = ReadingPlan(recognised, reading, key_of(choices, recognised), today)
    texts = read_as_planned(writer, plan)
    plan, texts, doubt = _dates_settled(writer, plan, texts, choices)
    if is_cut_by_event(writer, plan.recognised, choices):
        told = (*plan.recognised.notices, counted_by_event(plan.recognised))
        counted = replace(without_fields(plan.recognised, {RECORDED}), notices=told)
        plan = replace(plan, recognised=counted)
        texts = read_as_planned(writer, plan)
    left_out = left_out_content(writer, arrived, plan.recognised, choices)
    if left_out.recognised is not plan.recognised or left_out.digested:
        plan = replace(
            plan,
            recognised=left_out.recognised,
            digested=left_out.digested,
            looked_through=left_out.looked_through,
        )
        texts = read_as_planned(writer, plan)
    rows = _accounted_for(writer, arrived, plan, texts)
    if reading.unsure and choices.standing_date_order is None:
        doubt = DateDoubt(day_is_first_question(reading.unsure))
    both_ways = choices.standing_date_order is None and staged_dates(writer).either_way
    writer.run("mark_month_only_dates")
    return replace(
        rows,
        ambiguous=both_ways and doubt is None,
        questions=(doubt.question,) if doubt else (),
        totals_checked=totals,
        hidden=plan.hidden,
    )


def _dates_settled(
    writer: Writer, plan: ReadingPlan, texts: RefusedDates, choices: FileChoices
) -> tuple[ReadingPlan, RefusedDates, DateDoubt | None]:
    """Read the rows again where their dates have to be tidied, or were chosen to be turned."""
    is_plain = PLAIN in plan.dates.read_as.values()
    if texts and is_plain and are_readable(writer, [text for text, _ in texts], plan.dates):
        plan = replace(plan, dates=plan.dates.tidied())
        texts = read_as_planned(writer, plan)
    dates = staged_dates(writer)
    doubt = date_doubt(dates, texts, choices)
    if choices.date_order is None and choices.date_order_before is DateOrder.MONTH_FIRST:
        against = doubt_of_month_first(dates, doubt)
        return (plan, texts, against) if against else _month_first(writer, plan, choices)
    if doubt and doubt.turned and choices.date_order is DateOrder.MONTH_FIRST:
        plan = replace(plan, dates=plan.dates.turned())
        return plan, read_as_planned(writer, plan), None
    return plan, texts, doubt


def _month_first(
    writer: Writer, plan: ReadingPlan, choices: FileChoices
) -> tuple[ReadingPlan, RefusedDates, DateDoubt | None]:
    """Read the rows again in the order of earlier files, against which nothing speaks."""
    order = DateOrder.MONTH_FIRST
    plan = replace(plan, dates=date_reading(writer, plan.recognised, order, plan.latest))
    return _dates_settled(
        writer, plan, read_as_planned(writer, plan), replace(choices, date_order=order)
    )


def _accounted_for(
    writer: Writer, arrived: ArrivedFile, plan: ReadingPlan, texts: RefusedDates
) -> StagedRows:
    """Take refused rows out of the staged ones, and find every one of them in the file."""
    recognised = plan.recognised
    read = sum(table.file_table.rows for table in recognised.tables)
    writer.run("keep_staged_refused")
    writer.run("remove_refused_rows")
    kept: int = writer.value("count_staged")
    dates = {text for text, _ in texts}
    lost = find_refused(recognised, dates, plan.hidden) if kept < read else ()
    refused = tuple(islice(lost, MOST_KEPT))
    if any(row.column is None for row in refused):
        _keep_ragged(writer, plan)
    if kept + len(refused) != read and len(refused) < MOST_KEPT:
        raise UploadRefused(
            arrived.file,
            [
                f"It holds {read:,} rows, but only {kept + len(refused):,} could be accounted "
                "for; open it and save it again as CSV."
            ],
        )
    return StagedRows(recognised, read, read - kept, refused, ambiguous=False)


def _keep_ragged(writer: Writer, plan: ReadingPlan) -> None:
    """Leave as they stand the records of rows with too many or too few cells."""
    named = list(ragged_references(plan.recognised, plan.told_apart_by))
    writer.run(
        "keep_ragged_references",
        references=[reference for reference, _ in named],
        told_apart=[apart for _, apart in named],
        digested=plan.digested,
        keyed=bool(plan.told_apart_by),
    )
