"""An answer that holds a name, a telephone number or an e-mail is no option."""

from collections import Counter
from pathlib import Path

import pytest

from assessment.survey.questionnaire import OWN_WORDS, QuestionKind
from assessment.survey.reading.proposal import Decision, DoubtKind, Use
from assessment.survey.reading.questions.answers.personal_answers import holds_name
from assessment.survey.waves.wave_comments import comments
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey.loads import WAVE, column, loaded, proposed, times, written

ASKED = "What is the main problem?"
COMMON = times(Burglary=20, Litter=18)
HOLDING = [
    "Ask Sarah Smith about the shop",
    "PC Jones never comes here",
    "Ring 01634 123456 about it",
    "Write to jo@example.org about it",
    "It is at ME7 1AB every night",
]


@pytest.mark.parametrize("text", HOLDING)
def test_a_sentence_that_holds_somebody_is_no_option(
    workspace: Workspace, tmp_path: Path, text: str
) -> None:
    loaded(workspace, written(tmp_path, column(ASKED, *COMMON, *[text] * 6)))
    labels = set(stored(workspace, "SELECT label FROM survey_option")["label"])
    assert labels == {"Burglary", "Litter", OWN_WORDS}
    assert [comment.text for comment in comments(workspace, WAVE)] == [text] * 6


@pytest.mark.parametrize("text", HOLDING)
def test_nor_among_several_in_a_cell_nor_in_places(
    workspace: Workspace, tmp_path: Path, text: str
) -> None:
    several = [f"Burglary;{text};", "Burglary;Litter;", "Litter;"] * 6
    header = ["ID", ASKED, *(f"What should come first? - {place}" for place in ("1st", "2nd"))]
    places = [("Burglary", text), ("Litter", "Burglary"), ("Burglary", "Litter")] * 6
    rows = [[str(n), *row] for n, row in enumerate(zip(several, *zip(*places, strict=True)))]  # noqa: B905
    loaded(workspace, written(tmp_path, [header, *rows]))
    labels = set(stored(workspace, "SELECT label FROM survey_option")["label"])
    assert labels == {"Burglary", "Litter", OWN_WORDS}


def test_it_is_told_and_can_be_undone(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(ASKED, *COMMON, *["Dr Martens boots"] * 6))
    (doubt,) = (d for d in proposed(workspace, path).doubts if d.kind is DoubtKind.WRITTEN_IN)
    assert "1 answer that several people gave may name somebody" in doubt.text
    assert "Martens" not in doubt.text
    assert doubt.suggestion is not None
    (_, asked) = proposed(workspace, path, **{ASKED: doubt.suggestion}).columns
    assert asked.kind is QuestionKind.SINGLE
    assert "Dr Martens boots" in {option.label for option in asked.options}


NEXT_DOOR = {"Dave next door": 10, "Kowalski family": 4, "Mohammed": 7, "The lads at 14": 3}
MANURE = {"Horse manure on lanes": 12}
WRITTEN = [
    (NEXT_DOOR, set(), "a first name among them, and the others so few"),
    ({**MANURE, "One thing": 1, "Another": 1, "A third": 2}, set(), "people wrote their own"),
    ({**MANURE, "One thing": 1}, {*MANURE, "One thing"}, "hardly anybody wrote anything"),
    ({"Horse manure on lanes": 40, "Dave": 3}, {"Horse manure on lanes"}, "said by many"),
    (
        {"Dave": 3, "Buglary": 3, "Other": 4, "Don't know": 4},
        {"Other", "Don't know", "Buglary"},
        "a slip is asked about",
    ),
]


@pytest.mark.parametrize(("said", "options", "why"), WRITTEN)
def test_what_few_say_where_people_write_their_own_is_no_option(
    workspace: Workspace, tmp_path: Path, said: dict[str, int], options: set[str], why: str
) -> None:
    """Beside answers that surveys offer; and whoever loads it can say that it was offered."""
    answers = [*times(Burglary=42, Litter=37, Drugs=33), *Counter(said).elements()]
    path = written(tmp_path, column(ASKED, *answers))
    (asked, *_) = (c for c in proposed(workspace, path).columns if c.use is Use.QUESTION)
    labels = {option.label for option in asked.options}
    assert labels - {OWN_WORDS} == {"Burglary", "Litter", "Drugs", *options}, why
    confirmed = {ASKED: Decision(merges={text: text for text in said})}
    (asked, *_) = (c for c in proposed(workspace, path, **confirmed).columns if c.slug)
    assert {option.label for option in asked.options} >= {*said} - {"Buglary"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ask Sarah Smith at the shop", True),
        ("Speak to Cllr O'Brien", True),
        ("Alexandra Park", False),  # a place
        ("Martin Luther King Way", False),
        ("Michael Faraday School", False),
        ("Paul", False),  # nobody's whole name
        ("More officers on foot", False),
    ],
)
def test_names_inside_a_text(text: str, holds: bool) -> None:
    assert holds_name(text) is holds


def test_a_ward_may_be_called_after_somebody(workspace: Workspace, tmp_path: Path) -> None:
    wards = [*["Thomas More"] * 8, *["River"] * 9, *["Strood"] * 9, *["Luton"] * 9]
    path = written(tmp_path, column("Which ward do you live in?", *wards))
    (_, asked) = proposed(workspace, path).columns
    assert {option.label for option in asked.options} >= {"Thomas More", "River"}
