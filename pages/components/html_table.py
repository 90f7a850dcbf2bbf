"""A plain table as HTML: a caption, headed columns and a heading for each row."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest


def html_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table whose first column heads its rows; whole numbers get their commas."""
    name = escape(caption)
    listed = [list(row) for row in rows]
    # A column's name stands over its values: numbers to the right, words to the left.
    kinds = [_kind(value) for value in listed[0]] if listed else []
    columns = "".join(
        f'<th scope="col"{kind}>{escape(text)}</th>'
        for text, kind in zip_longest(header, kinds, fillvalue="")
    )
    body = "".join(
        f'<tr><th scope="row">{_text(first)}</th>{"".join(map(_cell, rest))}</tr>'
        for first, *rest in listed
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption><span>{name}</span></caption><thead><tr>{columns}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(value: object) -> str:
    return f"<td{_kind(value)}>{_text(value)}</td>"


def _kind(value: object) -> str:
    return "" if isinstance(value, int) else ' class="words"'


def _text(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else escape("" if value is None else str(value))
