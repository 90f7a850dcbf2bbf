"""Tables as HTML: what every table has around its rows, and the plain one that most are."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from assessment.outputs.escaping import html

# What each part of a table is: laid out in blocks, as on a phone, some screen readers forget it.
ROLES = {
    "<table": "table",
    "<thead": "rowgroup",
    "<tbody": "rowgroup",
    "<tr": "row",
    '<th scope="col"': "columnheader",
    '<th scope="row"': "rowheader",
    "<td": "cell",
}


def framed(kind: str, caption: str, head: str, rows: str) -> str:
    """Return a table of a kind that the style sheet knows, from the cells of its head and its rows.

    It scrolls inside itself, also by keys, and each of its parts says what it is.
    """
    name = html(caption)
    table = (
        f'<table class="{kind}"><caption><span>{name}</span></caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
    for part, role in ROLES.items():
        table = table.replace(part, f'{part} role="{role}"')
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">{table}</div>'


def html_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table whose first column heads its rows; whole numbers get their commas.

    A pair is a text with a smaller one under it.
    """
    listed = [list(row) for row in rows]
    # A column's name stands over its values: numbers to the right, words to the left.
    kinds = [_kind(value) for value in listed[0]] if listed else []
    columns = "".join(
        f'<th scope="col"{kind}>{html(text)}</th>'
        for text, kind in zip_longest(header, kinds, fillvalue="")
    )
    return framed("stacked", caption, columns, "".join(_row(header, values) for values in listed))


def _row(header: Sequence[str], values: Sequence[object]) -> str:
    first, *rest = values
    cells = "".join(
        # On a phone, where the row is a block, the cell says its column's name itself.
        f'<td data-name="{html(name)}"{_kind(value)}>{_text(value)}</td>'
        for name, value in zip(header[1:], rest, strict=True)
    )
    return f'<tr><th scope="row">{_text(first)}</th>{cells}</tr>'


def _kind(value: object) -> str:
    return "" if isinstance(value, int) else ' class="words"'


def _text(value: object) -> str:
    if isinstance(value, tuple):
        first, under = value
        return f"{_text(first)}<small>{_text(under)}</small>"
    return f"{value:,}" if isinstance(value, int) else html("" if value is None else str(value))
