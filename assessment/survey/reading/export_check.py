"""What a survey's export would be read as, to be corrected before anything is kept."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assessment.errors import UploadRefused
from assessment.intake.files.upload_folder import own_folder
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Store
from assessment.survey.reading import earlier_decisions
from assessment.survey.reading.export.answer_days import Days
from assessment.survey.reading.export.export_table import Export, open_export
from assessment.survey.reading.export_interpretation import Understanding, headers_of, understand
from assessment.survey.reading.proposal import Decision, Proposal
from assessment.survey.reading.renumbered_questions import carried_over
from assessment.survey.reading.survey_warnings import problems
from assessment.survey.waves.survey_names import must_be_own
from assessment.workspace import Workspace


@needs(Permission.LOAD_EXTRACTS)
def propose(
    workspace: Workspace,
    path: Path,
    *,
    survey: str,
    name: str | None = None,
    decisions: Mapping[str, Decision] | None = None,
) -> Proposal:
    """Say what every column is taken for, with what was remembered and decided; keep nothing.

    Raises UploadRefused where nothing can be proposed, with every fault.
    """
    must_be_own(workspace, survey)
    earlier_decisions.check_scales(decisions or {})
    with opened(workspace, path, name) as export, workspace.store.trying() as writer:
        remembered = carried_over(earlier_decisions.remembered(writer, survey), export.columns)
        decided = earlier_decisions.both(remembered, decisions or {})
        understood = understand(writer, export, decided)
        earlier_decisions.check_headers(decisions or {}, headers_of(understood.readings))
    return _proposal(workspace.store, survey, understood)


@needs(Permission.LOAD_EXTRACTS)
def is_remembered(workspace: Workspace, survey: str) -> bool:
    """Tell whether anything was decided of a survey's columns before.

    Raises InvalidRequest for the name of what another partnership asks.
    """
    must_be_own(workspace, survey)
    return bool(earlier_decisions.remembered(workspace.store, survey))


@needs(Permission.LOAD_EXTRACTS)
@contextmanager
def opened(workspace: Workspace, path: Path, name: str | None) -> Iterator[Export]:
    """Open an export in a folder of its own, of which nothing is left behind."""
    file = name or path.name
    if not path.is_file():
        raise UploadRefused(file, [f"There is no file {path}."])
    with own_folder(workspace.store, file) as folder:
        yield open_export(path, file, folder)


def first_and_last(days: Days) -> tuple[str | None, str | None]:
    """Write the days of a wave as other programs read them: 2023-09-01."""
    return (
        days.first.isoformat() if days.first else None,
        days.last.isoformat() if days.last else None,
    )


def _proposal(store: Store, survey: str, understood: Understanding) -> Proposal:
    earlier = [row[0] for row in store.rows("survey_waves") if row[1] == survey]
    first, last = first_and_last(understood.days)
    sha256 = understood.export.sha256
    return Proposal(
        understood.export.file,
        survey,
        understood.export.part.rows,
        understood.respondents,
        understood.left_out,
        first,
        last,
        tuple(reading.column for reading in understood.readings),
        earlier[0] if earlier else None,
        problems(understood),
        tuple(wave for (wave,) in store.rows("waves_of_file", sha256=sha256, wave="")),
    )
