"""What one group says beside another: by age, sex, ward or any question with one answer."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment.errors import InvalidRequest
from assessment.outputs.escaping import markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.answer_table import answer_table
from assessment.outputs.survey.survey_tables import answers_table
from assessment.periods import joined
from assessment.survey import Concept, QuestionKind, SurveyQuestion
from assessment.survey.questionnaire import ABOUT_PEOPLE
from assessment.survey.summaries.breakdown import is_broken_down
from assessment.survey.summaries.survey_answer import TOGETHER, SummaryRow
from assessment.survey.waves.lookup_by_name import grouping_on
from assessment.survey.waves.wave_register import Wave
from assessment.workspace import Workspace
from pages.components import cached_surveys, messages
from pages.components.address.choices import choose
from pages.components.downloads import download
from pages.survey.question_sections import scale

COUNTED = (QuestionKind.SCALE, QuestionKind.SINGLE, QuestionKind.MULTIPLE)
MOST_GROUPS = 60
MOST_NAMED = 3


def breakdown(workspace: Workspace, wave: Wave, *, merge: bool) -> None:
    """Let a question and a way to group people be chosen, and show the groups."""
    if wave.summarised:  # nobody's own answers: there is nothing to break down
        return
    asked = cached_surveys.asked(workspace, wave.id)
    groups = _groups(asked)
    if not groups:
        return
    st.header("By age, sex or ward", anchor="groups")
    with st.container(horizontal=True):
        by = choose("Groups", "by", groups, width=260)
        questions = _named(_by_groups(asked, grouping_on(asked, by)))
        usual = _usual(asked)
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
    _withheld_in_words(by_group)
    if any(row.is_net for row in rows):
        _on_a_scale(rows, by_group)
    else:
        _one_answer(rows, by_group)
    download(f"{slug}-by-{by}-{wave.id}", lambda: answers_table(answers.summary), key="groups")


def _groups(asked: Sequence[SurveyQuestion]) -> dict[str, str]:
    """Return what people can be grouped by: who they are first."""
    telling = [each for each in asked if _by_groups(asked, each)]
    single = [each for each in telling if each.kind is QuestionKind.SINGLE]
    first = [each for each in single if each.concept in ABOUT_PEOPLE]
    rest = [each for each in single if each.concept not in ABOUT_PEOPLE]
    named = {each.concept.value: each.slug for each in first}
    return named | _named([each for each in rest if len(each.options) <= MOST_GROUPS])


def _usual(asked: Sequence[SurveyQuestion]) -> str | None:
    """Return the question that differs most from group to group: safety after dark."""
    return next((each.wording for each in asked if each.concept is Concept.SAFE_AFTER_DARK), None)


def _named(questions: Sequence[SurveyQuestion]) -> dict[str, str]:
    return {each.wording: each.slug for each in questions}


def _by_groups(asked: Sequence[SurveyQuestion], by: SurveyQuestion | None) -> list[SurveyQuestion]:
    """Return the questions whose answers may be shown by those to another."""
    return [each for each in asked if by and each.kind in COUNTED and is_broken_down(each, by)]


def _withheld_in_words(by_group: Mapping[str, Sequence[SummaryRow]]) -> None:
    gone = _withheld(by_group)
    if gone:
        names = joined([markdown(name, 80) for name in gone])
        groups = len(by_group) - (TOGETHER in by_group)
        st.caption(
            f"{len(gone)} of {groups:,} groups {'is' if len(gone) == 1 else 'are'} withheld, "
            "because fewer than 10 answered or what they said would tell, here or in another "
            f"breakdown, how a group that small answered: {names}."
        )


def _withheld(by_group: Mapping[str, Sequence[SummaryRow]]) -> list[str]:
    return [group for group, rows in by_group.items() if any(row.withheld for row in rows)]


def _named_group(group: str, gone: Sequence[str]) -> str:
    """Return what a group is called; a few withheld ones are named where they stand together."""
    if group == TOGETHER and len(gone) <= MOST_NAMED:
        return f"Together: {joined(list(gone))}"
    return f"{group[:1].upper()}{group[1:]}"


def _on_a_scale(
    everyone: Sequence[SummaryRow], by_group: Mapping[str, Sequence[SummaryRow]]
) -> None:
    shown = {group: rows for group, rows in by_group.items() if _base(rows)}
    named = [(f"Everyone ({_base(everyone):,})", everyone)]
    gone = _withheld(by_group)
    named += [
        (f"{_named_group(group, gone)} ({_base(rows):,})", rows) for group, rows in shown.items()
    ]
    scale(named, key="groups-chart")


def _one_answer(
    everyone: Sequence[SummaryRow],
    by_group: Mapping[str, Sequence[SummaryRow]],
) -> None:
    options = {row.option: row.option for row in everyone if not row.is_net}
    first = max(everyone, key=lambda row: row.count or 0).option
    option = choose("Answer", "answer", options, default=first, width=560)
    every = [everyone, *by_group.values()]
    rows = [row for group in every for row in group if row.option == option and row.base]
    st.markdown(f"**{markdown(option)}**, everyone: {wording.share(rows[0])}.")
    st.html(answer_table(f"{option}, by group", rows[1:], by_group=True))


def _base(rows: Sequence[SummaryRow]) -> int:
    return next((row.base for row in rows if row.base), 0)
