"""The drawn matrix on a page: wide for a desk and a hall, narrow for a phone, each in its ink."""

from base64 import b64encode

from assessment.outputs.charts import Ink
from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix import risk_wording
from assessment.outputs.risk_matrix.risk_charts import (
    DESK,
    PHONE,
    MatrixPoint,
    band_colours,
    matrix_alt,
    matrix_drawing,
)
from assessment.outputs.tables import SYNTHETIC
from assessment.risk_matrix import Axis, Ranked, axes
from assessment.risk_matrix.matrix import Matrix


def matrix_picture(matrix: Matrix, ink: Ink) -> str:
    """Return the matrix as HTML; without one, why there is none."""
    sides = axes(matrix.scheme)
    if sides is None:
        return '<p class="quiet">This scheme has no matrix: it ranks by one number alone.</p>'
    points = _points(matrix, *sides)
    bands = tuple(band.label for band in matrix.scheme.bands)
    alt = html(matrix_alt(points, bands))
    drawings = {
        name: _coded(matrix_drawing(points, sheet, ink))
        for name, sheet in (("wide", DESK), ("narrow", PHONE))
    }
    drawn = "".join(
        f'<img class="matrix {name}" alt="{alt}" src="{coded}">' for name, coded in drawings.items()
    )
    return f"{_key(bands)}{drawn}{_left_out(matrix, points)}"


def matrix_svg(matrix: Matrix, ink: Ink) -> str | None:
    """Return the matrix as a file of its own, on white; None where the scheme has none."""
    sides = axes(matrix.scheme)
    if sides is None:
        return None
    note = SYNTHETIC if matrix.partnership.synthetic else ""
    return matrix_drawing(_points(matrix, *sides), DESK, ink, "#ffffff", note)


def _points(matrix: Matrix, impact: Axis, likelihood: Axis) -> list[MatrixPoint]:
    points = (_point(matrix, ranked, impact, likelihood) for ranked in matrix.ranked)
    return [point for point in points if point]


def _point(matrix: Matrix, ranked: Ranked, impact: Axis, likelihood: Axis) -> MatrixPoint | None:
    position, band = ranked.scored.position, ranked.scored.band
    if position is None or band is None:
        return None
    return MatrixPoint(
        risk_wording.rank(ranked),
        matrix.label(ranked.issue),
        _share(position.impact, impact),
        _share(position.likelihood, likelihood),
        matrix.scheme.bands.index(band),
    )


def _share(value: float, axis: Axis) -> float:
    return (value - axis.least) / (axis.most - axis.least)


def _key(bands: tuple[str, ...]) -> str:
    items = "".join(
        f'<li><i class="round" style="background:{band_colours(place)[0]}"></i>{html(band)}</li>'
        for place, band in enumerate(bands)
    )
    return f'<ul class="key">{items}</ul>'


def _left_out(matrix: Matrix, points: list[MatrixPoint]) -> str:
    """Say how many issues have no place on the matrix, because a side of it is unknown."""
    count = len(matrix.ranked) - len(points)
    if not count:
        return ""
    return (
        f'<p class="quiet">{count} {"issue has" if count == 1 else "issues have"} no place here: '
        "too little is known.</p>"
    )


def _coded(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
