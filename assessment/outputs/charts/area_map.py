"""A map of areas in classes, described: what it shows, in values, in words and as a table."""

from collections import Counter
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

    One that is not `drawn` stands in the table alone. `is_chosen` is what is looked at, `label` a
    letter or two within it; without one it has the symbol of its class.
    """

    name: str
    value: object
    class_at: int
    words: str
    drawn: DrawnArea | None
    is_chosen: bool = False
    label: str = ""


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

    def label(self, area: MapArea) -> str:
        """Return what stands within an area: its own label, else the symbol of its class."""
        return area.label or self.classes[area.class_at].symbol

    @property
    def legend(self) -> tuple[str, ...]:
        """The classes in words, each with how many areas it has."""
        counts = Counter(area.class_at for area in self.areas)
        return tuple(
            f"{one.symbol} {one.words} ({counts[at]:,})".strip()
            for at, one in enumerate(self.classes)
        )

    @property
    def table(self) -> ChartTable:
        """Everything that is drawn, a row for each area."""
        rows = tuple(
            (area.name, area.value, self.classes[area.class_at].words) for area in self.areas
        )
        header = (self.area_name, self.unit, "On the map")
        return ChartTable(f"{self.title} ({self.unit})", header, rows)
