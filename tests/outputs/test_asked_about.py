"""When and where a question about safety is about, as its sentence says it."""

import pytest

from assessment.outputs.survey.asked_about import told_apart, when_and_where, where
from assessment.survey.questionnaire import Concept
from tests.outputs.survey_rows import row

SAFE = "How safe do you feel"


@pytest.mark.parametrize(
    ("wording", "place"),
    [
        (f"{SAFE} after dark in the town centre?", "in the town centre"),
        (f"{SAFE} after dark in your own street?", "in their own street"),
        (f"{SAFE} on public transport at night?", "on public transport"),
        (f"{SAFE} walking alone after dark?", "walking alone"),
        (f"Q4. In the town centre, {SAFE.lower()} in the daytime?", "in the town centre"),
        (f"{SAFE}?: In the town centre after dark", "in the town centre"),  # a row of a grid
        (f"{SAFE} in these places after dark?: Park", "Park"),
        (f"{SAFE} when you are travelling on a bus?", "when they are travelling on a bus"),
        # Where people live is what is meant where nothing else is said.
        (f"{SAFE} after dark?", ""),
        (f"{SAFE}?: During the day", ""),
        (f"{SAFE} in Medway in the evening?", ""),
        (f"{SAFE} outside in your local area during the day?", ""),
        (f"{SAFE} when you are outside in your local area after dark?", ""),
        (f"Pa mor ddiogel? / {SAFE} after dark?", ""),
    ],
)
def test_the_place_is_the_one_asked_about(wording: str, place: str) -> None:
    assert where(wording) == place


def test_place_and_time() -> None:
    def said(wording: str) -> str:
        return when_and_where(row("Safe", 1, wording=wording, concept=Concept.SAFE_AFTER_DARK))

    assert said(f"{SAFE} in the town centre at night?") == "in the town centre at night"
    assert said(f"{SAFE} in these places after dark?: Park") == "after dark (Park)"


def test_questions_that_say_too_little_are_told_apart_by_their_words() -> None:
    asked = [
        row("Safe", 1, wording=wording, concept=Concept.SAFE_AFTER_DARK)
        for wording in (f"{SAFE} after dark?", f"{SAFE} after dark (second panel)?")
    ]
    first, second = told_apart(asked)
    assert first != second
    assert "second panel" in second
