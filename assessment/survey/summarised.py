"""Results that come already summarised: percentages and bases, without anybody's own answers."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assessment.definitions import survey_definitions
from assessment.errors import UploadRefused
from assessment.intake import LoadStatus
from assessment.people import Permission
from assessment.store import Writer
from assessment.survey.choosing import ABOUT_CONCERNS
from assessment.survey.keeping import keep_questions
from assessment.survey.labels import as_key, role_of
from assessment.survey.proposal import RowsLeftOut
from assessment.survey.questionnaire import Concept, Mode, Option, Question, QuestionKind, Role
from assessment.survey.recognition import free_slug, slug_of
from assessment.survey.register import remove_wave
from assessment.survey.report import SurveyReport
from assessment.survey.scales import fitting_scale
from assessment.survey.surveys import put_survey, survey_meant
from assessment.workspace import Workspace

COUNTABLE = (QuestionKind.SINGLE, QuestionKind.SCALE, QuestionKind.MULTIPLE)
# Rounded percentages of one choice need not add up to 100; each may be half a point off.
ROUNDING = 0.5


@dataclass(frozen=True)
class SummarisedQuestion:
    """A question's printed results: percent of the base by option, in the order of the options."""

    wording: str
    kind: QuestionKind
    base: int
    percents: Mapping[str, float]
    concept: Concept = Concept.OTHER


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
    workspace.require(Permission.LOAD_EXTRACTS)
    meant = survey_meant(
        workspace, survey, wave, called=called, partnership=partnership, synthetic=synthetic
    )
    faults = [fault for question in questions for fault in _faults(question)]
    if not questions:
        faults.append("It has no question.")
    if first_day and last_day and first_day > last_day:
        faults.append(f"It ends ({last_day:%d/%m/%Y}) before it begins ({first_day:%d/%m/%Y}).")
    if faults:
        raise UploadRefused(wave, faults)
    said = ("Entered as percentages and bases: it cannot be broken down or weighted.",)
    asked = _questions(questions)
    with workspace.store.writing() as writer:
        remove_wave(writer, wave)
        put_survey(writer, meant)
        keep_questions(writer, wave, asked, [question.base for question in questions])
        _keep_counts(writer, wave, asked, questions)
        writer.run(
            "insert_survey_wave",
            wave=wave,
            survey=survey,
            mode=mode.value,
            first_day=first_day,
            last_day=last_day,
            respondents=max(question.base for question in questions),
            rows_read=0,
            rows_left_out=0,
            summarised=True,
            file_name="entered by hand",
            sha256=_digest(questions),
            problems=list(said),
            loaded_by=workspace.person.name,
            synthetic=synthetic,
        )
        workspace.audit(writer, "entered survey wave", f"{survey}, {wave}")
    return SurveyReport(
        "entered by hand",
        survey,
        wave,
        mode,
        LoadStatus.LOADED,
        max(question.base for question in questions),
        0,
        RowsLeftOut(),
        first_day.isoformat() if first_day else None,
        last_day.isoformat() if last_day else None,
        asked,
        said,
    )


def _faults(question: SummarisedQuestion) -> Iterator[str]:
    where = f"Question '{question.wording}'"
    if not question.wording.strip():
        yield "A question has no wording."
    if question.kind not in COUNTABLE:
        yield f"{where}: percentages can be of a choice, a scale or several choices only."
    if question.base < 1:
        yield f"{where}: the base is {question.base:,}; expected how many people answered it."
    if len({as_key(label) for label in question.percents}) < len(question.percents):
        yield f"{where}: an option is there twice."
    yield from _faults_of_percents(where, question)


def _faults_of_percents(where: str, question: SummarisedQuestion) -> Iterator[str]:
    wrong = [f"{label} {p:g}%" for label, p in question.percents.items() if not 0 <= p <= 100]
    most = 100 + ROUNDING * len(question.percents)
    total = sum(question.percents.values())
    if not question.percents:
        yield f"{where}: it has no option."
    if wrong:
        yield f"{where}: expected percentages from 0 to 100, found {', '.join(wrong)}."
    elif question.kind is not QuestionKind.MULTIPLE and total > most:
        yield f"{where}: its percentages add up to {total:g}, more than one choice can."


def _questions(questions: Sequence[SummarisedQuestion]) -> tuple[Question, ...]:
    asked: list[Question] = []
    for number, given in enumerate(questions, start=1):
        slug = free_slug(slug_of(given.wording, given.concept), {each.slug for each in asked})
        scale, options = _options(given)
        kind = QuestionKind.SCALE if scale else given.kind
        asked.append(Question(number, slug, given.wording, kind, given.concept, scale, options))
    return tuple(asked)


def _options(given: SummarisedQuestion) -> tuple[str | None, tuple[Option, ...]]:
    counts = {label: _count(given, label) for label in given.percents}
    single = given.kind is not QuestionKind.MULTIPLE
    fit = fitting_scale(dict.fromkeys(counts, 1)) if single else None
    concerns = survey_definitions().concern_of if given.concept in ABOUT_CONCERNS else None
    return fit.scale.id if fit else None, tuple(
        Option(
            number,
            label,
            role_of(label),
            fit.scale.points[fit.points[label]].side if fit and label in fit.points else None,
            concerns(label) if concerns and role_of(label) is Role.ANSWER else None,
        )
        for number, label in enumerate(counts, start=1)
    )


def _count(given: SummarisedQuestion, label: str) -> int:
    exact = Decimal(str(given.percents[label])) * given.base / 100
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _keep_counts(
    writer: Writer,
    wave: str,
    asked: Sequence[Question],
    questions: Sequence[SummarisedQuestion],
) -> None:
    rows = [
        (question.number, option.number, _count(given, option.label))
        for question, given in zip(asked, questions, strict=True)
        for option in question.options
    ]
    writer.run(
        "insert_entered_counts",
        wave=wave,
        question=[question for question, _, _ in rows],
        option=[option for _, option, _ in rows],
        n=[n for _, _, n in rows],
    )


def _digest(questions: Sequence[SummarisedQuestion]) -> str:
    said = json.dumps([asdict(question) for question in questions], default=dict)
    return hashlib.sha256(said.encode()).hexdigest()
