"""A partnership's own data set: defined, loaded, mapped, compared, and never added to another."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessment.changes import Place, Question, year_on_year
from assessment.definitions import (
    Direction,
    MeasureKind,
    OwnDataSet,
    OwnMeasure,
    knowing,
    measure_set_of,
    measure_sets,
    partner_sets,
    read_own_data_set,
    shipped_sets,
    subject_of,
)
from assessment.errors import DefinitionFault, InvalidRequest
from assessment.intake.categories.category_meanings import map_category, unmapped_categories
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from assessment.partnerships import add_partnership, remove_partnership
from assessment.periods import Period, PeriodKind
from assessment.sources.data_sets import data_sets, define_data_set, remove_data_set
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import assert_sound

NOISE = OwnDataSet(
    "Noise patrols",
    MeasureKind.CASE,
    "the council's noise team",
    (
        OwnMeasure("Party noise", "visit", Direction.DOWN, "Fridays only.", ("Party",)),
        OwnMeasure("Domestic abuse", "visit", Direction.UP, "", ("DA",)),  # as a flag is called
    ),
)
YEAR = Period(PeriodKind.CALENDAR_YEAR, date(2025, 1, 1), date(2026, 1, 1))
HEADER = ("Visit number", "Visit date", "Type", "District")
COLUMNS = {"Visit number": "reference", "Visit date": "date_from", "Type": "category"}
FILE = """\
label = "Noise patrols"
kind = "case"
unit = "visit"
owner = "the council's noise team"

[[measure]]
label = "Party noise"
direction = "down"
caveat = "Fridays only."
names = ["Party"]

[[measure]]
label = "Domestic abuse"
direction = "up"
names = ["DA"]
"""


@pytest.fixture
def luton(workspace: Workspace) -> Workspace:
    add_partnership(workspace, "Luton", ["Luton"])
    add_partnership(workspace, "Bedford", ["Bedford"])
    return workspace


def visits(folder: Path, kinds: tuple[str, ...] = ("Party",)) -> Path:
    """Write a file of two years: 2 visits a month and kind in the first, 4 in the second."""
    rows = [
        (
            f"N-{year}-{month:02d}-{number:02d}-{kind}",
            f"{number + 13:02d}/{month:02d}/{year}",
            kind,
            "Luton",
        )
        for year, n in ((2024, 2), (2025, 4))
        for month in range(1, 13)
        for kind in kinds
        for number in range(n)
    ]
    return write_csv(folder / "noise.csv", rows, HEADER)


def loaded(workspace: Workspace, path: Path) -> LoadStatus:
    choices = FileChoices(columns=COLUMNS, measure_set=NOISE.id)
    return load(workspace, path, source="noise", choices=choices).status


def counts(workspace: Workspace) -> dict[str, tuple[int | None, int | None]]:
    question = Question(Place("Luton", ("Luton",)), YEAR, YEAR.year_before(), NOISE.id)
    answer = year_on_year(workspace, question)
    return {change.measure.label: (change.previous, change.current) for change in answer.changes}


def test_a_file_defines_what_the_form_does(tmp_path: Path) -> None:
    path = tmp_path / "noise.toml"
    path.write_text(FILE, encoding="utf-8")
    assert read_own_data_set(path) == NOISE


def test_it_is_a_set_like_a_shipped_one() -> None:
    measures = measure_set_of(NOISE)
    assert [(m.id, m.kind, m.direction, m.noun[0]) for m in measures.measures] == [
        ("total", MeasureKind.TOTAL, Direction.NEUTRAL, "visit"),
        ("own-party-noise", MeasureKind.CASE, Direction.DOWN, "visit"),
        ("own-domestic-abuse", MeasureKind.CASE, Direction.UP, "visit"),
        ("unmapped", MeasureKind.UNMAPPED, Direction.NEUTRAL, "visit"),
    ]
    assert measures.measure("own-party-noise").caveats == ("Fridays only.",)
    assert measures.leaf_for("party") == "own-party-noise"


def test_nothing_that_is_shipped_begins_as_ones_own_do() -> None:
    ids = [*shipped_sets(), *(m.id for s in shipped_sets().values() for m in s.measures)]
    assert not [name for name in ids if name.startswith("own-")]


def test_it_is_loaded_and_compared(luton: Workspace, tmp_path: Path) -> None:
    define_data_set(luton, "luton", NOISE)
    assert loaded(luton, visits(tmp_path)) is LoadStatus.LOADED
    assert counts(luton)["Party noise"] == (24, 48)
    assert counts(luton)["All Noise patrols"] == (24, 48)
    # As a flag of the police's is called, and none of theirs.
    assert counts(luton)["Domestic abuse"] == (0, 0)
    assert_sound(luton)


def test_its_categories_are_said_the_meaning_of(luton: Workspace, tmp_path: Path) -> None:
    define_data_set(luton, "luton", NOISE)
    loaded(luton, visits(tmp_path, ("Party", "Barking")))
    (unknown,) = unmapped_categories(luton)
    assert (unknown.category, unknown.measure_set) == ("Barking", NOISE.id)
    map_category(luton, "noise", "Barking", "own-party-noise")
    assert counts(luton)["Party noise"] == (48, 96)
    assert_sound(luton)


def test_it_is_known_where_its_store_is_asked_and_nowhere_else(luton: Workspace) -> None:
    define_data_set(luton, "luton", NOISE)
    assert NOISE.id not in measure_sets()
    with knowing(lambda: luton.own_sets):
        assert NOISE.id in measure_sets()
        assert NOISE.id in partner_sets()
        assert subject_of("own-party-noise", NOISE.id) == NOISE.id
    assert NOISE.id not in measure_sets()


def test_it_is_read_once_for_a_version_of_the_data(luton: Workspace) -> None:
    define_data_set(luton, "luton", NOISE)
    before = luton.own_sets
    assert luton.own_sets is before
    add_partnership(luton, "Maldon", ["Maldon"])
    assert luton.own_sets is before  # it still says the same
    remove_data_set(luton, "luton", NOISE.id)
    assert luton.own_sets.sets == ()


def test_it_is_a_partnerships_own(luton: Workspace) -> None:
    define_data_set(luton, "luton", NOISE)
    assert [defined.data_set for defined in data_sets(luton, "luton")] == [NOISE]
    assert data_sets(luton, "bedford") == ()
    with pytest.raises(InvalidRequest, match="Another partnership has a data set Noise patrols"):
        define_data_set(luton, "bedford", NOISE)
    with pytest.raises(InvalidRequest, match="There is no data set 'own-noise-patrols' of bedford"):
        remove_data_set(luton, "bedford", NOISE.id)


def test_it_is_defined_anew_until_something_is_loaded_in_it(
    luton: Workspace, tmp_path: Path
) -> None:
    define_data_set(luton, "luton", NOISE)
    define_data_set(luton, "luton", replace(NOISE, owner="the county council"))
    assert data_sets(luton, "luton")[0].data_set.owner == "the county council"
    loaded(luton, visits(tmp_path))
    with pytest.raises(InvalidRequest, match="noise has records in it"):
        define_data_set(luton, "luton", NOISE)
    with pytest.raises(InvalidRequest, match="noise has records in it"):
        remove_data_set(luton, "luton", NOISE.id)
    assert counts(luton)["Party noise"] == (24, 48)


def test_it_outlives_its_partnership_and_is_then_anybodys(luton: Workspace, tmp_path: Path) -> None:
    define_data_set(luton, "luton", NOISE)
    loaded(luton, visits(tmp_path))
    remove_partnership(luton, "luton")
    assert counts(luton)["Party noise"] == (24, 48)
    assert [defined.partnership for defined in data_sets(luton, "bedford")] == [None]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (replace(NOISE, label="!?"), "The data set needs a name with a letter or a digit."),
        (replace(NOISE, owner=""), "The owner needs a name"),
        (replace(NOISE, label="x" * 81), "has a name of 81 letters: write at most 80"),
        (replace(NOISE, measures=()), "It has 0 measures: write 1 to 40."),
        (replace(NOISE, label="Council cases"), "load its files as council-cases"),
        (replace(NOISE, label="fire"), "load its files as fire"),
    ],
)
def test_what_cannot_be_defined_is_told(luton: Workspace, wrong: OwnDataSet, why: str) -> None:
    with pytest.raises(InvalidRequest, match=why):
        define_data_set(luton, "luton", wrong)
    assert data_sets(luton, "luton") == ()


def test_two_measures_of_one_name_are_refused(luton: Workspace) -> None:
    twice = replace(
        NOISE, measures=(NOISE.measures[0], OwnMeasure("Parties", "visit", names=("Party",)))
    )
    with pytest.raises(DefinitionFault, match="what does not already mean own-party-noise"):
        define_data_set(luton, "luton", twice)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("label =", "TOML in UTF-8"),
        (FILE.replace('"down"', '"sideways"'), "direction: expected one of down, up, neutral"),
        (FILE.replace('kind = "case"', 'kind = "offence"'), "kind: expected one of incident, case"),
        (FILE + 'colour = "red"\n', "colour: expected no such field"),
        ('label = "x"\n', r"\[\[measure\]\] tables"),
    ],
)
def test_every_fault_of_a_file_is_told(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "noise.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionFault, match=why):
        read_own_data_set(path)
