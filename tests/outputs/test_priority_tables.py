"""Priorities as tables: of whom, how far they have come, every reason, no number that is not."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from assessment.outputs.priorities import priority_tables
from assessment.outputs.tables import Cell, Table
from assessment.outputs.workbook import as_workbook
from assessment.priorities.authorities import Agreement
from assessment.priorities.changes_since_agreement import Moved, MovedCriterion
from assessment.priorities.headings import Priority
from assessment.priorities.last_year import Turn
from assessment.priorities.record import recorded_scheme
from tests.outputs.test_priority_wording import a_record, an_issue
from tests.risk_matrix.given import SCHEME

ARSON = replace(an_issue(3, share=0.25), reason="=cmd()", is_above=True)
UNKNOWN = replace(an_issue(None), id="county-lines", label="County lines")
FIRES = Priority("Fires", "Prevent", ("arson",), ("bins", "sheds"), continues=("Fire safety",))
FOUND = replace(
    a_record("agreed"),
    scheme=recorded_scheme(SCHEME),
    synthetic=True,
    issues=(ARSON, UNKNOWN),
    priorities=(FIRES,),
    agreements=(Agreement("police", "Essex Police", "inspector", "2022-05-16", "A"),),
)
BEFORE = replace(
    FOUND,
    year_before="2021-03",
    turns=(Turn("Fires", "kept", ("Fire safety",), "It goes on."), Turn("Dogs", "dropped", (), "")),
)


def cells(table: Table, number: int) -> dict[str, Cell]:
    return dict(zip(table.header, table.rows[number], strict=True))


def test_a_priority_has_all_that_speaks_for_it() -> None:
    row = cells(priority_tables.priorities(FOUND), 0)
    assert row["Issues"] == "Arson (rank 3, 48.3, Medium)"
    assert row["Emphases"] == "bins; sheds"
    assert row["Why"] == "No reason is given yet."
    assert "Last year" not in row, "there was none"
    assert cells(priority_tables.priorities(BEFORE), 0)["Last year"] == "Goes on with Fire safety."


LINE = [
    (0, (3, 48.25, "above", 0.25, "Fires", "=cmd()"), "a rank, and its reason as it was typed"),
    (1, (None, None, "below", None, "no priority", None), "not known is no number, and never a 0"),
]


@pytest.mark.parametrize(("number", "expected", "why"), LINE)
def test_every_issue_has_its_side_of_the_line(
    number: int, expected: tuple[Cell, ...], why: str
) -> None:
    row = cells(priority_tables.line(FOUND), number)
    names = ("Rank", "Score", "The line", "Share of draws above the line", "Chosen in", "Why")
    assert tuple(row[name] for name in names) == expected, why


def test_what_became_of_last_years_priorities() -> None:
    table = priority_tables.last_year(BEFORE)
    assert table.title == "Beside the year to March 2021: Rochford"
    assert table.rows[0] == ("Fires", "kept", "Fire safety", "It goes on.", "yes")
    assert table.rows[1] == ("Dogs", "dropped", "", None, "yes")


def test_what_has_moved_since() -> None:
    volume = MovedCriterion("Volume", None, 3.1, "", "186 of 6,026 records", None, 3)
    moved = Moved("arson", "Arson", 3, 2, 48.25, 51.0, (volume,))
    assert priority_tables.since_then(FOUND, [moved]).rows == (
        ("Arson", "Rank", 3, 2, 48.25, 51.0, None, None, "yes"),
        ("Arson", "Volume", None, 3.1, None, 3, "", "186 of 6,026 records", "yes"),
    )


def test_it_stands_alone_and_nothing_in_it_is_a_formula() -> None:
    table = priority_tables.line(FOUND)
    said = "\n".join(table.about)
    for text in (
        "Synthetic example records, not real",
        "1 April 2021 to 31 March 2022",
        f"Weighted evidence, version {SCHEME.version}",
        "Agreed: Essex Police (police, inspector)",
    ):
        assert text in said, text
    assert priority_tables.file_name(FOUND, "reasons") == "reasons-rochford-to-2022-03-agreed"
    assert table.notes[-1] == ("The scheme Weighted evidence", (SCHEME.standing,))
    sheet = load_workbook(io.BytesIO(as_workbook(table, date(2022, 5, 16)))).worksheets[0]
    assert sheet.title == "Line and reasons"
    (written,) = (one for row in sheet.iter_rows() for one in row if one.value == "=cmd()")
    assert written.data_type == "s"
