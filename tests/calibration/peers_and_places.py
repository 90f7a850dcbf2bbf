"""How often districts that are alike stand outside, and scattered records make hot spots.

python -m tests.calibration.peers_and_places [--number N]
"""

import argparse
from collections.abc import Iterator

import numpy as np

from assessment.patterns.peers.funnel import Stands, funnel_limits
from assessment.patterns.places.hot_spots import Heat, hot_spots

OTHERS = (2, 4, 9, 13)
# Records for each resident, and how many residents districts have.
RATE, FEWEST, MOST = 0.005, 80_000, 220_000
MEANS = (1, 5, 20, 100)
SIDE = 12
# Areas differ as gamma with this shape: their standard deviation is 0.7 of their mean.
SHAPE = 2.0


def outside(rng: np.random.Generator, others: int) -> tuple[bool, bool]:
    """Tell of districts of one true rate whether the own stands outside, and whether any does."""
    residents = rng.uniform(FEWEST, MOST, others + 1)
    records = rng.poisson(RATE * residents)
    rates = 1000 * records / residents
    middle = float(np.median(rates[1:]))
    limits = [
        funnel_limits(middle, rate, n)
        for rate, n in zip(rates.tolist(), records.tolist(), strict=True)
    ]
    stands = [
        known is not None and known.place(rate) is not Stands.WITHIN
        for known, rate in zip(limits, rates.tolist(), strict=True)
    ]
    return stands[0], any(stands)


def any_spot(rng: np.random.Generator, mean: int, *, areas_differ: bool) -> bool:
    """Tell of areas in a square, each with records by itself, whether any is called a spot."""
    levels = rng.gamma(SHAPE, 1 / SHAPE, SIDE**2) if areas_differ else np.ones(SIDE**2)
    heats = hot_spots(rng.poisson(mean * levels).tolist(), touching())
    return any(heat is not Heat.NEITHER for heat in heats)


def touching() -> list[tuple[int, int]]:
    """Return the areas of the square that touch by a side or a corner, each pair once."""
    at = np.arange(SIDE**2).reshape(SIDE, SIDE)
    pairs = [
        (at[:, :-1], at[:, 1:]),
        (at[:-1], at[1:]),
        (at[:-1, :-1], at[1:, 1:]),
        (at[:-1, 1:], at[1:, :-1]),
    ]
    return [
        (int(one), int(other)) for a, b in pairs for one, other in zip(a.flat, b.flat, strict=True)
    ]


def lines(number: int, seed: int = 1) -> Iterator[str]:
    """Yield both tables."""
    rng = np.random.default_rng(seed)
    yield "| other districts | the own outside | any outside |"
    yield "|---|---|---|"
    for others in OTHERS:
        own, every = np.mean([outside(rng, others) for _ in range(number)], axis=0)
        yield f"| {others} | {own:.0%} | {every:.0%} |"
    yield ""
    yield "| records an area | maps with any, areas alike | maps with any, areas that differ |"
    yield "|---|---|---|"
    for mean in MEANS:
        alike, differ = (
            np.mean([any_spot(rng, mean, areas_differ=differ) for _ in range(number)])
            for differ in (False, True)
        )
        yield f"| {mean} | {alike:.0%} | {differ:.0%} |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=1000)
    for line in lines(parser.parse_args().number):
        print(line)  # noqa: T201
