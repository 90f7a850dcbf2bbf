"""The grid of months as a picture: a row for each source, a square for each month.

A shape of its own says each state beside its colour: a filled square, a square with a question
mark, half a square, and an empty one that is crossed.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.outputs.charts import Ink
from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix.picture.label_placement import text_width
from assessment.outputs.sources.grid_wording import about, grid_alt, where
from assessment.sources.coverage_grid import CoverageGrid, SourceMonths
from assessment.sources.month_states import MonthState

# Five years: the table below it has every month.
MOST_MONTHS = 60
FONT = "Source Sans Pro, Arial, Helvetica, sans-serif"
COVERED, DOUBTFUL, PARTIAL = "#0d7fc0", "#e0924a", "#b34700"


@dataclass(frozen=True)
class GridSize:
    """The sizes of a picture: where its names stand, beside the squares or above them."""

    width: int
    names: int
    text: int
    row: int

    @property
    def is_narrow(self) -> bool:
        """Whether names stand above their squares, as on a phone."""
        return not self.names


WIDE, NARROW = GridSize(1180, 330, 16, 44), GridSize(360, 0, 13, 58)


def coverage_picture(grid: CoverageGrid, ink: Ink) -> str:
    """Return the grid as HTML: one picture for a desk, and one for a phone."""
    alt = html(grid_alt(grid))
    return "".join(
        f'<img class="coverage {name}" alt="{alt}" '
        f'src="data:image/svg+xml;base64,{_coded(coverage_drawing(grid, size, ink))}">'
        for name, size in (("wide", WIDE), ("narrow", NARROW))
    )


def coverage_drawing(grid: CoverageGrid, size: GridSize, ink: Ink, ground: str = "") -> str:
    """Draw the last months of the grid as SVG."""
    months = grid.months[-MOST_MONTHS:]
    side = (size.width - size.names - 4) / max(len(months), 1)
    side = min(side, size.row * 0.8)
    height = round(2.2 * size.text + size.row * len(grid.rows) + 6)
    parts = [
        f'<rect width="100%" height="100%" fill="{ground}"/>' if ground else "",
        *_years(months, size, side, height, ink),
        *_month_names(months, size, side, ink),
        *(
            part
            for number, row in enumerate(grid.rows)
            for part in _row(
                row, grid, months, (size, side, 2.2 * size.text + number * size.row), ink
            )
        ),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size.width} {height}" '
        f'font-family="{FONT}" font-size="{size.text}">{"".join(parts)}</svg>'
    )


def _coded(drawing: str) -> str:
    return b64encode(drawing.encode()).decode()


def _years(
    months: Sequence[date], size: GridSize, side: float, height: int, ink: Ink
) -> Iterator[str]:
    """Write each year over its first month, and draw a line down from it."""
    for number, month in enumerate(months):
        if number and month.month != 1:
            continue
        x = size.names + number * side
        room = next((n for n, m in enumerate(months[number + 1 :], 1) if m.month == 1), 99) * side
        yield (
            f'<line x1="{x:.1f}" y1="{1.5 * size.text:.1f}" x2="{x:.1f}" y2="{height}" '
            f'stroke="{ink.grid}" stroke-width="1.5"/>'
        )
        if room >= text_width("2024", size.text) or number:
            yield (
                f'<text x="{x + 2:.1f}" y="{1.1 * size.text:.1f}" fill="{ink.text}">'
                f"{month.year}</text>"
            )


def _month_names(months: Sequence[date], size: GridSize, side: float, ink: Ink) -> Iterator[str]:
    """Name each month over its square, where months are so few that all names find room."""
    text = 0.75 * size.text
    if max(text_width(f"{month:%b}", text) for month in months) > 0.9 * side:
        return
    for number, month in enumerate(months):
        yield (
            f'<text x="{size.names + number * side:.1f}" y="{2.1 * size.text:.1f}" '
            f'fill="{ink.text}" font-size="{text:.1f}">{month:%b}</text>'
        )


def _row(
    row: SourceMonths,
    grid: CoverageGrid,
    months: Sequence[date],
    place: tuple[GridSize, float, float],
    ink: Ink,
) -> Iterator[str]:
    size, side, top = place
    room = size.names - 12 if size.names else size.width - 4
    under = size.text if size.is_narrow else 0.88 * size.text
    detail = f"{about(row)}, {where(row, grid)}"
    yield _words(row.source, room, top + size.text, (size.text, "700"), ink)
    yield _words(detail, room, top + size.text + 1.2 * under, (under, "400"), ink)
    y = top + (2.6 * size.text if size.is_narrow else 0.35 * size.text)
    tall = 16 if size.is_narrow else 26
    for number, month in enumerate(months):
        yield _square(row.states[month], size.names + number * side, y, (side, tall), ink)


def _words(text: str, room: float, y: float, font: tuple[float, str], ink: Ink) -> str:
    """Write a text no wider than its room: what is longer is cut, and the table has all of it."""
    shown, (size, weight) = text, font
    # Bold letters are wider than those that are measured.
    wide = size * (1.08 if weight == "700" else 1)
    while text_width(shown, wide) > room and len(shown) > 1:
        shown = f"{shown[:-2].rstrip()}…"
    return (
        f'<text x="0" y="{y:.1f}" fill="{ink.text}" font-size="{size:.1f}" '
        f'font-weight="{weight}">{html(shown)}</text>'
    )


def _square(state: MonthState, x: float, y: float, size: tuple[float, float], ink: Ink) -> str:
    """Draw a month: each state is a shape of its own."""
    wide, tall = size[0] * 0.86, size[1]
    box = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
    match state:
        case MonthState.COVERED:
            return f'<rect {box} fill="{COVERED}"/>'
        case MonthState.DOUBTFUL:
            return (
                f'<rect {box} fill="{DOUBTFUL}"/><text x="{x + wide / 2:.1f}" '
                f'y="{y + tall * 0.75:.1f}" fill="#14181f" text-anchor="middle" '
                f'font-weight="700" font-size="{min(wide * 1.4, tall * 0.8):.1f}">?</text>'
            )
        case MonthState.PARTIAL:
            return (
                f'<rect {box} fill="none" stroke="{PARTIAL}" stroke-width="1.2"/>'
                f'<rect x="{x:.1f}" y="{y + tall / 2:.1f}" width="{wide:.1f}" '
                f'height="{tall / 2:.1f}" fill="{PARTIAL}"/>'
            )
        case _:
            middle, half = (x + wide / 2, y + tall / 2), min(wide, tall) * 0.28
            left, right = middle[0] - half, middle[0] + half
            high, low = middle[1] - half, middle[1] + half
            return (
                f'<rect {box} fill="none" stroke="{ink.text}" stroke-opacity="0.55"/>'
                f'<path d="M{left:.1f} {high:.1f}L{right:.1f} {low:.1f}M{right:.1f} {high:.1f}'
                f'L{left:.1f} {low:.1f}" stroke="{ink.text}" stroke-width="1.3"/>'
            )
