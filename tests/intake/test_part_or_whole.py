"""A file that is only a part of its months is not taken for all of them without a question."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices, LoadMode
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.counts.tables import KEPT, loaded
from tests.stored import CURRENT, assert_sound, stored

HEADER = ["Reference", "Offence", "Date", "District"]
Rows = list[list[str]]


def rows_of(month: int, numbers: Sequence[int], offence: str = "Burglary") -> Rows:
    """Rows on the days of a month in turn; those of one number have one reference."""
    return [
        [f"{month}-{n}", offence, f"2025-{month:02d}-{n % 28 + 1:02d}", "Luton"] for n in numbers
    ]


def without_references(rows: Rows) -> Rows:
    return [["", *row[1:]] for row in rows]


def sent(workspace: Workspace, path: Path, rows: Rows, mode: LoadMode | None = None) -> LoadReport:
    choices = FileChoices(mode=mode)
    return load(workspace, write_csv(path, rows, HEADER), source="beds", choices=choices)


OCTOBER = rows_of(10, range(100))
PARTS: list[tuple[Rows, bool, str]] = [
    (rows_of(10, range(100, 130)) + rows_of(11, range(90)), True, "late rows of the month before"),
    (rows_of(10, range(0, 100, 3)), True, "some of its records"),
    (rows_of(10, range(100, 200)), True, "the other half of a month"),
    (without_references(rows_of(10, range(0, 100, 3))), True, "a third, without references"),
    (rows_of(10, range(60)), False, "the lesser part is withdrawn"),
    (rows_of(10, range(120)), False, "all of it and more"),
    (rows_of(10, range(100), "Arson"), False, "another category, the same references"),
    (without_references(OCTOBER), False, "the same records, their references left out"),
]


@pytest.mark.parametrize(("rows", "asks", "why"), PARTS)
def test_it_is_asked_where_most_of_a_month_would_go(
    workspace: Workspace, tmp_path: Path, rows: Rows, asks: bool, why: str
) -> None:
    sent(workspace, tmp_path / "october.csv", OCTOBER)
    report = sent(workspace, tmp_path / "later.csv", rows)
    assert [question.about for question in report.questions] == ["mode"] * asks, why
    assert (report.status is LoadStatus.ASKS) is asks
    if asks:
        assert len(stored(workspace, CURRENT)) == 100, "nothing is kept meanwhile"
        assert "of 100 in October 2025" in report.questions[0].text


def test_few_records_are_corrections(workspace: Workspace, tmp_path: Path) -> None:
    sent(workspace, tmp_path / "october.csv", OCTOBER[:12])
    assert sent(workspace, tmp_path / "later.csv", OCTOBER[:2]).rows.withdrawn == 10


def test_rows_are_added_and_nothing_is_withdrawn(workspace: Workspace, tmp_path: Path) -> None:
    sent(workspace, tmp_path / "october.csv", OCTOBER)
    later = rows_of(10, range(100, 130)) + rows_of(10, [0], "Arson") + rows_of(11, range(90))
    report = sent(workspace, tmp_path / "later.csv", later, LoadMode.ADD)
    rows = report.rows
    assert (rows.loaded, rows.revised, rows.withdrawn) == (120, 1, 0)
    assert any(problem.startswith("As you said, it is only a part") for problem in report.problems)
    assert not any("Far fewer" in problem for problem in report.problems)
    assert len(stored(workspace, CURRENT)) == 220
    undo_load(workspace, report.extract or 0)
    assert len(stored(workspace, CURRENT)) == 100


def test_what_is_said_to_be_whole_replaces(workspace: Workspace, tmp_path: Path) -> None:
    sent(workspace, tmp_path / "october.csv", OCTOBER)
    report = sent(workspace, tmp_path / "later.csv", rows_of(10, range(30)), LoadMode.REPLACE)
    assert (report.rows.withdrawn, len(stored(workspace, CURRENT))) == (70, 30)


def test_the_next_file_is_asked_about_anew(workspace: Workspace, tmp_path: Path) -> None:
    sent(workspace, tmp_path / "october.csv", OCTOBER)
    sent(workspace, tmp_path / "later.csv", rows_of(10, range(100, 130)), LoadMode.ADD)
    report = sent(workspace, tmp_path / "third.csv", rows_of(10, range(130, 160)))
    assert [question.about for question in report.questions] == ["mode"]


COUNTS = ["Month", "District", "Offence", "Number of offences"]
TABLE: list[list[object]] = [
    ["2025-10", "Luton", "Burglary", 40],
    ["2025-10", "Luton", "Shoplifting", 60],
]
SHOPLIFTING: list[list[object]] = [["2025-10", "Luton", "Shoplifting", 61]]


def counted(
    workspace: Workspace, path: Path, rows: list[list[object]], mode: LoadMode | None = None
) -> LoadReport:
    return loaded(workspace, path, COUNTS, rows, choices=FileChoices(mode=mode))


def test_a_table_of_some_categories_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    table: list[list[object]] = [*TABLE, ["2025-10", "Luton", "Arson", 30]]
    counted(workspace, tmp_path / "all.csv", table)
    report = counted(workspace, tmp_path / "some.csv", SHOPLIFTING)
    assert [question.about for question in report.questions] == ["mode"]
    assert "70 of 130 in October 2025" in report.questions[0].text
    added = counted(workspace, tmp_path / "some.csv", SHOPLIFTING, LoadMode.ADD)
    assert (added.rows.revised, added.rows.withdrawn) == (1, 0)
    assert stored(workspace, KEPT).value.sum() == 131


def test_a_count_is_not_added_beside_what_holds_it(workspace: Workspace, tmp_path: Path) -> None:
    whole: list[list[object]] = [["2025-10", "Luton", "Violence against the person", 100]]
    part: list[list[object]] = [["2025-10", "Luton", "Homicide", 1]]
    assert counted(workspace, tmp_path / "all.csv", whole).status is LoadStatus.LOADED
    with pytest.raises(UploadRefused, match="it would be counted twice"):
        counted(workspace, tmp_path / "some.csv", part, LoadMode.ADD)


WHOLE_MONTHS = "SELECT DISTINCT month, known FROM coverage WHERE NOT partial ORDER BY month"


def months_whole(workspace: Workspace) -> list[str]:
    return [f"{month:%Y-%m}" for month in stored(workspace, WHOLE_MONTHS).month]


def test_a_part_of_a_month_that_nothing_else_told_of_is_not_the_whole(
    workspace: Workspace, tmp_path: Path
) -> None:
    sent(workspace, tmp_path / "october.csv", OCTOBER)
    report = sent(workspace, tmp_path / "part.csv", rows_of(12, range(90)), LoadMode.ADD)
    assert any("nothing of December 2025 had come before" in told for told in report.problems)
    assert months_whole(workspace) == ["2025-10"]
    late_and_new = rows_of(10, range(100, 130)) + rows_of(11, range(90))
    sent(workspace, tmp_path / "november.csv", late_and_new, LoadMode.ADD)
    assert months_whole(workspace) == ["2025-10", "2025-11"], "it is of October that it is a part"


def test_of_a_part_of_a_table_only_what_it_gives_is_known(
    workspace: Workspace, tmp_path: Path
) -> None:
    counted(workspace, tmp_path / "some.csv", SHOPLIFTING, LoadMode.ADD)
    known = stored(workspace, "SELECT DISTINCT known FROM coverage WHERE subject = 'offence'").known
    assert [sorted(each) for each in known] == [["shoplifting"]]


def test_a_record_keeps_what_an_adding_file_has_no_column_for(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ["Crime ref", "Date recorded", "Offence", "District", "Ward", "Outcome", "DA"]
    rows = [
        [f"r{n}", f"{n:02d}/01/2024", "Burglary", "Luton", "Dallow", "Charged", "Yes"]
        for n in range(1, 29)
    ]
    load(workspace, write_csv(tmp_path / "a.csv", rows, header), source="police")
    path = write_csv(tmp_path / "b.csv", [row[:4] for row in rows[:9]], header[:4])
    report = load(workspace, path, source="police", choices=FileChoices(mode=LoadMode.ADD))
    assert (report.rows.unchanged, report.rows.revised) == (9, 0)
    assert set(stored(workspace, CURRENT).ward) == {"Dallow"}
    assert_sound(workspace)
