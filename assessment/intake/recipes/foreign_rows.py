"""Whether all rows of a file are what its proposed source sends: its places, and what it counts."""

from collections.abc import Collection, Iterator, Sequence

from assessment.intake.file_choices import NO_RECIPE, FileQuestion
from assessment.intake.files.file_tables import FileTable, in_quotes
from assessment.intake.files.quotable import as_quotables
from assessment.intake.load_report import LoadReport
from assessment.intake.recipes.known_places import KnownPlaces
from assessment.intake.recipes.near_sources import near_sources
from assessment.intake.recipes.recipe_of_load import FileReading
from assessment.intake.recipes.recipe_store import standing_recipes
from assessment.intake.recipes.source_proposal import SAME_PLACES, SourceProposal, of_every_force
from assessment.intake.recipes.source_questions import source_asked, under_other_headings
from assessment.store import Writer

MOST_NAMED = 3

Counted = Sequence[tuple[str, int]]


def source_doubts(
    writer: Writer,
    report: LoadReport,
    proposal: SourceProposal,
    known: KnownPlaces,
    read: tuple[Sequence[FileTable], FileReading],
) -> tuple[FileQuestion, ...]:
    """Return the question which source a file is of, where nobody said it and its rows differ.

    `known` is what the source had sent before, `read` what the file is and how it was read.
    """
    if proposal.recipe is None and proposal.choices.recipe != NO_RECIPE:
        begun = {recipe.source for recipe in standing_recipes(writer)}
        near = [] if report.source in begun else list(near_sources(writer, *read))
        if near:
            return (under_other_headings(report.source, near),)
    is_said = proposal.source is not None and not proposal.is_proposed
    if is_said or proposal.choices.recipe == NO_RECIPE:
        return ()
    recipe = proposal.recipe
    if recipe is None:
        return tuple(_taken_by_another(writer, report.source))
    if of_every_force(recipe):
        return ()
    placed = () if proposal.choices.place else report.districts
    why = next(_differences(report, placed, known), None)
    return (source_asked(why, [recipe]),) if why else ()


def _taken_by_another(writer: Writer, source: str) -> Iterator[FileQuestion]:
    """Ask where a file that nobody named would be of a source whose files have other columns."""
    of_source = [recipe for recipe in standing_recipes(writer) if recipe.source == source]
    if of_source and not of_every_force(of_source[0]):
        why = f"Without a name it would be of {source}, whose earlier files have other columns."
        yield source_asked(why, of_source[:1])


def _differences(report: LoadReport, placed: Counted, known: KnownPlaces) -> Iterator[str]:
    """Yield in what a file differs from what its source has sent."""
    source = report.source
    begins = f"Its columns are those that files of {source} have, but"
    if other := _mostly_other(placed, known.districts):
        yield f"{begins} its districts are not those that {source} has sent ({other})."
    if not placed and (other := _mostly_other(report.wards, known.wards)):
        yield f"{begins} its wards are not those that {source} has sent ({other})."
    unmapped = sum(rows for _, rows in report.unmapped)
    rest = sum(rows for _, rows in report.measures) - unmapped
    if other := _mostly_other(report.unmapped, known.categories, rest):
        yield f"{begins} what it counts is not what {source} has sent ({other})."


def _mostly_other(counted: Counted, known: Collection[str], rest: int = 0) -> str | None:
    """Name some of the names, if most rows are of such as are not known; `rest` are known rows."""
    other = [(name, n) for name, n in counted if not {name, name.casefold()} & {*known}]
    rows = rest + sum(n for _, n in counted)
    if not known or rows - sum(n for _, n in other) >= SAME_PLACES * rows:
        return None
    return in_quotes(as_quotables(name for name, _ in other), MOST_NAMED)
