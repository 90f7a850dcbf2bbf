"""What an export has to do with the waves that are there: the same file, or one it replaces."""

from collections.abc import Iterator

from assessment.numbers import people
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Store, Writer
from assessment.survey.waves.survey_names import must_be_own
from assessment.workspace import Workspace


@needs(Permission.LOAD_EXTRACTS)
def what_goes(workspace: Workspace, survey: str, wave: str) -> tuple[str, ...]:
    """Say whose answers would go if a wave were loaded from another file now.

    Raises InvalidRequest for the names of what another partnership asks.
    """
    must_be_own(workspace, survey, wave)
    return tuple(would_replace(workspace.store, survey, wave))


def would_replace(
    held: Store | Writer, survey: str, wave: str, sha256: str | None = None
) -> Iterator[str]:
    """Say whose answers go when a wave is loaded from another file than it was before."""
    for of, _, earlier, respondents, *_, file in held.rows("survey_wave_held", wave=wave):
        if of == survey and earlier != sha256:
            answered = f"What {people(respondents)} answered in {wave} before"
            yield f"{answered}, from '{file}', is replaced."


def same_file(writer: Writer, wave: str, sha256: str) -> Iterator[str]:
    """Name the other waves that were read from the same file."""
    for (other,) in writer.rows("waves_of_file", sha256=sha256, wave=wave):
        yield f"This very file is also the wave {other}."
