"""A category beside some kinds of its group: all of the group, or what is left of it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import stored

GROUPS = "SELECT measure, sum(apart)::INTEGER AS n FROM observation GROUP BY measure"
LEVELS = {"Burglary": 10, "Vehicle offences": 24, "Theft": 46}
IN_IT = {"burglary": 10, "vehicle-offences": 24, "theft-offences": 22}
BESIDE = IN_IT | {"theft-offences": 46}


def sent(workspace: Workspace, path: Path, counts: Mapping[str, int], said: str = "") -> LoadReport:
    rows = [["Luton", name, n, n] for name, n in counts.items()]
    choices = FileChoices(categories={"Theft": said} if said else {})
    header = ("District", "Offence", "2025-10", "2025-11")
    return load(workspace, write_csv(path, rows, header), choices=choices)


def kept(workspace: Workspace) -> dict[str, int]:
    rows = stored(workspace, GROUPS).itertuples(index=False, name=None)
    return {measure: n // 2 for measure, n in rows if n}


TOTALS: list[tuple[str, int, dict[str, int]]] = [
    ("Total", 80, BESIDE),
    ("Total", 56, IN_IT),
    ("All crime", 80, BESIDE),
    ("All crime", 56, IN_IT),
]


@pytest.mark.parametrize(("name", "total", "expected"), TOTALS)
def test_a_printed_total_tells(
    workspace: Workspace, tmp_path: Path, name: str, total: int, expected: dict[str, int]
) -> None:
    report = sent(workspace, tmp_path / "police.csv", LEVELS | {name: total})
    assert (report.status, kept(workspace)) == (LoadStatus.LOADED, expected)
    told = [problem for problem in report.problems if "counts what 'Vehicle offences'" in problem]
    assert bool(told) is (expected == BESIDE)


@pytest.mark.parametrize(("said", "expected"), [("theft-offences", IN_IT), ("the-rest", BESIDE)])
def test_without_a_total_it_is_asked(
    workspace: Workspace, tmp_path: Path, said: str, expected: dict[str, int]
) -> None:
    report = sent(workspace, tmp_path / "police.csv", LEVELS)
    assert [question.about for question in report.questions] == ["categories"]
    assert f"Theft={said}" in dict(report.questions[0].options)
    assert kept(workspace) == {}
    sent(workspace, tmp_path / "police.csv", LEVELS, said)
    assert kept(workspace) == expected


TOLD: list[tuple[dict[str, int], str]] = [
    ({"Theft": 40, "Vehicle offences": 24, "Shoplifting": 16}, "just what stands beside it"),
    ({"All violence": 46, "Homicide": 24}, "it says that it is all"),
    ({"Sexual offences": 46, "Rape": 24}, "the name of the group itself"),
    ({"Violence": 46, "Violence with injury": 24}, "the kind is named after it"),
    ({"Theft": 46, "of which: vehicle offences": 24}, "it says that it is a part"),
]


@pytest.mark.parametrize(("counts", "why"), TOLD)
def test_what_the_words_tell_is_not_asked(
    workspace: Workspace, tmp_path: Path, counts: dict[str, int], why: str
) -> None:
    assert sent(workspace, tmp_path / "police.csv", counts).status is LoadStatus.LOADED, why


def test_less_than_what_stands_beside_it_is_asked_about(
    workspace: Workspace, tmp_path: Path
) -> None:
    report = sent(workspace, tmp_path / "police.csv", {"Theft": 20, "Vehicle offences": 24})
    assert report.status is LoadStatus.ASKS


def test_a_total_that_no_reading_comes_to_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UploadRefused, match="prints a total of 70"):
        sent(workspace, tmp_path / "police.csv", LEVELS | {"Total": 70})
