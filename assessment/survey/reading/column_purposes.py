"""What each column of an export is for: as decided, else as its name and its first answers say."""

from collections.abc import Iterator, Mapping

from assessment.definitions.spelling import plain
from assessment.survey.reading.earlier_decisions import NOTHING_DECIDED, Decisions
from assessment.survey.reading.export.answer_days import are_moments
from assessment.survey.reading.export.column_uses import (
    are_choices,
    holds_personal,
    is_personal,
    use_by_name,
)
from assessment.survey.reading.export.export_table import Export
from assessment.survey.reading.export.headers.question_headers import AS_A_LIST, ExportColumn
from assessment.survey.reading.export.weight_columns import are_weights
from assessment.survey.reading.proposal import EVERY_COLUMN, Decision, Use
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.renumbered_questions import groups_in

# As tools say box by box whether an option was chosen.
# What LimeSurvey writes behind a question's code where it says how long it took.
TIMES = "Time"
TICKED_OR_NOT = frozenset({"0", "1", "True", "False", "true", "false", "TRUE", "FALSE"})


def uses_of(export: Export, decisions: Decisions) -> Iterator[tuple[int, Use | None]]:
    """Yield what each column is for; one that a decision makes a question is one."""
    for group in groups_in(export.columns):
        decided = decisions.get(group.header, NOTHING_DECIDED)
        for column in group.columns:
            yield column.at, _use_as_decided(export, column, decisions.get(column.name, decided))


def kept_anyhow(export: Export, decisions: Decisions) -> Iterator[int]:
    """Yield the columns of which somebody said that they are to be used, whatever is in them."""
    for group in groups_in(export.columns):
        if decisions.get(group.header, NOTHING_DECIDED).leave_out is False:
            yield from group.positions


def decided_of(export: Export, decisions: Decisions) -> Mapping[int, list[Decision]]:
    """Return what was decided of each column, of its question, and of every column."""
    return {
        column.at: [
            decisions[header] for header in _headers_of(group, column) if header in decisions
        ]
        for group in groups_in(export.columns)
        for column in group.columns
    }


def _headers_of(group: ColumnGroup, column: ExportColumn) -> tuple[str, ...]:
    return EVERY_COLUMN, group.header, column.name


def _use_as_decided(export: Export, column: ExportColumn, decided: Decision) -> Use | None:
    if decided.leave_out:
        return Use.DECIDED
    if decided.weight:
        return Use.WEIGHT
    if decided.kind is not None or decided.leave_out is False:
        return None
    return _use(export, column)


def _use(export: Export, column: ExportColumn) -> Use | None:
    sample, question = export.sampled(column.at), column.question
    if holds_personal(len(sample), sum(map(is_personal, sample))):
        return Use.PERSONAL
    if column.repeats and _boxes_are_ticked(export, column.at):
        return Use.REPEATED
    if not question:
        return Use.NAMELESS
    # The words of a box are an answer, whatever they name.
    named = _names(question, column.option)
    use = use_by_name(column.option or question) if named else None
    if use is Use.WEIGHT and not are_weights(sample):
        return None
    if use is None and _times_another(export, question):
        return Use.ADMINISTRATIVE
    if use is Use.TIME and sample and not are_moments(sample[:5]):
        return Use.STATUS
    # "Would you like alerts by e-mail?" is answered with yes and no.
    return None if use is Use.PERSONAL and are_choices(sample) else use


def _times_another(export: Export, name: str) -> bool:
    """Tell how long somebody took over another column: "safeTime" beside "safe"."""
    timed = name.removesuffix(TIMES)
    return timed != name and any(column.question == timed for column in export.columns)


def _boxes_are_ticked(export: Export, at: int) -> bool:
    """Tell whether the columns beside a list say of each of its options whether it was chosen."""
    question = export.columns[at].question.removesuffix(AS_A_LIST)
    boxes = [c.at for c in export.columns if c.question == question and c.option]
    said = {text for box in boxes for text in export.sampled(box)}
    return bool(said) and said <= TICKED_OR_NOT


def _names(question: str, option: str | None) -> bool:
    """Tell whether a column's name may say what it is for: a box of a question is only a box."""
    return option is None or (use_by_name(option) is Use.PERSONAL and "contact" in plain(question))
