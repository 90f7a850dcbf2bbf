"""Numbers in a few classes for a map: about as many areas in each, and none of them split."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessment.outputs.charts.area_map import MOST_CLASSES, AreaClass
from assessment.outputs.charts.shades import Shade, steps

MOST_STEPS = 5


@dataclass(frozen=True)
class NumberClasses:
    """Classes with their words, and of every value which class it is in."""

    classes: tuple[AreaClass, ...]
    class_at: tuple[int, ...]


def number_classes(
    values: Sequence[float | None], written: Callable[[float], str]
) -> NumberClasses:
    """Return the classes of some values: none of it, steps from little to much, and not known."""
    more = sorted(value for value in values if value)
    has_none, has_unknown = 0 in values, None in values
    tops = _tops(more, min(MOST_STEPS, MOST_CLASSES - has_none - has_unknown))
    starts = [0, *(bisect_left(more, top) + more.count(top) for top in tops[:-1])]
    spans = [(more[start], top) for start, top in zip(starts, tops, strict=True)] if more else []
    classes = (
        *([AreaClass("none", Shade.NONE)] if has_none else ()),
        *(
            AreaClass(_span(low, high, written), shade)
            for (low, high), shade in zip(spans, steps(len(spans)), strict=True)
        ),
        *([AreaClass("not known", Shade.UNKNOWN)] if has_unknown else ()),
    )
    return NumberClasses(
        classes,
        tuple(
            len(classes) - 1
            if value is None
            else has_none + bisect_left(tops, value)
            if value
            else 0
            for value in values
        ),
    )


def _tops(ordered: Sequence[float], most: int) -> list[float]:
    """Return the highest value of each class: values that are alike stay in one."""
    cuts = (ordered[len(ordered) * part // most - 1] for part in range(1, most + 1))
    return sorted({*cuts, ordered[-1]}) if len(ordered) >= most else sorted(set(ordered))


def _span(low: float, high: float, written: Callable[[float], str]) -> str:
    first, last = written(low), written(high)
    return first if first == last else f"{first} to {last}"
