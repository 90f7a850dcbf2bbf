"""What a survey's export would be read as, to be corrected before anything is kept."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assessment.areas.wards import known_wards
from assessment.errors import UploadRefused
from assessment.intake.files.upload_folder import own_folder
from assessment.partnerships import partnership as partnership_named
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.reading import earlier_decisions
from assessment.survey.reading.export.export_table import Export, open_export
from assessment.survey.reading.export_interpretation import (
    ExportInterpretation,
    headers_of,
    interpret,
)
from assessment.survey.reading.own_area import OwnArea
from assessment.survey.reading.proposal import Decision, Proposal
from assessment.survey.reading.renumbered_questions import carried_over
from assessment.survey.reading.survey_warnings import problems
from assessment.survey.waves.survey_names import must_be_own
from assessment.survey.waves.wave_register import list_waves, waves_of_file
from assessment.survey.waves.wave_report import iso_day
from assessment.workspace import Workspace


@needs(Permission.LOAD_EXTRACTS)
def propose(
    workspace: Workspace,
    path: Path,
    *,
    survey: str,
    name: str | None = None,
    partnership: str | None = None,
    decisions: Mapping[str, Decision] | None = None,
) -> Proposal:
    """Say what every column is taken for, with what was remembered and decided; keep nothing.

    `partnership` is the id of the one whose residents are asked, if any, as far as is known.

    Raises UploadRefused where nothing can be proposed, with every fault.
    """
    must_be_own(workspace, survey)
    earlier_decisions.check_scales(decisions or {})
    with opened(workspace, path, name) as export, workspace.store.trying() as writer:
        remembered = carried_over(earlier_decisions.remembered(writer, survey), export.columns)
        decided = earlier_decisions.both(remembered, decisions or {})
        own = own_area(workspace, partnership)
        interpretation = interpret(writer, export, decided, own)
        earlier_decisions.check_headers(decisions or {}, headers_of(interpretation.readings))
    return _proposal(workspace, survey, interpretation)


@needs(Permission.LOAD_EXTRACTS)
def is_remembered(workspace: Workspace, survey: str) -> bool:
    """Tell whether anything was decided of a survey's columns before.

    Raises InvalidRequest for the name of what another partnership asks.
    """
    must_be_own(workspace, survey)
    return bool(earlier_decisions.remembered(workspace.store, survey))


@needs(Permission.READ_FIGURES)
def own_area(workspace: Workspace, partnership: str | None) -> OwnArea:
    """Return the districts and wards whose residents a partnership asks; none of none.

    Its wards are those of look-ups and boundaries, and those that its records name.
    """
    if not partnership:
        return OwnArea()
    named = partnership_named(workspace, partnership)
    recorded = workspace.store.rows("wards_recorded", districts=list(named.districts))
    return OwnArea(tuple(named.districts), known_wards(workspace.store).and_recorded(recorded))


@needs(Permission.LOAD_EXTRACTS)
@contextmanager
def opened(workspace: Workspace, path: Path, name: str | None) -> Iterator[Export]:
    """Open an export in a folder of its own, of which nothing is left behind."""
    file = name or path.name
    if not path.is_file():
        raise UploadRefused(file, [f"There is no file {path}."])
    with own_folder(workspace.store, file) as folder:
        yield open_export(path, file, folder)


def _proposal(workspace: Workspace, survey: str, interpretation: ExportInterpretation) -> Proposal:
    earlier = (wave.id for wave in list_waves(workspace) if wave.survey == survey)
    return Proposal(
        file=interpretation.export.file,
        survey=survey,
        rows_read=interpretation.export.part.rows,
        respondents=interpretation.respondents,
        left_out=interpretation.left_out,
        first_day=iso_day(interpretation.days.first),
        last_day=iso_day(interpretation.days.last),
        columns=tuple(reading.column for reading in interpretation.readings),
        previous_wave=next(earlier, None),
        problems=problems(interpretation),
        loaded_as=tuple(waves_of_file(workspace.store, interpretation.export.sha256)),
        of_rows=interpretation.of_rows,
        names_districts=interpretation.names_districts,
    )
