"""How a figure came about, as Markdown, and its queries as anyone can run them again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from assessment.changes import ExtractBehind, QueryUsed, Working
from assessment.numbers import count_of, listed
from assessment.outputs.escaping import Markdown, markdown
from assessment.periods import in_words

MOST_LISTED = 12
# Nothing of a definition is cut off; the limit is for what nobody wrote as one.
LONGEST = 10_000


def working_in_words(working: Working, parts: Sequence[Working]) -> Markdown:
    """Return dates, records, extracts and definition; `parts` have definitions of their own."""
    period, comparison = markdown(working.period), markdown(working.comparison)
    paragraphs = [
        f"**Period** {period}  \n**Compared with** {comparison}",
        "" if working.records is None else f"**Records counted** {working.records:,}",
        _bullets("Extracts", map(_extract, working.extracts)) or "**Extracts**\n\n- none",
        _bullets("How it was counted", map(_whole, working.notes)),
        "" if len(parts) > 1 else _definition(working),
    ]
    return "\n\n".join(filter(None, paragraphs))


def definitions_in_words(parts: Sequence[Working]) -> Markdown:
    """List what each measure counts, with its own caveats under it."""
    lines = ["**Definitions**\n"]
    for part in parts:
        lines.append(f"- {_whole(part.definition)}")
        lines += [f"    - {_whole(caveat)}" for caveat in part.caveats]
    return "\n".join(lines)


def _definition(working: Working) -> Markdown:
    definition = f"**Definition** {_whole(working.definition)}" if working.definition else ""
    caveats = _bullets("Caveats", map(_whole, working.caveats))
    return "\n\n".join(filter(None, (definition, caveats)))


def _bullets(heading: Markdown, lines: Iterable[Markdown]) -> Markdown:
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


def values(query: QueryUsed) -> Iterator[tuple[str, str]]:
    """Yield each parameter and its value: dates in words, of a list what is different in it."""
    for name, value in query.given.items():
        yield name, _value(value)


def statement(query: QueryUsed) -> str:
    """Return the query with its values, as DuckDB runs it on a copy of the store."""
    values = ",\n".join(f"    {name} := {_literal(value)}" for name, value in query.given.items())
    return f"PREPARE {query.name} AS\n{query.sql.strip()};\n\nEXECUTE {query.name}(\n{values}\n);"


def _value(value: Any) -> str:
    if isinstance(value, date):
        return in_words(value)
    if not isinstance(value, list):
        return str(value)
    different = list(dict.fromkeys(value))
    return listed(different, MOST_LISTED)


def _literal(value: Any) -> str:
    """Write a value as SQL does. Nothing here runs it: the product gives values as parameters."""
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    quoted = str(value).replace("'", "''")
    return f"'{quoted}'"
