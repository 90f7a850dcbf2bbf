"""Draws the records of an example: vectorised, from a fixed seed, the same on every run."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.sample.authored_partnerships import Example, RecordTotals, Shape, SmallArea
from data.sample.random_draws import Chosen, choose, pick
from data.sample.spreading import Counts, by_month

SEED = 2016
NO_AREA = -1
WITHOUT_AREA = 0.003  # share of records in a district that name no ward or LSOA
FIRST_RANK = 2  # the steepness of places: the first area has not everything


@dataclass(frozen=True)
class DrawnRecords:
    """Records in order of date, as positions in the lists that say what each number means."""

    day: npt.NDArray[np.datetime64]
    offence: Counts  # in shape.offences
    district: Counts  # in districts
    area: Counts  # in areas; NO_AREA where none is named
    outcome: Counts  # in outcomes
    flags: Mapping[str, Chosen]
    strand: Counts  # in shape.strands; of hate crimes only
    districts: tuple[str, ...]
    areas: tuple[SmallArea, ...]
    outcomes: tuple[str, ...]


def draw_records(
    example: Example, shape: Shape, known: Mapping[str, tuple[SmallArea, ...]]
) -> DrawnRecords:
    """Draw the records of an example; raises ValueError where more are flagged than can be."""
    random = np.random.default_rng([SEED, zlib.crc32(example.source.encode())])
    names = [offence.name for offence in shape.offences]
    districts = tuple(dict.fromkeys(line.district for line in example.counts))
    seasons = [shape.offences[names.index(line.name)].season for line in example.counts]
    counts = _monthly(example, example.counts, seasons, random)
    line, month = (np.repeat(axis.ravel(), counts.ravel()) for axis in np.indices(counts.shape))
    day = _days(example.months, month, random)
    order = np.argsort(day, kind="stable")
    line, month = line[order], month[order]
    offence = np.array([names.index(totals.name) for totals in example.counts])[line]
    district = np.array([districts.index(totals.district) for totals in example.counts])[line]
    areas = tuple(area for name in districts for area in known.get(name, ()))
    outcomes = tuple(dict.fromkeys(text for kind in shape.offences for text in kind.outcomes))
    return DrawnRecords(
        day=day[order],
        offence=offence,
        district=district,
        area=_areas(offence, district, shape, [len(known.get(d, ())) for d in districts], random),
        outcome=_outcomes(offence, shape, outcomes, random),
        flags=_flags(example, shape, offence, _group(district, month, example), districts, random),
        strand=pick(list(shape.strands.values()), len(line), random),
        districts=districts,
        areas=areas,
        outcomes=outcomes,
    )


def _monthly(
    example: Example,
    lines: Sequence[RecordTotals],
    seasons: Iterable[Sequence[float]],
    random: np.random.Generator,
) -> Counts:
    """Return counts of (line, month of the extract)."""
    in_year = np.array([month.astype(object).month - 1 for month in example.months])
    periods = len(example.periods)
    season = np.array(list(seasons))[:, in_year].reshape(len(lines), periods, -1)
    totals = np.array([line.totals for line in lines])
    return by_month(totals, season, random).reshape(len(lines), -1)


def _days(
    months: Sequence[np.datetime64], month: Counts, random: np.random.Generator
) -> npt.NDArray[np.datetime64]:
    first = np.array(months).astype("datetime64[D]")
    after = (np.array(months) + 1).astype("datetime64[D]")
    length = (after - first).astype(np.int64)
    days: npt.NDArray[np.datetime64] = first[month] + random.integers(0, length[month])
    return days


def _areas(
    offence: Counts,
    district: Counts,
    shape: Shape,
    areas_of: Sequence[int],
    random: np.random.Generator,
) -> Counts:
    """Place each record in a small area of its district, more of them in the first areas."""
    placed = np.full(len(offence), NO_AREA)
    steepness = np.array([kind.concentration for kind in shape.offences])[offence]
    for position, n in enumerate(areas_of):
        for steep in np.unique(steepness) if n else ():
            rows = np.flatnonzero((district == position) & (steepness == steep))
            weights = (np.arange(n) + FIRST_RANK) ** -steep
            placed[rows] = sum(areas_of[:position]) + pick(weights.tolist(), len(rows), random)
    placed[random.random(len(placed)) < WITHOUT_AREA] = NO_AREA
    return placed


def _outcomes(
    offence: Counts, shape: Shape, outcomes: Sequence[str], random: np.random.Generator
) -> Counts:
    outcome = np.zeros(len(offence), dtype=np.int64)
    for position, kind in enumerate(shape.offences):
        rows = np.flatnonzero(offence == position)
        meant = np.array([outcomes.index(text) for text in kind.outcomes])
        outcome[rows] = meant[pick(list(kind.outcomes.values()), len(rows), random)]
    return outcome


def _group(district: Counts, month: Counts, example: Example) -> Counts:
    """Number the months of each district: where a flag's records are to be found."""
    return district * len(example.months) + month


def _flags(
    example: Example,
    shape: Shape,
    offence: Counts,
    group: Counts,
    districts: Sequence[str],
    random: np.random.Generator,
) -> dict[str, Chosen]:
    months = len(example.months)
    flags = {}
    for flag in dict.fromkeys(line.name for line in example.flags):
        lines = [line for line in example.flags if line.name == flag]
        counts = _monthly(example, lines, [shape.flag_season] * len(lines), random)
        wanted = np.zeros((len(districts), months), dtype=np.int64)
        wanted[[districts.index(line.district) for line in lines]] = counts
        weight = np.array([kind.flags.get(flag, 0.0) for kind in shape.offences])[offence]
        flags[flag] = choose(weight, group, wanted.ravel(), random)
        if flags[flag].sum() != wanted.sum():
            raise ValueError(f"{example.name}: more records with {flag} than can carry it.")
    return flags
