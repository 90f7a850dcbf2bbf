"""Values of many things as dots on one scale, described: each with its name, the most first."""

from dataclasses import dataclass

from assessment.outputs.charts.chart_table import ChartTable, number
from assessment.outputs.charts.shades import Shade

# A page has room for no more lines of dots; the table has all.
MOST_DOTS = 40


@dataclass(frozen=True)
class Dot:
    """A value with its name; what it lies between, where that is known, and what is said of it."""

    name: str
    value: float | None
    words: str
    shade: Shade = Shade.STEP_4
    symbol: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class DotChart:
    """Dots on one scale that begins at 0, unless `from_zero` is false.

    `title` states the finding, `unit` says what the values are, `alt` says in words what is to be
    seen, `dot_name` what a dot is, and `nothing` why a value is missing.
    """

    title: str
    unit: str
    dots: tuple[Dot, ...]
    alt: str
    dot_name: str = "Area"
    from_zero: bool = True
    nothing: str = "not known"

    @property
    def drawn(self) -> tuple[Dot, ...]:
        """The dots that there is room for: the first with a value."""
        return tuple(dot for dot in self.dots if dot.value is not None)[:MOST_DOTS]

    @property
    def table(self) -> ChartTable:
        """Everything there is, a row for each dot."""
        has_ranges = any(dot.low is not None for dot in self.dots)
        rows = tuple(
            (
                dot.name,
                number(dot.value, self.nothing),
                *((number(dot.low, ""), number(dot.high, "")) if has_ranges else ()),
                dot.words,
            )
            for dot in self.dots
        )
        sides = ("From", "To") if has_ranges else ()
        header = (self.dot_name, self.unit, *sides, "What is said of it")
        return ChartTable(f"{self.title} ({self.unit})", header, rows)
