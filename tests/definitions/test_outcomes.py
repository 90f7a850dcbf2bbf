"""Groups of outcomes: as sources write them, by code or by words, and never guessed."""

from pathlib import Path

import pytest

from assessment.definitions import OutcomeGroup, outcomes
from assessment.definitions.outcomes import read_outcomes
from assessment.errors import DefinitionFault

HEAD = """
author = "a"
checker = "b"
reviewed = 2026-12-01
source = "c"
months_to_finish = 12
"""


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("Charged or summonsed", OutcomeGroup.SOLVED),
        ("Court result unavailable", OutcomeGroup.SOLVED),
        ("Offender given a drugs possession warning", OutcomeGroup.SOLVED),
        ("LOCAL RESOLUTION", OutcomeGroup.SOLVED),
        ("Investigation complete; no suspect identified", OutcomeGroup.OTHER),
        ("Investigation complete: no suspect identified", OutcomeGroup.OTHER),
        ("Under investigation", OutcomeGroup.OPEN),
        ("Status update unavailable", OutcomeGroup.UNSAID),
        ("", OutcomeGroup.UNSAID),
        (None, OutcomeGroup.UNSAID),
        ("1", OutcomeGroup.SOLVED),
        ("Outcome 01", OutcomeGroup.SOLVED),
        ("1A - Charge/Summons: alternate offence", OutcomeGroup.SOLVED),
        ("Type 16", OutcomeGroup.OTHER),
        ("16 - whatever the force calls it", OutcomeGroup.OTHER),
        ("7 Under investigation", OutcomeGroup.OPEN),
        ("23", OutcomeGroup.UNKNOWN),
        ("Solvable", OutcomeGroup.UNKNOWN),
    ],
)
def test_outcome_is_in_its_group(written: str | None, group: OutcomeGroup) -> None:
    assert outcomes().of(written) is group


def test_every_fault_of_a_file_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "outcomes.toml"
    path.write_text(
        HEAD.replace("12\n", '"a year"\n')
        + '[[group]]\nid = "solved"\nwords = ["Charged", "charged!"]\ncodes = ["1"]\n'
        + '[[group]]\nid = "closed"\nwords = []\ncodes = ["1"]\n'
    )
    with pytest.raises(DefinitionFault) as fault:
        read_outcomes(path)
    said = str(fault.value)
    for part in ("months_to_finish", "words: expected each", "codes: expected each", "[closed] id"):
        assert part in said
    path.write_text("no toml")
    with pytest.raises(DefinitionFault, match="TOML in UTF-8"):
        read_outcomes(path)
