"""Writing a survey's answers into the store, inside the caller's transaction."""

from collections.abc import Mapping, Sequence

from assessment.store import Writer
from assessment.survey.questionnaire import Option, QuestionKind, SurveyQuestion
from assessment.survey.reading.export.answer_days import FORMATS
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.questions.answers.several_in_a_cell import split
from assessment.survey.reading.questions.question_kind import as_number
from assessment.survey.waves.kept_doubts import of_question
from assessment.survey.waves.survey_names import Survey, put_survey
from assessment.survey.waves.wave_removal import remove_wave
from assessment.survey.waves.wave_report import SurveyReport

MEASURED = (QuestionKind.NUMBER, QuestionKind.DATE)


def questions_of(readings: Sequence[QuestionReading]) -> tuple[SurveyQuestion, ...]:
    """Number the questions of a wave and their options."""
    return tuple(
        SurveyQuestion(
            number,
            reading.column.slug,
            reading.column.wording,
            reading.column.kind or QuestionKind.TEXT,
            reading.column.concept,
            reading.column.scale,
            tuple(
                Option(option_number, option.label, option.role, option.side, option.concern)
                for option_number, option in enumerate(reading.column.options, start=1)
            ),
            reading.column.base,
            reading.column.asked,
            reading.column.asked_of,
            of_question(reading, readings),
            _ends(reading),
        )
        for number, reading in enumerate(readings, start=1)
    )


def _ends(reading: QuestionReading) -> tuple[str, ...]:
    """Return the points of a scale of numbers that say what they mean; "18 yrs" is a number."""
    numbers = [meaning.text for meaning in reading.meanings if meaning.value is not None]
    return tuple(text for text in dict.fromkeys(numbers) if as_number(text) is None)


def keep_wave(
    writer: Writer,
    meant: Survey,
    report: SurveyReport,
    digest: str,
    by: str,
    *,
    summarised: bool,
    weight_column: str | None = None,
    doubts: Sequence[str] = (),
) -> None:
    """Put in a wave itself, and what its survey is called and whom it asks.

    `doubts` are what was not decided of all its rows.
    """
    put_survey(writer, meant)
    writer.run(
        "insert_survey_wave",
        wave=report.wave,
        survey=meant.id,
        mode=report.mode,
        first_day=report.first_day,
        last_day=report.last_day,
        respondents=report.respondents,
        rows_read=report.rows_read,
        rows_left_out=report.left_out.total,
        summarised=summarised,
        file_name=report.file,
        sha256=digest,
        problems=list(report.problems),
        loaded_by=by,
        synthetic=meant.synthetic,
        weight_column=weight_column,
        doubts=list(doubts),
    )


def keep_answers(
    writer: Writer, wave: str, readings: Sequence[QuestionReading], weight_at: int | None = None
) -> tuple[SurveyQuestion, ...]:
    """Put the staged cells in as the answers of a wave, in the place of those it had.

    What each weighs stands in the column `weight_at`, if in any.
    """
    questions = questions_of(readings)
    writer.run("create_reviewed_comments", wave=wave)
    remove_wave(writer, wave)
    keep_questions(writer, wave, questions, [reading.column.base for reading in readings])
    split(writer, [parting for reading in readings for parting in reading.partings])
    writer.run("create_survey_parts")
    _create_meanings(writer, readings, questions)
    pairs = list(zip(questions, readings, strict=True))
    ranked = [q.number for q, r in pairs if q.kind is QuestionKind.RANKING and r.partings]
    writer.run("create_survey_choices", ranked=ranked, formats=list(FORMATS))
    boxes = [q.number for q, r in pairs if len(r.positions) > 1]
    writer.run(
        "insert_survey_choices",
        wave=wave,
        questions=[q.number for q in questions if q.number not in boxes],
    )
    writer.run("insert_survey_several", wave=wave, questions=boxes)
    writer.run(
        "insert_survey_denials", wave=wave, questions=[q.number for q, r in pairs if r.is_denied]
    )
    writer.run("insert_survey_comments", wave=wave)
    writer.run("restore_reviews", wave=wave)
    writer.run("count_survey_bases", wave=wave, questions=boxes)
    writer.run("insert_survey_counts", wave=wave)
    if weight_at is not None:
        writer.run("insert_survey_weights", wave=wave, position=weight_at)
    return questions


def keep_questions(
    writer: Writer, wave: str, questions: Sequence[SurveyQuestion], bases: Sequence[int]
) -> None:
    """Put in a wave's questionnaire."""
    writer.run(
        "insert_survey_questions",
        wave=wave,
        question=[question.number for question in questions],
        slug=[question.slug for question in questions],
        wording=[question.wording for question in questions],
        kind=[question.kind.value for question in questions],
        concept=[question.concept.value for question in questions],
        scale=[question.scale for question in questions],
        base=list(bases),
        asked=[question.asked for question in questions],
        asked_of=[question.asked_of or None for question in questions],
        doubts=[list(question.doubts) for question in questions],
        ends=[list(question.ends) for question in questions],
    )
    options = [(question.number, option) for question in questions for option in question.options]
    writer.run(
        "insert_survey_options",
        wave=wave,
        question=[number for number, _ in options],
        option=[option.number for _, option in options],
        label=[option.label for _, option in options],
        role=[option.role.value for _, option in options],
        side=[option.side for _, option in options],
        concern=[option.concern for _, option in options],
    )


def _create_meanings(
    writer: Writer, readings: Sequence[QuestionReading], questions: Sequence[SurveyQuestion]
) -> None:
    pairs = list(zip(questions, readings, strict=True))
    numbers = {question.number: _numbers(question) for question in questions}
    meanings = [(question.number, meaning) for question, read in pairs for meaning in read.meanings]
    writer.run(
        "create_survey_meanings",
        positions=[meaning.position for _, meaning in meanings],
        said=[meaning.text for _, meaning in meanings],
        question=[number for number, _ in meanings],
        option=[numbers[number].get(meaning.label or "") for number, meaning in meanings],
        rank=[meaning.rank for _, meaning in meanings],
        value=[meaning.value for _, meaning in meanings],
    )
    rests = [
        (position, question, read)
        for question, read in pairs
        for position in (read.others_at if read.others else read.positions)
        if read.others or question.kind in (*MEASURED, QuestionKind.TEXT)
    ]
    writer.run(
        "create_survey_rests",
        positions=[position for position, _, _ in rests],
        question=[question.number for _, question, _ in rests],
        kind=[question.kind.value for _, question, _ in rests],
        option=[numbers[question.number].get(read.others or "") for _, question, read in rests],
    )


def _numbers(question: SurveyQuestion) -> Mapping[str, int]:
    return {option.label: option.number for option in question.options}
