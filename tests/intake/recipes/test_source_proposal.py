"""A file is known by its columns; where they do not tell whose it is, that is asked."""

import pytest

from assessment.errors import InvalidRequest
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import NO_RECIPE, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.recipes.recipe_store import save_recipe, saved_recipe, saved_recipes
from assessment.workspace import Workspace
from tests.intake.recipes.conftest import HEADER, Sends, crimes

LUTON = {"district": "Luton", "ward": "Dallow", "prefix": "l"}


def asked(report: LoadReport) -> tuple[str, list[str]]:
    """Return what the one question of a report is about, and the values that answer it."""
    assert report.status is LoadStatus.ASKS
    (question,) = report.questions
    return question.about, [value for value, _ in question.options]


def test_the_second_month_needs_no_name(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    report = sends(crimes(2))
    assert (report.status, report.source, report.recipe) == (
        LoadStatus.LOADED,
        "essex-police",
        "essex-police",
    )
    assert (report.is_source_proposed, report.questions) == (True, ())


def test_the_order_of_columns_makes_no_difference(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    report = sends([row[::-1] for row in crimes(2)], HEADER[::-1])
    assert (report.source, report.rows.loaded) == ("essex-police", 28)


def test_a_named_file_of_its_source_is_not_asked_of(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    report = sends(crimes(2, **LUTON), source="essex-police")
    assert (report.status, report.is_source_proposed) == (LoadStatus.LOADED, False)


def test_a_misspelt_name_begins_no_second_source(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    report = sends(crimes(2), source="esex-police")
    assert asked(report) == ("recipe", ["essex-police", NO_RECIPE])
    one_of_them = FileChoices().answered("recipe", "essex-police")
    assert sends(crimes(2), choices=one_of_them).source == "essex-police"


def test_a_second_source_is_begun_once_that_is_said(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    own = FileChoices().answered("recipe", NO_RECIPE)
    report = sends(crimes(2), source="partner", choices=own)
    assert (report.status, report.source) == (LoadStatus.LOADED, "partner")


def test_a_recipe_is_of_one_source(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    with pytest.raises(InvalidRequest, match="is of the source essex-police, and the file was"):
        sends(crimes(2), source="kent-police", choices=FileChoices(recipe="essex-police"))


def test_a_recipe_that_is_not_there_is_told_with_those_there_are(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    with pytest.raises(InvalidRequest, match=r"no saved recipe 'kent'\. There are: essex-police\."):
        sends(crimes(2), choices=FileChoices(recipe="kent"))


def test_another_district_with_the_same_columns_is_asked_about(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    about, values = asked(sends(crimes(2, **LUTON)))
    assert (about, values) == ("source", ["essex-police"])


def test_another_district_under_a_new_name_begins_it_and_says_so(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    report = sends(crimes(2, **LUTON), source="bedfordshire-police")
    assert report.status is LoadStatus.LOADED
    assert any("a source of its own, bedfordshire-police" in told for told in report.problems)


def test_of_two_forces_with_one_system_the_district_decides(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    sends(crimes(1, **LUTON), source="bedfordshire-police")
    assert sends(crimes(2)).source == "essex-police"
    assert sends(crimes(2, **LUTON)).source == "bedfordshire-police"


def test_of_two_that_fit_in_all_it_is_asked(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    apart = FileChoices(recipe=NO_RECIPE, measure_set="police")
    sends(crimes(1), source="essex-archive", choices=apart)
    about, values = asked(sends(crimes(2)))
    assert (about, set(values)) == ("source", {"essex-police", "essex-archive"})


def test_another_place_further_down_is_noticed_too(sends: Sends) -> None:
    """The first rows are of Rochford, and most rows are not."""
    sends(crimes(1), source="essex-police")
    rows = [row for n in range(8) for row in crimes(2, prefix=f"r{n}")]
    rows += [row for n in range(20) for row in crimes(2, **{**LUTON, "prefix": f"l{n}"})]
    report = sends(rows)
    assert asked(report) == ("source", ["essex-police"])
    assert "its districts are not those that essex-police has sent ('Luton')" in (
        report.questions[0].text
    )


def test_wards_tell_where_all_was_put_in_one_district(sends: Sends) -> None:
    header = [*HEADER[:3], *HEADER[4:]]

    def without_district(rows: list[list[str]]) -> list[list[str]]:
        return [[*row[:3], *row[4:]] for row in rows]

    here = FileChoices(place="Rochford", measure_set="police")
    first = sends(without_district(crimes(1)), header, source="rochford-council", choices=here)
    assert first.status is LoadStatus.LOADED
    assert sends(without_district(crimes(2)), header).districts == (("Rochford", 28),)
    elsewhere = without_district(crimes(3, ward="Dallow"))
    about, _ = asked(sends(elsewhere, header))
    assert about == "source"


def test_what_a_source_never_counted_is_asked_about(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    rows = [[row[0], "Boiler repairs", *row[2:]] for row in crimes(2)]
    report = sends(rows)
    assert asked(report) == ("source", ["essex-police"])
    assert "what it counts is not what essex-police has sent" in report.questions[0].text


def test_a_file_without_a_name_does_not_join_a_source_of_other_columns(sends: Sends) -> None:
    first = sends(crimes(1))
    assert (first.source, first.recipe) == ("essex-police", None)
    header = ("Log no", "Incident type", "Reported", "Local authority")
    report = sends([[row[0], *row[1:4]] for row in crimes(2)], header)
    assert asked(report) == ("source", ["essex-police"])


def test_a_load_that_is_undone_leaves_no_recipe(sends: Sends, workspace: Workspace) -> None:
    report = sends(crimes(1), source="esex-police")
    assert report.extract is not None
    undo_load(workspace, report.extract)
    assert saved_recipes(workspace) == ()
    assert sends(crimes(1), source="essex-police").status is LoadStatus.LOADED


def test_a_recipe_of_a_file_is_known_before_anything_is_loaded(
    sends: Sends, workspace: Workspace
) -> None:
    report = sends(crimes(1), source="essex-police")
    recipe = saved_recipe(workspace, "essex-police")
    assert report.extract is not None
    undo_load(workspace, report.extract)
    save_recipe(workspace, recipe)
    assert saved_recipe(workspace, "essex-police").choices == recipe.choices


def test_decisions_hold_for_the_next_month(sends: Sends) -> None:
    header = ("Number", "What", "On", "Then", "Where")
    rows = [[row[0], row[1], row[2], row[2].replace("/2025", "/2024"), row[3]] for row in crimes(1)]
    first = sends(rows, header, source="own", dry_run=True)
    assert {question.about for question in first.questions} == {"columns"}
    said = FileChoices().answered("columns", "On=date_from")
    assert sends(rows, header, source="own", choices=said).status is LoadStatus.LOADED
    later = [
        [row[0], row[1], row[2], row[2].replace("/2025", "/2024"), row[3]] for row in crimes(2)
    ]
    report = sends(later, header)
    assert (report.status, report.months) == (LoadStatus.LOADED, ("2025-02",))


RENAMED = ("Crime ref", "Offence type", "Committed date", "Local authority", "Ward", "Team")


@pytest.mark.parametrize("named", [None, "rochford-crime"])
def test_renamed_headings_begin_no_second_source_unasked(sends: Sends, named: str | None) -> None:
    sends(crimes(1), source="essex-police")
    report = sends(crimes(2), RENAMED, source=named)
    # Without a name it is called after its force, as the source is that is there.
    own_name = ("source", ["essex-police"])
    assert asked(report) == (("recipe", ["essex-police", NO_RECIPE]) if named else own_name)
    one_of_them = FileChoices().answered("recipe", "essex-police")
    told = sends(crimes(2), RENAMED, choices=one_of_them)
    assert (told.status, told.source, told.rows.loaded) == (LoadStatus.LOADED, "essex-police", 28)
    own = FileChoices().answered("recipe", NO_RECIPE)
    assert sends(crimes(3), RENAMED, source="other", choices=own).status is LoadStatus.LOADED


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (crimes(2, **LUTON), "another place"),
        ([[row[0], "Noise nuisance", *row[2:]] for row in crimes(2)], "other kinds"),
    ],
)
def test_other_headings_and_other_values_are_another_source(
    sends: Sends, rows: list[list[str]], why: str
) -> None:
    sends(crimes(1), source="essex-police")
    assert sends(rows, RENAMED, source="other").status is LoadStatus.LOADED, why


def test_counts_under_other_headings_begin_no_second_source(sends: Sends) -> None:
    counts = [["2025-10", "Rochford", "Burglary", 12], ["2025-10", "Rochford", "Arson", 4]]
    sends(counts, ("Month", "District", "Offence", "Number"), source="council")
    renamed = ("Period", "Local authority", "Crime type", "Number of offences")
    later = [["2025-11", *row[1:]] for row in counts]
    assert asked(sends(later, renamed)) == ("recipe", ["council", NO_RECIPE])


def test_the_place_is_asked_again_where_a_source_sends_a_file_for_each_district(
    sends: Sends,
) -> None:
    header = [*HEADER[:3], *HEADER[5:]]

    def of(month: int, prefix: str) -> list[list[str]]:
        return [[*row[:3], *row[5:]] for row in crimes(month, prefix=prefix)]

    sends(of(1, "r"), header, source="essex-police", choices=FileChoices(place="Rochford"))
    assert sends(of(2, "r"), header).districts == (("Rochford", 28),)
    sends(of(1, "m"), header, choices=FileChoices(place="Maldon"))
    report = sends(of(2, "m"), header)
    assert asked(report)[0] == "place"
    assert any("were said to be of Maldon and Rochford" in told for told in report.problems)
    said = sends(of(2, "m"), header, choices=FileChoices(place="Maldon"))
    assert (said.districts, said.rows.withdrawn) == ((("Maldon", 28),), 0)
