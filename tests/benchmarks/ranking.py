"""A thousand draws of weights over forty issues, under each scheme."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

import numpy as np

from assessment.definitions import Scheme
from assessment.risk_matrix import robustness, shipped_schemes
from tests.benchmarks.setting import Setting

ISSUES = 40
TOP = 5
TURNS = 25


def ranking(setting: Setting) -> Iterator[str]:
    """Yield a table row for each scheme, in milliseconds."""
    yield "| scheme | criteria | median ms | slowest ms |"
    yield "|---|---|---|---|"
    for scheme in shipped_schemes().values():
        times = _times(scheme)
        yield (
            f"| {scheme.label} | {len(scheme.criteria)} | {1000 * median(times):.1f} "
            f"| {1000 * max(times):.1f} |"
        )


def _times(scheme: Scheme) -> list[float]:
    chance = np.random.default_rng(1)
    by_issue = {
        f"issue {n}": {each.id: chance.uniform(1, each.most) for each in scheme.criteria}
        for n in range(ISSUES)
    }
    times = []
    for _ in range(TURNS):
        start = perf_counter()
        robustness(scheme, by_issue, top_n=TOP)
        times.append(perf_counter() - start)
    return times
