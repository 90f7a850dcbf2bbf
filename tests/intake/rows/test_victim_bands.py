"""Victims' age, sex, ethnicity and relation: kept as bands for a reason, and never otherwise."""

from pathlib import Path

from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from assessment.intake.recipes.recipe_store import saved_recipes
from assessment.outputs.sources.recipe_wording import decisions_in_words
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.rows.conftest import Kept, LoadsRows

HEADER = ("Crime ref", "Date", "Offence", "District", "Vic age", "Vic sex", "Relation")
AGE, SEX = {"Vic age": "victim_age"}, {"Vic sex": "victim_sex"}
WHY = "who is robbed"
SAID = FileChoices(columns={**AGE, **SEX, "Relation": "victim_relation"}, victim_reason=WHY)
VICTIMS = [
    ("34", "F", "Stranger"),
    ("19", "male", "Friend"),
    ("", "U", "Not known"),
    ("71", "F", "Ex-wife"),
    ("51", "M", "gibberish"),
]
ROWS = [
    (f"C{at}", f"{1 + at:02}/01/2025 10:15", "Robbery", "Luton", *victim)
    for at, victim in enumerate(VICTIMS)
]


def _bands(kept: Kept) -> list[list[str] | None]:
    records = sorted(kept(), key=lambda record: str(record["reference"]))
    return [None if (bands := record["victim_bands"]) is None else [*bands] for record in records]


def test_without_being_chosen_nothing_of_it_is_kept(loads_rows: LoadsRows, kept: Kept) -> None:
    report = loads_rows(HEADER, ROWS)
    assert report.status is LoadStatus.LOADED
    assert _bands(kept) == [None] * 5


def test_what_it_is_kept_for_is_asked(loads_rows: LoadsRows) -> None:
    report = loads_rows(HEADER, ROWS, FileChoices(columns=SEX))
    (question,) = report.questions
    assert (report.status, question.about, question.option) == (
        *(LoadStatus.ASKS, "victim_reason", "--reason"),
    )


def test_bands_are_kept_and_nothing_as_it_is_written(
    loads_rows: LoadsRows, kept: Kept, workspace: Workspace
) -> None:
    report = loads_rows(HEADER, ROWS, SAID)
    assert _bands(kept) == [
        ["age=25-34", "relation=stranger", "sex=female"],
        ["age=18-24", "relation=known", "sex=male"],
        None,
        ["age=65-", "relation=partner", "sex=female"],
        ["age=45-54", "sex=male"],
    ]
    told = " ".join(report.problems)
    assert "'Vic age', 'Vic sex', 'Relation' bands are kept" in told
    assert f"The reason given: {WHY}" in told
    assert "1 of 4 rows that say something in 'Relation' belong in no band" in told
    assert "gibberish" not in repr(report)
    assert b"gibberish" not in workspace.store.path.read_bytes()
    assert all(not column.samples for column in report.columns if column.header in SAID.columns)


def test_the_reason_stays_with_the_source(workspace: Workspace, tmp_path: Path, kept: Kept) -> None:
    load(workspace, write_csv(tmp_path / "a.csv", ROWS, HEADER), source="kent", choices=SAID)
    (recipe,) = saved_recipes(workspace)
    assert WHY in decisions_in_words(recipe.choices)
    february = [(f"D{at}", row[1].replace("/01/", "/02/"), *row[2:]) for at, row in enumerate(ROWS)]
    load(workspace, write_csv(tmp_path / "b.csv", february, HEADER))
    assert [bands is None for bands in _bands(kept)] == [False, False, True, False, False] * 2


def test_a_column_of_something_else_is_asked_about(loads_rows: LoadsRows) -> None:
    rows = [(*row[:4], f"0{at}/03/1990", *row[5:]) for at, row in enumerate(ROWS, 1)]
    choices = FileChoices(columns=AGE, victim_reason=WHY)
    (question,) = loads_rows(HEADER, rows, choices).questions
    assert "5 of 5 rows that say something in 'Vic age'" in question.text
    ((answer, _),) = question.options
    report = loads_rows(HEADER, rows, choices.answered(question.about, answer))
    assert report.status is LoadStatus.LOADED, "the advice works"


def test_a_record_has_the_bands_of_all_its_victims(loads_rows: LoadsRows, kept: Kept) -> None:
    rows = [("C1", "05/01/2025", *row[2:]) for row in ROWS]
    loads_rows(HEADER, rows, SAID)
    assert _bands(kept) == [
        [
            *("age=18-24", "age=25-34", "age=45-54", "age=65-", "relation=known"),
            *("relation=partner", "relation=stranger", "sex=female", "sex=male"),
        ]
    ]


def test_bands_that_come_later_revise_and_undo_takes_them_back(
    loads_rows: LoadsRows, kept: Kept, workspace: Workspace
) -> None:
    loads_rows(HEADER, [(*row[:4], "", "", "") for row in ROWS])
    report = loads_rows(HEADER, ROWS, SAID)
    assert (report.rows.revised, report.rows.unchanged) == (4, 1)
    assert report.extract is not None
    undo_load(workspace, report.extract)
    assert _bands(kept) == [None] * 5
