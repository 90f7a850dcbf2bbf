"""The name of a scheme and its criteria with their weights: put in, taken out, put in order."""

from dataclasses import replace

import streamlit as st

from assessment.definitions import Criterion
from assessment.definitions.toml_reader import Fault
from assessment.risk_matrix.schemes.scheme_editing import id_of, moved, with_criterion, without
from pages.schemes.form_fields import ROW, button, names, number, of_the_whole, tell, within
from pages.schemes.scheme_drafts import Edit, SchemeDraft


def edit_criteria(draft: SchemeDraft, faults: tuple[Fault, ...]) -> Edit | None:
    """Take over what stands in the fields; return what a button asks for beyond that."""
    scheme = draft.scheme
    label = st.text_input("Name of the scheme", scheme.label, key=draft.key("label"))
    standing = st.text_area(
        "What it is, and what it is not",
        scheme.standing,
        key=draft.key("standing"),
        help="Stands wherever the scheme is used. Nothing is called official that is not.",
    )
    tell(of_the_whole(faults, "label", "standing"), scheme)
    st.subheader("Criteria and weights", anchor=False)
    st.caption(
        "A criterion with twice the weight counts twice as much. *One criterion* has its steps in "
        "words and the limits between them."
    )
    tell(of_the_whole(faults, "criterion"), scheme)
    # The fields of all rows side by side, each row as wide as they are: the page finds a field that
    # has moved among its neighbours, but makes those of a container that has moved anew.
    with st.container(
        horizontal=True, vertical_alignment="bottom", width=ROW, key="criterion-rows"
    ):
        rows = [
            _row(draft, place, criterion, faults) for place, criterion in enumerate(scheme.criteria)
        ]
    draft.scheme = replace(
        scheme,
        label=" ".join(label.split()),
        standing=standing.strip(),
        criteria=tuple(criterion for criterion, _ in rows),
    )
    pressed = next((edit for _, edit in rows if edit), None)
    return pressed or _new(draft)


def _row(
    draft: SchemeDraft, place: int, criterion: Criterion, faults: tuple[Fault, ...]
) -> tuple[Criterion, Edit | None]:
    edit: Edit | None = None
    key = criterion.id
    last = len(draft.scheme.criteria) - 1
    label = st.text_input(
        f"Criterion {place + 1}", criterion.label, key=draft.key(key, "label"), width=380
    )
    weight = number("Weight", criterion.weight, draft.key(key, "weight"))
    # Together where a phone breaks the row.
    with st.container(horizontal=True, width="content", key=f"criterion-buttons-{key}"):
        of = names(draft.scheme)[key]
        if button("Up", of, f"{key}-up", ":material/arrow_upward:", disabled=place == 0):
            edit = _ordered(place, -1)
        if button("Down", of, f"{key}-down", ":material/arrow_downward:", disabled=place == last):
            edit = _ordered(place, 1)
        if button("Take out", of, f"{key}-out", ":material/close:"):
            edit = _out(place)
    tell(within(faults, (("criterion", place),)), draft.scheme, width=ROW)
    return replace(criterion, label=" ".join(label.split()), weight=weight), edit


def _ordered(place: int, by: int) -> Edit:
    return lambda scheme: replace(scheme, criteria=moved(scheme.criteria, place, by))


def _out(place: int) -> Edit:
    return lambda scheme: replace(scheme, criteria=without(scheme.criteria, place))


def _new(draft: SchemeDraft) -> Edit | None:
    # A form empties the field as it is sent, and leaves what is typed after that.
    with (
        st.form("criterion-new", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        label = st.text_input(
            "Another criterion",
            key=draft.key("new"),
            placeholder="e.g. Cost to services",
            width=380,
        )
        wanted = st.form_submit_button("Put it in", icon=":material/add:")
    name = " ".join(label.split())
    if wanted and not id_of(name):
        st.error("Give the criterion a name, of letters or digits.", icon=":material/error:")
        return None
    return (lambda scheme: with_criterion(scheme, name)) if wanted else None
