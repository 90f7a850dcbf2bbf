"""Who answered, beside the population that they are taken to speak for, and what weighting does."""

import streamlit as st

from assessment.outputs import survey_wording as wording
from assessment.survey import Concept
from assessment.survey.answer import Represented, SummaryRow, Weighting
from pages.components.messages import plain
from pages.components.surveys.answer_table import answer_table
from pages.components.surveys.bar_table import BarRow, Cell, bar_table
from pages.components.surveys.kept import Answers

HEADS = ("Answered", "People", "Population", "Difference")


def who_answered(answers: Answers) -> None:
    """Show who answered: against the population where it is known, else as they are."""
    weights = answers.summary.weights
    asked = [rows for rows in answers.questions().values() if _is_about_people(rows[0])]
    if not asked:
        return
    st.header("Who answered", anchor="who")
    if weights:
        _against_population(weights, answers.summary.wave.respondents)
    else:
        st.markdown(f"Shares are not weighted. {plain(answers.unweighted_because)}")
    known = {each.variable for each in weights.margins} if weights else set()
    rest = [rows for rows in asked if rows[0].concept.value not in known]
    for rows in rest:
        with st.expander(plain(rows[0].wording), icon=":material/groups:"):
            st.html(answer_table(rows[0].wording, rows))


def _is_about_people(row: SummaryRow) -> bool:
    return row.concept in (Concept.AGE, Concept.SEX, Concept.WARD)


def _against_population(weights: Weighting, respondents: int) -> None:
    st.markdown(wording.represented(weights.margins))
    st.markdown(wording.weighting(weights, respondents))
    if weights.capped or weights.unknown:
        st.caption(_left_over(weights))
    for variable in weights.variables:
        rows = [_beside(each) for each in weights.margins if each.variable == variable]
        caption = f"By {variable}: a bar for those who answered, a mark for the population"
        st.html(bar_table(caption, (variable.capitalize(), *HEADS), rows))
    st.caption(f"Population: {plain('; '.join(weights.sources))}.")


def _beside(each: Represented) -> BarRow:
    gap = wording.points(each.respondent_percent - each.population_percent)
    return BarRow(
        label=each.category,
        share=each.respondent_percent,
        span=(each.population_percent, each.population_percent),
        cells=(
            Cell("share", wording.whole(each.respondent_percent)),
            Cell("people", f"{each.respondents:,}", "people"),
            Cell("range", wording.whole(each.population_percent), "population"),
            Cell("weighted", gap, "difference"),
        ),
    )


def _left_over(weights: Weighting) -> str:
    unknown = [f"{n:,} did not say their {name}" for name, n in weights.unknown.items() if n]
    said = f"{'; '.join(unknown)}: they count once each in that respect. " if unknown else ""
    return f"{said}No margin is off by more than {max(weights.largest_gap, 0.05):.1f} points."
