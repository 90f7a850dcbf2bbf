"""What an analyst should know about a survey that loads, one sentence for each thing."""

from collections.abc import Iterator, Sequence

from assessment import numbers
from assessment.intake.files.file_tables import in_quotes
from assessment.numbers import count_of
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.export_interpretation import ExportInterpretation
from assessment.survey.reading.labels import WHOLE_NUMBER
from assessment.survey.reading.proposal import (
    EVERY_COLUMN,
    ColumnReading,
    Doubt,
    RowsLeftOut,
    Use,
)
from assessment.survey.reading.questions.question_kind import concept_of

HOW_TO_DECIDE = (
    "Correct the file, or say what is meant on the page Load a survey: it is remembered for the "
    "survey's next wave."
)

UNDECIDED = "Not decided:"


def problems(interpretation: ExportInterpretation) -> tuple[str, ...]:
    """Gather every sentence, what was left out of the file first."""
    columns = [reading.column for reading in interpretation.readings]
    return (
        *_unlike_a_survey(interpretation.questions),
        *interpretation.export.notices,
        *_rows(interpretation.left_out),
        *(doubt.text for doubt in interpretation.of_rows if not doubt.blocks),
        *_left_out(columns),
        *_silent(interpretation),
        *_routed(interpretation.questions),
        *(in_words(doubt) for column in columns for doubt in column.doubts if not doubt.blocks),
        *_spellings(interpretation.questions),
        *_dates(interpretation),
        *_by_number(interpretation),
        *_personal(interpretation.questions),
        *_comments(interpretation.questions),
        *_few(interpretation.respondents),
    )


def undecided(interpretation: ExportInterpretation) -> tuple[str, ...]:
    """Return what would change a figure and is not decided."""
    of_columns = [doubt for r in interpretation.readings for doubt in r.column.doubts]
    doubts = [doubt for doubt in (*interpretation.of_rows, *of_columns) if doubt.blocks]
    return tuple(map(in_words, doubts))


def in_words(doubt: Doubt) -> str:
    """Say where a doubt is, and what."""
    of_rows = doubt.header == EVERY_COLUMN
    return doubt.text if of_rows else f"Question '{doubt.header}': {doubt.text}"


def _unlike_a_survey(readings: Sequence[QuestionReading]) -> Iterator[str]:
    columns = [reading.column for reading in readings]
    abouts = {column.concept for column in columns}
    # A safety that is rated from 0 to 10 is on no scale of words, and is asked all the same.
    abouts |= {concept_of(column.wording, QuestionKind.SCALE) for column in columns}
    if abouts == {Concept.OTHER} and not any(column.scale for column in columns):
        yield (
            "None of its columns asks anything that surveys of residents ask: is it the right "
            "file? If it is, say under Correct a column what its questions are about."
        )


def _rows(left_out: RowsLeftOut) -> Iterator[str]:
    if n := left_out.test:
        yield f"{count_of(n, 'row was', 'rows were')} left out: tests, previews or totals."
    if n := left_out.repeated:
        yield (
            f"{count_of(n, 'row was', 'rows were')} left out: the same response again, by its "
            "number or by the same answers at the same time."
        )
    if n := left_out.unanswered:
        yield f"{count_of(n, 'row was', 'rows were')} left out: no question was answered."
    if n := left_out.elsewhere:
        yield f"{count_of(n, 'row was', 'rows were')} left out: people who live outside the area."
    if n := left_out.partial:
        yield (
            f"{count_of(n, 'response is', 'responses are')} partial: counted in the questions "
            "that were answered, and in the base of no other."
        )


def _left_out(columns: Sequence[ColumnReading]) -> Iterator[str]:
    for use, what in (
        (Use.PERSONAL, "Personal details are not needed and were left out"),
        (Use.ADMINISTRATIVE, "The survey tool's own columns were left out"),
        (Use.EMPTY, "Nobody answered these, and they were left out"),
        (Use.DECIDED, "Left out, as was decided"),
        (Use.JOINED, "Counted with the question of the same words, as was decided"),
    ):
        names = [name for c in columns if c.use is use for name in c.columns if name]
        if names:
            yield f"{what}: {in_quotes(dict.fromkeys(names))}."
    if n := sum(c.use is Use.NAMELESS for c in columns):
        were = count_of(n, "column without a name was", "columns without a name were")
        yield f"{were} left out, with what stands below: name it in the first row if it is needed."


def _silent(interpretation: ExportInterpretation) -> Iterator[str]:
    """Say what was read as a question not asked, or left blank, whatever the column."""
    told = {text for r in interpretation.readings for text in r.column.not_asked}
    for not_asked, what in ((True, "the question was not asked"), (False, "no answer was given")):
        texts = [t for t in interpretation.silent if t.not_asked is not_asked]
        texts = [text for text in texts if text.text not in told]
        if texts:
            columns = count_of(len({text.position for text in texts}), "column")
            named = in_quotes(dict.fromkeys(text.text for text in texts))
            yield f"{named} was read as: {what} ({columns}). It is in no base."


def _routed(readings: Sequence[QuestionReading]) -> Iterator[str]:
    """Say which questions were put to some only, and to whom."""
    by_whom: dict[str, list[str]] = {}
    for column in (r.column for r in readings if r.column.asked_of and r.column.asked is not None):
        by_whom.setdefault(column.asked_of, []).append(column.header)
    # Partners read this too: how many they are may be withheld from them.
    for whom, headers in by_whom.items():
        yield f"Put only to those {whom}: {in_quotes(headers)}."


def _spellings(readings: Sequence[QuestionReading]) -> Iterator[str]:
    for column in (reading.column for reading in readings):
        merged = [
            (spelling, option.label)
            for option in column.options
            for spelling in option.spellings
            if not WHOLE_NUMBER.fullmatch(spelling) and spelling.strip() != option.label
        ]
        if merged and column.kind is not QuestionKind.NUMBER:
            named = numbers.listed([f"'{spelling}' as '{label}'" for spelling, label in merged], 5)
            yield f"Question '{column.header}': read {named}."


def _dates(interpretation: ExportInterpretation) -> Iterator[str]:
    if interpretation.days.contradictory:
        yield (
            "Some of its dates can only be read day first and some only month first: the wave has "
            "no dates. Correct them in the file if they matter."
        )
    elif interpretation.days.first is None:
        yield (
            "Nothing in it says when people answered: say so when you load it, else the wave has "
            "no dates."
        )
    elif interpretation.days.month_first:
        yield (
            "Its dates are written month first and were read so: the answers are from "
            f"{interpretation.days.first:%d/%m/%Y} to {interpretation.days.last:%d/%m/%Y}."
        )
    elif interpretation.days.either_way:
        yield (
            "Every date in it could be day first or month first. They were read day first: the "
            f"answers are from {interpretation.days.first:%d/%m/%Y} to "
            f"{interpretation.days.last:%d/%m/%Y}. If that is wrong, change the file's dates."
        )


def _by_number(interpretation: ExportInterpretation) -> Iterator[str]:
    if interpretation.is_known_by_number:
        yield (
            "Questions without words were taken for those that had their numbers before. If the "
            "questionnaire has changed, put the questions into the first row."
        )


def _personal(readings: Sequence[QuestionReading]) -> Iterator[str]:
    if n := sum(reading.personal for reading in readings):
        were_answers = count_of(n, "answer was", "answers were")
        yield (
            f"{were_answers} nothing but a name, an e-mail address, a telephone number, a postcode "
            "or the like: left out of the comments. Among options they count as other answers."
        )


def _comments(readings: Sequence[QuestionReading]) -> Iterator[str]:
    texts = [r.column.base for r in readings if r.column.kind is QuestionKind.TEXT]
    if texts:
        yield (
            f"{count_of(sum(texts), 'comment waits', 'comments wait')} to be read: none is shown "
            "until somebody has seen that it names nobody."
        )


def _few(respondents: int) -> Iterator[str]:
    if respondents == 1:
        yield "Only 1 person answered: their answers stand for nobody else's."
