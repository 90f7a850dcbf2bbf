"""A column that came or went since the last file is told; where it matters, it is asked about."""

from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from tests.intake.recipes.conftest import HEADER, Sends, crimes

WARD = HEADER.index("Ward")


def test_a_new_column_is_told(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    report = sends([[*row, "x"] for row in crimes(2)], [*HEADER, "Weather"])
    assert (report.status, report.source) == (LoadStatus.LOADED, "essex-police")
    assert "New since the last file of essex-police: column 'Weather'." in report.problems


def test_a_column_that_went_is_told_with_what_it_held(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    header = [*HEADER[:WARD], *HEADER[WARD + 1 :]]
    report = sends([[*row[:WARD], *row[WARD + 1 :]] for row in crimes(2)], header)
    assert report.status is LoadStatus.LOADED
    assert (
        "No longer in the files of essex-police: column 'Ward', which had the ward."
        in report.problems
    )


def test_a_column_that_may_have_been_renamed_is_asked_about(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    header = [*HEADER[:WARD], "Neighbourhood", *HEADER[WARD + 1 :]]
    report = sends(crimes(2), header)
    assert report.status is LoadStatus.ASKS
    (question,) = report.questions
    assert "Earlier files had the ward in the column 'Ward'" in question.text
    said = FileChoices().answered("columns", "Neighbourhood=ward")
    assert sends(crimes(2), header, choices=said).wards == (("Hullbridge", 28),)


def test_a_new_column_that_is_something_else_is_left_out(sends: Sends) -> None:
    sends(crimes(1), source="essex-police")
    header = [*HEADER[:WARD], "Neighbourhood", *HEADER[WARD + 1 :]]
    said = FileChoices().answered("columns", "Neighbourhood=unused")
    report = sends(crimes(2), header, choices=said)
    assert (report.status, report.wards) == (LoadStatus.LOADED, ())
    assert sends(crimes(3), header).status is LoadStatus.LOADED
