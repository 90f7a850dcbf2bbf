"""Answers on a scale as the parts of a bar, from the best point of the scale to the worst."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import survey_scales
from assessment.definitions.spelling import plain
from assessment.outputs.survey.survey_wording import nets
from assessment.survey.summaries.survey_answer import SummaryRow


@dataclass(frozen=True)
class BarPart:
    """A part of a bar: one point of the scale, how many per cent, and its side: 1, 0 or -1."""

    label: str
    side: int
    percent: float


@dataclass(frozen=True)
class ScaleBar:
    """One bar, its parts from the best point of the scale to the worst."""

    label: str
    note: str
    parts: tuple[BarPart, ...]


def scale_bar(label: str, rows: Sequence[SummaryRow]) -> ScaleBar | None:
    """Return the answers to a question on a scale as a bar; None where it cannot be one.

    Who did not know is not on the scale: the bar's parts are shares of everybody who answered,
    and do not add up to 100% without them.
    """
    parts = [
        BarPart(row.option, row.side, row.percent)
        for row in rows
        if not row.is_net and row.side is not None and row.percent is not None
    ]
    if not parts:
        return None
    best_first = parts if parts[0].side >= parts[-1].side else parts[::-1]
    return ScaleBar(label, nets(rows), tuple(best_first))


def aligned(bars: Sequence[ScaleBar]) -> Sequence[ScaleBar]:
    """Give bars of one scale the same parts: a point that nobody chose of one has no width in it.

    Nothing is returned where the points of the bars cannot be put into one order.
    """
    order: list[tuple[int, str]] = []
    for bar in bars:
        at = 0
        for part in bar.parts:
            point = (part.side, part.label)
            if point in order:
                at = order.index(point) + 1
            else:
                order.insert(at, point)
                at += 1
    order = _by_point(order)
    sides = [side for side, _ in order]
    if sides != sorted(sides, reverse=True):
        return ()
    return [replace(bar, parts=tuple(_parts_in(order, bar))) for bar in bars]


def _by_point(order: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Put labels in the order of their scale, where one scale has them all."""
    for scale in survey_scales().values():
        points = {label: scale.by_name.get(plain(label)) for _, label in order}
        places = {label: at for label, at in points.items() if at is not None}
        if len(places) == len(points):
            return sorted(order, key=lambda point: places[point[1]])
    return order


def _parts_in(order: Sequence[tuple[int, str]], bar: ScaleBar) -> Iterator[BarPart]:
    shares = {(part.side, part.label): part.percent for part in bar.parts}
    return (BarPart(label, side, shares.get((side, label), 0.0)) for side, label in order)
