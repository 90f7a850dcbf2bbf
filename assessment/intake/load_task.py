"""A file on its way into the store: how it is to be loaded, and its rows as they are understood."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assessment.errors import UploadRefused
from assessment.intake.added_rows import only_added
from assessment.intake.cancelled_records import settle_cancelled
from assessment.intake.corrected_rows import Corrections
from assessment.intake.extract_writer import ExtractOrigin
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.load_check import Foresee
from assessment.intake.load_report import EndsWithoutChange, LoadReport, LoadStatus
from assessment.intake.load_warnings import refused
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.interpretation import Interpretation, interpret
from assessment.intake.mapping.places.row_places import place_rows
from assessment.intake.mapping.rows.record_staging import StagedRows, stage
from assessment.periods import joined
from assessment.store import Writer
from assessment.workspace import Workspace

# Given the share of the work that is done, and what is being done.
Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class LoadTask:
    """A file that has been read and recognised, and how it is to be loaded."""

    workspace: Workspace
    arrived: ArrivedFile
    recognised: RecognisedFile
    source: str | None  # None where nobody named it
    is_synthetic: bool
    choices: FileChoices
    tell: Progress
    foresee: Foresee | None
    corrections: Corrections | None = None

    @property
    def origin(self) -> ExtractOrigin:
        """What the store keeps of where the extract comes from."""
        return ExtractOrigin(
            self.recognised.recipe.id,
            self.arrived.sha256,
            self.workspace.person.name,
            self.is_synthetic,
        )


def read_rows(writer: Writer, task: LoadTask) -> tuple[StagedRows, Interpretation]:
    """Stage the rows and read what they mean; raises UploadRefused where none can be counted.

    Of corrected rows, none may be refused again.
    """
    task.tell(0.15, "Reading rows")
    staged = stage(writer, task.arrived, task.recognised, task.choices, date.today())
    if staged.rows_refused == staged.rows_read:
        if staged.questions:  # whose answer may be how the rows are to be read
            asks = LoadReport(
                task.arrived.file, task.source or "", LoadStatus.ASKS, questions=staged.questions
            )
            raise EndsWithoutChange(asks)
        raise UploadRefused(task.arrived.file, refused(staged))
    if task.corrections and staged.refused:
        raise UploadRefused(task.arrived.file, refused(staged))
    staged = settle_cancelled(writer, task.arrived.file, staged, task.choices)
    staged = place_rows(writer, task.arrived.file, staged, task.choices.place)
    task.tell(0.45, "Understanding months, places and categories")
    interpretation = interpret(writer, staged.recognised, task.source, task.choices)
    if interpretation.nowhere == interpretation.rows and not interpretation.questions:
        raise UploadRefused(task.arrived.file, [_names_no_area(interpretation)])
    if task.corrections:
        interpretation = only_added(task.arrived.file, interpretation, task.corrections)
    return staged, interpretation


def _names_no_area(interpretation: Interpretation) -> str:
    unknown = [text for text, _ in interpretation.places.unknown[:3]]
    return (
        "None of its rows names a district or a force that we know, so no figure would "
        f"count them{f' (found: {joined(unknown)})' if unknown else ''}. Add a column "
        "'District' or 'Force'."
    )
