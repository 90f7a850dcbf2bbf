"""An export in the store for as long as it is being understood: its cells, and what they say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.store import Writer
from assessment.survey.reading.column_purposes import decided_of, kept_anyhow, uses_of
from assessment.survey.reading.earlier_decisions import NOTHING_DECIDED, Decisions
from assessment.survey.reading.export.answer_days import Days, days_of
from assessment.survey.reading.export.answer_staging import count_values, stage
from assessment.survey.reading.export.column_uses import holds_personal, time_name
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.export_table import Export
from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.export.rows_left_out import count_partial, leave_out
from assessment.survey.reading.export.silent_cells import (
    MISSING,
    SilentText,
    remove_silent,
    silent_texts,
    writes_missing,
)
from assessment.survey.reading.proposal import EVERY_COLUMN, RowsLeftOut, Use
from assessment.survey.reading.questions.box_cells import is_ticked, says_nothing
from assessment.survey.reading.questions.column_groups import ColumnGroup, grouped
from assessment.survey.reading.questions.recognition_context import Context
from assessment.survey.reading.questions.said_in_every_box import not_shown, said_in_every_box
from assessment.survey.reading.questions.same_words import are_answered_apart
from assessment.survey.reading.residents import Residence


@dataclass
class StagedExport:
    """The cells of an export that still count, what each column is for, and what is said in it.

    `values` are counted anew whenever cells are taken out; `silent` are those that were no answers,
    `not_shown` what said in every box of a question that it was not put.
    """

    writer: Writer
    export: Export
    decisions: Decisions
    uses: dict[int, Use | None]
    questions: frozenset[int]
    values: Mapping[int, ColumnValues]
    silent: list[SilentText] = field(default_factory=list)
    not_shown: dict[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def context(self) -> Context:
        """What its questions are recognised by."""
        return Context(self.writer, self.export.code_lists, self.values, self.decisions)

    def take_out_silent(self) -> None:
        """Take out what is no answer by its words, or as was decided."""
        missing = (MISSING,) if writes_missing(self.values, self.questions) else ()
        decided = decided_of(self.export, self.decisions)
        self.take_out(silent_texts(self.values, decided, missing))
        for group in grouped(self.export.columns, self.uses):
            self._take_out_unanswered(group)
            self._take_out_not_shown(group)

    def _take_out_not_shown(self, group: ColumnGroup) -> None:
        """Take out what says in every box, and in what is written beside, that it was not put."""
        said = said_in_every_box(self.context, group) if len(group.columns) > 1 else {}
        if texts := not_shown(self.context, group, said):
            self.not_shown[group.header] = texts
            self.take_out(
                SilentText(at, text, self.values[at].counts[text], not_asked=True)
                for at in group.positions
                for text in texts
                if text in self.values[at].counts
            )

    def take_out(self, texts: Iterable[SilentText]) -> None:
        """Take out cells that are no answers."""
        if found := list(texts):
            remove_silent(self.writer, found)
            self.silent += found
            self._count()

    def _take_out_unanswered(self, group: ColumnGroup) -> None:
        """Take out boxes that say that the others of their question were not answered."""
        decided = self.decisions.get(group.header, NOTHING_DECIDED)
        saying = [
            column
            for column in group.columns
            if says_nothing(column, decided) and self._is_box(column)
        ]
        others = [column for column in group.columns if column not in saying]
        for column in saying if others else ():
            ticked = self._said_in_boxes([column], ticked=True)
            n = sum(self.values[column.at].counts[text] for text in ticked)
            self.writer.run(
                "remove_unanswered_boxes",
                position=column.at,
                ticked=ticked,
                boxes=[other.at for other in others],
                unticked=self._said_in_boxes(others, ticked=False),
            )
            self.silent.append(SilentText(column.at, column.label, n, not_asked=False))
        if saying and others:
            self.writer.run("create_survey_values")
            self._count()

    def _is_box(self, column: ExportColumn) -> bool:
        texts = self.values[column.at].counts
        return all(is_ticked(column, text, {}) is not None for text in texts)

    def _said_in_boxes(self, boxes: Sequence[ExportColumn], *, ticked: bool) -> list[str]:
        said = ((column, text) for column in boxes for text in self.values[column.at].counts)
        return sorted({text for column, text in said if is_ticked(column, text, {}) is ticked})

    def join_questions(self) -> None:
        """Take questions together of which it was decided that they are one under two numbers."""
        groups = {group.header: group for group in grouped(self.export.columns, self.uses)}
        for group in groups.values():
            whole = groups.get(self.decisions.get(group.header, NOTHING_DECIDED).part_of or "")
            if whole and whole.use is None and are_answered_apart(self.writer, whole, group):
                self._join(group.positions[0], whole.positions[0])

    def _join(self, part: int, whole: int) -> None:
        self.writer.run("join_survey_columns", parts=[part], wholes=[whole])
        self.writer.run("forget_survey_unasked", parts=[part], wholes=[whole])
        self.writer.run("create_survey_values")
        self.uses[part] = Use.JOINED
        self.questions -= {part}
        self._count()

    def set_personal_aside(self) -> None:
        """Leave out the columns of which so much could find people that it is no chance."""
        self.uses |= {
            at: Use.PERSONAL
            for at in self.questions
            if holds_personal(self.values[at].cells, sum(self.values[at].personal.values()))
        }

    def leave_out_rows(self, living: Sequence[Residence]) -> RowsLeftOut:
        """Leave out the rows that count for nobody, and people who live elsewhere."""
        decided = self.decisions.get(EVERY_COLUMN, NOTHING_DECIDED)
        elsewhere = [(place.position, place.text) for place in living if place.left_out]
        left_out = leave_out(self.writer, self.uses, self.values, decided, elsewhere)
        if left_out.total:
            self._count()
        return replace(left_out, partial=count_partial(self.uses, self.values))

    def days(self) -> Days:
        """Read when people answered from the column that says best when they had done."""
        names = survey_definitions().columns.time
        times = [
            c
            for c in self.export.columns
            if self.uses[c.at] is Use.TIME and self.values[c.at].filled
        ]
        best = sorted(times, key=lambda column: names.index(time_name(column.name) or ""))[:1]
        return days_of(
            self.writer,
            [c.at for c in best],
            [t for c in best for t in self.export.sampled(c.at)],
            in_utc=any("utc" in plain(c.name).split() for c in best),
        )

    def _count(self) -> None:
        self.values = count_values(self.writer, self.export, set(self.questions))


def staged(writer: Writer, export: Export, decisions: Decisions) -> StagedExport:
    """Put the cells of an export into the store, and count what is said in each column."""
    uses = dict(uses_of(export, decisions))
    stage(writer, export, uses)
    asked = {at for at, use in uses.items() if use is None}
    questions = asked - set(kept_anyhow(export, decisions))
    values = count_values(writer, export, questions)
    writer.run("create_survey_unasked")
    return StagedExport(writer, export, decisions, uses, frozenset(questions), values)
