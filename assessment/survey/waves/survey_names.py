"""What a survey is called and whose residents it asks, apart from the id that its waves share."""

from dataclasses import dataclass, replace

from assessment.errors import InvalidRequest
from assessment.intake.extract_loading import SOURCE_ID
from assessment.partnerships import partnership as partnership_asked
from assessment.people import Permission
from assessment.permissions import needs, sees
from assessment.store import Store, Writer
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Survey:
    """A survey; one of no partnership in particular has none."""

    id: str
    name: str
    partnership: str | None
    synthetic: bool


@needs(Permission.READ_FIGURES)
def surveys(workspace: Workspace) -> tuple[Survey, ...]:
    """Return every survey, the one first of which a wave was loaded last."""
    every = (Survey(*row) for row in workspace.store.rows("surveys_held"))
    return tuple(survey for survey in every if sees(workspace, survey.partnership))


@needs(Permission.LOAD_EXTRACTS)
def survey_meant(
    workspace: Workspace,
    survey: str,
    wave: str,
    *,
    called: str | None,
    partnership: str | None,
    synthetic: bool,
) -> Survey:
    """Return a survey as it is held, or made anew, with what is now said of it.

    A partnership of "" is none. Raises InvalidRequest for names that cannot be, a wave that is
    another survey's, and a partnership that there is not.
    """
    must_be_own(workspace, survey, wave)
    _check_names(workspace.store, survey, wave, synthetic=synthetic)
    meant = _held(workspace.store, survey) or Survey(survey, _as_name(survey), None, synthetic)
    if called is not None and called.strip():
        meant = replace(meant, name=" ".join(called.split()))
    if partnership is not None:
        found = partnership_asked(workspace, partnership).id if partnership else None
        workspace.of(found).require(Permission.LOAD_EXTRACTS)
        meant = replace(meant, partnership=found)
    return meant


@needs(Permission.LOAD_EXTRACTS)
def must_be_own(workspace: Workspace, survey: str, wave: str = "") -> None:
    """Refuse the names of what another partnership asks; that they are its own is not told."""
    store = workspace.store
    waves = store.rows("survey_wave_held", wave=wave)
    for what, name, known in (
        ("survey", survey, _held(store, survey)),
        ("wave", wave, _held(store, waves[0][0]) if waves else None),
    ):
        if known and not sees(workspace, known.partnership):
            raise InvalidRequest(f"'{name}' cannot name a {what} here: choose another name.")
        if known:
            workspace.of(known.partnership).require(Permission.LOAD_EXTRACTS)


def is_as_held(store: Store, meant: Survey) -> bool:
    """Tell whether nothing new is said of a survey."""
    return _held(store, meant.id) == meant


def put_survey(writer: Writer, meant: Survey) -> None:
    """Put a survey in, in the place of what was known of it."""
    writer.run(
        "put_survey",
        survey=meant.id,
        name=meant.name,
        partnership=meant.partnership,
        synthetic=meant.synthetic,
    )


def _held(store: Store, survey: str) -> Survey | None:
    return next((Survey(survey, *row) for row in store.rows("survey_held", survey=survey)), None)


def _as_name(survey: str) -> str:
    return survey.replace("-", " ").capitalize()


def _check_names(store: Store, survey: str, wave: str, *, synthetic: bool) -> None:
    """Refuse names that cannot be, and a wave that is another survey's."""
    for what, name in (("survey", survey), ("wave", wave)):
        if not SOURCE_ID.fullmatch(name):
            raise InvalidRequest(
                f"'{name}' cannot name a {what}. Use lower-case letters, digits and hyphens, e.g. "
                f"{'community-safety' if what == 'survey' else 'online-2023-09'}."
            )
    held = store.rows("survey_wave_held", wave=wave)
    if held and held[0][0] != survey:
        raise InvalidRequest(
            f"There is a wave {wave} of the survey {held[0][0]}. Give this one another name."
        )
    known = _held(store, survey)
    if known and known.synthetic != synthetic:
        raise InvalidRequest(
            f"The survey {survey} is an example's, whose waves go when the examples are removed. "
            "Choose another name."
            if not synthetic
            else f"The survey {survey} is a real one: no example may stand among its waves."
        )
