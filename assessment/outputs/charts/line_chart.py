"""A chart of lines over time, described: what it shows, in values, in words and as a table."""

from dataclasses import dataclass
from enum import StrEnum

from assessment.outputs.charts.chart_table import ChartTable, number
from assessment.outputs.charts.roles import Role

# One value for each time; None where there is none, which is a gap and not 0.
Values = tuple[float | None, ...]


class Stroke(StrEnum):
    """How a line is drawn, so that lines differ without their colours."""

    SOLID = "solid"
    DOTTED = "dot"
    DASHED = "dash"


class Points(StrEnum):
    """Where the shape of a mark points, so that marks differ without their colours."""

    UP = "triangle-up"
    DOWN = "triangle-down"
    NOWHERE = "circle"


@dataclass(frozen=True)
class Line:
    """A line, with its name: that stands at its end where `is_named`, and in the table."""

    name: str
    values: Values
    role: Role
    stroke: Stroke = Stroke.SOLID
    has_points: bool = False
    is_named: bool = True


@dataclass(frozen=True)
class Band:
    """What values are expected between: from `low` to `high` at each time."""

    name: str
    low: Values
    high: Values


@dataclass(frozen=True)
class Mark:
    """A point that matters: which time, its value, what it is, and what is said of it.

    Its shape points up or down, to what it is more or less than; it is round where neither.
    """

    at: int
    value: float
    role: Role
    words: str
    points: Points = Points.NOWHERE


@dataclass(frozen=True)
class Event:
    """Something that happened at a time, from which on figures may not be as before."""

    at: int
    words: str


@dataclass(frozen=True)
class LineChart:
    """Lines over time on one scale, which begins at 0 unless `from_zero` is false.

    `title` states the finding, `unit` says what the values count ("offences a month"), `times` are
    the names of the months or years, `alt` says in words what is to be seen. `most`, where it is
    set, is the end of the scale that several charts share; `nothing` says why a value is missing.
    """

    title: str
    unit: str
    times: tuple[str, ...]
    lines: tuple[Line, ...]
    alt: str
    bands: tuple[Band, ...] = ()
    marks: tuple[Mark, ...] = ()
    events: tuple[Event, ...] = ()
    time_name: str = "Month"
    from_zero: bool = True
    most: float | None = None
    nothing: str = "no figure"

    @property
    def highest(self) -> float:
        """The highest value that is drawn; 0 where there is none."""
        drawn = [line.values for line in self.lines] + [band.high for band in self.bands]
        return max((v for values in drawn for v in values if v is not None), default=0)

    @property
    def table(self) -> ChartTable:
        """Everything that is drawn, a row for each time."""
        bands = [side for band in self.bands for side in (band.low, band.high)]
        names = [f"{band.name}, {side}" for band in self.bands for side in ("from", "to")]
        columns = [line.values for line in self.lines] + bands
        said = self._said()
        rows = tuple(
            (
                time,
                *(number(values[at], self.nothing) for values in columns),
                *said.get(at, ("",) * bool(said)),
            )
            for at, time in enumerate(self.times)
        )
        notes = ("What is said of it",) if said else ()
        header = (self.time_name, *(line.name for line in self.lines), *names, *notes)
        return ChartTable(f"{self.title} ({self.unit})", header, rows)

    def _said(self) -> dict[int, tuple[str]]:
        """Return what is said of each time, by its place."""
        noted = [(event.at, event.words) for event in self.events]
        said: dict[int, list[str]] = {}
        for at, words in (*noted, *((mark.at, mark.words) for mark in self.marks)):
            said.setdefault(at, []).append(words)
        return {at: ("; ".join(dict.fromkeys(words)),) for at, words in said.items()}
