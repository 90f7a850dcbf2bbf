"""A table whose numbers are coloured by their size, described: in values, in words, as a table."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from assessment.numbers import MINUS, rounded
from assessment.outputs.charts.chart_table import ChartTable

# Steps of one hue: more could not be told apart.
STEPS = 5


class HeatNumbers(StrEnum):
    """What the numbers of a heat table are."""

    COUNT = "count"
    DIFFERENCE = "difference"  # in percent, from something that is 0


@dataclass(frozen=True)
class Step:
    """A step of the colours, from 0 (none at all) to 5, and the numbers that have it."""

    number: int
    words: str


@dataclass(frozen=True)
class HeatTable:
    """Values by row and column, None where there is none, which is not 0.

    `title` states the finding, `unit` says what the values count, `nothing` why a value is missing.
    `marked` are places of values that stand out, by row and column, and `mark_words` says by what.
    """

    title: str
    unit: str
    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    numbers: HeatNumbers = HeatNumbers.COUNT
    nothing: str = "no figure"
    marked: frozenset[tuple[int, int]] = frozenset()
    mark_words: str = ""

    @property
    def furthest(self) -> float:
        """The value that is furthest from 0, as a size; 0 where there is none."""
        return max((abs(v) for row in self.values for v in row if v is not None), default=0.0)

    @property
    def places(self) -> int:
        """How many places its numbers are written with: parts matter where there are few."""
        return 1 if self.numbers is HeatNumbers.COUNT and self.furthest < 10 else 0

    def step(self, value: float) -> int:
        """Return the step of a value: of counts none is 0, of differences the middle is 3."""
        if not self.furthest:
            return 0
        if self.numbers is HeatNumbers.COUNT:
            return ceil(STEPS * value / self.furthest - 1e-9) if value > 0 else 0
        share = (value / self.furthest + 1) / 2
        return min(STEPS, int(share * STEPS) + 1)

    def written(self, value: float | None) -> str:
        """Return a value as every form of the table writes it."""
        if value is None:
            return self.nothing
        number = rounded(value, self.places)
        if self.numbers is HeatNumbers.COUNT:
            return f"{number:,}"
        sign = MINUS if number < 0 else "+" if number > 0 else ""
        return f"{sign}{abs(number):,}%"

    @property
    def legend(self) -> tuple[Step, ...]:
        """The steps that its colours have, each with the highest number that has it."""
        if not self.furthest:
            return ()
        first = 0.0 if self.numbers is HeatNumbers.COUNT else -self.furthest
        width = (self.furthest - first) / STEPS
        return tuple(
            Step(at, f"up to {self.written(first + width * at)}") for at in range(1, STEPS + 1)
        )

    @property
    def alt(self) -> str:
        """What is to be seen in it, in words."""
        known = [
            (value, f"{row}, {column} ({self.written(value)})")
            for row, values in zip(self.rows, self.values, strict=True)
            for column, value in zip(self.columns, values, strict=True)
            if value is not None
        ]
        if not known:
            return f"Table without a value: {self.nothing}."
        # The first of several that are alike, as a reader from left to right would name it.
        most, least = max(known, key=lambda told: told[0]), min(known, key=lambda told: told[0])
        return f"Highest: {most[1]}. Lowest: {least[1]}."

    @property
    def table(self) -> ChartTable:
        """Everything that is shown, a row for each row."""
        rows = tuple(
            (name, *map(self.written, values))
            for name, values in zip(self.rows, self.values, strict=True)
        )
        return ChartTable(f"{self.title} ({self.unit})", (self.corner, *self.columns), rows)
