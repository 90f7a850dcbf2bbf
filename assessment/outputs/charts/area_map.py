"""A map of areas in classes, described: what it shows, in values, in words and as a table."""

from dataclasses import dataclass

from assessment.areas.drawn_area import DrawnArea
from assessment.outputs.charts.chart_table import ChartTable
from assessment.outputs.charts.shades import Shade

# More colours are not told apart on a map.
MOST_CLASSES = 6


@dataclass(frozen=True)
class AreaClass:
    """What areas of one colour have in common, in words; `symbol` says the same within them."""

    words: str
    shade: Shade
    symbol: str = ""


@dataclass(frozen=True)
class MapArea:
    """An area with its class (its place in the list of classes) and what is said of it.

    One that is not `drawn` stands in the table alone. `is_chosen` is what is looked at.
    """

    name: str
    value: object
    class_at: int
    words: str
    drawn: DrawnArea | None
    is_chosen: bool = False


@dataclass(frozen=True)
class AreaMap:
    """Areas on a map without anything around them; north is up.

    `title` states the finding, `unit` says what the values are, `alt` says in words what is to be
    seen, and `area_name` what an area is.
    """

    title: str
    unit: str
    classes: tuple[AreaClass, ...]
    areas: tuple[MapArea, ...]
    alt: str
    area_name: str = "Area"

    def __post_init__(self) -> None:
        if len(self.classes) > MOST_CLASSES:
            raise ValueError(f"{len(self.classes)} classes, of which {MOST_CLASSES} can be shown")

    @property
    def legend(self) -> tuple[str, ...]:
        """The classes in words, each with how many areas it has."""
        counts = [sum(area.class_at == at for area in self.areas) for at in range(len(self.classes))]
        return tuple(
            f"{one.symbol} {one.words} ({count:,})".strip()
            for one, count in zip(self.classes, counts, strict=True)
        )

    @property
    def table(self) -> ChartTable:
        """Everything that is drawn, a row for each area."""
        rows = tuple(
            (area.name, area.value, self.classes[area.class_at].words) for area in self.areas
        )
        header = (self.area_name, self.unit, "On the map")
        return ChartTable(f"{self.title} ({self.unit})", header, rows)
