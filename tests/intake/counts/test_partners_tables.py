"""Tables of counts that the police may not have sent, and meanings that would count twice."""

from contextlib import suppress
from pathlib import Path

import pytest

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.categories.category_meanings import map_categories
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.categories.said_meanings import CategoryMeaning
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import assert_sound, stored

HEADER = ("Month", "District", "Type", "Number of cases")
COUNCIL = ("Anti-social behaviour", "Noise", "Graffiti", "Abandoned vehicle")
COUNTED = "SELECT measure, sum(n)::INT AS n FROM monthly_count GROUP BY measure"


def table(path: Path, *counts: tuple[str, int], district: str = "Rochford") -> Path:
    rows = [
        (month, district, name, n + at)
        for name, n in counts
        for at, month in enumerate(("01/2025", "02/2025", "03/2025"))
    ]
    return write_csv(path, rows, HEADER)


def by_measure(workspace: Workspace) -> dict[str, int]:
    counted = stored(workspace, COUNTED)
    return dict(zip(counted["measure"], counted["n"], strict=True))


def test_what_may_be_a_partners_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path / "council.csv", *((name, 30) for name in COUNCIL))
    report = load(workspace, path)
    assert report.status is LoadStatus.ASKS
    assert [question.about for question in report.questions] == ["measure_set"]
    assert by_measure(workspace) == {}
    said = FileChoices(measure_set="council-cases")
    assert load(workspace, path, choices=said).data_set == "council-cases"
    assert "anti-social-behaviour" not in by_measure(workspace) or all(
        stored(workspace, "SELECT DISTINCT measure_set FROM monthly_count")["measure_set"]
        == "council-cases"
    )


def test_what_only_the_police_count_is_not(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path / "police.csv", ("Burglary", 30), ("Anti-social behaviour", 90))
    assert load(workspace, path).data_set == "police"


def test_a_source_keeps_its_set(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path / "police.csv", ("Burglary", 30), ("Robbery", 9))
    load(workspace, path, source="essex")
    later = table(tmp_path / "later.csv", ("Burglary", 31), ("Robbery", 8))
    with pytest.raises(UploadRefused, match="source of its own"):
        load(workspace, later, source="essex", choices=FileChoices(measure_set="council-cases"))
    assert load(workspace, later, source="essex").status is LoadStatus.LOADED


def test_a_table_of_one_district_is_not_put_in_another(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = table(tmp_path / "x.csv", ("Burglary", 30), ("Robbery", 9), district="Southend-on-Sea")
    with pytest.raises(UploadRefused, match="its rows name 'Southend-on-Sea'"):
        load(workspace, path, choices=FileChoices(place="Rochford"))
    with pytest.raises(InvalidRequest, match="is not a district"):
        load(workspace, path, choices=FileChoices(place="Rochfrod"))


def test_what_is_left_out_of_a_table_is_in_no_count(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("Burglary", 30), ("Lost dogs", 9))
    load(workspace, path, source="essex")
    assert by_measure(workspace) == {"burglary": 93, "unmapped": 30}
    map_categories(workspace, [CategoryMeaning("essex", "Lost dogs", "left-out")])
    assert by_measure(workspace) == {"burglary": 93}
    assert_sound(workspace)
    # The same again, now that it is known what is left out.
    revised = table(tmp_path / "b.csv", ("Burglary", 31), ("Lost dogs", 9))
    report = load(workspace, revised, source="essex")
    assert (report.status, report.rows.revised, report.rows.unchanged) == (
        LoadStatus.LOADED,
        3,
        3,
    )
    assert by_measure(workspace) == {"burglary": 96}
    assert_sound(workspace)


@pytest.mark.parametrize(
    ("counts", "category", "meaning"),
    [
        ((("All crimes of sex", 90), ("Rape", 50)), "All crimes of sex", "sexual-offences"),
        ((("Sexual offences", 90), ("Worst of them", 50)), "Worst of them", "rape"),
    ],
)
def test_a_whole_and_its_parts_are_not_both_counted_by_a_meaning(
    workspace: Workspace,
    tmp_path: Path,
    counts: tuple[tuple[str, int], ...],
    category: str,
    meaning: str,
) -> None:
    load(workspace, table(tmp_path / "a.csv", *counts), source="essex")
    before = by_measure(workspace)
    with pytest.raises(InvalidRequest, match="would be counted twice"):
        map_categories(workspace, [CategoryMeaning("essex", category, meaning)])
    assert by_measure(workspace) == before


@pytest.mark.parametrize("odd", ["-1", "3.5", "12?", "see note", "#REF!"])
def test_an_odd_cell_makes_no_records_of_a_table_of_counts(
    workspace: Workspace, tmp_path: Path, odd: str
) -> None:
    rows = [[f"{month:02d}/2025", "Rochford", "Burglary", "12"] for month in range(1, 10)]
    rows[4][3] = odd
    path = write_csv(tmp_path / "odd.csv", rows, ("Month", "District", "Offence", "Count"))
    with pytest.raises(UploadRefused, match="expected a whole number"):
        load(workspace, path)
    assert by_measure(workspace) == {}


def test_numbers_that_were_never_worked_out_are_no_records(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [[f"{month:02d}/2025", "Rochford", "Burglary", ""] for month in range(1, 10)]
    path = write_csv(tmp_path / "blank.csv", rows, ("Month", "District", "Offence", "Number"))
    with suppress(UploadRefused):
        load(workspace, path)
    assert by_measure(workspace) == {}


def test_two_numbers_that_nothing_names_are_asked_about(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [[f"{month:02d}/2025", "Rochford", "Burglary", "12", "8"] for month in range(1, 10)]
    header = ("Month", "District", "Offence", "Residential", "Business")
    report = load(workspace, write_csv(tmp_path / "two.csv", rows, header))
    assert report.status is LoadStatus.ASKS
    assert [question.about for question in report.questions] == ["row_is", "columns"]
    assert by_measure(workspace) == {}
    options = dict(report.questions[1].options)
    assert [*options] == ["Residential=count", "Business=count"]
    for option, n in (("Residential=count", 108), ("Business=count", 72)):
        choices = FileChoices().answered("columns", option)
        loaded = load(workspace, tmp_path / "two.csv", choices=choices, dry_run=True)
        assert dict(loaded.measures) == {"Burglary": n}
        assert any("left out" in problem for problem in loaded.problems)
    both = FileChoices(columns={"Residential": "count", "Business": "count"})
    assert dict(load(workspace, tmp_path / "two.csv", choices=both).measures) == {
        "Residential burglary": 108,
        "Non-residential burglary": 72,
    }
