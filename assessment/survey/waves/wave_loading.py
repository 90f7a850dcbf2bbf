"""From a survey's export to its wave in the store: all of it or none."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.load_status import LoadStatus, Progress
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import Mode, SurveyQuestion
from assessment.survey.reading import earlier_decisions
from assessment.survey.reading.export.answer_days import Days
from assessment.survey.reading.export.export_table import Export
from assessment.survey.reading.export_interpretation import (
    ExportInterpretation,
    headers_of,
    interpret,
)
from assessment.survey.reading.proposal import Decision, RowsLeftOut
from assessment.survey.reading.renumbered_questions import carried_over, moved
from assessment.survey.reading.survey_warnings import HOW_TO_DECIDE, UNDECIDED, problems, undecided
from assessment.survey.waves.export_check import opened, own_area
from assessment.survey.waves.kept_doubts import of_wave
from assessment.survey.waves.survey_names import Survey, is_unchanged, survey_meant
from assessment.survey.waves.wave_register import questionnaire, stored_wave, waves_of_file
from assessment.survey.waves.wave_removal import would_replace
from assessment.survey.waves.wave_report import SurveyReport, iso_day
from assessment.survey.waves.wave_writer import keep_answers, keep_wave, questions_of
from assessment.workspace import Workspace


@dataclass(frozen=True)
class _WaveLoad:
    """Whose wave an export is to become, and how."""

    workspace: Workspace
    meant: Survey
    wave: str
    mode: Mode
    decisions: Mapping[str, Decision]
    tell: Progress
    keep_doubts: bool = False
    days: tuple[date | None, date | None] = (None, None)

    @property
    def survey(self) -> str:
        """The survey's id."""
        return self.meant.id


@needs(Permission.LOAD_EXTRACTS)
def load_survey(
    workspace: Workspace,
    path: Path,
    *,
    survey: str,
    wave: str,
    name: str | None = None,
    called: str | None = None,
    partnership: str | None = None,
    mode: Mode = Mode.ONLINE,
    decisions: Mapping[str, Decision] | None = None,
    synthetic: bool = False,
    dry_run: bool = False,
    keep_doubts: bool = False,
    first_day: date | None = None,
    last_day: date | None = None,
    progress: Progress | None = None,
) -> SurveyReport:
    """Load an export as a wave of a survey, or with `dry_run` only say what would be loaded.

    `name` is the file's, `called` the survey's, and `partnership` the id of the one whose residents
    are asked ("" for none); what is not said stays as it is. A wave that is there is replaced
    whole; the same file again changes nothing. Raises UploadRefused with every fault, and with
    everything undecided that would change a figure; with `keep_doubts` that is only marked.
    `first_day` and `last_day` say when people answered, where the file does not.
    """
    if first_day and last_day and first_day > last_day:
        raise InvalidRequest(
            f"It ends ({last_day:%d/%m/%Y}) before it begins ({first_day:%d/%m/%Y})."
        )
    tell = progress or (lambda _share, _text: None)
    meant = survey_meant(
        workspace, survey, wave, called=called, partnership=partnership, synthetic=synthetic
    )
    task = _WaveLoad(
        workspace, meant, wave, mode, decisions or {}, tell, keep_doubts, (first_day, last_day)
    )
    earlier_decisions.check_scales(task.decisions)
    tell(0.05, "Checking what the file is")
    at_work = nullcontext() if dry_run else workspace.work(f"The load of {name or path.name}")
    with at_work, opened(workspace, path, name) as export:
        return _already_loaded(task, export) or _load(task, export, dry_run=dry_run)


def _already_loaded(task: _WaveLoad, export: Export) -> SurveyReport | None:
    store = task.workspace.store
    known = earlier_decisions.remembered(store, task.survey)
    is_new = earlier_decisions.both(known, task.decisions) != known or not is_unchanged(
        store, task.meant
    )
    stored = stored_wave(store, task.wave)
    if is_new or not stored or (stored.sha256, stored.mode) != (export.sha256, task.mode):
        return None
    return SurveyReport(
        file=export.file,
        survey=task.survey,
        wave=task.wave,
        mode=stored.mode,
        status=LoadStatus.UNCHANGED,
        respondents=stored.respondents,
        rows_read=stored.rows_read,
        left_out=RowsLeftOut(earlier=stored.rows_left_out),
        first_day=iso_day(stored.first_day),
        last_day=iso_day(stored.last_day),
        questions=questionnaire(task.workspace, task.wave),
        problems=("This very file is this wave already. Nothing was changed.",),
    )


def _load(task: _WaveLoad, export: Export, *, dry_run: bool) -> SurveyReport:
    store = task.workspace.store
    with store.trying() if dry_run else store.writing() as writer:
        task.tell(0.15, "Reading answers")
        remembered = earlier_decisions.remembered(writer, task.survey)
        carried = carried_over(remembered, export.columns)
        known = earlier_decisions.both(carried, task.decisions)
        own = own_area(task.workspace, task.meant.partnership)
        interpretation = interpret(writer, export, known, own)
        if interpretation.days.first is None and any(task.days):
            interpretation = replace(interpretation, days=_days_given(task.days))
        earlier_decisions.check_headers(task.decisions, headers_of(interpretation.readings))
        faults = undecided(interpretation)
        if faults and not task.keep_doubts:
            raise UploadRefused(export.file, (*faults, HOW_TO_DECIDE))
        notes = (
            *(f"{UNDECIDED} {fault}" for fault in faults),
            *would_replace(writer, task.survey, task.wave, export.sha256),
            *problems(interpretation),
            *(
                f"This very file is also the wave {wave}."
                for wave in waves_of_file(writer, export.sha256, except_wave=task.wave)
            ),
        )
        if dry_run:
            questions = questions_of(interpretation.questions)
            checked = _report(task, interpretation, LoadStatus.CHECKED, questions, notes)
            return replace(checked, doubts=faults)
        task.tell(0.5, "Keeping answers")
        weight = interpretation.weight
        questions = keep_answers(
            writer, task.wave, interpretation.questions, weight.at if weight else None
        )
        report = _report(task, interpretation, LoadStatus.LOADED, questions, notes)
        report = replace(report, doubts=faults)
        by, digest = task.workspace.person.name, export.sha256
        column = weight.name if weight else None
        keep_wave(
            writer,
            task.meant,
            report,
            digest,
            by,
            summarised=False,
            weight_column=column,
            doubts=of_wave(interpretation.of_rows, interpretation.readings),
        )
        decisions = earlier_decisions.decisions_of(interpretation.readings, known)
        earlier_decisions.remember(writer, task.survey, decisions, moved(remembered, carried))
        task.workspace.audit(
            writer, "loaded survey wave", f"{task.survey}, {task.wave}: {export.file}"
        )
        task.tell(1.0, f"{interpretation.respondents:,} respondents read")
        return report


def _days_given(days: tuple[date | None, date | None]) -> Days:
    """Return the days that somebody gave; one alone is both."""
    first, last = days
    return Days(first or last, last or first)


def _report(
    task: _WaveLoad,
    interpretation: ExportInterpretation,
    status: LoadStatus,
    questions: tuple[SurveyQuestion, ...],
    notes: tuple[str, ...],
) -> SurveyReport:
    return SurveyReport(
        file=interpretation.export.file,
        survey=task.survey,
        wave=task.wave,
        mode=task.mode,
        status=status,
        respondents=interpretation.respondents,
        rows_read=interpretation.export.part.rows,
        left_out=interpretation.left_out,
        first_day=iso_day(interpretation.days.first),
        last_day=iso_day(interpretation.days.last),
        questions=questions,
        problems=notes,
    )
