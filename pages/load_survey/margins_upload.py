"""The population that a survey's answers are weighted to, put in from a CSV."""

import streamlit as st

from assessment.errors import AssessmentError
from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from assessment.store.beside.scratch import scratch_folder
from assessment.survey.weighting.population_margins import load_margins
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.caches import cached_surveys

DONE = "population-done"
EXAMPLE = """\
variable,category,people,source,as_at
age,16 to 34,66000,ONS mid-year estimates,2022-06-30
age,35 and over,158000,ONS mid-year estimates,2022-06-30
sex,Female,114000,ONS mid-year estimates,2022-06-30
sex,Male,110000,ONS mid-year estimates,2022-06-30"""


def population(workspace: Workspace) -> None:
    """Let how many people there are of each age, sex or ward be loaded for a survey."""
    every = cached_surveys.every_wave(workspace)
    names = {wave.survey: wave.survey_name for wave in every}
    if not names:
        return
    st.header("The population", anchor=False)
    st.markdown(
        "With the population of your area the Survey page shows who is missing among those who "
        "answered, and weighted shares beside the others. Categories are called as in the survey."
    )
    with st.expander("How the file looks", icon=":material/table:"):
        st.code(EXAMPLE, language=None)
    if done := st.session_state.pop(DONE, None):
        st.success(markdown(done), icon=":material/check_circle:")
    survey = st.selectbox(
        "Of the survey",
        list(names),
        format_func=names.__getitem__,
        key="population-survey",
        width=380,
    )
    key = f"population-{st.session_state.setdefault('population-round', 0)}"
    upload = st.file_uploader("Population as CSV", ["csv"], key=key)
    if upload is None:
        return
    with scratch_folder(workspace.store.incoming) as folder:
        path = folder / "population.csv"
        path.write_bytes(upload.getvalue())
        try:
            count = load_margins(workspace, path, survey, upload.name)
        except AssessmentError as fault:
            messages.error(fault)
            return
    st.session_state[DONE] = (
        f"{count_of(count, 'category was', 'categories were')} loaded for {names[survey]}."
    )
    st.session_state["population-round"] += 1
    st.rerun()
