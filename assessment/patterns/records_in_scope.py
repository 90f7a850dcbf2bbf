"""Which records are looked at: measures in some grounds and months, each from its one source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.periods import Period


@dataclass(frozen=True)
class Records:
    """Measures with their leaves, and grounds (districts, a force) with the source of each subject.

    Whole months only: `leaves` has `measures`, `leaves` and `leaf_subjects` side by side, `chosen`
    has `grounds`, `subjects` and `sources`, as the queries take them.
    """

    period: Period
    leaves: Mapping[str, Sequence[str]]
    chosen: Mapping[str, Sequence[str]]
    measure_sets: Sequence[str]
    ground_kind: str = "district"

    @property
    def months(self) -> dict[str, object]:
        """The first month, and the one after the last."""
        return {"first_month": self.period.start, "end_month": self.period.end}

    def given(self) -> dict[str, object]:
        """Return everything as a query takes it."""
        lists = {
            name: list(values) for name, values in (*self.leaves.items(), *self.chosen.items())
        }
        sets = list(self.measure_sets)
        return {**lists, "ground_kind": self.ground_kind, "measure_sets": sets, **self.months}
