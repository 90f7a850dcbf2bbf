"""One criterion in full: what it measures, and the words of its steps with the limits between."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from assessment.definitions import Criterion, CriterionSource, EvidenceValue, Group, Step
from assessment.definitions.reading import Fault
from assessment.definitions.rules import Cut
from assessment.outputs import scheme_wording as wording
from assessment.risk_matrix.scheme_editing import (
    NO_SCORE,
    cuts_of,
    measuring,
    numbered,
    with_one,
    with_step,
    without_step,
)
from pages.components.messages import plain
from pages.components.schemes.drafts import Draft, Edit
from pages.components.schemes.fields import names, tell, within
from pages.components.schemes.limits import edit_cut

CriterionEdit = Callable[[Criterion], Criterion]


def edit_one(draft: Draft, faults: tuple[Fault, ...]) -> Edit | None:
    """Let one criterion be chosen and changed; return what a button asks for beyond that."""
    scheme = draft.scheme
    if not scheme.criteria:
        return None
    ids = {each.id: place for place, each in enumerate(scheme.criteria)}
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
    edited, change = _steps(draft, measured)
    draft.scheme = with_one(scheme, place, edited)
    _in_words(edited)
    if change is None:
        return None
    changed = change(edited)
    return lambda now: with_one(now, place, changed)


def _measured(draft: Draft, criterion: Criterion) -> Criterion:
    """Ask which side of the score it belongs to, who scores it, and what is measured."""
    key = criterion.id
    groups, sources = list(Group), list(CriterionSource)
    with st.container(horizontal=True):
        group = st.selectbox(
            "Part of the score",
            groups,
            groups.index(criterion.group),
            format_func=wording.GROUPS.__getitem__,
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
    if source is CriterionSource.SURVEY:
        st.caption(f"Measured: {EvidenceValue.CONCERN.label}.")
        return measuring(grouped, source, EvidenceValue.CONCERN)
    values = [each for each in EvidenceValue if each is not EvidenceValue.CONCERN]
    now = criterion.rule.value if criterion.rule else values[0]
    value = st.selectbox(
        "Measured",
        values,
        values.index(now) if now in values else 0,
        format_func=lambda each: each.label,
        key=draft.key(key, "value"),
        width=560,
    )
    return measuring(grouped, source, value)


def _steps(draft: Draft, criterion: Criterion) -> tuple[Criterion, CriterionEdit | None]:
    """Ask for every step: its score, its words, and the values up to which it goes."""
    st.subheader("Steps", anchor=False)
    is_ruled = criterion.source is not CriterionSource.JUDGED and criterion.rule is not None
    if is_ruled:
        st.caption("The first step whose limits hold is the score; the highest is what is left.")
    change: CriterionEdit | None = None
    steps, cuts = [], list(cuts_of(criterion))
    for place, step in enumerate(criterion.steps):
        # A limit stands beside its step where there is one; those of a change, below it.
        beside = criterion.rule is None or criterion.rule.value is not EvidenceValue.CHANGE
        with st.container(border=True, horizontal=beside, vertical_alignment="bottom", gap="small"):
            edited, is_out = _step(draft, criterion, place, step)
            steps.append(edited)
            if is_out:
                change = _without(place)
            if is_ruled and criterion.rule and place < len(cuts):
                key = draft.key(criterion.id, "cut", place)
                cuts[place], is_other = edit_cut(criterion.rule.value, cuts[place], key)
                change = as_it_is if is_other else change
            elif is_ruled:
                st.caption("Anything else.")
    with st.container(horizontal=True):
        if st.button("Add a step", icon=":material/add:", key=f"{criterion.id}-step"):
            change = with_step
        if st.button("Number them one after another", key=f"{criterion.id}-number"):
            change = numbered
    return _with(criterion, steps, cuts), change


def _step(draft: Draft, criterion: Criterion, place: int, step: Step) -> tuple[Step, bool]:
    has_codes = any(each.codes for each in criterion.steps)
    with st.container(horizontal=True, vertical_alignment="bottom", width="content"):
        score = st.number_input(
            "Score",
            min_value=0,
            value=None if step.score == NO_SCORE else step.score,
            step=1,
            key=draft.key(criterion.id, "score", place),
            width=130,
        )
        words = st.text_input(
            "Words", step.words, key=draft.key(criterion.id, "words", place), width=460
        )
        codes = step.codes
        if has_codes:
            written = st.text_input(
                "Written as",
                ", ".join(step.codes),
                key=draft.key(criterion.id, "codes", place),
                width=140,
            )
            codes = tuple(each.strip() for each in written.split(",") if each.strip())
        is_out = st.button("Take out", key=f"{criterion.id}-out-{place}", icon=":material/close:")
    return Step(NO_SCORE if score is None else score, words.strip(), codes), is_out


def as_it_is(criterion: Criterion) -> Criterion:
    """Change nothing beyond what has been taken over: fields are drawn anew."""
    return criterion


def _without(place: int) -> CriterionEdit:
    return lambda criterion: without_step(criterion, place)


def _with(criterion: Criterion, steps: list[Step], cuts: list[Cut]) -> Criterion:
    rule = criterion.rule and replace(criterion.rule, cuts=tuple(cuts))
    return replace(criterion, steps=tuple(steps), rule=rule)


def _in_words(criterion: Criterion) -> None:
    """Say what the rule now does, with an example."""
    if criterion.source is CriterionSource.JUDGED:
        st.caption("People choose the step whose words fit.")
    elif example := wording.example(criterion):
        st.info(f"**An example.** {plain(example)}", icon=":material/calculate:")
