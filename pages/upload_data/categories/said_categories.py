"""What people have said of categories, to be seen, changed and taken back."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from assessment.definitions import LEFT_OUT, measure_sets
from assessment.intake.categories.category_list import FORGET
from assessment.intake.categories.category_meanings import MeaningSaid
from assessment.intake.load_report import category_name
from assessment.intake.mapping.categories.said_meanings import ANY_SOURCE
from assessment.outputs.html_table import html_table
from assessment.workspace import Workspace
from pages.components.lazy_expander import folded
from pages.upload_data.categories.saved_meanings import LEFT_OUT_CHOICE, may_mean, save

HEADER = ("Category", "Source", "Records", "Counted as")
FORGET_CHOICE = FORGET[0].upper() + FORGET[1:]


def said_categories(workspace: Workspace, said: Sequence[MeaningSaid]) -> None:
    """List what was said, folded away, and let many be changed at once."""
    folded(
        "Meanings that were given, to see or change",
        ":material/edit_note:",
        lambda: _change(workspace, said),
    )


def _change(workspace: Workspace, said: Sequence[MeaningSaid]) -> None:
    st.html(html_table("Given by somebody", HEADER, [*map(_row, said)]))
    options = {_label(kept): kept for kept in said}
    labels = st.multiselect("Change", list(options), key="said-categories")
    chosen = [options[label] for label in labels]
    choices = {**may_mean(_sets_of(chosen)), FORGET_CHOICE: None}
    label = st.selectbox("to be counted as", list(choices), index=None, key="said-measure")
    if st.button("Save the change", disabled=not chosen or label is None) and label:
        changed = choices[label]
        save(workspace, [replace(kept.meaning, measure=changed) for kept in chosen])


def _row(kept: MeaningSaid) -> tuple[object, ...]:
    meaning = kept.meaning
    return (
        category_name(meaning.category),
        _whose(meaning.source),
        kept.records,
        _measure_label(meaning.measure),
    )


def _label(kept: MeaningSaid) -> str:
    return f"{category_name(kept.meaning.category)} ({_whose(kept.meaning.source)})"


def _whose(source: str) -> str:
    return "every source" if source == ANY_SOURCE else source


def _measure_label(measure: str | None) -> str:
    if measure == LEFT_OUT:
        return LEFT_OUT_CHOICE
    sets = measure_sets().values()
    labels = (one.label for measures in sets for one in measures.measures if one.id == measure)
    return next(labels, "")


def _sets_of(chosen: Sequence[MeaningSaid]) -> list[str]:
    """Return the sets that their records are counted in; those of no records may be of any."""
    carried = [name for kept in chosen for name in kept.measure_sets]
    meant = {kept.meaning.measure for kept in chosen}
    return carried or [
        name
        for name, measures in measure_sets().items()
        if meant & {measure.id for measure in measures.measures}
    ]
