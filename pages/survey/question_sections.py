"""What people answered, question by question: in words, as a picture, and as a table."""

from collections.abc import Sequence

import streamlit as st

from assessment.outputs.escaping import html, markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.answer_table import answer_table, ranking_table
from assessment.outputs.survey.asked_about import when_and_where
from assessment.outputs.survey.number_wording import (
    average,
    net_promoter_score,
    number_table,
)
from assessment.outputs.survey.ranking_wording import is_ranking, ranked
from assessment.outputs.survey.scale_bars import ScaleBar, aligned, scale_bar
from assessment.outputs.survey.survey_charts import (
    colours,
    diverging_alt,
    diverging_chart,
)
from assessment.survey.questionnaire import ABOUT_PEOPLE, Concept
from assessment.survey.summaries.answer_places import top
from assessment.survey.summaries.survey_answer import SummaryRow
from pages.components import look
from pages.components.caches.cached_surveys import Answers
from pages.components.figure import figure

Rows = Sequence[SummaryRow]

# How many answers are shown first: as many as reports print.
LISTS = {
    Concept.PROBLEM: ("What people see as a problem", 5),
    Concept.PRIORITY: ("What should come first", 5),
    Concept.WOULD_HELP: ("What would make people feel safer", 3),
}
OTHERS_FIRST = 5


def safety(answers: Answers) -> None:
    """Show how safe people feel, by day and after dark."""
    questions = [rows for rows in answers.questions().values() if rows[0].concept in wording.SAFETY]
    if not questions:
        return
    st.header("How safe people feel", anchor="safety")
    said = wording.safety_of_each(questions)
    for number, rows in enumerate(questions):
        st.markdown(said[number] or wording.nothing_said(rows))
        _asked(rows)
    labels = [when_and_where(rows[0]) for rows in questions]
    labels = [f"{label[:1].upper()}{label[1:]}" for label in labels]
    scale(list(zip(labels, questions, strict=True)), key="safety-chart")


def lists(answers: Answers) -> None:
    """Show problems, priorities and what would help, the commonest answers first."""
    for concept, (title, wanted) in LISTS.items():
        questions = [rows for rows in answers.questions().values() if rows[0].concept is concept]
        if questions:
            st.header(title, anchor=concept.value)
        for rows in questions:
            _asked(rows)
            _list(rows, wanted)


def others(answers: Answers) -> None:
    """Show what else was asked, but who answered."""
    shown = (*wording.SAFETY, *LISTS, *ABOUT_PEOPLE)
    questions = [rows for rows in answers.questions().values() if rows[0].concept not in shown]
    if questions:
        st.header("What else was asked", anchor="others")
    for number, rows in enumerate(questions):
        st.subheader(markdown(rows[0].wording), anchor=False)
        _asked(rows)
        if any(row.is_net for row in rows):
            if score := net_promoter_score(rows):
                st.markdown(score)
            scale([("", rows)], key=f"other-{number}")
        else:
            _list(rows, OTHERS_FIRST)


def scale(named: Sequence[tuple[str, Rows]], key: str) -> None:
    """Show questions on a scale, or one by groups, as bars under each other, and their table."""
    bars = [bar for label, rows in named if (bar := scale_bar(label, rows))]
    tables = "".join(answer_table(_caption(label, rows), rows) for label, rows in named)
    drawn = aligned(bars)
    if not drawn:
        st.html(tables)
        return
    st.html(_key(drawn[0]))
    figure(diverging_chart(drawn, look.ink()), diverging_alt(bars), tables, key=key)


def _asked(rows: Rows) -> None:
    """Say whom a question was put to, if not to everybody, and what was not decided of it."""
    if said := wording.who_was_asked(rows[0]):
        st.caption(said)
    for doubt in wording.doubtful(rows):
        st.caption(f":material/help: {doubt}")


def _list(rows: Rows, wanted: int) -> None:
    if nothing := wording.nothing_said(rows):
        st.markdown(nothing)
        return
    if number := next((row for row in rows if row.mean is not None), None):
        st.markdown(average(number))
        st.html(number_table(_caption("", rows), rows))
        return
    first = top(rows, wanted)
    sentence = ranked(first, rows) if is_ranking(rows) else wording.named(first)
    st.markdown(" ".join([sentence, wording.tied(first, wanted)]).strip())
    st.html(_table(first, rows))
    if len(rows) > len(first):
        with st.expander(f"All {len(rows)} answers", icon=":material/table:"):
            st.html(_table(rows, rows))


def _table(shown: Rows, every: Rows) -> str:
    caption = _caption("", every)
    ranking = is_ranking(every)
    return ranking_table(caption, shown, every) if ranking else answer_table(caption, shown)


def _caption(label: str, rows: Rows) -> str:
    base = next((row.base for row in rows if row.base is not None), None)
    people = "" if base is None else f" · {base:,} answered"
    return f"{f'{label}: ' if label else ''}{rows[0].wording}{people}"


def _key(bar: ScaleBar) -> str:
    """Return what the colours of the bars mean."""
    fills = colours([part.side for part in bar.parts])
    items = "".join(
        f'<li><i style="background:{fill}"></i>{html(part.label)}</li>'
        for part, (fill, _) in zip(bar.parts[::-1], fills[::-1], strict=True)
    )
    return f'<ul class="key">{items}</ul>'
