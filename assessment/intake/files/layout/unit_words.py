"""A row below a header that says in what the columns are: numbers, text, dates as dd/mm/yyyy."""

import re
from collections.abc import Sequence

# Not a share or a rate: what such a column has is no count, and the row is needed to tell it.
UNIT = re.compile(
    r"\(?(?:numbers?|num|no\.?|nos\.?|n|counts?|integer|int|bigint|text|string|n?varchar|char|date"
    r"|datetime|time|d{1,2}[/.-]m{1,3}[/.-]y{2,4}|y{4}[/.-]m{2}(?:[/.-]d{2})?|hh:mm(?::ss)?"
    r"|mmm[- ]yy(?:yy)?"
    r"|(?:number|no\.?|count) of (?:offences|crimes|incidents|records|cases))\)?",
    re.IGNORECASE,
)


def are_units(row: Sequence[str]) -> bool:
    """Tell whether each cell of a row that holds anything is a unit, and no value."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return bool(filled) and all(map(UNIT.fullmatch, filled))
