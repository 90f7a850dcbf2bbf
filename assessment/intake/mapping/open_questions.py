"""What a file leaves open once its rows are read: where they are, and whose records they are."""

from collections.abc import Iterator, Sequence

from assessment.definitions import POLICE, data_set_in_words, partner_sets, police_sets
from assessment.intake.coverage.extract_coverage import Coverage, CoverageCell
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.mapping.belonging.data_set_choice import DataSetChoice
from assessment.intake.mapping.belonging.other_services import other_service
from assessment.intake.mapping.belonging.source_data_set import SourceDataSet
from assessment.intake.mapping.belonging.source_names import names_another
from assessment.intake.mapping.belonging.whole_file_place import place_question
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.numbers import listed
from assessment.periods import months_in_words
from assessment.store import Writer

MOST_AREAS = 3


def open_questions(
    writer: Writer,
    recognised: RecognisedFile,
    source_set: SourceDataSet,
    coverage: Coverage,
    choices: FileChoices,
) -> Iterator[FileQuestion]:
    """Yield what has to be question of a file before any of it is kept."""
    held = [name for (name,) in writer.rows("districts_looked_at")]
    is_placed = choices.place is not None or bool(writer.rows("staged_places"))
    if not is_placed and (question := place_question(recognised, held)):
        yield question
    choice = source_set.choice
    of_police = choice.categories.measure_set.data_set == POLICE
    if of_police and (others := list(other_service(recognised, choices.measure_set))):
        yield from others
    elif of_police and (shared := _answered_by_others(writer, source_set, coverage)):
        yield _whose(_of_others(shared))
    elif of_police and source_set.is_unsaid and names_another(source_set.called):
        what = f"The source {source_set.source}" if source_set.is_named else "The file"
        yield _whose(
            f"{what} is not called after the police, and its rows are "
            "called as the police call theirs: a shop scheme's or a landlord's are called so too."
        )
    elif of_police and source_set.is_anybodys:
        yield _whose(
            "Nothing in the file says who sends them: the police, a council and a landlord may all "
            "call them so."
        )


def _answered_by_others(
    writer: Writer, source_set: SourceDataSet, coverage: Coverage
) -> dict[str, list[CoverageCell]]:
    """Return what others answer for of what a file that may be anybody's would, by source."""
    own = set(coverage.cells)
    shared: dict[str, list[CoverageCell]] = {}
    for subject in sorted({cell.subject for cell in own}):
        for measure_set in _sets_in_doubt(source_set.choice):
            for other, kind, area, month in writer.rows(
                "covered_by_others",
                source=source_set.source,
                measure_set=measure_set,
                subject=subject,
                months=list(coverage.months),
            ):
                if (cell := CoverageCell(subject, kind, area, month)) in own:
                    shared.setdefault(other, []).append(cell)
    return shared


def _sets_in_doubt(choice: DataSetChoice) -> Sequence[str]:
    """Return the sets of the police in which a file may stand beside theirs, and be another's.

    A shop's crimes are called as the police call them, and would count in the same set.
    """
    if choice.is_open:
        return police_sets()
    return () if choice.is_settled else (choice.categories.measure_set.id,)


def _of_others(shared: dict[str, list[CoverageCell]]) -> str:
    other, cells = next(iter(sorted(shared.items())))
    areas = sorted({cell.area for cell in cells})
    months = months_in_words({cell.month for cell in cells})
    return (
        f"The source {other} gives {listed(areas, MOST_AREAS)} for {months} already, and nothing "
        "in the file says whether it is of the police too."
    )


def _whose(why: str) -> FileQuestion:
    return FileQuestion(
        about="measure_set",
        text=(
            f"Whose records are these? {why} Another's records stand beside the police's, and "
            "change none of their figures."
        ),
        options=tuple((name, data_set_in_words(name)) for name in (POLICE, *partner_sets())),
        option="--as",
    )
