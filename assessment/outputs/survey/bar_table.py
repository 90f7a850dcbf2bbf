"""A table that is its own chart: in each row a bar, with its numbers beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.outputs.escaping import html
from assessment.outputs.html_table import framed


@dataclass(frozen=True)
class BarCell:
    """A number beside a bar: its column, what a phone says before it, and smaller text after it."""

    column: str
    text: str
    before: str = ""
    under: str = ""


@dataclass(frozen=True)
class BarRow:
    """A bar of `share` per cent with a span drawn over it; without cells it is withheld."""

    label: str
    share: float | None
    span: tuple[float | None, float | None]
    cells: Sequence[BarCell]
    under: str = ""
    strong: bool = False


def bar_table(caption: str, heads: Sequence[str], rows: Iterable[BarRow]) -> str:
    """Return rows as HTML; `heads` are the first column's name and those of the cells."""
    first, *others = map(html, heads)
    columns = "".join(f'<th scope="col">{head}</th>' for head in others)
    head = (
        f'<th scope="col" class="words">{first}</th>'
        f'<th scope="col"><span class="unseen">As a bar</span></th>{columns}'
    )
    return framed("answers", caption, head, "".join(_row(row, len(heads)) for row in rows))


def _row(row: BarRow, columns: int) -> str:
    kind = ' class="net"' if row.strong else ""
    under = f"<small>{html(row.under)}</small>" if row.under else ""
    head = f'<th scope="row">{html(row.label)}{under}</th>'
    if not row.cells:
        why = "withheld: so few answered that they might be known"
        rest = f'<td class="withheld" colspan="{columns}">{why}</td>'
    else:
        rest = f'<td class="bar">{_bar(row)}</td>{"".join(map(_cell, row.cells))}'
    return f"<tr{kind}>{head}{rest}</tr>"


def _cell(cell: BarCell) -> str:
    under = f"<small>{html(cell.under)}</small>" if cell.under else ""
    return (
        f'<td class="{cell.column}" data-name="{html(cell.before)}">{html(cell.text)}{under}</td>'
    )


def _bar(row: BarRow) -> str:
    """Draw the share and, over it, the span; the numbers are in the cells beside it."""
    places = {"share": row.share, "low": row.span[0], "high": row.span[1]}
    style = ";".join(f"--{key}:{value:.1f}" for key, value in places.items() if value is not None)
    span = "" if row.span[0] is None else "<b></b>"
    return f'<span class="track" aria-hidden="true" style="{style}"><i></i>{span}</span>'
