"""References that differ in capitals, spaces or hyphens alone: one record, where its rows agree."""

from collections.abc import Iterator

from assessment.definitions import POLICE_UK
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.numbers import count_of
from assessment.store import Writer

DIFFER = "differ from another only in capitals, spaces, hyphens or the like"


def join_alike(writer: Writer, recognised: RecognisedFile) -> tuple[str, ...]:
    """Write references that are one alike, so that they count once; return what is said of it.

    Two that are alike by chance are of different events, and stay two. The rows that share a
    reference as it is written are found with them.
    """
    # What is published is written by one machine, and is too long to be looked through.
    as_written = recognised.recipe.measure_set == POLICE_UK
    writer.run("create_shared_references", as_written=as_written)
    if as_written:
        return ()
    found = writer.rows("alike_references")
    ones = [spellings for spellings, _, agrees in found if agrees]
    others = [spellings for spellings, _, agrees in found if not agrees]
    if ones:
        writer.run(
            "spell_alike",
            spellings=[spelling for one in ones for spelling in one[1:]],
            kept=[one[0] for one in ones for _ in one[1:]],
        )
    return tuple(_told(ones, others))


def _told(ones: list[list[str]], others: list[list[str]]) -> Iterator[str]:
    if ones:
        yield (
            f"{_references(ones)} {DIFFER}, and say the same of date, category and place, e.g. "
            f"{in_quotes(ones[0])}: they are of one record, which counts once."
        )
    if others:
        yield (
            f"{_references(others)} {DIFFER}, and say another date, category or place, e.g. "
            f"{in_quotes(others[0])}: each counts as a record of its own. If they are of one, "
            "write them alike and load the file again."
        )


def _references(alike: list[list[str]]) -> str:
    return count_of(sum(len(spellings) - 1 for spellings in alike), "reference")
