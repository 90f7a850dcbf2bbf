"""A plain table as HTML: a caption, headed columns and a heading for each row."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest


def html_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table whose first column heads its rows; whole numbers get their commas.

    A pair is a text with a smaller one under it.
    """
    name = escape(caption)
    listed = [list(row) for row in rows]
    # A column's name stands over its values: numbers to the right, words to the left.
    kinds = [_kind(value) for value in listed[0]] if listed else []
    columns = "".join(
        f'<th scope="col" role="columnheader"{kind}>{escape(text)}</th>'
        for text, kind in zip_longest(header, kinds, fillvalue="")
    )
    body = "".join(_row(header, values) for values in listed)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="stacked" role="table"><caption><span>{name}</span></caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(header: Sequence[str], values: Sequence[object]) -> str:
    first, *rest = values
    cells = "".join(
        # On a phone, where the row is a block, the cell says its column's name itself.
        f'<td role="cell" data-name="{escape(name)}"{_kind(value)}>{_text(value)}</td>'
        for name, value in zip(header[1:], rest, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{_text(first)}</th>{cells}</tr>'


def _kind(value: object) -> str:
    return "" if isinstance(value, int) else ' class="words"'


def _text(value: object) -> str:
    if isinstance(value, tuple):
        first, under = value
        return f"{_text(first)}<small>{_text(under)}</small>"
    return f"{value:,}" if isinstance(value, int) else escape("" if value is None else str(value))
