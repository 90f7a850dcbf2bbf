"""Shares of a whole as bars, described: what each part is, in numbers, in words and as a table."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.outputs.charts.chart_table import ChartTable
from assessment.outputs.charts.roles import Role


class Fill(StrEnum):
    """How a part is filled, so that parts differ without their colours."""

    FULL = "full"
    STRIPED = "striped"
    EMPTY = "empty"


@dataclass(frozen=True)
class Part:
    """A part that every bar is made of."""

    name: str
    fill: Fill


@dataclass(frozen=True)
class Bar:
    """One whole: its name, how many there are of each part, and what is said beside it."""

    name: str
    counts: tuple[int, ...]
    said: str


@dataclass(frozen=True)
class BarGroup:
    """Bars about one thing, with what they tell together, and what that stands for."""

    name: str
    bars: tuple[Bar, ...]
    said: str
    role: Role


@dataclass(frozen=True)
class ShareBars:
    """Bars as long as each other, whose parts are shares; `unit` says what is counted."""

    title: str
    unit: str
    parts: tuple[Part, ...]
    groups: tuple[BarGroup, ...]

    @property
    def table(self) -> ChartTable:
        """Everything that is drawn, a row for each bar."""
        rows = tuple(
            (f"{group.name}, {bar.name}", *bar.counts)
            for group in self.groups
            for bar in group.bars
        )
        header = ("Bar", *(part.name for part in self.parts))
        return ChartTable(f"{self.title} ({self.unit})", header, rows)
