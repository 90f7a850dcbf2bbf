"""Whoever changes what a verdict says raises the version of the methods; every answer has it."""

from datetime import date
from hashlib import sha256

import numpy as np

from assessment.changes import year_on_year
from assessment.definitions import methods_version
from tests.calibration.tables import judged_now
from tests.calibration.worlds import Rise, World, history
from tests.changes.asked import asking
from tests.changes.given import Given

# What each version says of the same made-up tables. Where this test fails, verdicts have changed:
# add a version to data/definitions/methods.toml that says what and why, and its mark here.
MARKS = {3: "1f44447d32ed"}
WORLDS = [
    World(wandering, months, districts, Rise(step))
    for wandering in (0.0, 0.09)
    for months, districts in ((24, 3), (36, 14))
    for step in (0.25, -0.35)
]


def test_verdicts_are_those_of_their_version() -> None:
    draws = np.random.default_rng(13)
    said = [
        f"{change.verdict.value} {change.unusual}"
        for world in WORLDS
        for _ in range(5)
        for change in judged_now(history(world, draws))
    ]
    assert len(set(said)) == 5, "the tables hold every verdict that counts alone can give"
    assert sha256("\n".join(said).encode()).hexdigest()[:12] == MARKS[methods_version()]


def test_an_answer_carries_the_version(given_store: Given) -> None:
    given_store.records(30, date(2021, 6, 1))
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking())
    assert answer.methods_version == methods_version()
