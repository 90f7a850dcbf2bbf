"""What every table of the pages has around its rows."""

from importlib import import_module

HEAD = '<th scope="col" class="words">Issue</th><th scope="col">Score</th>'
ROWS = '<tr class="net"><th scope="row">Arson</th><td><i class="track"></i>3</td></tr>'


def test_each_part_of_a_table_says_what_it_is() -> None:
    framed = import_module("assessment.outputs.html_table").framed
    assert framed("stacked", "Rape & arson", HEAD, ROWS) == (
        '<div class="scroll" role="region" tabindex="0" aria-label="Rape &amp; arson">'
        '<table role="table" class="stacked"><caption><span>Rape &amp; arson</span></caption>'
        '<thead role="rowgroup"><tr role="row">'
        '<th scope="col" role="columnheader" class="words">Issue</th>'
        '<th scope="col" role="columnheader">Score</th></tr></thead>'
        '<tbody role="rowgroup"><tr role="row" class="net">'
        '<th scope="row" role="rowheader">Arson</th>'
        '<td role="cell"><i class="track"></i>3</td></tr></tbody></table></div>'
    )
