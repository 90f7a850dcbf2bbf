"""The difference that a load makes, record by record, and in a sentence or two."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.numbers import count_of, listed

MOST_NAMED = 3


@dataclass(frozen=True)
class RecordDifference:
    """A record as it is and as it would be; None where it is not there, or its place is not given.

    `changed` says in words what would be another: nothing of a record that is new or withdrawn.
    """

    change: str  # new, revised or withdrawn
    reference: str | None
    day_before: date | None
    day_now: date | None
    category_before: str | None
    category_now: str | None
    counted_before: str | None
    counted_now: str | None
    district_before: str | None
    district_now: str | None
    ward_before: str | None
    ward_now: str | None

    @property
    def changed(self) -> str:
        """What is another now."""
        if self.change != "revised":
            return ""
        parts = (
            ("reclassified", self.counted_before != self.counted_now),
            ("another month", _month(self.day_before) != _month(self.day_now)),
            ("another district", self.district_before != self.district_now),
        )
        return ", ".join(words for words, is_so in parts if is_so) or "other details"


@dataclass(frozen=True)
class RecordDifferences:
    """How many records a load would add, withdraw and revise, how, and the first of them.

    A record that is reclassified and moved is counted in both; `otherwise` are neither.
    `reclassified` is from what to what, with its records, most first.
    """

    new: int
    withdrawn: int
    reclassified: tuple[tuple[str, str, int], ...]
    to_another_month: int
    to_another_district: int
    otherwise: int
    rows: tuple[RecordDifference, ...]

    @property
    def sentence(self) -> str:
        """Say what changes: "12 reclassified, 9 of them from theft to burglary; 38 new"."""
        return "; ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        if total := sum(records for *_, records in self.reclassified):
            ways = [
                f"{records:,} from {before} to {now}" for before, now, records in self.reclassified
            ]
            yield f"{count_of(total, 'record')} reclassified ({listed(ways, MOST_NAMED)})"
        for records, words in (
            (self.new, "new"),
            (self.withdrawn, "withdrawn"),
            (self.to_another_month, "moved to another month"),
            (self.to_another_district, "moved to another district"),
            (self.otherwise, "with other details changed"),
        ):
            if records:
                yield f"{records:,} {words}"

    def as_json(self) -> dict[str, Any]:
        """Return the numbers for another program."""
        return {
            "new": self.new,
            "withdrawn": self.withdrawn,
            "reclassified": [
                {"from": before, "to": now, "records": records}
                for before, now, records in self.reclassified
            ],
            "moved_to_another_month": self.to_another_month,
            "moved_to_another_district": self.to_another_district,
            "other_details": self.otherwise,
        }


def _month(day: date | None) -> tuple[int, int] | None:
    return (day.year, day.month) if day else None
