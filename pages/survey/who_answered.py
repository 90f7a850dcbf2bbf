"""Who answered, beside the population that they are taken to speak for, and what weighting does."""

from collections.abc import Sequence

import streamlit as st

from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey import weighting_wording as words
from assessment.outputs.survey.answer_table import answer_table
from assessment.outputs.survey.bar_table import BarCell, BarRow, bar_table
from assessment.outputs.survey.survey_tables import represented_table
from assessment.survey.questionnaire import ABOUT_PEOPLE
from assessment.survey.weighting.weighting_effect import Represented, Weighting
from pages.components.cached_surveys import Answers
from pages.components.downloads import download

HEADS = ("Answered", "People", "Population", "Difference")


def who_answered(answers: Answers) -> None:
    """Show who answered: against the population where it is known, else as they are."""
    weights, beside = answers.summary.weights, answers.beside_population
    asked = [rows for rows in answers.questions().values() if rows[0].concept in ABOUT_PEOPLE]
    if not asked:
        return
    st.header("Who answered", anchor="who")
    st.markdown(words.represented(beside))
    if weights:
        st.markdown(words.weighting(weights, answers.summary.wave.respondents))
        st.caption(_left_over(weights))
    else:
        st.markdown(f"Shares are not weighted. {markdown(answers.unweighted_because)}")
    for variable in dict.fromkeys(each.variable for each in beside):
        _against_population([each for each in beside if each.variable == variable])
    if beside:
        name = f"who-answered-{answers.summary.wave.id}"
        download(name, lambda: represented_table(answers.summary.wave, beside), key="who")
    known = {each.variable for each in beside}
    for rows in (rows for rows in asked if rows[0].concept.value not in known):
        with st.expander(markdown(rows[0].wording), icon=":material/groups:"):
            st.html(answer_table(rows[0].wording, rows))


def _against_population(margin: Sequence[Represented]) -> None:
    variable, source = margin[0].variable, margin[0].source
    population = words.population_of([source])
    caption = f"By {variable}: a bar for those who answered, a mark for {population}"
    st.html(bar_table(caption, (variable.capitalize(), *HEADS), [_beside(one) for one in margin]))
    st.caption(f"Population: {markdown(source)}.")


def _beside(each: Represented) -> BarRow:
    gap = wording.points(each.respondent_percent - each.population_percent)
    return BarRow(
        label=each.category,
        share=each.respondent_percent,
        span=(each.population_percent, each.population_percent),
        cells=(
            BarCell("share", wording.whole(each.respondent_percent)),
            BarCell("people", f"{each.respondents:,}", "people"),
            BarCell("range", wording.whole(each.population_percent), "population"),
            BarCell("weighted", gap, "difference"),
        ),
    )


def _left_over(weights: Weighting) -> Markdown:
    unknown = [
        f"{n:,} did not say their {markdown(name)}" for name, n in weights.unknown.items() if n
    ]
    said = f"{'; '.join(unknown)}: they count once each in that respect. " if unknown else ""
    return f"{said}No margin is off by more than {max(weights.largest_gap, 0.05):.1f} points."
