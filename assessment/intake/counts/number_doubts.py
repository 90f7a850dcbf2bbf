"""What a title, a note or a sheet's name says of numbers that may be no counts of offences."""

from collections.abc import Iterator, Sequence

from assessment.intake.counts.cell_keys import TableCell
from assessment.intake.counts.columns.table_layout import TableShape
from assessment.intake.counts.running_totals import look_added_up, never_fall
from assessment.intake.file_choices import FileQuestion, NumbersAre
from assessment.intake.files.file_tables import FileTable, in_quotes, shown
from assessment.intake.headings import number_words
from assessment.intake.headings.month_span import Span

COUNTS = (
    (
        NumbersAre.COUNTS.value,
        "yes: each is how many offences or incidents there were, all of them",
    ),
)

ONLY_RISE = (
    "Within a year they only rise from month to month, in every row, as a running total does."
)


def said_of_numbers(shape: TableShape) -> list[str]:
    """Return the titles and notes of a table, the name of its sheet, and headings of its counts."""
    headings = [value.heading for value in shape.values if not value.span and not value.part]
    texts = (shape.table.sheet or "", *shape.table.notes, *headings)
    return [text for text in dict.fromkeys(texts) if text]


def in_other_units(shape: TableShape) -> list[str]:
    """Return the texts by which the numbers of a table are rates, shares, averages or the like.

    Where a column beside the counts has such numbers, it is that column they speak of.
    """
    values = {value.at for value in shape.values}
    beside = " | ".join(
        heading for at, heading in enumerate(shape.table.header) if at not in values
    )
    explained = set(number_words.other_units(beside))
    if shape.difference is not None:
        explained.add("a change")
    return [
        text for text in said_of_numbers(shape) if set(number_words.other_units(text)) - explained
    ]


def of_people(shape: TableShape) -> bool:
    """Tell whether the sheet of a table is named for people or outcomes, and not for offences."""
    return bool(number_words.OTHERS_COUNTED.search(shape.table.sheet or ""))


def cut_off(table: FileTable) -> Iterator[str]:
    """Say of a table that it was cut off, as the export writes below it."""
    for note in filter(number_words.CUT_OFF.search, table.notes):
        yield (
            f"{table.label} says that rows of it are missing: '{shown(note)}'. Export it again in "
            "smaller parts, such as a file for each year. If it is whole all the same, take that "
            "sentence out and load the file again."
        )


def numbers_asked(
    shapes: Sequence[TableShape], cells: Sequence[TableCell]
) -> Iterator[FileQuestion]:
    """Ask whether numbers are counts, with the sentences by which they may be others."""
    texts = [text for shape in shapes for text in _doubtful(shape, cells)]
    reasons = [f"The file says: {in_quotes(dict.fromkeys(texts), most=4)}."] if texts else []
    if not texts and look_added_up(cells):
        reasons = [ONLY_RISE]
    for reason in reasons:
        yield FileQuestion(
            "numbers",
            f"Are these numbers counts of offences or incidents? {reason} If they "
            "are a rate, a share, an average, a running total, what was open on a day, people or "
            "outcomes, a part of the offences or of other years than the headings name, do not "
            "load them: ask for the counts of each month.",
            COUNTS,
            "--numbers",
        )


def _doubtful(shape: TableShape, cells: Sequence[TableCell]) -> Iterator[str]:
    yield from in_other_units(shape)
    spans = sorted({cell.key.span for cell in cells if cell.key.span})
    categories = " ".join({cell.key.category.lower() for cell in cells})
    for text in said_of_numbers(shape):
        is_doubtful = (
            number_words.OTHERS_COUNTED.search(text)
            or number_words.STOCK.search(text)
            or (number_words.CUMULATIVE.search(text) and never_fall(cells))
            or (number_words.YEAR_TO.search(text) and not _are_of_a_year(spans))
            or (number_words.FINANCIAL_YEARS.search(text) and any(map(_is_calendar_year, spans)))
            or _selects(text, categories)
        )
        if is_doubtful:
            yield text


def _selects(text: str, categories: str) -> bool:
    """Tell a title of some of the offences, where the categories do not say so themselves."""
    selection = number_words.SELECTION.search(text)
    of = selection and (selection["of"] or selection["kind"])
    return bool(selection) and not (of and of.lower() in categories)


def _are_of_a_year(spans: Sequence[Span]) -> bool:
    """Tell whether periods are years, or the parts of one."""
    if all(len(span.months) == 12 for span in spans):
        return True
    return len({month for span in spans for month in span.months}) == 12


def _is_calendar_year(span: Span) -> bool:
    return len(span.months) == 12 and span.start.month == 1
