"""What categories mean: those nobody has said, most records first, and those somebody has."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment.intake.categories.category_meanings import (
    MeaningSaid,
    UnmappedCategory,
    meanings_said,
    unmapped_categories,
)
from assessment.intake.categories.category_suggestions import Suggestion, suggestions
from assessment.intake.load_report import category_name
from assessment.intake.mapping.categories.said_meanings import ANY_SOURCE, CategoryMeaning
from assessment.numbers import count_of
from assessment.outputs.html_table import html_table
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS
from pages.upload_data.categories.category_lists import category_lists
from pages.upload_data.categories.said_categories import said_categories
from pages.upload_data.categories.saved_meanings import just_saved, may_mean, save

SUGGESTED = "What is suggested for each"
HEADER = ("Category", "Source", "Records", "Suggested", "Because")

Known = tuple[tuple[UnmappedCategory, ...], tuple[MeaningSaid, ...]]


def meanings(workspace: Workspace) -> None:
    """List unmapped categories, let many be given a measure at once, and what was said be changed.

    A figure that could contain one of them is not compared until it has a meaning.
    """
    unmapped, said = _categories(workspace)
    just_saved()
    if not unmapped and not said:
        return
    st.header("What categories mean", anchor=False)
    if unmapped:
        _unmapped(workspace, unmapped, said)
    if said:
        said_categories(workspace, said)
    category_lists(workspace, unmapped, said)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=8)
def _categories(workspace: Workspace) -> Known:
    """Return what is unmapped and what was said: to find them, every record is read."""
    return unmapped_categories(workspace), meanings_said(workspace)


def _unmapped(
    workspace: Workspace, unmapped: Sequence[UnmappedCategory], said: Sequence[MeaningSaid]
) -> None:
    records = count_of(sum(category.records for category in unmapped), "record is", "records are")
    st.markdown(
        f"{records} of {count_of(len(unmapped), 'category', 'categories')} that nobody has given a "
        "meaning yet. They are counted as *unmapped*, and figures that could contain them are not "
        "compared. Say what each is, for the records there are and those to come."
    )
    suggested = {category: suggestions(category, said) for category in unmapped}
    st.html(html_table("Categories not known", HEADER, [*map(_row, unmapped, suggested.values())]))
    _give_meanings(workspace, {_label(category): category for category in unmapped}, suggested)


def _row(category: UnmappedCategory, suggested: Sequence[Suggestion]) -> tuple[object, ...]:
    first, *_ = (*suggested, None)
    label, reason = (first.label, first.reason) if first else ("", "")
    return category_name(category.category), category.source, category.records, label, reason


def _label(category: UnmappedCategory) -> str:
    return f"{category_name(category.category)} ({category.source}, {category.records:,})"


def _give_meanings(
    workspace: Workspace,
    options: Mapping[str, UnmappedCategory],
    suggested: Mapping[UnmappedCategory, Sequence[Suggestion]],
) -> None:
    chosen = [
        options[label]
        for label in st.multiselect(
            "Categories", list(options), key="unmapped-categories", placeholder="Choose one or many"
        )
    ]
    leaves = may_mean(category.measure_set for category in chosen)
    offered = [SUGGESTED, *leaves] if any(suggested[category] for category in chosen) else leaves
    label = st.selectbox("are counted as", list(offered), index=None, key="unmapped-measure")
    for_all = st.checkbox(
        "for every source, whoever sends them",
        key="unmapped-any-source",
        help="What was said for one source still stands before it.",
    )
    if st.button("Save the meanings", disabled=not chosen or label is None) and label:
        meant = {
            category: (_first(suggested[category]) if label == SUGGESTED else leaves.get(label))
            for category in chosen
        }
        save(
            workspace,
            [
                CategoryMeaning(
                    ANY_SOURCE if for_all else category.source, category.category, measure
                )
                for category, measure in meant.items()
                if measure
            ],
        )


def _first(suggested: Sequence[Suggestion]) -> str | None:
    return suggested[0].measure if suggested else None
