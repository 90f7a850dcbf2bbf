"""The waves that are held: when and how people were asked, what they were asked, and the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assessment.disclosure import fewest_shown
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs, sees
from assessment.store import Store, Writer
from assessment.survey.questionnaire import (
    Concept,
    Mode,
    Option,
    OptionRole,
    QuestionKind,
    SurveyQuestion,
)
from assessment.survey.waves.answers_of_few import without_words_of_few
from assessment.survey.waves.kept_doubts import told
from assessment.workspace import Workspace


@dataclass(frozen=True)
class WaveSource:
    """What a wave was read from, what was left out of that, and who loaded it.

    `problems` quote answers and count few: they are for whoever sees small numbers, else none.
    """

    file: str
    rows_read: int
    rows_left_out: int
    problems: tuple[str, ...]
    loaded_at: datetime
    loaded_by: str


@dataclass(frozen=True)
class Wave:
    """One run of a survey. A summarised one was entered as percentages: nobody's own answers.

    `partnership` is the id of the one whose residents were asked; None where it is nobody's in
    particular, or nobody has said. `weight_column` is the name of the column of its file that says
    what each answer weighs, if there is one.
    """

    id: str
    survey: str
    survey_name: str
    mode: Mode
    first_day: date | None
    last_day: date | None
    respondents: int
    summarised: bool
    synthetic: bool
    partnership: str | None
    source: WaveSource
    weight_column: str | None = None


@dataclass(frozen=True)
class StoredWave:
    """What the store holds of a wave, for loading and removing it; no page shows it as it is."""

    survey: str
    mode: str
    respondents: int
    first_day: date | None
    last_day: date | None
    file: str
    sha256: str
    rows_read: int
    rows_left_out: int


@needs(Permission.READ_FIGURES)
def list_waves(workspace: Workspace) -> tuple[Wave, ...]:
    """Return every wave, the latest first."""
    waves = [_wave(workspace, row) for row in workspace.store.rows("survey_waves")]
    return tuple(wave for wave in waves if sees(workspace, wave.partnership))


def _wave(workspace: Workspace, row: tuple[Any, ...]) -> Wave:
    wave, survey, name, mode, first_day, last_day, respondents, summarised, synthetic, *rest = row
    partnership, file, rows_read, rows_left_out, problems, loaded_at, loaded_by, weight_column = (
        rest
    )
    asks = workspace.of(partnership)
    named = asks.name_of(loaded_by)
    shown = tuple(problems) if fewest_shown(asks) <= 1 else ()
    return Wave(
        id=wave,
        survey=survey,
        survey_name=name,
        mode=Mode(mode),
        first_day=first_day,
        last_day=last_day,
        respondents=respondents,
        summarised=summarised,
        synthetic=synthetic,
        partnership=partnership,
        source=WaveSource(file, rows_read, rows_left_out, shown, loaded_at, named),
        weight_column=weight_column,
    )


@needs(Permission.READ_FIGURES, of="wave")
def questionnaire(workspace: Workspace, wave: str) -> tuple[SurveyQuestion, ...]:
    """Return what a wave asked, in its order; raises InvalidRequest where there is no such wave.

    Those who are shown no small number are not told what very few wrote among the options.
    """
    shown = next((each for each in list_waves(workspace) if each.id == wave), None)
    fewest = fewest_shown(workspace.of(shown.partnership) if shown else workspace)
    questions = told(questions_as_stored(workspace.store, wave), fewest)
    return without_words_of_few(workspace.store, wave, questions, fewest)


def questions_as_stored(store: Store, wave: str) -> tuple[SurveyQuestion, ...]:
    """Return what a wave asked, with all that was answered: for counting, and not to be shown."""
    if not stored_wave(store, wave):
        raise InvalidRequest(no_such_wave(store, wave))
    options: dict[int, list[Option]] = {}
    for question, number, label, role, side, concern in store.rows("survey_options", wave=wave):
        options.setdefault(question, []).append(
            Option(number, label, OptionRole(role), side, concern)
        )
    return tuple(
        _question(row, options.get(row[0], [])) for row in store.rows("survey_questions", wave=wave)
    )


def _question(row: tuple[Any, ...], options: Sequence[Option]) -> SurveyQuestion:
    number, slug, wording, kind, concept, scale, base, asked, asked_of, doubts, ends = row
    return SurveyQuestion(
        number,
        slug,
        wording,
        QuestionKind(kind),
        Concept(concept),
        scale,
        tuple(options),
        base,
        asked,
        asked_of or "",
        tuple(doubts),
        tuple(ends),
    )


def stored_wave(store: Store | Writer, wave: str) -> StoredWave | None:
    """Return what is stored of a wave; None where there is none."""
    return next((StoredWave(*row) for row in store.rows("survey_wave_held", wave=wave)), None)


def waves_of_file(
    store: Store | Writer, sha256: str, except_wave: str | None = None
) -> Sequence[str]:
    """Name the waves that were read from a file, but for one."""
    return [wave for (wave,) in store.rows("waves_of_file", sha256=sha256, wave=except_wave)]


def no_such_wave(store: Store | Writer, wave: str) -> str:
    """Say that there is no such wave, and which there are."""
    waves = [name for name, *_ in store.rows("survey_waves")]
    known = f"There are: {', '.join(waves)}." if waves else "No survey has been loaded."
    return f"There is no wave {wave}. {known}"
