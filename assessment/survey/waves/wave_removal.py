"""What goes when a wave is removed, or is replaced by another file."""

from collections.abc import Iterator

from assessment.errors import InvalidRequest
from assessment.numbers import people
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Store, Writer
from assessment.survey.waves.survey_names import must_be_own
from assessment.survey.waves.wave_register import no_such_wave, stored_wave
from assessment.workspace import Workspace

REMOVALS = (
    "remove_survey_answers",
    "remove_survey_counts",
    "remove_survey_options",
    "remove_survey_comments",
    "remove_survey_questions",
    "remove_survey_weights",
    "remove_survey_wave",
)


@needs(Permission.LOAD_EXTRACTS, of="wave")
def remove_survey_wave(workspace: Workspace, wave: str) -> None:
    """Remove a wave whole; what was decided of its survey's columns stays for the next one."""
    with workspace.store.writing() as writer:
        stored = stored_wave(writer, wave)
        if not stored:
            raise InvalidRequest(no_such_wave(workspace.store, wave))
        remove_wave(writer, wave)
        writer.run("remove_waveless_survey", survey=stored.survey)
        workspace.audit(writer, "removed survey wave", wave)


def remove_wave(writer: Writer, wave: str) -> None:
    """Remove everything of a wave, inside the caller's transaction."""
    for removal in REMOVALS:
        writer.run(removal, wave=wave)


@needs(Permission.LOAD_EXTRACTS)
def what_goes(workspace: Workspace, survey: str, wave: str) -> tuple[str, ...]:
    """Say whose answers would go if a wave were loaded from another file now.

    Raises InvalidRequest for the names of another partnership's survey or wave.
    """
    must_be_own(workspace, survey, wave)
    return tuple(would_replace(workspace.store, survey, wave))


def would_replace(
    store: Store | Writer, survey: str, wave: str, sha256: str | None = None
) -> Iterator[str]:
    """Say whose answers go when a wave is loaded from another file than it was before."""
    stored = stored_wave(store, wave)
    if stored and stored.survey == survey and stored.sha256 != sha256:
        answered = f"What {people(stored.respondents)} answered in {wave} before"
        yield f"{answered}, from '{stored.file}', is replaced."
