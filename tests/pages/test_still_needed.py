"""What keeps an export from being loaded is said in words, all of it."""

import pytest

from assessment.errors import AssessmentError, UploadRefused
from assessment.survey import ColumnReading, Doubt, DoubtKind, Proposal, RowsLeftOut, Use
from assessment.survey.waves.survey_names import Survey
from pages.load_survey.still_missing import still_needed
from pages.load_survey.survey_upload import Named

WAVES = {"north-2023": "north", "south-2023": "south"}
NORTH = Survey("north", "North!", None, synthetic=False)
EXAMPLE = Survey("medway", "Medway", None, synthetic=True)


def found(*blocking: bool) -> Proposal:
    doubts = tuple(Doubt("Q", DoubtKind.CODES, "What?", blocks) for blocks in blocking)
    column = ColumnReading("Q", ("Q",), Use.QUESTION, doubts=doubts)
    return Proposal("f.csv", "", 9, 9, RowsLeftOut(), None, None, (column,), None)


@pytest.mark.parametrize(
    ("named", "proposal", "needed"),
    [
        (Named("North!", NORTH, wave="north-2024"), found(), []),
        (Named("North!", NORTH, wave="north-2023"), found(), []),  # it is replaced
        (Named("West", wave="west-2024"), found(False), []),  # asked, and it may stay open
        (Named(), found(), ["say above which survey it is of"]),
        (Named(), found(True), ["say above which survey", "decide 1 thing below"]),
        (Named("?", wave="w"), found(), ["a name with a letter or a digit"]),
        (Named("Medway", EXAMPLE, wave="w"), found(), ["“Medway” is an example"]),
        (Named("West"), found(True, True), ["give this wave a name", "decide 2 things below"]),
        (Named("West", wave="south-2023"), found(), ["is a wave of another survey"]),
        (Named(), UploadRefused("f.csv", ["It is empty."]), ["one that can be read"]),
    ],
)
def test_what_is_still_needed(
    named: Named, proposal: Proposal | AssessmentError, needed: list[str]
) -> None:
    said = still_needed(named, proposal, WAVES)
    assert bool(said) is bool(needed)
    assert said.count(";") == max(len(needed) - 1, 0) + said.count("one that can be read;")
    assert all(each in said for each in needed)
