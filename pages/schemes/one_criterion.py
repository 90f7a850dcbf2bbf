"""One criterion in full: what it measures, its steps, and what its rule now does."""

from dataclasses import replace

import streamlit as st

from assessment.definitions import Criterion, CriterionGroup, CriterionSource
from assessment.definitions.toml_reader import Fault
from assessment.outputs.criterion_names import GROUPS
from assessment.outputs.escaping import markdown
from assessment.outputs.schemes import scheme_wording as wording
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.schemes.scheme_editing import measuring, with_one
from pages.schemes.form_fields import names, tell, within
from pages.schemes.scheme_drafts import Edit, SchemeDraft
from pages.schemes.steps import edit_steps


def edit_one(draft: SchemeDraft, faults: tuple[Fault, ...]) -> Edit | None:
    """Let one criterion be chosen and changed; return what a button asks for beyond that."""
    scheme = draft.scheme
    if not scheme.criteria:
        return None
    ids = {criterion.id: place for place, criterion in enumerate(scheme.criteria)}
    draft.which = st.selectbox(
        "Criterion",
        list(ids),
        ids.get(draft.which, 0),
        format_func=names(scheme).__getitem__,
        key=draft.key("which"),
        width=560,
    )
    place = ids[draft.which]
    tell(within(faults, (("criterion", place),)), scheme)
    measured = _measured(draft, scheme.criteria[place])
    if not scheme.is_stepped:
        st.info("What is counted stands itself here: there are no steps.", icon=":material/info:")
        draft.scheme = with_one(scheme, place, measured)
        return None
    edited, change = edit_steps(draft, measured)
    draft.scheme = with_one(scheme, place, edited)
    _in_words(edited)
    if change is None:
        return None
    changed = change(edited)
    return lambda now: with_one(now, place, changed)


def _measured(draft: SchemeDraft, criterion: Criterion) -> Criterion:
    """Ask which side of the score it belongs to, who scores it, and what is measured."""
    key = criterion.id
    groups, sources = list(CriterionGroup), list(CriterionSource)
    with st.container(horizontal=True):
        group = st.selectbox(
            "Part of the score",
            groups,
            groups.index(criterion.group),
            format_func=GROUPS.__getitem__,
            key=draft.key(key, "group"),
            width=360,
        )
        source = st.selectbox(
            "Scored by",
            sources,
            sources.index(criterion.source),
            format_func=wording.SOURCES.__getitem__,
            key=draft.key(key, "source"),
            width=360,
        )
    grouped = replace(criterion, group=group)
    if source is CriterionSource.JUDGED:
        return replace(grouped, source=source)
    is_survey = source is CriterionSource.SURVEY
    ids = [name for name, offered in INDICATORS.items() if offered.is_surveyed == is_survey]
    if len(ids) == 1:
        st.caption(f"Measured: {markdown(INDICATORS[ids[0]].label)}.")
        return measuring(grouped, source, INDICATORS[ids[0]])
    now = criterion.rule.indicator.id if criterion.rule else ids[0]
    name = st.selectbox(
        "Measured",
        ids,
        ids.index(now) if now in ids else 0,
        format_func=lambda offered: INDICATORS[offered].label,
        key=draft.key(key, "value"),
        width=560,
    )
    return measuring(grouped, source, INDICATORS[name])


def _in_words(criterion: Criterion) -> None:
    """Say what the rule now does, with an example."""
    if criterion.source is CriterionSource.JUDGED:
        st.caption("People choose the step whose words fit.")
    elif example := wording.example(criterion):
        st.info(f"**An example.** {markdown(example)}", icon=":material/calculate:")
