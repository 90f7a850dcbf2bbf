"""Cells written once for the rows below them are filled down; unknown ones stay blank."""

import random

import openpyxl
import pytest

from tests.intake import hostile
from tests.intake.conftest import Arrives, read_by_duckdb

HEADER = "District,Ward,Reference,Offence,Date"


def text(columns: list[tuple[str, str]]) -> bytes:
    rows = [
        f"{district},{ward},42/{number}/25,Burglary,2025-10-09"
        for number, (district, ward) in enumerate(columns)
    ]
    return "\n".join([HEADER, *rows, ""]).encode()


def places(arrives: Arrives, columns: list[tuple[str, str]]) -> list[tuple[str, str]]:
    (table,) = arrives(text(columns)).tables
    return [(row[0] or "", row[1] or "") for row in read_by_duckdb(table)]


def grouped(wards: dict[str, list[str]], size: int) -> list[tuple[str, str]]:
    """Write each district and each ward once, above its rows."""
    return [
        (district if at + row == 0 else "", ward if row == 0 else "")
        for district, names in wards.items()
        for at, ward in enumerate(names)
        for row in range(size)
    ]


WARDS = {"Luton": ["Castle", "North"], "Bedford": ["Castle", "Kingsbrook"]}


def test_places_written_once_stand_for_the_rows_below(arrives: Arrives) -> None:
    filled = places(arrives, grouped(WARDS, 6))
    assert filled == [
        (district, ward) for district, names in WARDS.items() for ward in names for _ in range(6)
    ]
    (told, other) = arrives(text(grouped(WARDS, 6))).left_out
    assert told.startswith("22 blank cells of column 'District'")
    assert other.startswith("20 blank cells of column 'Ward'")


NOT_GROUPED = [
    ([("", "A"), ("Luton", "A"), *[("", "A")] * 20], "the first row says nothing"),
    ([("Luton", "A"), *[("", "A")] * 9, ("Luton", "B"), *[("", "B")] * 9], "a value begins again"),
    ([("Luton", "A"), ("", "B"), ("Bedford", "C"), ("", "D")], "too few blanks to tell"),
]


@pytest.mark.parametrize(("columns", "why"), NOT_GROUPED)
def test_blanks_that_are_not_a_groups_stay(
    arrives: Arrives, columns: list[tuple[str, str]], why: str
) -> None:
    assert places(arrives, columns) == columns, why


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7, 0.95])
def test_a_column_that_is_blank_at_random_is_never_filled(arrives: Arrives, share: float) -> None:
    draw = random.Random(7)  # noqa: S311 (nothing secret is drawn)
    for _ in range(20):
        columns = [
            ("" if draw.random() < share else draw.choice(["Luton", "Bedford"]), "Castle")
            for _ in range(60)
        ]
        if share > 0.9 and sum(1 for district, _ in columns if district) < 2:
            continue  # one value in a whole file says nothing of chance
        assert places(arrives, columns) == columns


def test_a_row_that_lacks_more_than_its_group_is_no_row_of_one(arrives: Arrives) -> None:
    rows = [
        f"{'' if at else 'Luton'},Castle,42/{at}/25,{',' if at == 5 else 'Burglary,2025-10-09'}"
        for at in range(20)
    ]
    (table,) = arrives("\n".join([HEADER, *rows, ""]).encode()).tables
    assert [row[0] or "" for row in read_by_duckdb(table)] == ["Luton", *[""] * 19]


def test_columns_of_other_things_are_not_filled(arrives: Arrives) -> None:
    header = "Reference,District,Offence,Date"
    rows = [f"{'' if at else '42/1/25'},Luton,Burglary,2025-10-09" for at in range(20)]
    (table,) = arrives("\n".join([header, *rows, ""]).encode()).tables
    assert sum(row[0] is None for row in read_by_duckdb(table)) == 19


def test_cells_merged_downwards_need_no_other_sign(arrives: Arrives) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADER.split(","))
    for number, district in enumerate(["Luton", None, "Bedford", None]):
        sheet.append([district, "Castle", f"42/{number}/25", "Burglary", "2025-10-09"])
    for merged in ("A2:A3", "A4:A5"):
        sheet.merge_cells(merged)
    arrival = arrives(hostile.saved(book), "crime.xlsx")
    (table,) = arrival.tables
    districts = [row[0] for row in read_by_duckdb(table)]
    assert districts == ["Luton", "Luton", "Bedford", "Bedford"]
    assert "2 blank cells of column 'District'" in arrival.left_out[0]
