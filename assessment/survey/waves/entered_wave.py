"""Keeping results that come already summarised as a wave, without anybody's own answers."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from assessment.errors import UploadRefused
from assessment.intake.load_status import LoadStatus
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Writer
from assessment.survey.questionnaire import Mode
from assessment.survey.reading.printed_results import (
    SummarisedQuestion,
    count_of,
    faults_of,
    questions_of,
    told_of,
)
from assessment.survey.reading.proposal import RowsLeftOut
from assessment.survey.waves.survey_names import survey_meant
from assessment.survey.waves.wave_removal import remove_wave
from assessment.survey.waves.wave_report import SurveyReport, iso_day
from assessment.survey.waves.wave_writer import keep_questions, keep_wave
from assessment.workspace import Workspace

BY_HAND = "entered by hand"
CANNOT = "Entered as percentages and bases: it cannot be broken down or weighted."


@needs(Permission.LOAD_EXTRACTS)
def enter_summary(
    workspace: Workspace,
    *,
    survey: str,
    wave: str,
    mode: Mode,
    questions: Sequence[SummarisedQuestion],
    first_day: date | None = None,
    last_day: date | None = None,
    called: str | None = None,
    partnership: str | None = None,
    synthetic: bool = False,
) -> SurveyReport:
    """Keep printed percentages as a wave, in the place of what it held.

    A count is the whole number nearest to its percent of the base. Raises UploadRefused with every
    fault.
    """
    meant = survey_meant(
        workspace, survey, wave, called=called, partnership=partnership, synthetic=synthetic
    )
    if faults := list(faults_of(questions, first_day, last_day)):
        raise UploadRefused(wave, faults)
    report = SurveyReport(
        file=BY_HAND,
        survey=survey,
        wave=wave,
        mode=mode,
        status=LoadStatus.LOADED,
        respondents=max(question.base for question in questions),
        rows_read=0,
        left_out=RowsLeftOut(),
        first_day=iso_day(first_day),
        last_day=iso_day(last_day),
        questions=questions_of(questions),
        problems=(CANNOT, *told_of(questions)),
    )
    with workspace.store.writing() as writer:
        remove_wave(writer, wave)
        _keep_counts(writer, report, questions)
        by, digest = workspace.person.name, _digest(questions)
        keep_wave(writer, meant, report, digest, by, summarised=True)
        workspace.audit(writer, "entered survey wave", f"{survey}, {wave}")
    return report


def _keep_counts(
    writer: Writer, report: SurveyReport, printed: Sequence[SummarisedQuestion]
) -> None:
    keep_questions(writer, report.wave, report.questions, [answers.base for answers in printed])
    rows = [
        (question.number, option.number, count_of(answers, option.label))
        for question, answers in zip(report.questions, printed, strict=True)
        for option in question.options
    ]
    writer.run(
        "insert_entered_counts",
        wave=report.wave,
        question=[question for question, _, _ in rows],
        option=[option for _, option, _ in rows],
        n=[n for _, _, n in rows],
    )


def _digest(questions: Sequence[SummarisedQuestion]) -> str:
    content = json.dumps([asdict(question) for question in questions], default=dict)
    return hashlib.sha256(content.encode()).hexdigest()
