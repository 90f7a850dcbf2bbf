"""What one group says beside another: by age, sex, ward or any question with one answer."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment.errors import InvalidRequest
from assessment.outputs.escaping import markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.answer_table import answer_table
from assessment.outputs.survey.survey_tables import answers_table
from assessment.periods import joined
from assessment.survey.questionnaire import ABOUT_PEOPLE, Concept, QuestionKind, SurveyQuestion
from assessment.survey.summaries.breakdown import is_broken_down
from assessment.survey.summaries.survey_answer import TOGETHER, SummaryRow
from assessment.survey.waves.lookup_by_name import grouping_on
from assessment.survey.waves.wave_register import Wave
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.choices import choose
from pages.components.caches import cached_surveys
from pages.components.downloads import download
from pages.survey.question_sections import scale

COUNTED = (QuestionKind.SCALE, QuestionKind.SINGLE, QuestionKind.MULTIPLE)
MOST_GROUPS = 60
MOST_NAMED = 3


def breakdown(workspace: Workspace, wave: Wave, *, merge: bool) -> None:
    """Let a question and a way to group people be chosen, and show the groups."""
    if wave.summarised:  # nobody's own answers: there is nothing to break down
        return
    questions_asked = cached_surveys.asked(workspace, wave.id)
    groups = groups_of(questions_asked)
    if not groups:
        return
    st.header("By age, sex or ward", anchor="groups")
    with st.container(horizontal=True):
        by = choose("Groups", "by", groups, width=260)
        questions = _named(_by_groups(questions_asked, grouping_on(questions_asked, by)))
        usual = _usual(questions_asked)
        slug = choose("Question", "question", questions, default=usual, width=560)
    try:
        answers = cached_surveys.answers(workspace, wave.id, slug, by, merge=merge)
    except InvalidRequest as fault:
        messages.error(fault)
        return
    rows = answers.questions()[slug]
    if nothing := wording.nothing_said(rows):
        st.markdown(nothing)
        return
    by_group = {group: answers.questions(group).get(slug, ()) for group in answers.groups}
    for doubt in wording.doubtful(row for rows_of in by_group.values() for row in rows_of):
        st.caption(f":material/help: {doubt}")
    _withheld_in_words(by_group)
    if any(row.is_net for row in rows):
        _on_a_scale(rows, by_group)
    else:
        _one_answer(rows, by_group)
    download(f"{slug}-by-{by}-{wave.id}", lambda: answers_table(answers.summary), key="groups")


def groups_of(questions: Sequence[SurveyQuestion]) -> dict[str, str]:
    """Return what people can be grouped by: who they are first."""
    telling = [question for question in questions if _by_groups(questions, question)]
    single = [question for question in telling if question.kind is QuestionKind.SINGLE]
    first = [question for question in single if question.concept in ABOUT_PEOPLE]
    rest = [question for question in single if question.concept not in ABOUT_PEOPLE]
    named = {question.concept.value: question.slug for question in first}
    return named | _named([question for question in rest if len(question.options) <= MOST_GROUPS])


def _usual(questions: Sequence[SurveyQuestion]) -> str | None:
    """Return the question that differs most from group to group: safety after dark."""
    return next(
        (question.wording for question in questions if question.concept is Concept.SAFE_AFTER_DARK),
        None,
    )


def _named(questions: Sequence[SurveyQuestion]) -> dict[str, str]:
    return {question.wording: question.slug for question in questions}


def _by_groups(
    questions: Sequence[SurveyQuestion], by: SurveyQuestion | None
) -> list[SurveyQuestion]:
    """Return the questions whose answers may be shown by those to another."""
    return [
        question
        for question in questions
        if by and question.kind in COUNTED and is_broken_down(question, by)
    ]


def _withheld_in_words(by_group: Mapping[str, Sequence[SummaryRow]]) -> None:
    withheld = _withheld(by_group)
    if withheld:
        names = joined([markdown(name, 80) for name in withheld])
        groups = len(by_group) - (TOGETHER in by_group)
        verb = "is" if len(withheld) == 1 else "are"
        st.caption(
            f"{len(withheld)} of {groups:,} groups {verb} withheld, because fewer than "
            "10 answered or what they said would tell, here or in another breakdown, how a group "
            f"that small answered: {names}."
        )


def _withheld(by_group: Mapping[str, Sequence[SummaryRow]]) -> list[str]:
    return [group for group, rows in by_group.items() if any(row.withheld for row in rows)]


def _named_group(group: str, withheld: Sequence[str]) -> str:
    """Return the name of a group; a few withheld ones are named where they stand together."""
    if group == TOGETHER and len(withheld) <= MOST_NAMED:
        return f"Together: {joined(list(withheld))}"
    return f"{group[:1].upper()}{group[1:]}"


def _on_a_scale(
    everyone: Sequence[SummaryRow], by_group: Mapping[str, Sequence[SummaryRow]]
) -> None:
    shown = {group: rows for group, rows in by_group.items() if _base(rows)}
    named = [(f"Everyone ({_base(everyone):,})", everyone)]
    withheld = _withheld(by_group)
    named += [
        (f"{_named_group(group, withheld)} ({_base(rows):,})", rows)
        for group, rows in shown.items()
    ]
    scale(named, key="groups-chart")


def _one_answer(
    everyone: Sequence[SummaryRow],
    by_group: Mapping[str, Sequence[SummaryRow]],
) -> None:
    options = {row.option: row.option for row in everyone if not row.is_net}
    first = max(everyone, key=lambda row: row.count or 0).option
    option = choose("Answer", "answer", options, default=first, width=560)
    groups = [everyone, *by_group.values()]
    rows = [row for group_rows in groups for row in group_rows if row.option == option and row.base]
    st.markdown(f"**{markdown(option)}**, everyone: {wording.share(rows[0])}.")
    st.html(answer_table(f"{option}, by group", rows[1:], by_group=True))


def _base(rows: Sequence[SummaryRow]) -> int:
    return next((row.base for row in rows if row.base), 0)
