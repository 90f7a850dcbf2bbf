"""The steps of a criterion: each with its score, its words, and the limit up to which it goes."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from assessment.definitions import Criterion, CriterionSource, Step
from assessment.definitions.schemes.scoring_rules import Cut
from assessment.risk_matrix.schemes.scheme_editing import (
    NO_SCORE,
    cuts_of,
    numbered,
    with_step,
    without_step,
)
from pages.schemes.form_fields import button, row_of
from pages.schemes.scheme_drafts import SchemeDraft
from pages.schemes.step_limits import edit_cut

CriterionEdit = Callable[[Criterion], Criterion]


def edit_steps(draft: SchemeDraft, criterion: Criterion) -> tuple[Criterion, CriterionEdit | None]:
    """Ask for every step: its score, its words, and the values up to which it goes."""
    st.subheader("Steps", anchor=False)
    is_ruled = criterion.source is not CriterionSource.JUDGED and criterion.rule is not None
    if is_ruled:
        st.caption("The first step whose limits hold is the score; the highest is what is left.")
    change: CriterionEdit | None = None
    steps, cuts = [], list(cuts_of(criterion))
    rows = draft.rows(criterion.id, len(criterion.steps))
    for place, (row, step) in enumerate(zip(rows, criterion.steps, strict=True)):
        # A limit stands beside its step where there is one; those of an interval, below it.
        beside = criterion.rule is None or not criterion.rule.indicator.has_interval
        with (
            row_of(rows, place),
            st.container(border=True, horizontal=beside, vertical_alignment="bottom", gap="small"),
        ):
            edited, is_out = _step(draft, criterion, (place, row), step)
            steps.append(edited)
            if is_out:
                draft.take_out(criterion.id, place)
                change = _without(place)
            if is_ruled and criterion.rule and place < len(cuts):
                key = draft.key(criterion.id, "cut", row)
                of = f"for step {place + 1}"
                cuts[place], is_other = edit_cut(criterion.rule.indicator, cuts[place], key, of)
                change = _as_it_is if is_other else change
            elif is_ruled:
                st.caption("Anything else.")
    with st.container(horizontal=True):
        if st.button("Add a step", icon=":material/add:", key=f"{criterion.id}-step"):
            change = with_step
        if st.button("Number them one after another", key=f"{criterion.id}-number"):
            draft.numberings[criterion.id] = draft.numberings.get(criterion.id, 0) + 1
            change = numbered
    return _with(criterion, steps, cuts), change


def _step(
    draft: SchemeDraft, criterion: Criterion, at: tuple[int, int], step: Step
) -> tuple[Step, bool]:
    place, row = at
    numbering = draft.numberings.get(criterion.id, 0)
    has_codes = any(other.codes for other in criterion.steps)
    with st.container(horizontal=True, vertical_alignment="bottom", width="content"):
        score = st.number_input(
            "Score",
            min_value=0,
            value=None if step.score == NO_SCORE else step.score,
            step=1,
            key=draft.key(criterion.id, "score", row, numbering),
            width=130,
        )
        words = st.text_input(
            "Words", step.words, key=draft.key(criterion.id, "words", row), width=460
        )
        codes = step.codes
        if has_codes:
            written = st.text_input(
                "Written as",
                ", ".join(step.codes),
                key=draft.key(criterion.id, "codes", row),
                width=140,
            )
            codes = tuple(code.strip() for code in written.split(",") if code.strip())
        key = f"{criterion.id}-out-{row}"
        is_out = button("Take out", f"step {place + 1}", key, ":material/close:")
    return Step(NO_SCORE if score is None else score, words.strip(), codes), is_out


def _as_it_is(criterion: Criterion) -> Criterion:
    """Change nothing beyond what has been taken over: one field more or fewer is drawn."""
    return criterion


def _without(place: int) -> CriterionEdit:
    return lambda criterion: without_step(criterion, place)


def _with(criterion: Criterion, steps: list[Step], cuts: list[Cut]) -> Criterion:
    rule = criterion.rule and replace(criterion.rule, cuts=tuple(cuts))
    return replace(criterion, steps=tuple(steps), rule=rule)
