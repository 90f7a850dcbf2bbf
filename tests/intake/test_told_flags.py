"""What files tell of flags: a flag that rows do not say is not known, which is not none."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from assessment.changes import Place, Question, year_on_year
from assessment.definitions import FLAGS
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices, LoadMode
from assessment.periods import period_of_days
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import assert_sound

HEADER = ("Crime ref", "Date recorded", "Offence", "District")
LUTON = Place("Luton", ("Luton",))
DA, HATE, RACE = "Domestic abuse", "Hate crime", "Hate crime: race"
CASES: list[tuple[str, Sequence[str], dict[str, int | None]]] = [
    (DA, ("Yes", "No"), {"domestic-abuse": 12}),
    (DA, ("", "X"), {"domestic-abuse": 12}),
    (DA, ("High", ""), {"domestic-abuse": None}),
    (DA, ("Not stated", "Yes"), {"domestic-abuse": None}),
    (HATE, ("Yes", ""), {"hate-crime": 12, "hate-crime-race": None}),
    (HATE, ("No", ""), {"hate-crime": 0, "hate-crime-race": 0}),
    (HATE, ("Racist", ""), {"hate-crime": 12, "hate-crime-race": 12, "hate-crime-religion": 0}),
    (HATE, ("Racist", "Yes"), {"hate-crime": 24, "hate-crime-race": None}),
    (RACE, ("Yes", ""), {"hate-crime-race": 12, "hate-crime-religion": None, "hate-crime": None}),
]


class Loads:
    """Loads two records a day of twelve days of some month, and counts flags in Luton."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace, self.folder = workspace, folder

    def file(self, month: int, column: str = "", cells: Sequence[str] = ("Yes", "No")) -> Path:
        """Write the records of a month, whose cells take turns."""
        rows = [
            (f"r{month}-{day}-{at}", f"{day:02d}/{month:02d}/2024", "Arson", "Luton", cell)
            for day in (*range(1, 12), 28)
            for at, cell in enumerate(cells)
        ]
        header = (*HEADER, column) if column else HEADER
        return write_csv(
            self.folder / f"{month}{column[:2]}.csv", [row[: len(header)] for row in rows], header
        )

    def __call__(self, path: Path, mode: LoadMode | None = None) -> None:
        """Load a file of the police of Bedfordshire."""
        load(self.workspace, path, source="police", choices=FileChoices(mode=mode))
        assert_sound(self.workspace)

    def counted(self, flag: str, month: int = 1) -> int | None:
        """Return how many records of a month carry a flag; None where that is not known."""
        period = period_of_days(date(2024, month, 1), date(2024, month, 29 + 2 * (month % 2)))
        question = Question(LUTON, period, period.year_before(), FLAGS)
        (change,) = [
            change
            for change in year_on_year(self.workspace, question).changes
            if change.measure.id == flag
        ]
        return change.current


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> Loads:
    return Loads(workspace, tmp_path)


@pytest.mark.parametrize(("column", "cells", "expected"), CASES)
def test_what_a_file_tells_of_flags(
    loads: Loads, column: str, cells: Sequence[str], expected: dict[str, int | None]
) -> None:
    loads(loads.file(1, column, cells))
    assert {flag: loads.counted(flag) for flag in expected} == expected


@pytest.mark.parametrize("mode", [None, LoadMode.ADD])
def test_a_later_file_without_the_column_leaves_no_flag_none(
    loads: Loads, mode: LoadMode | None
) -> None:
    loads(loads.file(1, DA))
    loads(loads.file(1), mode)
    assert loads.counted("domestic-abuse") == (12 if mode else None)
    loads(loads.file(1, DA))
    assert loads.counted("domestic-abuse") == 12


def test_a_table_without_the_column_tells_nothing_of_its_months(loads: Loads) -> None:
    archive = loads.folder / "both.zip"
    with ZipFile(archive, "w") as zipped:
        zipped.write(loads.file(1), "one.csv")
        zipped.write(loads.file(2, DA), "two.csv")
    loads(archive)
    assert loads.counted("domestic-abuse", 1) is None
    assert loads.counted("domestic-abuse", 2) == 12
