"""What only the analyst can say of a table of counts, without which nothing of it is loaded."""

from collections.abc import Iterator, Sequence

from assessment.definitions import FLAGS, POLICE, measure_sets
from assessment.intake.counts.columns.table_layout import CATEGORIES, TableShape
from assessment.intake.counts.count_meaning import CountMeaning
from assessment.intake.file_choices import FileChoices, FileQuestion, NumbersAre, RowIs
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.headings.number_words import STAGES
from assessment.intake.mapping.belonging.data_set_choice import choose_data_set
from assessment.intake.mapping.categories.said_meanings import SaidMeanings
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


def totals_asked(meaning: CountMeaning) -> Iterator[FileQuestion]:
    """Ask what a category is that some tables use for a total, and some for a measure."""
    for text, total in meaning.open.items():
        label = total.label[0].lower() + total.label[1:]
        measure = meaning.categories.measure_set.measure(total.otherwise or "")
        otherwise = measure.label[0].lower() + measure.label[1:]
        yield FileQuestion(
            "categories",
            f"Is {in_quotes([text])} {label}, or {otherwise}? {total.question}",
            ((f"{text}={total.id}", label), (f"{text}={total.otherwise}", otherwise)),
            "--category",
        )


def stages_asked(
    meaning: CountMeaning, shapes: Sequence[TableShape], settled: str | None
) -> Iterator[FileQuestion]:
    """Ask whether numbers are crimes, where a heading or a name speaks of arrests or the like.

    `settled` is the set that was said, or that the source has been counted in.
    """
    if settled or meaning.categories.measure_set.data_set != POLICE:
        return
    texts = [text for shape in shapes for text in _names(shape)]
    if said := [text for text in dict.fromkeys(texts) if STAGES.search(text.replace("_", " "))]:
        yield FileQuestion(
            "numbers",
            f"Are these numbers of crimes that the police recorded? {in_quotes(said, most=4)} may "
            "be of arrests, of people or of cases instead. If they are, say whose they are (--as), "
            "or define a data set of your own for them first: they are no recorded crime.",
            ((NumbersAre.COUNTS.value, "yes: each is how many crimes were recorded"),),
            "--numbers",
        )


def _names(shape: TableShape) -> Iterator[str]:
    """Yield what names all the numbers of a table: headings, its sheet and its file."""
    yield from (value.heading for value in shape.values if not value.span and not value.category)
    yield from (shape.table.header[at] for field, at in shape.fields.items() if field in CATEGORIES)
    yield shape.table.sheet or ""
    yield shape.table.name.rpartition("/")[2]


def measure_set_asked(
    meaning: CountMeaning, choices: FileChoices, settled: str | None
) -> Iterator[FileQuestion]:
    """Ask what a table counts where its categories do not tell, or may be a partner's own.

    `settled` is the set that its source has been counted in, or that was said.
    """
    categories = meaning.categories
    if choices.measure_set or settled:
        return
    if len(categories.unmapped) == len(categories.measures):
        unknown = in_quotes((text for text, _ in categories.unmapped), most=4)
        why = f"Nothing that is known here is called {unknown}."
    elif _may_be_partners(meaning):
        why = "What its categories are called may be the police's or a partner's own."
    else:
        return
    sets = [measures for name, measures in measure_sets().items() if name != FLAGS]
    yield FileQuestion(
        "measure_set",
        f"What does it count? {why}",
        tuple((measures.id, measures.label) for measures in sets),
        "--as",
    )


def _may_be_partners(meaning: CountMeaning) -> bool:
    """Tell a table whose words do not tell the police's counts from a partner's."""
    measures = meaning.categories.measure_set
    if any(measures.total_named(text) for text in meaning.categories.measures):
        return False  # nobody else counts all crime
    counted = [(text, 1) for text in meaning.categories.measures]
    choice = choose_data_set(counted, SaidMeanings(()), None, (), has_codes=False)
    return choice.is_open or choice.categories.measure_set.data_set != POLICE
