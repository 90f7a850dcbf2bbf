"""Figures that a load would change, from what to what."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ComparedFigure:
    """A count beside the one before it and what may be said of the change.

    A count is None where its period is not covered.
    """

    previous: int | None
    current: int | None
    verdict: str


@dataclass(frozen=True)
class FigureChange:
    """A figure that would be another once a file is loaded.

    `quoted_in` names the assessment that rests on it; a figure that nobody has quoted yet is of
    the latest year.
    """

    quoted_in: str
    place: str
    measure: str
    period: str
    before: ComparedFigure
    after: ComparedFigure

    def as_json(self) -> dict[str, Any]:
        """Return the figure for another program."""
        return {
            "quoted_in": self.quoted_in,
            "place": self.place,
            "measure": self.measure,
            "period": self.period,
            "from": vars(self.before),
            "to": vars(self.after),
        }
