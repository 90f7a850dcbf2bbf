"""What the matrix is drawn into: its sizes on a desk and on a phone, its frame and its quarters."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.outputs.charts import Ink
from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix.picture.label_placement import Box


@dataclass(frozen=True)
class DrawingSize:
    """The sizes of a drawing; without names beside them, points are named below it."""

    width: int
    height: int
    radius: int
    text: int
    names: bool

    @property
    def plot(self) -> Box:
        """Where the points may lie."""
        left, below = 1.6 * self.text, 2.2 * self.text
        return Box(left, 4, self.width - left - 4, self.height - below - 4)


DESK = DrawingSize(1040, 620, 16, 17, names=True)
PHONE = DrawingSize(360, 340, 13, 15, names=False)


def frame(sheet: DrawingSize, ink: Ink) -> Iterator[str]:
    """Draw the frame, its quarters, and what each side is."""
    plot = sheet.plot
    yield (
        f'<rect x="{plot.x}" y="{plot.y}" width="{plot.width}" height="{plot.height}" '
        f'fill="none" stroke="{ink.grid}" stroke-width="1.5"/>'
    )
    for quarter in (0.25, 0.5, 0.75):
        x, y = plot.x + quarter * plot.width, plot.y + quarter * plot.height
        yield line(x, plot.y, x, plot.y + plot.height, ink.grid)
        yield line(plot.x, y, plot.x + plot.width, y, ink.grid)
    middle, base = plot.y + plot.height / 2, sheet.text
    yield (
        f'<text x="{base}" y="{middle}" fill="{ink.text}" text-anchor="middle" '
        f'transform="rotate(-90 {base} {middle})">Impact →</text>'
    )
    yield (
        f'<text x="{plot.x + plot.width / 2}" y="{sheet.height - 0.7 * sheet.text:.1f}" '
        f'fill="{ink.text}" text-anchor="middle">Likelihood →</text>'
    )


def note_at_the_foot(note: str, sheet: DrawingSize, ink: Ink) -> str:
    """Write what must be known at the foot, beside what the side is."""
    if not note:
        return ""
    base = sheet.height - 0.7 * sheet.text
    return f'<text x="{sheet.plot.x}" y="{base:.1f}" fill="{ink.text}">{html(note)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Draw a thin line."""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="1"/>'
    )
