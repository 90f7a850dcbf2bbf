"""What keeps an export from being loaded is said in words, all of it."""

import pytest

from assessment.errors import AssessmentError, UploadRefused
from assessment.outputs.survey.load_requirements import still_needed
from assessment.survey.reading.proposal import (
    ColumnReading,
    Doubt,
    DoubtKind,
    Proposal,
    RowsLeftOut,
    Use,
)
from assessment.survey.waves.survey_names import Survey
from assessment.survey.waves.wave_naming import WaveNaming

WAVES = {"north-2023": "north", "south-2023": "south"}
NORTH = Survey("north", "North!", None, synthetic=False)
EXAMPLE = Survey("medway", "Medway", None, synthetic=True)


def found(*blocking: bool) -> Proposal:
    doubts = tuple(
        Doubt("Q", DoubtKind.CODES, "What?", blocks, (f"{n}",)) for n, blocks in enumerate(blocking)
    )
    column = ColumnReading("Q", ("Q",), Use.QUESTION, doubts=doubts)
    return Proposal("f.csv", "", 9, 9, RowsLeftOut(), None, None, (column,), None)


@pytest.mark.parametrize(
    ("named", "proposal", "needed"),
    [
        (WaveNaming("North!", NORTH, wave="north-2024"), found(), []),
        (WaveNaming("North!", NORTH, wave="north-2023"), found(), []),  # it is replaced
        (WaveNaming("West", wave="west-2024"), found(False), []),  # asked, and it may stay open
        (WaveNaming(), found(), ["say above which survey it is of"]),
        (WaveNaming(), found(True), ["say above which survey", "decide 1 thing below"]),
        (WaveNaming("?", wave="w"), found(), ["a name with a letter or a digit"]),
        (WaveNaming("Medway", EXAMPLE, wave="w"), found(), ["“Medway” is an example"]),
        (WaveNaming("West"), found(True, True), ["give this wave a name", "decide 2 things below"]),
        (WaveNaming("West", wave="south-2023"), found(), ["is a wave of another survey"]),
        (WaveNaming(), UploadRefused("f.csv", ["It is empty."]), ["one that can be read"]),
    ],
)
def test_what_is_still_needed(
    named: WaveNaming, proposal: Proposal | AssessmentError, needed: list[str]
) -> None:
    said = still_needed(named, proposal, WAVES)
    assert bool(said) is bool(needed)
    assert said.count(";") == max(len(needed) - 1, 0) + said.count("one that can be read;")
    assert all(each in said for each in needed)
