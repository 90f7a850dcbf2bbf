"""A heat table as the HTML table of a page: every number can be read and heard, colours or not."""

from assessment.outputs.charts.heat_table import HeatTable
from assessment.outputs.escaping import Html, html
from assessment.outputs.html_table import framed

MARK = "●"


def heat_table_html(heat: HeatTable, kind: str) -> Html:
    """Return the table with its key: which numbers have which colour, and what a mark says.

    `kind` tells it from others of the page.
    """
    head = f'<th scope="col">{html(heat.corner)}</th>' + "".join(
        f'<th scope="col">{html(column)}</th>' for column in heat.columns
    )
    rows = "".join(_row(heat, at) for at in range(len(heat.rows)))
    return framed(f"heat {kind}", f"{heat.unit[:1].upper()}{heat.unit[1:]}", head, rows) + _key(
        heat
    )


def _row(heat: HeatTable, at: int) -> Html:
    cells = "".join(_cell(heat, at, column) for column in range(len(heat.columns)))
    return f'<tr><th scope="row">{html(heat.rows[at])}</th>{cells}</tr>'


def _cell(heat: HeatTable, row: int, column: int) -> Html:
    value = heat.values[row][column]
    if value is None:
        return f'<td class="none">{html(heat.nothing)}</td>'
    mark = f" <b>{MARK}</b>" if (row, column) in heat.marked else ""
    return f'<td class="heat-{heat.step(value)}">{html(heat.written(value))}{mark}</td>'


def _key(heat: HeatTable) -> Html:
    steps = "".join(
        f'<li><i class="heat-{step.number}"></i>{html(step.words)}</li>' for step in heat.legend
    )
    mark = f"<li><b>{MARK}</b> {html(heat.mark_words)}</li>" if heat.marked else ""
    return f'<ul class="key heat">{steps}{mark}</ul>' if steps or mark else ""
