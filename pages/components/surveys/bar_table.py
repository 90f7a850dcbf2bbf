"""A table that is its own chart: in each row a bar, with its numbers beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Cell:
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
    cells: Sequence[Cell]
    under: str = ""
    strong: bool = False


def bar_table(caption: str, heads: Sequence[str], rows: Iterable[BarRow]) -> str:
    """Return rows as HTML; `heads` are the first column's name and those of the cells."""
    name, first = escape(caption), escape(heads[0])
    columns = "".join(
        f'<th scope="col" role="columnheader">{escape(head)}</th>' for head in heads[1:]
    )
    body = "".join(_row(row, len(heads)) for row in rows)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="answers" role="table"><caption><span>{name}</span></caption>'
        f'<thead role="rowgroup"><tr role="row">'
        f'<th scope="col" role="columnheader" class="words">{first}</th>'
        f'<th scope="col" role="columnheader"><span class="unseen">As a bar</span></th>'
        f"{columns}</tr></thead>"
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(row: BarRow, columns: int) -> str:
    kind = ' class="net"' if row.strong else ""
    under = f"<small>{escape(row.under)}</small>" if row.under else ""
    head = f'<th scope="row" role="rowheader">{escape(row.label)}{under}</th>'
    if not row.cells:
        why = "withheld: so few answered that they might be known"
        rest = f'<td role="cell" class="withheld" colspan="{columns}">{why}</td>'
    else:
        rest = f'<td role="cell" class="bar">{_bar(row)}</td>{"".join(map(_cell, row.cells))}'
    return f'<tr role="row"{kind}>{head}{rest}</tr>'


def _cell(cell: Cell) -> str:
    under = f"<small>{escape(cell.under)}</small>" if cell.under else ""
    return (
        f'<td role="cell" class="{cell.column}" data-name="{escape(cell.before)}">'
        f"{escape(cell.text)}{under}</td>"
    )


def _bar(row: BarRow) -> str:
    """Draw the share and, over it, the span; the numbers are in the cells beside it."""
    places = {"share": row.share, "low": row.span[0], "high": row.span[1]}
    style = ";".join(f"--{key}:{value:.1f}" for key, value in places.items() if value is not None)
    span = "" if row.span[0] is None else "<b></b>"
    return f'<span class="track" aria-hidden="true" style="{style}"><i></i>{span}</span>'
