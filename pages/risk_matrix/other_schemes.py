"""The same issues under two schemes or more, side by side: in words first, then rank by rank."""

from collections.abc import Sequence

import streamlit as st

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.outputs.escaping import html, markdown
from assessment.outputs.risk_matrix import rank_tables
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.outputs.schemes import scheme_comparison
from assessment.outputs.schemes.scheme_rankings import rankings_table
from assessment.risk_matrix import list_schemes
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.choices import choose_several
from pages.components.downloads import download
from pages.risk_matrix.matrix_year import Year

# More columns than this no projector shows.
MOST = 4


def other_schemes(workspace: Workspace, year: Year) -> None:
    """Let other schemes be chosen and show all rankings beside one another."""
    own = year.matrix
    options = {
        scheme.label: scheme
        for scheme in list_schemes(workspace)
        if (scheme.id, scheme.version) != (own.scheme.id, own.scheme.version)
    }
    chosen = choose_several("Schemes beside it", "beside", options, most=MOST)
    try:
        others = [year.under(scheme) for scheme in chosen]
    except InvalidRequest as fault:
        messages.error(fault)
        return
    matrices = [own, *others]
    lines = "".join(f"<li>{html(line)}</li>" for line in scheme_comparison.side_by_side(matrices))
    st.html(f'<ul class="moves">{lines}</ul>')
    st.html(rankings_table(matrices, [matrix.scheme.label for matrix in matrices]))
    download(
        file_name(own, "schemes"),
        lambda: rank_tables.side_by_side(own, others),
        key="schemes",
    )
    st.caption(
        "What people have scored counts under another scheme where the criterion and its steps are "
        "the same. A dash means that too little is known for a score."
    )
    _standing([matrix.scheme for matrix in matrices])


def _standing(schemes: Sequence[Scheme]) -> None:
    with st.expander("Where these schemes are from", icon=":material/info:"):
        for scheme in schemes:
            st.markdown(f"**{markdown(scheme.label)}.** {markdown(scheme.standing, 1000)}")
