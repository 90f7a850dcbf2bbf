"""The drawn matrix on a page: wide for a desk and a hall, narrow for a phone, each in its ink."""

from base64 import b64encode

from assessment.outputs.charts import Ink
from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix.picture.band_colours import band_fill
from assessment.outputs.risk_matrix.picture.matrix_frame import DESK, PHONE
from assessment.outputs.risk_matrix.picture.rank_bars import RankBar
from assessment.outputs.risk_matrix.picture.risk_charts import (
    MatrixPoint,
    matrix_alt,
    matrix_drawing,
)
from assessment.outputs.risk_matrix.wording import risk_wording
from assessment.outputs.tables import SYNTHETIC
from assessment.risk_matrix import Axis, Ranked, axes
from assessment.risk_matrix.matrix import Matrix


def matrix_picture(matrix: Matrix, ink: Ink) -> str:
    """Return the matrix as HTML; without one, why there is none."""
    sides = axes(matrix.scheme)
    if sides is None:
        return '<p class="quiet">This scheme has no matrix: it ranks by one number alone.</p>'
    points, bars = _points(matrix, *sides), _bars(matrix)
    bands = tuple(band.label for band in matrix.scheme.bands)
    alt = html(matrix_alt(points, bands, bars))
    drawings = {
        name: _coded(matrix_drawing(points, sheet, ink, bars=bars))
        for name, sheet in (("wide", DESK), ("narrow", PHONE))
    }
    drawn = "".join(
        f'<img class="matrix {name}" alt="{alt}" src="{coded}">' for name, coded in drawings.items()
    )
    return f"{_key(bands)}{drawn}"


def matrix_svg(matrix: Matrix, ink: Ink) -> str | None:
    """Return the matrix as a file of its own, on white; None where the scheme has none."""
    sides = axes(matrix.scheme)
    if sides is None:
        return None
    note = SYNTHETIC if matrix.partnership.synthetic else ""
    points, bars = _points(matrix, *sides), _bars(matrix)
    return matrix_drawing(points, DESK, ink, bars=bars, ground="#ffffff", note=note)


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


def _bars(matrix: Matrix) -> list[RankBar]:
    """Return the issues of which too little is known for a point, by name."""
    return [
        RankBar(
            risk_wording.rank(ranked),
            matrix.label(ranked.issue),
            matrix.ranges[ranked.issue].lowest,
            matrix.ranges[ranked.issue].highest,
        )
        for ranked in matrix.ranked
        if ranked.scored.position is None or ranked.scored.band is None
    ]


def _share(value: float, axis: Axis) -> float:
    return (value - axis.least) / (axis.most - axis.least)


def _key(bands: tuple[str, ...]) -> str:
    items = "".join(
        f'<li><i class="round" style="background:{band_fill(place)}"></i>{html(band)}</li>'
        for place, band in enumerate(bands)
    )
    return f'<ul class="key">{items}</ul>'


def _coded(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
