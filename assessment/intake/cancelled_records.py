"""Records whose outcome or status says that there was no crime: told, as they count like others."""

from collections.abc import Iterator

from assessment.definitions import POLICE_UK, takes_back
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.numbers import count_of
from assessment.store import Writer

MOST_NAMED = 3


def cancelled_records(writer: Writer, recognised: RecognisedFile) -> Iterator[str]:
    """Say how many staged rows were cancelled, by the column that was read as the outcome."""
    # What is published has no such records, and is too long to be looked through for them.
    if recognised.recipe.measure_set == POLICE_UK or not recognised.headings_of("outcome"):
        return
    outcomes = [(text, n) for text, n in writer.rows("staged_outcomes") if takes_back(text)]
    if outcomes:
        rows = count_of(sum(n for _, n in outcomes), "row says", "rows say")
        column = in_quotes(recognised.headings_of("outcome")[:1])
        yield (
            f"{rows} in column {column} that there was no crime, or that it was cancelled "
            f"({in_quotes((text for text, _ in outcomes), MOST_NAMED)}). They are counted like "
            "the others: if they are not to be, take them out of the file and load it again."
        )
