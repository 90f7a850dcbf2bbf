"""Former districts in one table with the district that they are part of now."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.workspace import Workspace
from tests.intake.counts.tables import kept, loaded, long_rows

HEADER = ("Month", "District", "Offence", "Offences")
MONTHS = ("2025-01", "2025-02", "2025-03")
TODAY, CORBY, KETTERING = "North Northamptonshire", "Corby", "Kettering"


def rows(counts: Mapping[str, int]) -> list[list[object]]:
    return long_rows(
        {(month, district, "Robbery"): n for month in MONTHS for district, n in counts.items()}
    )


def test_former_districts_that_come_to_that_of_today_are_counted_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = rows({TODAY: 90, CORBY: 40, KETTERING: 50})
    report = loaded(workspace, tmp_path / "a.csv", HEADER, table, source="a")
    assert {(district, value) for _, district, _, value, *_ in kept(workspace)} == {(TODAY, 90)}
    assert any("They are counted once" in problem for problem in report.problems)


def test_former_districts_that_come_to_something_else_are_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = rows({TODAY: 30, CORBY: 10, KETTERING: 12})
    with pytest.raises(UploadRefused, match="would be counted twice"):
        loaded(workspace, tmp_path / "a.csv", HEADER, table, source="a")


def test_former_districts_alone_make_up_that_of_today(workspace: Workspace, tmp_path: Path) -> None:
    table = rows({CORBY: 10, KETTERING: 12, "Wellingborough": 5, "East Northamptonshire": 3})
    loaded(workspace, tmp_path / "a.csv", HEADER, table, source="a")
    assert {district for _, district, *_ in kept(workspace)} == {TODAY}
