"""Who answered, beside the population that they are taken to speak for, and what weighting does."""

from collections.abc import Iterable

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.survey import weighting_wording as words
from assessment.outputs.survey.answer_table import answer_table
from assessment.outputs.survey.survey_bars import population_bars
from assessment.outputs.survey.survey_tables import represented_table
from assessment.outputs.survey.survey_wording import doubtful
from assessment.survey.questionnaire import ABOUT_PEOPLE
from assessment.survey.summaries.survey_answer import SummaryRow
from assessment.survey.weighting.weighting_effect import Represented
from pages.components.caches.cached_surveys import Answers
from pages.components.downloads import download


def who_answered(answers: Answers) -> None:
    """Show who answered: against the population where it is known, else as they are."""
    weights, beside = answers.summary.weights, answers.beside_population
    about_people = [
        rows for rows in answers.questions().values() if rows[0].concept in ABOUT_PEOPLE
    ]
    if not about_people and not weights:
        return
    st.header("Who answered", anchor="who")
    st.markdown(words.represented(beside))
    if weights:
        st.markdown(words.weighting(weights, answers.summary.wave.respondents))
        if left_over := words.left_over(weights):
            st.caption(left_over)
    else:
        st.markdown(f"Shares are not weighted. {markdown(answers.unweighted_because)}")
    for variable in dict.fromkeys(group.variable for group in beside):
        margin = [group for group in beside if group.variable == variable]
        st.html(population_bars(margin))
        st.caption(f"Population: {markdown(margin[0].source)}.")
        _not_decided(margin)
    if beside:
        name = f"who-answered-{answers.summary.wave.id}"
        download(name, lambda: represented_table(answers.summary.wave, beside), key="who")
    known = {group.variable for group in beside}
    for rows in (rows for rows in about_people if rows[0].concept.value not in known):
        with st.expander(markdown(rows[0].wording), icon=":material/groups:"):
            _not_decided(rows)
            st.html(answer_table(rows[0].wording, rows))


def _not_decided(figures: Iterable[SummaryRow | Represented]) -> None:
    for doubt in doubtful(figures):
        st.caption(f":material/help: {doubt}")
