"""The result: the matrix, the ranked table, what is near the line, and what it is set beside."""

import streamlit as st

from assessment.outputs.charts import ON_LIGHT
from assessment.outputs.escaping import markdown
from assessment.outputs.risk_matrix import rank_tables
from assessment.outputs.risk_matrix.picture.matrix_picture import matrix_picture, matrix_svg
from assessment.outputs.risk_matrix.ranked_table import ranked_table
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.downloads import download, download_picture
from pages.risk_matrix.firmness import near_the_line
from pages.risk_matrix.matrix_year import Year
from pages.risk_matrix.rankings_beside import beside

# In the table, last year and the one printed last; all of them are in words below, and in the file.
IN_TABLE = 2


def result(workspace: Workspace, year: Year) -> None:
    """Show what came out, and hand it over."""
    matrix, earlier = year.matrix, year.earlier()
    st.html(matrix_picture(matrix, look.ink()))
    st.html(ranked_table(matrix, earlier[:IN_TABLE]))
    with st.container(horizontal=True):
        download(
            file_name(matrix, "ranks"),
            lambda: rank_tables.ranked_issues(matrix, earlier),
            key="ranks",
        )
        if picture := matrix_svg(matrix, ON_LIGHT):
            download_picture(file_name(matrix, "matrix"), picture)
    near_the_line(matrix)
    beside(workspace, matrix, earlier)
    messages.what_methods_changed()
    st.caption(markdown(matrix.scheme.standing, 1000))
    st.page_link(
        "pages/schemes/page.py",
        label="How this scheme scores",
        icon=":material/rule:",
        query_params={"scheme": matrix.scheme.label, "version": f"{matrix.scheme.version}"},
    )
