"""What a chart shows, as a table: nobody needs to see a picture to know its numbers."""

from dataclasses import dataclass

from assessment.numbers import rounded
from assessment.outputs.html_table import html_table


@dataclass(frozen=True)
class ChartTable:
    """The numbers of a chart: the first of each row heads it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    @property
    def as_html(self) -> str:
        """The table as a page shows it."""
        return html_table(self.caption, self.header, self.rows)


def number(value: float | None, nothing: str, places: int = 1) -> object:
    """Return a value as a table of a chart writes it: whole where it is, and never 0 for none."""
    if value is None:
        return nothing
    return int(value) if float(value).is_integer() else f"{rounded(value, places):,}"
