"""How a figure came about: dates, definition, extracts, records and the SQL that counted them."""

import streamlit as st

from assessment.changes import ExtractBehind, Working
from assessment.periods import in_words
from pages.components.messages import plain


def working(behind: Working, title: str) -> None:
    """Show the working of a figure, one click away."""
    with st.expander(title, icon=":material/manage_search:"):
        st.markdown(_in_words(behind))
        for query in behind.queries:
            st.markdown(f"`{query.path}` — {plain(query.purpose)}")
            st.code(query.sql, language="sql")


def _in_words(behind: Working) -> str:
    parts = [
        f"**Period** {behind.period}  \n**Compared with** {behind.comparison}",
        f"**Definition** {plain(behind.definition, 2000)}" if behind.definition else "",
        _listed("Caveats", behind.caveats),
        _listed("How it was counted", behind.notes),
        "" if behind.records is None else f"**Records counted** {behind.records:,}",
        _listed("Extracts", tuple(map(_extract, behind.extracts)) or ("none",), escaped=True),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(heading: str, lines: tuple[str, ...], *, escaped: bool = False) -> str:
    if not lines:
        return ""
    items = "\n".join(f"- {line if escaped else plain(line, 1000)}" for line in lines)
    return f"**{heading}**\n\n{items}"


def _extract(extract: ExtractBehind) -> str:
    made_up = " — **synthetic**" if extract.synthetic else ""
    return (
        f"no. {extract.id}, {plain(extract.file_name)} from source {plain(extract.source)}, "
        f"{extract.rows:,} records, loaded {in_words(extract.loaded_at.date())}{made_up}"
    )
