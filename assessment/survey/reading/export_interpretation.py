"""From a staged export to readings of its questions: nothing is kept yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.store import Writer
from assessment.survey.questionnaire import Concept
from assessment.survey.reading import earlier_decisions
from assessment.survey.reading.earlier_decisions import Decisions
from assessment.survey.reading.export.answer_days import (
    Days,
    are_moments,
    date_format,
    days_of,
)
from assessment.survey.reading.export.answer_staging import (
    ColumnValues,
    count_values,
    stage,
)
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.export.column_uses import (
    are_choices,
    holds_personal,
    is_personal,
    use_by_name,
)
from assessment.survey.reading.export.export_table import Export
from assessment.survey.reading.export.question_headers import AS_A_LIST, ExportColumn
from assessment.survey.reading.export.rows_left_out import (
    count_partial,
    leave_out,
    row_doubts,
)
from assessment.survey.reading.export.silent_cells import (
    SilentText,
    remove_silent,
    silent_texts,
)
from assessment.survey.reading.export.weight_columns import (
    are_weights,
    weight_column,
    weight_doubts,
)
from assessment.survey.reading.proposal import EVERY_COLUMN, Decision, Doubt, RowsLeftOut, Use
from assessment.survey.reading.question_routing import routes_of, with_those_asked
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.questions.column_groups import grouped
from assessment.survey.reading.questions.question_recognition import recognise
from assessment.survey.reading.questions.recognition_context import Context
from assessment.survey.reading.renumbered_questions import are_known_by_number
from assessment.survey.reading.residents import names_districts, residence_doubts, residences

# So many columns named by what looks like an answer mean that no row names them.
NO_HEADER = 1 / 3
# As tools say box by box whether an option was chosen.
TICKED_OR_NOT = frozenset({"0", "1", "True", "False", "true", "false", "TRUE", "FALSE"})


@dataclass(frozen=True)
class ExportInterpretation:
    """What an export says, question by question, who counts, and when they answered."""

    export: Export
    readings: tuple[QuestionReading, ...]
    left_out: RowsLeftOut
    respondents: int
    days: Days
    silent: tuple[SilentText, ...] = ()
    of_rows: tuple[Doubt, ...] = ()
    weight: ExportColumn | None = None
    is_known_by_number: bool = False

    @property
    def names_districts(self) -> bool:
        """Whether an answer to where people live begins with the name of a district."""
        columns = [r.column for r in self.questions if r.column.concept is Concept.WARD]
        return names_districts([option.label for column in columns for option in column.options])

    @property
    def questions(self) -> tuple[QuestionReading, ...]:
        """The readings that are questions."""
        return tuple(reading for reading in self.readings if reading.column.use is Use.QUESTION)


def interpret(
    writer: Writer, export: Export, decisions: Decisions, own_districts: Sequence[str] = ()
) -> ExportInterpretation:
    """Stage an export and recognise its questions; raises UploadRefused with every fault.

    Whoever lives in none of the partnership's `own_districts` is no resident of its.
    """
    uses = dict(_uses(export, decisions))
    stage(writer, export, uses)
    questions = {at for at, use in uses.items() if use is None} - set(
        _kept_anyhow(export, decisions)
    )
    values = count_values(writer, export, questions)
    _refuse_no_header(export, values)
    writer.run("create_survey_unasked")
    silent = [*silent_texts(values, _decided_at(export, decisions))]
    if silent:
        remove_silent(writer, silent)
        values = count_values(writer, export, questions)
    uses |= {at: Use.PERSONAL for at in questions if _is_personal(values[at])}
    groups = grouped(export.columns, uses)
    living = [*residences(groups, values, decisions, own_districts)]
    of_rows = decisions.get(EVERY_COLUMN, earlier_decisions.NOTHING_DECIDED)
    left_out = leave_out(
        writer, uses, values, of_rows, [(r.position, r.text) for r in living if r.left_out]
    )
    respondents = export.part.rows - left_out.total
    if not respondents:
        raise UploadRefused(export.file, [_nobody(left_out)])
    if left_out.total:
        values = count_values(writer, export, questions)
    left_out = replace(left_out, partial=count_partial(uses, values))
    days = _days(writer, export, uses)
    readings = recognise(Context(writer, export.code_lists, values, decisions), groups)
    routes = routes_of(writer, readings, respondents, decisions)
    if found := [text for route in routes.values() for text in route.silent]:
        remove_silent(writer, found)
        silent += found
        values = count_values(writer, export, questions)
        readings = recognise(Context(writer, export.code_lists, values, decisions), groups)
    unasked: dict[int, int] = dict(writer.rows("count_survey_unasked"))
    readings = with_those_asked(readings, routes, unasked, respondents)
    weighing = weight_column(export.columns, uses, decisions)
    doubts = (*residence_doubts(living), *weight_doubts(writer, weighing, respondents))
    readings = _with_doubts(readings, doubts)
    return ExportInterpretation(
        export,
        tuple(readings),
        left_out,
        respondents,
        days,
        tuple(silent),
        tuple(row_doubts(writer, left_out)),
        weighing.used,
        are_known_by_number((reading.column.header for reading in readings), decisions),
    )


def _with_doubts(
    readings: Sequence[QuestionReading], doubts: Iterable[tuple[str, Doubt]]
) -> list[QuestionReading]:
    of_column: dict[str, list[Doubt]] = {}
    for header, doubt in doubts:
        of_column.setdefault(header, []).append(doubt)
    return [
        replace(
            reading,
            column=replace(
                reading.column,
                doubts=(*reading.column.doubts, *of_column.get(reading.column.header, ())),
            ),
        )
        for reading in readings
    ]


def _is_personal(values: ColumnValues) -> bool:
    return holds_personal(values.cells, sum(values.personal.values()))


def _decided_at(export: Export, decisions: Decisions) -> Mapping[int, list[Decision]]:
    """Return what was decided of each column, of its question, and of every column."""
    none = dict.fromkeys(column.at for column in export.columns)
    return {
        column.at: [
            decisions[header]
            for header in (EVERY_COLUMN, group.header, column.name)
            if header in decisions
        ]
        for group in grouped(export.columns, none)
        for column in group.columns
    }


def headers_of(readings: tuple[QuestionReading, ...]) -> Mapping[str, QuestionReading]:
    """Return the readings by the key of their decision."""
    return {reading.column.header: reading for reading in readings}


def _uses(export: Export, decisions: Decisions) -> Iterator[tuple[int, Use | None]]:
    """Yield what each column is for; one that a decision makes a question is one."""
    none = dict.fromkeys(column.at for column in export.columns)
    for group in grouped(export.columns, none):
        decided = decisions.get(group.header, earlier_decisions.NOTHING_DECIDED)
        for column in group.columns:
            own = decisions.get(column.name, decided)
            if own.leave_out:
                yield column.at, Use.DECIDED
            elif own.weight:
                yield column.at, Use.WEIGHT
            elif own.kind is not None or own.leave_out is False:
                yield column.at, None
            else:
                yield column.at, _use(export, column)


def _kept_anyhow(export: Export, decisions: Decisions) -> Iterator[int]:
    """Yield the columns of which somebody said that they are to be used, whatever is in them."""
    for group in grouped(export.columns, dict.fromkeys(column.at for column in export.columns)):
        if decisions.get(group.header, earlier_decisions.NOTHING_DECIDED).leave_out is False:
            yield from group.positions


def _use(export: Export, column: ExportColumn) -> Use | None:
    sample, question = export.sampled(column.at), column.question
    if holds_personal(len(sample), sum(map(is_personal, sample))):
        return Use.PERSONAL
    if column.repeats and _boxes_are_ticked(export, column.at):
        return Use.REPEATED
    # The words of a box are an answer, whatever they name.
    named = _names(question, column.option)
    use = use_by_name(column.option or question) if named else None
    if not question:
        return Use.NAMELESS
    if use is Use.WEIGHT and not are_weights(sample):
        return None
    if use is Use.TIME and sample and not are_moments(sample[:5]):
        return Use.STATUS
    # "Would you like alerts by e-mail?" is answered with yes and no.
    return None if use is Use.PERSONAL and are_choices(sample) else use


def _boxes_are_ticked(export: Export, at: int) -> bool:
    """Tell whether the columns beside a list say of each of its options whether it was chosen."""
    question = export.columns[at].question.removesuffix(AS_A_LIST)
    boxes = [c.at for c in export.columns if c.question == question and c.option]
    said = {text for box in boxes for text in export.sampled(box)}
    return bool(said) and said <= TICKED_OR_NOT


def _names(question: str, option: str | None) -> bool:
    """Tell whether a column's name may say what it is for: a box of a question is only a box."""
    return option is None or (use_by_name(option) is Use.PERSONAL and "contact" in plain(question))


def _refuse_no_header(export: Export, values: Mapping[int, ColumnValues]) -> None:
    named = [c for c in export.columns if c.question and c.option is None]
    answers = [c.question for c in named if _is_an_answer(c.question, values[c.at])]
    if named and len(answers) >= max(1, NO_HEADER * len(named)):
        shown = ", ".join(f"'{text}'" for text in answers[:3])
        raise UploadRefused(
            export.file,
            [
                f"{export.part.label} has no row that names its columns: the first row holds "
                f"answers ({shown}). Put the questions into the first row and load it again."
            ],
        )


def _is_an_answer(name: str, values: ColumnValues) -> bool:
    others = {plain(text) for text in values.counts}
    among = plain(name) in others and len(others) > 1
    number = question_kind.as_number(name) is not None
    return among or number or date_format([name]) is not None


def _nobody(left_out: RowsLeftOut) -> str:
    if left_out.unanswered and not left_out.test:
        return (
            f"Every answer is blank: none of its {left_out.unanswered:,} rows answers a question, "
            "or no column was recognised as one. Check that the answers were exported."
        )
    return (
        f"Nobody's answers are in it: {left_out.test:,} rows are tests, {left_out.unanswered:,} "
        "are blank."
    )


def _days(writer: Writer, export: Export, uses: Mapping[int, Use | None]) -> Days:
    """Read when people answered from the column that says best when they had done."""
    names = survey_definitions().columns.time
    times = [c for c in export.columns if uses[c.at] is Use.TIME]
    best = sorted(times, key=lambda column: names.index(plain(column.name)))[:1]
    return days_of(
        writer,
        [c.at for c in best],
        [t for c in best for t in export.sampled(c.at)],
        in_utc=any("utc" in plain(c.name).split() for c in best),
    )
