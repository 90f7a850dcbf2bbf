"""The same issues under two schemes or more, side by side: in words first, then rank by rank."""

from collections.abc import Sequence

import streamlit as st

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.outputs.escaping import html, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.risk_matrix import rank_tables, risk_wording
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.outputs.schemes import scheme_comparison
from assessment.risk_matrix import Ranked, list_schemes
from assessment.risk_matrix.matrix import Matrix
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.choices import choose_several
from pages.components.downloads import download
from pages.components.matrix_year import Year

# More columns than this no projector shows.
MOST = 4


def other_schemes(workspace: Workspace, year: Year) -> None:
    """Let other schemes be chosen and show all rankings beside one another."""
    found = year.found
    own = (found.scheme.id, found.scheme.version)
    options = {
        each.label: each for each in list_schemes(workspace) if (each.id, each.version) != own
    }
    chosen = choose_several("Schemes beside it", "beside", options, most=MOST)
    try:
        others = [year.under(each) for each in chosen]
    except InvalidRequest as fault:
        messages.error(fault)
        return
    every = [found, *others]
    said = "".join(f"<li>{html(line)}</li>" for line in scheme_comparison.side_by_side(every))
    st.html(f'<ul class="moves">{said}</ul>')
    st.html(rankings(every, [each.scheme.label for each in every]))
    download(
        file_name(found, "schemes"),
        lambda: rank_tables.side_by_side(found, others),
        key="schemes",
    )
    st.caption(
        "What people have scored counts under another scheme where the criterion and its steps are "
        "the same. A dash means that too little is known for a score."
    )
    _standing([each.scheme for each in every])


def _standing(every: Sequence[Scheme]) -> None:
    with st.expander("Where these schemes are from", icon=":material/info:"):
        for each in every:
            st.markdown(f"**{markdown(each.label)}.** {markdown(each.standing, 1000)}")


def rankings(every: Sequence[Matrix], names: Sequence[str]) -> str:
    """Return the issues of an assessment with their places under each scheme."""
    found = every[0]
    places = [{one.issue: one for one in each.ranked} for each in every]
    rows = [
        (
            found.label(one.issue),
            *(_place(each[one.issue]) for each in places),
            scheme_comparison.apart([each[one.issue].rank for each in places]),
        )
        for one in found.ranked
    ]
    head = ("Issue", *names, "Places apart")
    count = scheme_comparison.counted(len(every))
    return html_table(f"{found.partnership.name}: one set of issues, {count} schemes", head, rows)


def _place(one: Ranked) -> tuple[str, str]:
    if one.scored.band is None:
        return risk_wording.rank(one), "no score"
    said = f"{one.scored.band.label}, {risk_wording.number(one.scored.score)}"
    return risk_wording.rank(one), said
