"""What only the analyst can say of a table of counts, without which nothing of it is loaded."""

from collections.abc import Iterator, Sequence

from assessment.definitions import FLAGS, measure_sets
from assessment.intake.counts.count_meaning import CountMeaning
from assessment.intake.counts.table_layout import TableShape
from assessment.intake.file_choices import FileChoices, FileQuestion, RowIs
from assessment.intake.files.file_tables import in_quotes
from assessment.periods import joined

ROWS = (
    (RowIs.COUNT.value, "each row says how many there were"),
    (RowIs.RECORD.value, "each row is one offence, incident or case"),
)


def row_is_asked(shapes: Sequence[TableShape]) -> Iterator[FileQuestion]:
    """Ask what a row is where it may be a record as well."""
    doubts = list(dict.fromkeys(doubt for shape in shapes for doubt in shape.doubts))
    if doubts:
        headings = in_quotes({value.heading for shape in shapes for value in shape.values})
        yield FileQuestion(
            "row_is",
            f"Is each row a record, or does {headings} say how many there were? It may be either: "
            f"{joined(doubts)}.",
            ROWS,
            "--row-is",
        )


def place_asked(meaning: CountMeaning, shapes: Sequence[TableShape]) -> Iterator[FileQuestion]:
    """Ask which district a table is of where it names neither a district nor a force."""
    if all(not count.key.place and not count.key.force for count in meaning.counts):
        yield FileQuestion(
            "place",
            f"Which district is {shapes[0].table.label} of? None of its columns says it.",
            (),
            "--place",
        )


def measure_set_asked(meaning: CountMeaning, choices: FileChoices) -> Iterator[FileQuestion]:
    """Ask what a table counts where none of its categories is known: it is not taken for crime."""
    categories = meaning.categories
    if len(categories.unmapped) < len(categories.measures) or choices.measure_set:
        return
    sets = [measures for name, measures in measure_sets().items() if name != FLAGS]
    yield FileQuestion(
        "measure_set",
        "What does it count? Nothing that is known here is called "
        f"{in_quotes((text for text, _ in categories.unmapped), most=4)}.",
        tuple((measures.id, measures.label) for measures in sets),
        "--as",
    )
