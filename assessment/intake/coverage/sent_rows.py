"""Rows of an extract by the areas that they can answer for, and by who sent them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import Districts
from assessment.intake.coverage.stray_months import MISSING_ROWS

# It polices railways in every district and answers for none.
WITHOUT_DISTRICTS = {"British Transport Police"}


@dataclass(frozen=True)
class RowGroup:
    """Rows of one month, force, district and subject; None where the file says nothing known."""

    month: date
    force: str | None
    district: str | None
    subject: str
    rows: int


@dataclass(frozen=True)
class SentRows:
    """Rows by area, and by who sent them: a force, or None where rows say no force.

    A district has only those that its own force sent, or a sender that names none. What another
    force recorded there, as at a border or on a railway, covers nothing there.
    """

    groups: Sequence[RowGroup]
    of_area: Mapping[tuple[str, str], Sequence[RowGroup]]
    by_sender: Mapping[tuple[str, str | None], Counter[date]]

    @classmethod
    def of(cls, groups: Sequence[RowGroup], known: Districts) -> "SentRows":
        """Sort rows by their areas and their senders."""
        of_area: dict[tuple[str, str], list[RowGroup]] = defaultdict(list)
        by_sender: dict[tuple[str, str | None], Counter[date]] = defaultdict(Counter)
        answers_in = {pair: _answers_in(*pair, known) for pair in {_pair(row) for row in groups}}
        for group in groups:
            by_sender[group.subject, group.force][group.month] += group.rows
            if group.force:
                of_area["force", group.force].append(group)
            if group.district and answers_in[_pair(group)]:
                of_area["district", group.district].append(group)
        return cls(groups, of_area, by_sender)

    def by_district(self) -> Counter[str]:
        """Count the rows of every district by its own senders."""
        return Counter(
            {
                area: sum(group.rows for group in groups)
                for (kind, area), groups in self.of_area.items()
                if kind == "district"
            }
        )

    def is_silent(self, groups: Iterable[RowGroup], subject: str, month: date) -> bool:
        """Tell whether who sent some rows sent nothing about a subject in a month, but usually."""
        senders = [self.by_sender[subject, force] for force in {row.force for row in groups}]
        return all(not sent[month] and usual_rows(sent) >= MISSING_ROWS for sent in senders)


def _pair(group: RowGroup) -> tuple[str | None, str | None]:
    return group.force, group.district


def _answers_in(force: str | None, district: str | None, known: Districts) -> bool:
    """Tell whether a district's rows can be an answer for it: they are its own force's.

    A force that we do not know may be anybody's, and where none is named it is the sender's own.
    """
    named = known.find(district) if district else None
    own = named.force if named else None
    is_unknown = force not in known.forces and force not in WITHOUT_DISTRICTS
    return force is None or is_unknown or force == own


def usual_rows(counted: Mapping[date, int]) -> float:
    """Return how many rows a month has, on average, of those that have any."""
    with_rows = [n for n in counted.values() if n]
    return sum(with_rows) / len(with_rows) if with_rows else 0
