"""What a survey is called and whose residents it asks, apart from the id that its waves share."""

from dataclasses import dataclass, replace

from assessment.errors import InvalidRequest
from assessment.intake.mapping.belonging.source_names import SOURCE_ID
from assessment.partnerships import partnership as partnership_named
from assessment.people import Permission
from assessment.permissions import needs, sees
from assessment.store import Store, Writer
from assessment.survey.waves.wave_register import stored_wave
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
    """Return a survey as it is known, or a new one, with the name and partnership now given.

    A partnership of "" is none. Raises InvalidRequest for names that are not allowed, a wave that
    is another survey's, and an unknown partnership.
    """
    must_be_own(workspace, survey, wave)
    _check_names(workspace.store, survey, wave, synthetic=synthetic)
    meant = _known(workspace.store, survey) or Survey(survey, _as_name(survey), None, synthetic)
    if called is not None and called.strip():
        meant = replace(meant, name=" ".join(called.split()))
    if partnership is not None:
        its_partnership = partnership_named(workspace, partnership).id if partnership else None
        workspace.of(its_partnership).require(Permission.LOAD_EXTRACTS)
        meant = replace(meant, partnership=its_partnership)
    return meant


@needs(Permission.LOAD_EXTRACTS)
def must_be_own(workspace: Workspace, survey: str, wave: str = "") -> None:
    """Refuse the names of another partnership's survey or wave, without saying whose they are."""
    store = workspace.store
    stored = stored_wave(store, wave)
    for what, name, known in (
        ("survey", survey, _known(store, survey)),
        ("wave", wave, _known(store, stored.survey) if stored else None),
    ):
        if known and not sees(workspace, known.partnership):
            raise InvalidRequest(f"'{name}' cannot name a {what} here: choose another name.")
        if known:
            workspace.of(known.partnership).require(Permission.LOAD_EXTRACTS)


def is_unchanged(store: Store, meant: Survey) -> bool:
    """Tell whether a survey is known just so already."""
    return _known(store, meant.id) == meant


def put_survey(writer: Writer, meant: Survey) -> None:
    """Store a survey, in the place of what was known of it."""
    writer.run(
        "put_survey",
        survey=meant.id,
        name=meant.name,
        partnership=meant.partnership,
        synthetic=meant.synthetic,
    )


def _known(store: Store, survey: str) -> Survey | None:
    return next((Survey(survey, *row) for row in store.rows("survey_held", survey=survey)), None)


def _as_name(survey: str) -> str:
    return survey.replace("-", " ").capitalize()


def _check_names(store: Store, survey: str, wave: str, *, synthetic: bool) -> None:
    """Refuse names that are not allowed, and a wave that is another survey's."""
    for what, name in (("survey", survey), ("wave", wave)):
        if not SOURCE_ID.fullmatch(name):
            raise InvalidRequest(
                f"'{name}' cannot name a {what}. Use lower-case letters, digits and hyphens, e.g. "
                f"{'community-safety' if what == 'survey' else 'online-2023-09'}."
            )
    stored = stored_wave(store, wave)
    if stored and stored.survey != survey:
        raise InvalidRequest(
            f"There is a wave {wave} of the survey {stored.survey}. Give this one another name."
        )
    known = _known(store, survey)
    if known and known.synthetic != synthetic:
        raise InvalidRequest(
            f"The survey {survey} is an example's, whose waves go when the examples are removed. "
            "Choose another name."
            if not synthetic
            else f"The survey {survey} is a real one: no example may stand among its waves."
        )
