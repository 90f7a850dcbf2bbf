"""The risk matrix as a drawing: impact upwards, likelihood to the right, no name over another.

A drawing of our own and not a chart of plotly's: where names have room is worked out here, in the
sizes that the drawing has wherever it is shown, and can be tested without a browser.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.outputs.charts import Ink
from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix.label_placement import Box, Dot, apart, places, text_width

# Fill and letters of each band, the highest first: the darker, the higher, told apart without hue.
BAND_COLOURS = (
    ("#7a2900", "#ffffff"),
    ("#b34700", "#ffffff"),
    ("#e0924a", "#14181f"),
    ("#cfd6de", "#14181f"),
)
FONT = "Source Sans Pro, Arial, Helvetica, sans-serif"


@dataclass(frozen=True)
class MatrixPoint:
    """An issue in the matrix: both sides as shares of the most there could be, from 0 to 1."""

    number: str
    label: str
    impact: float
    likelihood: float
    band: int


@dataclass(frozen=True)
class DrawingSize:
    """The sizes of a drawing; without names, the numbers lead to the table below it."""

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


def band_colours(band: int) -> tuple[str, str]:
    """Return fill and letters of a band by its place from the highest."""
    return BAND_COLOURS[min(band, len(BAND_COLOURS) - 1)]


def matrix_drawing(
    points: Sequence[MatrixPoint], sheet: DrawingSize, ink: Ink, ground: str = "", note: str = ""
) -> str:
    """Draw the matrix as SVG; the first points have the first choice of place.

    Without a colour for its ground it is seen through, as on a page. `note` is what must be known
    where nothing stands around it.
    """
    dots = apart([_dot(point, sheet) for point in points], sheet.plot)
    boxes = _names(points, dots, sheet) if sheet.names else ()
    parts = [
        f'<rect width="100%" height="100%" fill="{ground}"/>' if ground else "",
        *_ground(sheet, ink),
        _note(note, sheet, ink),
        *(_leader(point, dot, sheet, ink) for point, dot in zip(points, dots, strict=True)),
        *(_mark(point, dot, sheet, ink) for point, dot in zip(points, dots, strict=True)),
        *(_text(point.label, box, sheet, ink) for point, box in zip(points, boxes, strict=False)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}" '
        f'font-family="{FONT}" font-size="{sheet.text}">{"".join(parts)}</svg>'
    )


def matrix_alt(points: Sequence[MatrixPoint], bands: Sequence[str]) -> str:
    """Say in words what the drawing shows."""
    sentence = "; ".join(
        f"{point.number} {point.label}, impact {point.impact:.0%}, likelihood "
        f"{point.likelihood:.0%} of the most, {bands[point.band].lower()}"
        for point in points
    )
    return f"Matrix of impact, upwards, and likelihood, to the right. {sentence}."


def _dot(point: MatrixPoint, sheet: DrawingSize) -> Dot:
    plot, radius = sheet.plot, sheet.radius
    across, up = plot.width - 2 * radius, plot.height - 2 * radius
    x = plot.x + radius + point.likelihood * across
    y = plot.y + plot.height - radius - point.impact * up
    return Dot(x, y, radius)


def _names(
    points: Sequence[MatrixPoint], dots: Sequence[Dot], sheet: DrawingSize
) -> tuple[Box | None, ...]:
    return places([point.label for point in points], dots, sheet.text, sheet.plot)


def _ground(sheet: DrawingSize, ink: Ink) -> Iterator[str]:
    """Draw the frame, its quarters, and what each side is."""
    plot = sheet.plot
    yield (
        f'<rect x="{plot.x}" y="{plot.y}" width="{plot.width}" height="{plot.height}" '
        f'fill="none" stroke="{ink.grid}" stroke-width="1.5"/>'
    )
    for quarter in (0.25, 0.5, 0.75):
        x, y = plot.x + quarter * plot.width, plot.y + quarter * plot.height
        yield _line(x, plot.y, x, plot.y + plot.height, ink.grid)
        yield _line(plot.x, y, plot.x + plot.width, y, ink.grid)
    middle, base = plot.y + plot.height / 2, sheet.text
    yield (
        f'<text x="{base}" y="{middle}" fill="{ink.text}" text-anchor="middle" '
        f'transform="rotate(-90 {base} {middle})">Impact →</text>'
    )
    yield (
        f'<text x="{plot.x + plot.width / 2}" y="{sheet.height - 0.7 * sheet.text:.1f}" '
        f'fill="{ink.text}" text-anchor="middle">Likelihood →</text>'
    )


def _note(note: str, sheet: DrawingSize, ink: Ink) -> str:
    """Write what must be known at the foot, beside what the side is."""
    if not note:
        return ""
    base = sheet.height - 0.7 * sheet.text
    return f'<text x="{sheet.plot.x}" y="{base:.1f}" fill="{ink.text}">{html(note)}</text>'


def _leader(point: MatrixPoint, dot: Dot, sheet: DrawingSize, ink: Ink) -> str:
    """Lead from a mark that had to give way to the place where it belongs."""
    true = _dot(point, sheet)
    if abs(true.x - dot.x) + abs(true.y - dot.y) < 1:
        return ""
    return _line(true.x, true.y, dot.x, dot.y, ink.text)


def _mark(point: MatrixPoint, dot: Dot, sheet: DrawingSize, ink: Ink) -> str:
    fill, letters = band_colours(point.band)
    size = sheet.text * (0.95 if len(point.number) < 3 else 0.75)
    return (
        f'<circle cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="{dot.radius - 1}" fill="{fill}" '
        f'stroke="{ink.text}" stroke-width="1"/>'
        f'<text x="{dot.x:.1f}" y="{dot.y + size * 0.35:.1f}" fill="{letters}" font-size="{size}" '
        f'font-weight="700" text-anchor="middle">{html(point.number)}</text>'
    )


def _text(text: str, box: Box | None, sheet: DrawingSize, ink: Ink) -> str:
    """Write a name exactly as wide as the room that was found for it, whatever the letters."""
    if box is None:
        return ""
    width = text_width(text, sheet.text)
    return (
        f'<text x="{box.x:.1f}" y="{box.y + sheet.text:.1f}" fill="{ink.text}" '
        f'textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">{html(text)}</text>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="1"/>'
    )
