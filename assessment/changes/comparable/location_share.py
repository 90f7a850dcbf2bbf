"""How many records name no place, before and now: a change of that share looks like a change.

Where more records are placed than a year before, every district and small area seems to rise. So
the share is told, and the change as it would be were the records without a place shared out in
proportion to those with one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.force_records import COMPARISON, PERIOD, force_records
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.question import By, Place, Question
from assessment.definitions import Measure, counted_under, districts, subject_of
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

# A share that moves by less than half a point moves no figure that anybody would report.
LEAST_SHIFT = 0.005


class Placing(NamedTuple):
    """Records of one period: all of them, and of these how many name a place.

    `whole` and `located` are those of the force, by district; `own` and `placed` those of the
    ground, by the areas that the rows are of. Where the rows are districts, `own` are all placed.
    """

    whole: int = 0
    located: int = 0
    own: int = 0
    placed: int = 0

    @property
    def factor(self) -> float | None:
        """How many records stand behind each that is placed; None where none is."""
        if not self.located or not self.placed:
            return None
        return self.whole / self.located * self.own / self.placed


@dataclass(frozen=True)
class LocationShift:
    """The share of records without a place in both periods, where it moved.

    `before` and `now` are how many records stand behind each that is placed.
    """

    before: float
    now: float

    @property
    def shares(self) -> tuple[float, float]:
        """The shares without a place, in the comparison and in the period."""
        return 1 - 1 / self.before, 1 - 1 / self.now


@dataclass(frozen=True)
class LocationShares:
    """The shifts of a question's rows, by measure and grounds."""

    by_row: Mapping[tuple[str, tuple[str, ...]], LocationShift]

    def of(self, measure: Measure, grounds: tuple[str, ...]) -> LocationShift | None:
        """Return the shift of a row; None where the share is as it was."""
        return self.by_row.get((measure.id, grounds))


# A ground, a source, and what is recorded under.
Key = tuple[str, str, str]
# What of a period is placed.
Placings = Mapping[Key, Placing]
Numbers = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


class _Placed(NamedTuple):
    """Records by source, district ('' for none) and leaf, before and now: all, and those placed."""

    keys: Sequence[Key]
    counts: Numbers
    placed: Numbers


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def location_shares(
    workspace: Workspace,
    question: Question,
    measures: Sequence[Measure],
    sources: ChosenSources,
    rows: Iterable[tuple[str, ...]],
) -> LocationShares:
    """Compare the shares without a place of both periods, for the grounds of every row.

    All that a force recorded needs no place; what is asked of anything smaller does.
    """
    if question.place.force and question.by is By.MEASURE:
        return LocationShares({})
    before, now = _placings(workspace, question)
    shifts = {
        (measure.id, grounds): _shift(
            [_of_ground(keys, before) for keys in places],
            [_of_ground(keys, now) for keys in places],
        )
        for measure in measures
        for leaves in [_with_subjects(measure)]
        for grounds in rows
        for places in [[_keys(ground, leaves, sources) for ground in grounds]]
    }
    return LocationShares({row: shift for row, shift in shifts.items() if shift})


def _with_subjects(measure: Measure) -> list[tuple[str, str]]:
    """Return what a measure is counted under, each with what must be covered for it."""
    return [(leaf, subject_of(leaf, measure.measure_set)) for leaf in counted_under(measure)]


def _keys(ground: str, leaves: Iterable[tuple[str, str]], sources: ChosenSources) -> list[Key]:
    """Return what is counted in a ground, each of the source that answers for it."""
    return [(ground, sources.by_key[ground, subject].source, leaf) for leaf, subject in leaves]


def _of_ground(keys: Iterable[Key], placings: Placings) -> Placing:
    found = [placings[key] for key in keys if key in placings]
    return Placing(*map(sum, zip(*found, strict=True))) if found else Placing()


def _shift(before: Sequence[Placing], now: Sequence[Placing]) -> LocationShift | None:
    factor_before, factor_now = _together(before), _together(now)
    if factor_before is None or factor_now is None:
        return None
    shift = LocationShift(factor_before, factor_now)
    share_before, share_now = shift.shares
    return shift if abs(share_now - share_before) > LEAST_SHIFT else None


def _together(placings: Sequence[Placing]) -> float | None:
    """Return how many records stand behind each that is placed, over some grounds."""
    factors = [(placing.placed, placing.factor) for placing in placings]
    known = [(placed, factor) for placed, factor in factors if factor is not None]
    placed = sum(placed for placed, _ in known)
    return sum(placed * factor for placed, factor in known) / placed if placed else None


def _placings(workspace: Workspace, question: Question) -> tuple[Placings, Placings]:
    """Read what is placed in the comparison and in the period."""
    before: dict[Key, Placing] = {}
    now: dict[Key, Placing] = {}
    for force, grounds in _grounds_by_force(question.place).items():
        placed = _placed(workspace, question, force)
        for key, of_comparison, of_period in _of_force(placed, grounds, force):
            before[key], now[key] = of_comparison, of_period
    return before, now


def _placed(workspace: Workspace, question: Question, force: str) -> _Placed:
    """Read a force's records of both spans: all, and those that name their area."""
    if not question.is_by_small_area:
        recorded = force_records(workspace, question, force)
        counts = recorded.counts[:, [COMPARISON, PERIOD]]
        is_given = np.array([bool(district) for _, district, _ in recorded.keys], dtype=np.int64)
        return _Placed(recorded.keys, counts, counts * is_given[:, np.newaxis])
    rows = workspace.store.kept_rows(
        "placed_records",
        force=force,
        districts=list(districts().of_force(force)),
        measure_sets=sets_searched(question.measure_set),
        area_kind=question.by,
        before=list(question.comparison.months()),
        now=list(question.period.months()),
    )
    counts = np.array([row[3:] for row in rows], dtype=np.int64).reshape(-1, 4)
    return _Placed([row[:3] for row in rows], counts[:, [0, 2]], counts[:, [1, 3]])


def _of_force(
    recorded: _Placed, grounds: Sequence[str], force: str
) -> Iterator[tuple[Key, Placing, Placing]]:
    """Set what each ground has of every leaf beside what the force has, before and now."""
    leaves = {leaf: at for at, leaf in enumerate(dict.fromkeys(_leaves(recorded.keys)))}
    of_leaf = np.array([leaves[leaf] for leaf in _leaves(recorded.keys)], dtype=np.int64)
    district = np.array([name for _, name, _ in recorded.keys], dtype=object)

    def together(counts: Numbers, which: Bools) -> list[list[int]]:
        added = np.zeros((len(leaves), 2), dtype=np.int64)
        np.add.at(added, of_leaf[which], counts[which])
        return added.tolist()

    anywhere = np.ones(len(of_leaf), dtype=np.bool_)
    whole = together(recorded.counts, anywhere)
    located = whole if force in grounds else together(recorded.counts, district != "")
    for ground in grounds:
        here = anywhere if ground == force else district == ground
        own, placed = together(recorded.counts, here), together(recorded.placed, here)
        for (source, leaf), *counts in zip(leaves, whole, located, own, placed, strict=True):
            before, now = (Placing(*of_span) for of_span in zip(*counts, strict=True))
            yield (ground, source, leaf), before, now


def _leaves(keys: Sequence[Key]) -> list[tuple[str, str]]:
    return [(source, leaf) for source, _, leaf in keys]


def _grounds_by_force(place: Place) -> Mapping[str, list[str]]:
    """Return the grounds of a place by the force that polices them; others have no share."""
    if place.force:
        return {place.force: [place.force]}
    by_force: dict[str, list[str]] = defaultdict(list)
    for ground in place.grounds:
        if district := districts().find(ground):
            by_force[district.force].append(ground)
    return by_force
