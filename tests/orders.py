"""In which order tests are run, so that nobody waits at the end for one that takes long."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import pytest


def shared_out(
    items: Sequence[pytest.Item], workers: int, takes_long: Callable[[pytest.Item], bool]
) -> list[pytest.Item]:
    """Put in front of each worker's part the same share of the files that take long.

    Each worker is handed a part of the list, one after another and of equal length, and takes over
    from others when it has done its own. What a file makes for all its tests is made once where one
    worker runs the whole file.
    """
    slow = [item for item in items if takes_long(item)]
    quick = [item for item in items if not takes_long(item)]
    shares: list[list[pytest.Item]] = [[] for _ in range(workers)]
    for file in sorted(_by_file(slow), key=len, reverse=True):
        min(shares, key=len).extend(file)
    ordered: list[pytest.Item] = []
    for place, share in enumerate(shares):
        room = (len(items) - len(ordered)) // (workers - place) - len(share)
        ordered += share + quick[: max(room, 0)]
        del quick[: max(room, 0)]
    return ordered + quick


def _by_file(items: Iterable[pytest.Item]) -> list[list[pytest.Item]]:
    return [list(group) for _, group in groupby(items, key=lambda item: item.path)]
