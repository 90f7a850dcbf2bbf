"""From an export to readings of its questions: nothing is kept yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.store import Writer
from assessment.survey.questionnaire import Concept
from assessment.survey.reading.earlier_decisions import NOTHING_DECIDED, Decisions
from assessment.survey.reading.export.answer_days import Days
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.export.export_table import Export
from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.export.rows_left_out import row_doubts
from assessment.survey.reading.export.silent_cells import SilentText, missing_doubts
from assessment.survey.reading.export.weight_columns import weight_column, weight_doubts
from assessment.survey.reading.export_refusals import (
    refuse_results,
    refuse_without_header,
    refuse_without_respondents,
)
from assessment.survey.reading.own_area import OwnArea, names_districts
from assessment.survey.reading.proposal import EVERY_COLUMN, Doubt, RowsLeftOut, Use
from assessment.survey.reading.question_routing import routes_of, with_those_asked
from assessment.survey.reading.questions.column_groups import ColumnGroup, grouped
from assessment.survey.reading.questions.question_recognition import recognise
from assessment.survey.reading.questions.said_in_every_box import not_shown_doubt
from assessment.survey.reading.questions.same_words import split_doubts
from assessment.survey.reading.renumbered_questions import are_known_by_number
from assessment.survey.reading.residence_doubts import residence_doubts
from assessment.survey.reading.residents import residences
from assessment.survey.reading.staged_export import StagedExport, staged


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
    writer: Writer, export: Export, decisions: Decisions, own: OwnArea
) -> ExportInterpretation:
    """Stage an export and recognise its questions; raises UploadRefused with every fault.

    Whoever lives in none of the partnership's `own` area is no resident of its.
    """
    refuse_results(export)
    cells = staged(writer, export, decisions)
    refuse_without_header(export, cells.values)
    cells.take_out_silent()
    cells.join_questions()
    cells.set_personal_aside()
    groups = grouped(export.columns, cells.uses)
    living = [*residences(groups, cells.values, decisions, own)]
    left_out = cells.leave_out_rows(living)
    refuse_without_respondents(export, left_out)
    respondents = export.part.rows - left_out.total
    readings = _readings(cells, groups, respondents)
    weighing = weight_column(export.columns, cells.uses, decisions)
    said_of_rows = decisions.get(EVERY_COLUMN, NOTHING_DECIDED)
    doubts = (
        *missing_doubts(cells.silent, readings),
        *((header, not_shown_doubt(header, said)) for header, said in cells.not_shown.items()),
        *split_doubts(writer, groups, readings),
        *residence_doubts(living),
        *weight_doubts(writer, weighing, respondents),
    )
    return ExportInterpretation(
        export,
        _with_doubts(readings, doubts),
        left_out,
        respondents,
        cells.days(),
        tuple(cells.silent),
        tuple(row_doubts(writer, left_out, said_of_rows.alike_before)),
        weighing.used,
        are_known_by_number((reading.column.header for reading in readings), decisions),
    )


def _readings(
    cells: StagedExport, groups: Sequence[ColumnGroup], respondents: int
) -> list[QuestionReading]:
    """Recognise the questions, and who was asked each: what says "not asked" is no answer."""
    readings = recognise(cells.context, groups)
    routes = routes_of(cells.writer, readings, respondents, cells.decisions)
    if found := [text for route in routes.values() for text in route.silent]:
        cells.take_out(found)
        readings = recognise(cells.context, groups)
    unasked: dict[int, int] = dict(cells.writer.rows("count_survey_unasked"))
    return with_those_asked(readings, routes, unasked, respondents)


def _with_doubts(
    readings: Sequence[QuestionReading], doubts: Iterable[tuple[str, Doubt]]
) -> tuple[QuestionReading, ...]:
    of_column: dict[str, list[Doubt]] = {}
    for header, doubt in doubts:
        of_column.setdefault(header, []).append(doubt)
    return tuple(
        _with_more_doubts(reading, of_column.get(reading.column.header, ())) for reading in readings
    )


def _with_more_doubts(reading: QuestionReading, doubts: Sequence[Doubt]) -> QuestionReading:
    column = reading.column
    return replace(reading, column=replace(column, doubts=(*column.doubts, *doubts)))


def headers_of(readings: tuple[QuestionReading, ...]) -> Mapping[str, QuestionReading]:
    """Return the readings by the key of their decision."""
    return {reading.column.header: reading for reading in readings}
