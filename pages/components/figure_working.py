"""How a figure came about: dates, definition, extracts, records and the SQL that counted them."""

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from assessment.changes import ExtractBehind, QueryUsed, Working, YearOnYear
from assessment.numbers import count_of
from assessment.outputs import query_text
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.periods import in_words
from pages.components.lazy_expander import folded

# Nothing of a definition is cut off; the limit is for what nobody wrote as one.
LONGEST = 10_000
RUN_AGAIN = (
    "The query with these values, to copy and run again in DuckDB. Run it on a copy of the store: "
    "the dashboard holds the store itself while it is open. Monthly counts are read for all months "
    "there are; a figure adds up those of its periods."
)


def working(behind: Working, title: Markdown, parts: Sequence[Working] = ()) -> None:
    """Show the working of a figure, one click away; of a table, with that of each measure."""
    folded(title, ":material/manage_search:", lambda: _draw(behind, parts))


def _draw(behind: Working, parts: Sequence[Working]) -> None:
    st.markdown(_in_words(behind, parts))
    if len(parts) > 1:
        with st.expander(f"Definitions of the {len(parts)} measures"):
            st.markdown(_definitions(parts))
    for query in behind.queries:
        _query(query)


def _query(query: QueryUsed) -> None:
    """Show a query with what it was asked, so that anyone can ask it again."""
    first, last = (value for value in query.given.values() if isinstance(value, date))
    with st.expander(
        f"SQL: {markdown(query.path)}, from {in_words(first)} until before {in_words(last)}"
    ):
        st.markdown(markdown(query.purpose))
        rows = list(query_text.values(query))
        st.html(html_table("What it was asked with", ("Parameter", "Value"), rows))
        st.caption(RUN_AGAIN)
        st.code(query_text.statement(query), language="sql", wrap_lines=True)


def parts_of(answer: YearOnYear) -> list[Working]:
    """Return the working of each measure that an answer has a row for."""
    shown = dict.fromkeys(change.measure.id for change in answer.changes)
    return [answer.by_measure[measure] for measure in shown]


def _in_words(behind: Working, several: Sequence[Working]) -> Markdown:
    parts = [
        f"**Period** {markdown(behind.period)}  \n**Compared with** {markdown(behind.comparison)}",
        "" if behind.records is None else f"**Records counted** {behind.records:,}",
        _listed("Extracts", map(_extract, behind.extracts)) or "**Extracts**\n\n- none",
        _listed("How it was counted", map(_whole, behind.notes)),
        "" if len(several) > 1 else _definition(behind),
    ]
    return "\n\n".join(part for part in parts if part)


def _definition(behind: Working) -> Markdown:
    definition = f"**Definition** {_whole(behind.definition)}" if behind.definition else ""
    caveats = _listed("Caveats", map(_whole, behind.caveats))
    return "\n\n".join(part for part in (definition, caveats) if part)


def _definitions(several: Sequence[Working]) -> Markdown:
    """List what each measure counts, with its own caveats under it."""
    lines = ["**Definitions**\n"]
    for measure in several:
        lines.append(f"- {_whole(measure.definition)}")
        lines += [f"    - {_whole(caveat)}" for caveat in measure.caveats]
    return "\n".join(lines)


def _listed(heading: Markdown, lines: Iterable[Markdown]) -> Markdown:
    items = "\n".join(f"- {line}" for line in lines)
    return f"**{heading}**\n\n{items}" if items else ""


def _whole(text: str) -> Markdown:
    return markdown(text, LONGEST)


def _extract(extract: ExtractBehind) -> Markdown:
    made_up = " — **synthetic**" if extract.synthetic else ""
    records = "" if extract.rows is None else f"{count_of(extract.rows, 'record')}, "
    return (
        f"no. {extract.id:d}, {markdown(extract.file_name)} from source "
        f"{markdown(extract.source)}, {records}loaded {in_words(extract.loaded_at.date())}{made_up}"
    )
