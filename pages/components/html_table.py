"""A plain table as HTML: a caption, headed columns and a heading for each row."""

from collections.abc import Iterable, Sequence
from html import escape


def html_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table whose first column heads its rows; whole numbers get their commas."""
    name = escape(caption)
    columns = "".join(f'<th scope="col">{escape(text)}</th>' for text in header)
    body = "".join(
        f'<tr><th scope="row">{_text(first)}</th>{"".join(map(_cell, rest))}</tr>'
        for first, *rest in rows
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption>{name}</caption><thead><tr>{columns}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(value: object) -> str:
    kind = "" if isinstance(value, int) else ' class="words"'
    return f"<td{kind}>{_text(value)}</td>"


def _text(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else escape("" if value is None else str(value))
