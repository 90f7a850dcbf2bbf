"""The risk matrix as a drawing: impact upwards, likelihood to the right, no name over another.

A drawing of our own and not a chart of plotly's: where names have room is worked out here, in the
sizes that the drawing has wherever it is shown, and can be tested without a browser.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.outputs.charts import Ink
from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix.picture.band_colours import band_colours
from assessment.outputs.risk_matrix.picture.label_placement import (
    Box,
    Dot,
    apart,
    text_width,
)
from assessment.outputs.risk_matrix.picture.matrix_frame import (
    DrawingSize,
    frame,
    line,
    note_at_the_foot,
)
from assessment.outputs.risk_matrix.picture.name_places import leader, places
from assessment.outputs.risk_matrix.picture.rank_bars import Lines, RankBar, bars_alt, lines_below

NO_BREAK = "\N{NO-BREAK SPACE}"
FONT = "Source Sans Pro, Arial, Helvetica, sans-serif"


@dataclass(frozen=True)
class MatrixPoint:
    """An issue in the matrix: both sides as shares of the most there could be, from 0 to 1."""

    number: str
    label: str
    impact: float
    likelihood: float
    band: int


def matrix_drawing(
    points: Sequence[MatrixPoint],
    sheet: DrawingSize,
    ink: Ink,
    *,
    bars: Sequence[RankBar] = (),
    ground: str = "",
    note: str = "",
) -> str:
    """Draw the matrix as SVG; the first points have the first choice of place.

    `bars` are of issues without a point, below it. Without a colour for its ground it is seen
    through, as on a page. `note` is what must be known where nothing stands around it.
    """
    dots = apart([_dot(point, sheet) for point in points], sheet.plot)
    boxes = _names(points, dots, sheet) if sheet.names else ()
    lines = Lines(sheet.width, sheet.text, ink)
    below, height = lines_below(bars, _names_below(points, boxes, sheet), lines, sheet.height)
    parts = [
        f'<rect width="100%" height="100%" fill="{ground}"/>' if ground else "",
        *frame(sheet, ink),
        note_at_the_foot(note, sheet, ink),
        *(_leader(point, dot, sheet, ink) for point, dot in zip(points, dots, strict=True)),
        *(_to_name(dot, box, ink) for dot, box in zip(dots, boxes, strict=False)),
        *(_mark(point, dot, sheet, ink) for point, dot in zip(points, dots, strict=True)),
        *(_text(point.label, box, sheet, ink) for point, box in zip(points, boxes, strict=False)),
        *below,
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {sheet.width} {sheet.height + height:.0f}" '
        f'font-family="{FONT}" font-size="{sheet.text}">{"".join(parts)}</svg>'
    )


def matrix_alt(
    points: Sequence[MatrixPoint], bands: Sequence[str], bars: Sequence[RankBar] = ()
) -> str:
    """Say in words what the drawing shows."""
    sentence = "; ".join(
        f"{point.number} {point.label}, impact {point.impact:.0%}, likelihood "
        f"{point.likelihood:.0%} of the most, {bands[point.band].lower()}"
        for point in points
    )
    return f"Matrix of impact, upwards, and likelihood, to the right. {sentence}.{bars_alt(bars)}"


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


def _names_below(
    points: Sequence[MatrixPoint], boxes: Sequence[Box | None], sheet: DrawingSize
) -> str:
    """Name, with numbers, the points that have no name beside them: on a phone all of them."""
    if not sheet.names:
        return "; ".join(map(_numbered, points))
    unnamed = [_numbered(point) for point, box in zip(points, boxes, strict=True) if box is None]
    return f"No room for the names of {'; '.join(unnamed)}." if unnamed else ""


def _numbered(point: MatrixPoint) -> str:
    """Return the number and the name, which stays on the line of its number."""
    first, *rest = point.label.split(" ")
    return " ".join((f"{point.number}{NO_BREAK}{first}", *rest))


def _leader(point: MatrixPoint, dot: Dot, sheet: DrawingSize, ink: Ink) -> str:
    """Lead from a mark that had to give way to the place where it belongs."""
    true = _dot(point, sheet)
    if abs(true.x - dot.x) + abs(true.y - dot.y) < 1:
        return ""
    return line(true.x, true.y, dot.x, dot.y, ink.text)


def _to_name(dot: Dot, box: Box | None, ink: Ink) -> str:
    """Lead from a mark to a name that has no room beside it."""
    led = leader(dot, box) if box else None
    return line(*led[0], *led[1], ink.text) if led else ""


def _mark(point: MatrixPoint, dot: Dot, sheet: DrawingSize, ink: Ink) -> str:
    fill, letters = band_colours(point.band, ink)
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
