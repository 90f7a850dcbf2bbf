"""Tables with levels, as the ONS publishes them: no total is added to its parts."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.counts.conftest import NewWorkspace
from tests.properties import examples
from tests.stored import COVERAGE, assert_sound, stored

PARTS = {
    "Homicide": 1,
    "Death or serious injury caused by illegal driving": 4,
    "Violence with injury": 300,
    "Violence without injury": 395,
    "Stalking and harassment": 200,
    "Sexual offences": 80,
    "Robbery": 60,
    "Residential burglary": 120,
    "Non-residential burglary": 60,
    "Vehicle offences": 200,
    "Theft from the person": 70,
    "Bicycle theft": 30,
    "Shoplifting": 220,
    "All other theft offences": 200,
    "Criminal damage and arson": 200,
    "Drug offences": 120,
    "Possession of weapons offences": 60,
    "Public order offences": 150,
    "Miscellaneous crimes": 50,
}
NAMES = tuple(PARTS)
TOTALS = {
    "Total recorded crime (excluding fraud)": NAMES,
    "Victim-based crime": NAMES[:15],
    "Violence against the person": NAMES[:5],
    "Theft offences": NAMES[7:14],
    "Burglary": NAMES[7:9],
    "Other crimes against society": NAMES[15:],
}


def table(path: Path, counts: Mapping[str, int]) -> Path:
    """Write a row for each offence of Luton in one month."""
    rows = [["Luton", name, n] for name, n in counts.items()]
    return write_csv(path, rows, ("District", "Offence", "2024-10"))


def with_totals(parts: Mapping[str, int], names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    return {name: sum(parts[part] for part in own) for name, own in names.items()} | {**parts}


def counted(report: LoadReport) -> int:
    return sum(n for _, n in report.districts)


def known(workspace: Workspace) -> frozenset[str] | None:
    cells = stored(workspace, f"{COVERAGE} WHERE subject = 'offence'")
    told = [frozenset(cell) for cell in cells["known"] if hasattr(cell, "__len__")]
    return told[0] if told else None


def test_levels_are_checked_and_never_added(workspace: Workspace, tmp_path: Path) -> None:
    counts = with_totals(PARTS, TOTALS)
    report = load(workspace, table(tmp_path / "ons.csv", counts))
    assert report.status is LoadStatus.LOADED
    assert (counted(report), report.unmapped) == (sum(PARTS.values()), ())
    checked = {(total.printed, total.counted) for total in report.totals_checked}
    assert checked == {(900, 900), (2140, 2140), (380, 380)}
    assert known(workspace) is None
    assert_sound(workspace)


@pytest.mark.parametrize("without", [*TOTALS])
def test_taking_a_total_out_changes_no_figure(
    workspace: Workspace, tmp_path: Path, without: str
) -> None:
    names = {name: own for name, own in TOTALS.items() if name != without}
    report = load(workspace, table(tmp_path / "ons.csv", with_totals(PARTS, names)))
    assert counted(report) == sum(PARTS.values())


@pytest.mark.parametrize("name", ["Theft offences", "Victim-based crime"])
@pytest.mark.parametrize("wrong_by", [-3, 7])
def test_a_total_that_is_not_its_parts_stops_the_load(
    workspace: Workspace, tmp_path: Path, name: str, wrong_by: int
) -> None:
    counts = with_totals(PARTS, TOTALS)
    other = with_totals(PARTS, TOTALS) | {name: counts[name] + wrong_by}
    path = write_csv(
        tmp_path / "wrong.csv",
        [["Luton", text, counts[text], other[text]] for text in counts],
        ("District", "Offence", "2024-10", "2024-11"),
    )
    with pytest.raises(UploadRefused, match=f"'{name}' is {other[name]:,}, but what it is made"):
        load(workspace, path)


TOP_LEVEL = {"Violence against the person": 900, "Sexual offences": 80, "Theft offences": 900}
WITH_BURGLARY = FileChoices(categories={"Theft offences": "theft-with-burglary"})


def test_whether_theft_holds_burglary_is_asked(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path / "top.csv", TOP_LEVEL)
    report = load(workspace, path)
    assert report.status is LoadStatus.ASKS
    (question,) = report.questions
    assert "Is 'Theft offences' theft including burglary" in question.text
    answers = [FileChoices().answered(question.about, value) for value, _ in question.options]
    assert answers[0] == WITH_BURGLARY
    reports = [load(workspace, path, choices=answer, dry_run=True) for answer in answers]
    assert [counted(report) for report in reports] == [980, 1880]


def test_what_a_total_has_and_the_table_does_not_list_is_known_of_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    report = load(workspace, table(tmp_path / "top.csv", TOP_LEVEL), choices=WITH_BURGLARY)
    told = known(workspace)
    assert told is not None
    assert told >= {"violence-against-the-person", "sexual-offences", "homicide"}
    assert told.isdisjoint(
        {"all-crime", "all-records", "burglary", "theft-offences", "shoplifting"}
    )
    assert any("Theft including burglary is more than" in problem for problem in report.problems)


def test_a_total_around_it_is_known_all_the_same(workspace: Workspace, tmp_path: Path) -> None:
    counts = TOP_LEVEL | {"All crime": 2000}
    report = load(workspace, table(tmp_path / "top.csv", counts), choices=WITH_BURGLARY)
    told = known(workspace)
    assert counted(report) == 2000
    assert told is not None
    assert {"all-crime", "sexual-offences"} <= told
    assert told.isdisjoint({"burglary", "theft-offences"})


@pytest.mark.parametrize(
    ("theft", "burglary", "crime", "is_total"),
    [
        (100, 50, 250, False),  # 100 + 50 + 100 of violence is all crime
        (100, 50, 200, True),
    ],
)
def test_all_crime_tells_what_theft_is(
    workspace: Workspace, tmp_path: Path, theft: int, burglary: int, crime: int, *, is_total: bool
) -> None:
    counts = {"All crime": crime, "Violence": 100, "Theft offences": theft, "Burglary": burglary}
    report = load(workspace, table(tmp_path / "police.csv", counts))
    assert report.status is LoadStatus.LOADED
    assert counted(report) == crime
    assert ("Theft offences (without burglary)" in dict(report.measures)) is not is_total


def test_less_theft_than_burglary_does_not_hold_it(workspace: Workspace, tmp_path: Path) -> None:
    report = load(workspace, table(tmp_path / "x.csv", {"Theft offences": 20, "Burglary": 50}))
    assert (report.status, counted(report)) == (LoadStatus.LOADED, 70)


def test_groups_of_the_home_office_hold_their_subgroups(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [
        ["Luton", "Theft offences", "Residential burglary", "2024-10", 5],
        ["Luton", "Theft offences", "Shoplifting", "2024-10", 7],
    ]
    header = ("District", "Offence Group", "Offence Subgroup", "Month", "Number of offences")
    report = load(workspace, write_csv(tmp_path / "groups.csv", rows, header))
    assert dict(report.measures) == {"Residential burglary": 5, "Shoplifting": 7}


@pytest.mark.parametrize("filled", ["", "Violence against the person"])
def test_a_row_of_a_group_has_its_name_beside_it(
    workspace: Workspace, tmp_path: Path, filled: str
) -> None:
    rows = [
        ["Luton", "Violence against the person", "", 105],
        ["Luton", filled, "Violence with injury", 45],
        ["Luton", filled, "Violence without injury", 60],
        ["Luton", "Robbery", "", 10],
        ["Luton", "Total", "", 115],
    ]
    header = ("District", "Offence Group", "Offence Subgroup", "2024-10")
    report = load(workspace, write_csv(tmp_path / "groups.csv", rows, header))
    assert (counted(report), report.unmapped) == (115, ())


def test_two_names_of_one_total_are_one(workspace: Workspace, tmp_path: Path) -> None:
    counts = {"All crime": 90, "Robbery": 90, "Total recorded crime": 90}
    report = load(workspace, table(tmp_path / "twice.csv", counts))
    assert counted(report) == 90
    with pytest.raises(UploadRefused, match="both are totals of the same things"):
        load(workspace, table(tmp_path / "other.csv", counts | {"All crime": 95}))


def test_nothing_but_totals_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UploadRefused, match="All that it counts is in totals"):
        load(workspace, table(tmp_path / "totals.csv", {"Victim-based crime": 90}))


def test_a_meaning_that_there_is_not_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    said = FileChoices(categories={"Theft offences": "thefts"})
    with pytest.raises(InvalidRequest, match="'Theft offences' cannot be 'thefts'"):
        load(workspace, table(tmp_path / "top.csv", TOP_LEVEL), choices=said)


def test_totals_of_rows_are_those_of_each_level(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["Luton", name, n, n, 2 * n] for name, n in with_totals(PARTS, TOTALS).items()]
    rows.append(["Total", "", 2520, 2520, 5040])
    header = ("District", "Offence", "2024-10", "2024-11", "Total")
    report = load(workspace, write_csv(tmp_path / "ons.csv", rows, header))
    assert counted(report) == 5040


@given(
    parts=st.fixed_dictionaries({name: st.integers(0, 50) for name in NAMES}),
    kept=st.sets(st.sampled_from([*TOTALS])),
)
@settings(
    max_examples=examples(6),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_table_with_every_part_counts_each_of_them_once(
    store_of: NewWorkspace, tmp_path: Path, parts: Mapping[str, int], kept: set[str]
) -> None:
    names = {name: own for name, own in TOTALS.items() if name in kept}
    path = table(tmp_path / "ons.csv", with_totals(parts, names))
    report = load(store_of(), path, choices=FileChoices(row_is=None))
    if report.status is LoadStatus.ASKS:  # where burglary is nought, theft tells nothing
        report = load(store_of(), path, choices=WITH_BURGLARY)
    assert counted(report) == sum(parts.values())
