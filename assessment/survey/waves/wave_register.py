"""The waves that are held, what each asked, and the removal of one."""

from typing import TYPE_CHECKING

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs, sees
from assessment.store import Writer
from assessment.survey.questionnaire import Concept, Option, Question, QuestionKind, Role
from assessment.workspace import Workspace

if TYPE_CHECKING:  # loading a file hands out no frames, and pandas takes time to import
    import pandas as pd

REMOVALS = (
    "remove_survey_answers",
    "remove_survey_counts",
    "remove_survey_options",
    "remove_survey_comments",
    "remove_survey_questions",
    "remove_survey_wave",
)


@needs(Permission.READ_FIGURES)
def list_waves(workspace: Workspace) -> "pd.DataFrame":
    """Return every wave, the latest first: wave, survey, name, mode, base, from, to, …"""
    every = workspace.store.frame("survey_waves")
    # A data frame has NaN where a survey is nobody's in particular.
    whose = [of if isinstance(of, str) else None for of in every["partnership"]]
    by = zip(whose, every["loaded_by"], strict=True)
    named = every.assign(loaded_by=[workspace.of(of).name_of(who) for of, who in by])
    return named.loc[[sees(workspace, of) for of in whose]]


@needs(Permission.READ_FIGURES, of="wave")
def questionnaire(workspace: Workspace, wave: str) -> tuple[Question, ...]:
    """Return what a wave asked, in its order; raises InvalidRequest where there is no such wave."""
    store = workspace.store
    if not store.rows("survey_wave_held", wave=wave):
        raise InvalidRequest(_no_such_wave(workspace, wave))
    options: dict[int, list[Option]] = {}
    for question, number, label, role, side, concern in store.rows("survey_options", wave=wave):
        options.setdefault(question, []).append(Option(number, label, Role(role), side, concern))
    return tuple(
        Question(
            number,
            slug,
            wording,
            QuestionKind(kind),
            Concept(concept),
            scale,
            tuple(options.get(number, ())),
        )
        for number, slug, wording, kind, concept, scale, _ in store.rows(
            "survey_questions", wave=wave
        )
    )


@needs(Permission.LOAD_EXTRACTS, of="wave")
def remove_survey_wave(workspace: Workspace, wave: str) -> None:
    """Remove a wave whole; what was decided of its survey's columns stays for the next one."""
    with workspace.store.writing() as writer:
        held = writer.rows("survey_wave_held", wave=wave)
        if not held:
            raise InvalidRequest(_no_such_wave(workspace, wave))
        remove_wave(writer, wave)
        writer.run("remove_waveless_survey", survey=held[0][0])
        workspace.audit(writer, "removed survey wave", wave)


def remove_wave(writer: Writer, wave: str) -> None:
    """Remove everything of a wave, inside the caller's transaction."""
    for removal in REMOVALS:
        writer.run(removal, wave=wave)


def _no_such_wave(workspace: Workspace, wave: str) -> str:
    held = [row[0] for row in workspace.store.rows("survey_waves")]
    known = f"There are: {', '.join(held)}." if held else "No survey has been loaded."
    return f"There is no wave {wave}. {known}"
