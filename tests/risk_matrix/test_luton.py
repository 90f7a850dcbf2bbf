"""Luton scored from real street files: what comes out, and what such files cannot say."""

from collections import Counter
from pathlib import Path

import pytest

from assessment.intake.extract_loading import load
from assessment.partnerships import add_partnership
from assessment.risk_matrix.matrix import Matrix, matrix
from assessment.workspace import Workspace


@pytest.fixture
def luton(workspace: Workspace, real_data: Path) -> Matrix:
    load(workspace, real_data / "police_uk" / "bedfordshire-2021-05-to-2024-04.zip")
    add_partnership(workspace, "Luton", ["Luton"])
    return matrix(workspace, "luton")


def test_what_comes_out_and_what_is_missing(luton: Matrix) -> None:
    assert luton.period.dates == "1 May 2023 to 30 April 2024"
    first = [(one.issue, round(one.scored.score or 0, 1)) for one in luton.ranked[:3]]
    assert first == [
        ("possession-of-weapons", 66.0),
        # No clear change wherever the records belong that name no district: it was left out.
        ("violence-and-sexual-offences", 65.7),
        # Burglary is no rise any more, of shoplifting nothing was ever to be said as a rise.
        ("anti-social-behaviour", 62.9),
    ]
    # With three criteria of nine it was "in the top 5 always", and very high.
    violence, reach = luton.ranked[1], luton.ranges["violence-and-sexual-offences"]
    assert violence.scored.band is None
    assert violence.scored.known_weight == pytest.approx(7 / 17)
    assert (reach.lowest, reach.highest) == (1, 14)
    assert 0.5 < (reach.top_share or 0) < 0.9
    # Street files mark neither domestic abuse nor hate, and keep sexual offences with violence.
    unscored = {one.issue for one in luton.ranked if one.rank is None}
    assert {"domestic-abuse", "hate-crime", "sexual-offences"} < unscored
    missing = Counter(
        criterion
        for (issue, criterion), one in luton.evidence.items()
        if one.score is None and issue not in unscored
    )
    # Harm: anti-social behaviour has no weight, violence and damage are mixtures of many.
    everything = len(luton.ranked) - len(unscored)
    people = dict.fromkeys(("victims", "concern", "partnership", "hidden"), everything)
    # Change: of shoplifting it depends on where the records without a place belong.
    assert missing == people | {"harm": 3, "change": 1}
    assert luton.evidence["violence-and-sexual-offences", "change"].score == 2
    # "A clear rise" here and "not to be reported as a rise" on Year on year, once.
    assert luton.evidence["shoplifting", "change"].score is None
    assert "depends on where those belong" in luton.evidence["shoplifting", "change"].in_words


def test_the_biggest_category_is_set_beside_bedford_and_central_bedfordshire(luton: Matrix) -> None:
    beside = luton.evidence["violence-and-sexual-offences", "peers"]
    assert "Bedford and Central Bedfordshire" in beside.in_words
    assert beside.value == pytest.approx(1.0, abs=0.01)
