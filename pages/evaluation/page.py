"""Project evaluation: before and after where work was funded, beside areas without it."""

from collections.abc import Mapping

import streamlit as st

from assessment.changes import By
from assessment.outputs.escaping import markdown
from assessment.outputs.evaluation.evaluation_charts import AFTER
from assessment.outputs.evaluation.evaluation_table import (
    evaluation_table,
    file_name,
    groups_html,
)
from assessment.outputs.evaluation.evaluation_wording import (
    HOW_TO_READ,
    caveats,
    expectations,
    finding,
    of_counting,
    sentences,
)
from assessment.patterns.evaluation import ProjectAreas
from pages.components import look, messages
from pages.components.address.choices import choose, choose_several
from pages.components.caches.cached_evaluation import EvaluationView, evaluation_view
from pages.components.downloads import download
from pages.components.figure import drawn
from pages.components.filters import question_filters
from pages.components.lazy_expander import folded
from pages.components.view import View, begin_view, end_view

AREAS = {"ward": By.WARD, "small area": By.LSOA, "district": By.DISTRICT}
# What each group is asked for as, by its name in the address.
GROUPS = {
    "funded": "Areas in which the work was done",
    "compared": "Areas to compare with, like them and without the work",
    "beside": "Areas beside, to which crime may have moved (if any)",
    "beside-compared": "Areas to compare with those beside (if any)",
}
SIDE_BY_SIDE = (("funded", "compared"), ("beside", "beside-compared"))
MOST_AREAS = 60
WHAT_IT_IS = (
    "Did funded work change anything? What changed where it was done is set beside what changed in "
    "areas like these. *After* is the period that is chosen, *before* what it is compared with."
)


def ask_areas(view: View) -> ProjectAreas:
    """Let the areas of each group be chosen, among those that records name."""
    by = choose("Areas are", "areas", AREAS, default="ward", width=250)
    known = evaluation_view(view.workspace, view.question, ProjectAreas(by), look.ink()).found.known
    names = _named_once(known)
    if not names:
        return ProjectAreas(by)
    chosen = {}
    for pair in SIDE_BY_SIDE:
        for column, key in zip(st.columns(2), pair, strict=True):
            # Those of another place, or of another kind, are none of these.
            if key in st.session_state:
                st.session_state[key] = [name for name in st.session_state[key] if name in names]
            with column:
                chosen[key] = choose_several(GROUPS[key], key, names, most=MOST_AREAS, usually=0)
    return ProjectAreas(by, *chosen.values())


def _named_once(known: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of areas by their names; two of one name are told apart by their codes."""
    every = list(known.values())
    return {
        name if every.count(name) == 1 else f"{name} ({key})": key for key, name in known.items()
    }


def show_effect(shown: EvaluationView) -> None:
    """Show the effect, its chart, what was counted, and what must be known of it."""
    found = shown.found
    if found.effect is None or shown.changes is None:
        st.info("\n".join(f"- {markdown(why, 1000)}" for why in found.against))
        return
    st.header(markdown(finding(found), 1000), anchor=False)
    drawn(shown.changes, key="project-changes")
    for said in expectations(found):
        st.markdown(markdown(said, 2000))
    st.html(groups_html(found))
    messages.caveats((*caveats(found), of_counting(found.effect)))
    st.caption(HOW_TO_READ)
    if shown.months:
        st.subheader(markdown(shown.months.title), anchor=False)
        drawn(shown.months, key="project-months")
        st.caption(f"**1** {AFTER} with {found.question.period.start:%B %Y}.")
    text = " ".join(sentences(found))
    folded("In sentences, for a report", ":material/content_copy:", lambda: _copied(text))
    synthetic = found.answer.is_synthetic
    download(
        file_name(found), lambda: evaluation_table(found, synthetic=synthetic), key="evaluation"
    )


def _copied(text: str) -> None:
    st.code(text, language=None, wrap_lines=True)


view = begin_view("Project evaluation", "evaluation", question_filters.ask_measure)
st.markdown(WHAT_IT_IS)
before, after = view.question.comparison.dates, view.question.period.dates
st.markdown(f"**{markdown(view.question.place.label)}**: before, {before}; after, {after}")
areas = ask_areas(view)
show_effect(evaluation_view(view.workspace, view.question, areas, look.ink()))
end_view(view, own=("areas", *GROUPS))
