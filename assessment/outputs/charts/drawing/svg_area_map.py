"""A map of areas as a drawing of its own, small enough to stand beside a list.

It is an image, because what a page is given as HTML is cleaned of drawings.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from assessment.outputs.charts.area_map import AreaMap, MapArea
from assessment.outputs.charts.plotly_style import ON_LIGHT, Ink
from assessment.outputs.charts.shades import Shade, colour, written_on
from assessment.outputs.escaping import Html, html

# The longer side of the drawing, and what is left around it, in its own units.
LONGEST, EDGE, TEXT = 400, 4, 13
HATCH = (
    '<pattern id="unknown" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0V7" stroke="{colour}" stroke-width="3"/></pattern>'
)


def svg_area_map(area_map: AreaMap, ink: Ink = ON_LIGHT) -> str:
    """Draw the areas that have outlines, north up, each with the symbol of its class or its label.

    Without any, the drawing is empty.
    """
    areas = [area for area in area_map.areas if area.drawn]
    scale = _Scale(list(_points(areas)))
    hatch = HATCH.format(colour=colour(Shade.UNKNOWN, ink))
    shapes = "".join(_shape(area_map, area, scale, ink) for area in areas)
    words = "".join(_word(area_map, area, scale, ink) for area in areas)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {scale.width} {scale.height}">'
        f"<defs>{hatch}</defs>{shapes}{words}</svg>"
    )


def beside_a_list(area_map: AreaMap, ink: Ink) -> Html:
    """Return the drawing as an image, with its finding, its words and what its colours mean."""
    coded = b64encode(svg_area_map(area_map, ink).encode()).decode()
    used = {area.class_at for area in area_map.areas}
    classes = "".join(
        f'<li><i style="background: {colour(one.shade, ink)}"></i>{html(words)}</li>'
        for at, (one, words) in enumerate(zip(area_map.classes, area_map.legend, strict=True))
        if at in used
    )
    return (
        '<figure class="small-map">'
        f'<img alt="{html(area_map.alt)}" src="data:image/svg+xml;base64,{coded}">'
        f"<figcaption><h3>{html(area_map.title)}</h3><ul>{classes}</ul></figcaption></figure>"
    )


class _Scale:
    """From the grid of a map to the drawing, whose y runs downwards."""

    def __init__(self, points: Sequence[tuple[int, int]]) -> None:
        across, up = [x for x, _ in points] or [0], [y for _, y in points] or [0]
        self.left, self.top = min(across), max(up)
        wide, high = max(across) - self.left, self.top - min(up)
        self.by = (LONGEST - 2 * EDGE) / (max(wide, high) or 1)
        self.width = round(wide * self.by) + 2 * EDGE
        self.height = round(high * self.by) + 2 * EDGE

    def at(self, point: tuple[int, int]) -> tuple[str, str]:
        """Return where a point of the grid is in the drawing."""
        across, down = point[0] - self.left, self.top - point[1]
        return f"{EDGE + across * self.by:.1f}", f"{EDGE + down * self.by:.1f}"


def _points(areas: Sequence[MapArea]) -> Iterator[tuple[int, int]]:
    for area in areas:
        for ring in area.drawn.rings if area.drawn else ():
            yield from ring


def _shape(area_map: AreaMap, area: MapArea, scale: _Scale, ink: Ink) -> str:
    rings = area.drawn.rings if area.drawn else ()
    path = "".join(f"M{' '.join(','.join(scale.at(point)) for point in ring)}Z" for ring in rings)
    shade = area_map.classes[area.class_at].shade
    fill = "url(#unknown)" if shade is Shade.UNKNOWN else colour(shade, ink)
    width = 3 if area.is_chosen else 0.8
    return (
        f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{ink.text}" '
        f'stroke-width="{width}"/>'
    )


def _word(area_map: AreaMap, area: MapArea, scale: _Scale, ink: Ink) -> str:
    label = area_map.label(area)
    if not (label and area.drawn):
        return ""
    across, down = scale.at(area.drawn.middle)
    shade = area_map.classes[area.class_at].shade
    return (
        f'<text x="{across}" y="{down}" dy="0.35em" text-anchor="middle" font-size="{TEXT}" '
        f'font-family="sans-serif" fill="{written_on(shade, ink)}">{html(label)}</text>'
    )
