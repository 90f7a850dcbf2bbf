"""What is at hand while the questions of an export are recognised."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.store import Writer
from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.earlier_decisions import NOTHING_DECIDED
from assessment.survey.reading.export.code_lists import are_listed, codes_for
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.said_codes import without_ends
from assessment.survey.reading.proposal import ColumnReading, Decision, Use
from assessment.survey.reading.questions.column_groups import ColumnGroup

# How a question begins that is answered with yes or no, and how tools write the two.
CLOSED = re.compile(
    r"(?:\W|q\d+|\d+)*(?:have|has|had|do|does|did|are|is|was|were|would|will|could|can|should)\s",
    re.IGNORECASE,
)
YES_AND_NO = {"1": "Yes", "0": "No"}


@dataclass(frozen=True)
class Context:
    """The staged export, its code lists, what its columns say and what was decided of them."""

    writer: Writer
    code_lists: Mapping[str, Mapping[str, str]]
    values: Mapping[int, ColumnValues]
    decisions: Mapping[str, Decision]

    def decided(self, group: ColumnGroup) -> Decision:
        """Return what was decided of a question."""
        return self.decisions.get(group.header, NOTHING_DECIDED)

    def codes(self, group: ColumnGroup) -> Mapping[str, str]:
        """Return what a question's codes mean: as decided, else as the export says."""
        texts = (group.header, group.wording, group.columns[0].question)
        named = (codes_for(text, self.code_lists) for text in texts)
        listed = next(filter(None, named), self.of_no_question if self._is_of_one else {})
        if not listed and self._are_yes_and_no(group):
            listed = YES_AND_NO
        said = (text for at in group.positions for text in self.values[at].counts)
        return {**without_ends(listed, said), **self.decided(group).codes}

    def _are_yes_and_no(self, group: ColumnGroup) -> bool:
        """Tell 1 and 0 that answer a question which can be answered with yes or no."""
        said = self.values[group.positions[0]].counts
        is_one = len(group.columns) == 1 and group.columns[0].option is None
        return is_one and {*said} == {*YES_AND_NO} and bool(CLOSED.match(group.wording))

    @property
    def of_no_question(self) -> Mapping[str, str]:
        """Return the list of codes that names no question, if there is one."""
        return self.code_lists.get("", {})

    @cached_property
    def _is_of_one(self) -> bool:
        """Whether but one column holds such codes: else the list may be of any of them."""
        listed = [are_listed(column.counts, self.of_no_question) for column in self.values.values()]
        return sum(listed) < 2

    def answered(self, group: ColumnGroup, ignored: tuple[str, ...] = ()) -> int:
        """Count the responses that say anything in a group's columns but for some words."""
        n: int = self.writer.value(
            "responses_to_any", positions=list(group.positions), ignored=list(ignored)
        )
        return n

    def is_left_blank(self, group: ColumnGroup) -> bool:
        """Tell whether anybody left all columns of a group blank."""
        return bool(self.writer.value("is_left_blank", positions=list(group.positions)))


def not_a_question(group: ColumnGroup, use: Use) -> ColumnReading:
    """Describe a column that no answers are taken from."""
    return ColumnReading(group.header, group.names, use, wording=group.wording)


def question_of(group: ColumnGroup, kind: QuestionKind, base: int) -> ColumnReading:
    """Describe a question of which no more is known yet than how it was answered."""
    return ColumnReading(
        group.header, group.names, Use.QUESTION, wording=group.wording, kind=kind, base=base
    )
