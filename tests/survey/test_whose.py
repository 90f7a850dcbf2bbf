"""A survey's name and partnership, apart from its id; and which survey an export is a wave of."""

from pathlib import Path

import pytest

from assessment.changes import Place
from assessment.errors import InvalidRequest
from assessment.examples import remove_examples
from assessment.intake.load_status import LoadStatus
from assessment.partnerships import add_partnership, partnerships, remove_partnership
from assessment.perception.surveyed_place import is_of
from assessment.survey.waves.survey_match import survey_named, survey_of, usual_partnership
from assessment.survey.waves.survey_names import Survey, surveys
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import list_waves
from assessment.workspace import Workspace
from tests.survey.loads import Rows, written

HEADER = ["ID", "Age group?", "Is it safe?", "Is it clean?", "Is it lit?"]
SAID = [[str(n), "16 to 24", "Yes", "No", "No"] for n in range(4)]
NORTH = Survey("north", "Safer NORTH survey!", "luton", False)


@pytest.fixture
def luton(workspace: Workspace) -> str:
    return add_partnership(workspace, "Luton", ["Luton"]).id


def load(
    workspace: Workspace,
    path: Path,
    wave: str = "one",
    called: str | None = None,
    partnership: str | None = None,
) -> LoadStatus:
    return load_survey(
        workspace, path, survey="north", wave=wave, called=called, partnership=partnership
    ).status


def test_a_name_stays_as_it_was_typed(workspace: Workspace, tmp_path: Path, luton: str) -> None:
    path = written(tmp_path, [HEADER, *SAID])
    load(workspace, path, called=" Safer  NORTH survey! ", partnership=luton)
    assert surveys(workspace) == (NORTH,)
    load(workspace, path, wave="two")  # what is not said again stays
    assert surveys(workspace) == (NORTH,)
    assert {(wave.survey_name, wave.partnership) for wave in list_waves(workspace)} == {
        ("Safer NORTH survey!", "luton")
    }


def test_what_is_said_anew_of_the_same_file_is_kept(
    workspace: Workspace, tmp_path: Path, luton: str
) -> None:
    path = written(tmp_path, [HEADER, *SAID])
    load(workspace, path)
    assert surveys(workspace) == (Survey("north", "North", None, False),)  # of its id
    assert load(workspace, path) is LoadStatus.UNCHANGED
    assert load(workspace, path, partnership=luton) is LoadStatus.LOADED
    assert load(workspace, path, partnership=luton) is LoadStatus.UNCHANGED
    assert load(workspace, path, partnership="") is LoadStatus.LOADED
    assert surveys(workspace)[0].partnership is None


def test_a_partnership_that_there_is_not(workspace: Workspace, tmp_path: Path, luton: str) -> None:
    path = written(tmp_path, [HEADER, *SAID])
    with pytest.raises(InvalidRequest, match="Did you mean luton"):
        load(workspace, path, partnership="lutn")


def test_a_survey_outlives_its_partnership(
    workspace: Workspace, tmp_path: Path, luton: str
) -> None:
    load(workspace, written(tmp_path, [HEADER, *SAID]), partnership=luton)
    remove_partnership(workspace, luton)
    assert surveys(workspace)[0].partnership is None


@pytest.mark.parametrize(
    ("called", "said", "place", "is_its", "why"),
    [
        ("Residents", "luton", Place("Luton", ("Luton",)), True, "as it was said"),
        ("Bedford residents", "luton", Place("Luton", ("Luton",)), True, "whatever its name"),
        ("Bedford residents", "luton", Place("Bedford", ("Bedford",)), False, "nor by its name"),
        ("Luton residents", "luton", Place("Luton", (), "Luton"), False, "a force of that name"),
        ("Luton residents", "", Place("Luton", ("Luton",)), True, "nobody said: by its name"),
        ("Bedford survey", "", Place("Beds", ("Bedford", "Luton")), True, "by a district's name"),
        ("Lutonia", "", Place("Luton", ("Luton",)), False, "whole words"),
    ],
)
def test_whose_residents_answered(
    workspace: Workspace,
    tmp_path: Path,
    luton: str,
    called: str,
    said: str,
    place: Place,
    is_its: bool,
    why: str,
) -> None:
    assert luton == "luton"
    load(workspace, written(tmp_path, [HEADER, *SAID]), called=called, partnership=said)
    (wave,) = list_waves(workspace)
    assert is_of(wave, place, partnerships(workspace)) is is_its, why


OTHER_NUMBERS = ["No", *(f"Q{n}. {asked}" for n, asked in enumerate(HEADER[1:], 2))]
EXPORTS: list[tuple[list[str], str | None, str]] = [
    (HEADER, "north", "the very same questions"),
    (OTHER_NUMBERS, "north", "under numbers"),
    ([*HEADER, "Is it quiet?", "Is it loud?"], "north", "and a few more"),
    (HEADER[:4], "north", "most of them"),
    ([*HEADER[:2], "Bins?", "Roads?", "Parks?"], None, "age alone is asked everywhere"),
    ([*HEADER, *(f"About {n}?" for n in range(9))], None, "mostly about something else"),
]


@pytest.mark.parametrize(("header", "survey", "why"), EXPORTS)
def test_which_survey_an_export_is_of(
    workspace: Workspace, tmp_path: Path, header: list[str], survey: str | None, why: str
) -> None:
    load(workspace, written(tmp_path, [HEADER, *SAID]))
    rows: Rows = [header, *([str(n), *["Yes"] * (len(header) - 1)] for n in range(3))]
    assert survey_of(workspace, written(tmp_path, rows, "next.csv")) == survey, why


def test_boxes_and_rows_are_one_question_each(workspace: Workspace, tmp_path: Path) -> None:
    boxes = ["Which?: Drugs", "Which?: Litter", "Which?: Other"]
    grid = ["Safe?: By day", "Safe?: After dark"]
    rows: Rows = [["ID", *boxes, *grid], *([f"{n}", "1", "", "1", "Yes", "No"] for n in range(9))]
    load(workspace, written(tmp_path, rows))
    assert survey_of(workspace, written(tmp_path, rows, "next.csv")) == "north"


def test_no_export_is_an_examples(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, [HEADER, *SAID])
    assert survey_of(workspace, path) is None  # there are none at all
    load_survey(workspace, path, survey="example", wave="w", synthetic=True)
    assert survey_of(workspace, path) is None


def test_a_survey_is_found_by_its_name_or_its_id() -> None:
    assert survey_named("Safer NORTH survey!", [NORTH]) == NORTH
    assert survey_named("North", [NORTH]) == NORTH
    assert survey_named("South", [NORTH]) is None


def test_the_usual_partnership(workspace: Workspace, luton: str) -> None:
    assert usual_partnership(["Residents"], partnerships(workspace)) == luton  # the only one
    add_partnership(workspace, "Beds", ["Bedford", "Central Bedfordshire"])
    among = partnerships(workspace)
    assert usual_partnership(["Residents"], among) is None
    assert usual_partnership(["Residents", "bedford_2024.csv"], among) == "beds"


@pytest.mark.parametrize(
    ("texts", "expected", "why"),
    [
        (["Rochford survey"], "rochford", "its own name, though another has a district of it"),
        (["Castle Point and Rochford survey"], "castle-point-and-rochford", "the longer name"),
        (["Castle Point survey"], "castle-point-and-rochford", "the only one with the district"),
        (["Maldon survey"], None, "a district of two: neither is likelier"),
        (["Luton survey"], "luton", "one's own comes before an example of the same place"),
        (["Residents"], None, "nobody is named, and there are several"),
    ],
)
def test_a_partnership_is_known_by_its_name_first(
    workspace: Workspace, luton: str, texts: list[str], expected: str | None, why: str
) -> None:
    add_partnership(workspace, "Castle Point and Rochford", ["Castle Point", "Rochford"])
    add_partnership(workspace, "Rochford", ["Rochford"])
    add_partnership(workspace, "Dengie", ["Maldon"])
    add_partnership(workspace, "Blackwater", ["Maldon", "Braintree"])
    add_partnership(workspace, "Luton example", ["Luton"], synthetic=True)
    assert usual_partnership(texts, partnerships(workspace)) == expected, why


def test_a_survey_outlives_an_example(workspace: Workspace, tmp_path: Path) -> None:
    example = add_partnership(workspace, "Medway", ["Medway"], synthetic=True)
    load(workspace, written(tmp_path, [HEADER, *SAID]), partnership=example.id)
    remove_examples(workspace)
    assert surveys(workspace)[0].partnership is None
