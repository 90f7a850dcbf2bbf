"""How scores become one: the way, the bands, what breaks ties, and which end comes first."""

from dataclasses import replace

import streamlit as st

from assessment.definitions import Band, Combine, CriterionGroup, RankOrder, Scheme
from assessment.definitions.toml_reader import Fault
from assessment.outputs.criterion_names import tie_break
from assessment.outputs.schemes import scheme_wording as wording
from assessment.risk_matrix.schemes.scheme_editing import with_band, without
from pages.schemes.form_fields import button, names, number, of_the_whole, row_of, tell, within
from pages.schemes.scheme_drafts import Edit, SchemeDraft

# The list of which the rows are.
BANDS = "bands"


def edit_together(draft: SchemeDraft, faults: tuple[Fault, ...]) -> Edit | None:
    """Take over what stands in the fields; return what a button asks for beyond that."""
    scheme = draft.scheme
    ways, orders = list(Combine), list(RankOrder)
    combine = st.selectbox(
        "Scores are put together as",
        ways,
        ways.index(scheme.combine),
        format_func=lambda way: wording.COMBINED[way][0],
        key=draft.key("combine"),
        width=560,
    )
    st.caption(f"{wording.COMBINED[combine][1]} {wording.MISSING}")
    tell(of_the_whole(faults, "combine", "criterion"), scheme)
    direction = st.radio(
        "Order",
        orders,
        orders.index(scheme.direction),
        format_func=wording.ORDERS.__getitem__,
        key=draft.key("direction"),
    )
    ties = _tie_breaks(draft)
    tell(of_the_whole(faults, "tie_breaks"), scheme)
    bands, edit = _bands(draft, faults)
    draft.scheme = replace(
        scheme, combine=combine, direction=direction, tie_breaks=ties, bands=bands
    )
    return edit


def _tie_breaks(draft: SchemeDraft) -> tuple[str, ...]:
    scheme, named = draft.scheme, names(draft.scheme)
    groups = {criterion.group for criterion in scheme.criteria}
    known = [
        *(criterion.id for criterion in scheme.criteria),
        *(group.value for group in CriterionGroup if group in groups),
    ]
    # One whose criterion has been taken out is shown, so that it can be taken out too.
    options = list(dict.fromkeys((*known, *scheme.tie_breaks)))
    chosen = st.multiselect(
        "Between equal scores decide, in this order",
        options,
        list(dict.fromkeys(scheme.tie_breaks)),
        format_func=lambda criterion: named.get(criterion) or tie_break(scheme, criterion),
        key=draft.key("ties"),
        placeholder="nothing: they share a rank",
    )
    return tuple(chosen)


def _bands(draft: SchemeDraft, faults: tuple[Fault, ...]) -> tuple[tuple[Band, ...], Edit | None]:
    st.subheader("Bands", anchor=False)
    st.caption(
        "From the highest to the lowest; the lowest begins at the lowest score there can be."
    )
    tell(of_the_whole(faults, "band"), draft.scheme)
    edit: Edit | None = None
    bands = []
    rows = draft.rows(BANDS, len(draft.scheme.bands))
    for place, (row, band) in enumerate(zip(rows, draft.scheme.bands, strict=True)):
        with row_of(rows, place):
            with st.container(horizontal=True, vertical_alignment="bottom"):
                label = st.text_input(
                    f"Band {place + 1}", band.label, key=draft.key("band", row), width=300
                )
                start = number("From score", band.at_least, draft.key("from", row))
                if button("Take out", f"band {place + 1}", f"band-out-{row}", ":material/close:"):
                    draft.take_out(BANDS, place)
                    edit = _out(place)
            tell(within(faults, (("band", place),)), draft.scheme)
        bands.append(Band(" ".join(label.split()), start))
    if st.button("Add a band below", icon=":material/add:", key="band-new"):
        edit = with_band
    return tuple(bands), edit


def _out(place: int) -> Edit:
    def edit(scheme: Scheme) -> Scheme:
        return replace(scheme, bands=without(scheme.bands, place))

    return edit
