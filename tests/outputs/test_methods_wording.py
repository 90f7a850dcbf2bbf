"""By which methods a verdict is given, in words, and what a reader of last month's page is told."""

import pytest

from assessment.definitions import methods_version
from assessment.outputs.changes.changes_download import year_on_year_table
from assessment.outputs.methods_wording import earlier_methods, stamp, what_changed
from tests.outputs.answers import ANSWER

STAMPS = [
    (1, "version 1 of the methods, in use from 21 November 2026 until 30 November 2026."),
    (2, "version 2 of the methods, in use from 30 November 2026 until 1 December 2026."),
    (3, "version 3 of the methods, in use since 1 December 2026."),
]


@pytest.mark.parametrize(("version", "words"), STAMPS)
def test_a_stamp_says_since_when(version: int, words: str) -> None:
    assert stamp(version) == f"Verdicts by {words}"


def test_only_verdicts_of_before_are_told_to_be_so() -> None:
    assert earlier_methods(methods_version()) == ""
    assert "keep version 1 of the methods" in earlier_methods(1)


def test_every_change_says_its_version_and_day() -> None:
    assert what_changed()
    assert all(change.startswith("Version ") for change in what_changed())


def test_a_download_has_the_version_in_each_row_and_the_changes_in_its_notes() -> None:
    table = year_on_year_table(ANSWER)
    at = table.header.index("Methods version")
    assert {row[at] for row in table.rows} == {ANSWER.methods_version}
    notes = dict(table.notes)
    assert notes["What changed in the methods, and why"] == what_changed()
    assert stamp(ANSWER.methods_version) in notes["How to read the verdicts"]
