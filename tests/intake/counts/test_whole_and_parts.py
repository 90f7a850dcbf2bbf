"""Rows that may be the whole of others, by area or by time: never counted twice, and never none."""

from pathlib import Path

import pytest

from assessment.changes import Place, Question, year_on_year
from assessment.errors import UploadRefused
from assessment.periods import PeriodKind, parse_month, period_ending
from assessment.workspace import Workspace
from tests.intake.counts.test_table_layouts import loaded

WARDS = """
    District|Ward|Offence|Oct-24|Nov-24
    Rochford|Hockley|Burglary|40|50
    Rochford|Hawkwell East|Burglary|20|{part}
    Rochford|{blank}|Burglary|{first}|{second}
    """


def test_a_whole_of_which_some_wards_are_withheld_is_not_added(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = WARDS.format(part="<5", blank="", first=60, second=53)
    assert dict(loaded(workspace, tmp_path, text).districts) == {"Rochford": 110}


MAY_BE_EITHER = [
    ("a little more than its wards", {"first": 63, "second": 72}),
    ("as many in one month of two", {"first": 60, "second": 79}),
]


@pytest.mark.parametrize(("kind", "counts"), MAY_BE_EITHER, ids=[kind for kind, _ in MAY_BE_EITHER])
def test_a_row_that_may_be_a_total_or_of_no_known_ward_is_refused_with_a_way_on(
    workspace: Workspace, tmp_path: Path, kind: str, counts: dict[str, int]
) -> None:
    with pytest.raises(UploadRefused, match="its row without a ward counts"):
        loaded(workspace, tmp_path, WARDS.format(part=20, blank="", **counts))
    unknown = loaded(workspace, tmp_path, WARDS.format(part=20, blank="Unknown", **counts))
    assert dict(unknown.districts) == {"Rochford": 130 + sum(counts.values())}, kind


def test_fewer_than_the_wards_are_of_no_known_ward(workspace: Workspace, tmp_path: Path) -> None:
    text = WARDS.format(part=20, blank="", first=2, second=3)
    assert dict(loaded(workspace, tmp_path, text).districts) == {"Rochford": 135}


def _by_year(robbery: str) -> str:
    months = [
        f"Luton|Burglary|{year}-{month:02}|{40 + month}"
        for year in (2023, 2024)
        for month in range(1, 13)
    ]
    years = [f"Luton|Robbery|{year}|{robbery}" for year in (2023, 2024)]
    return "\n".join(["District|Offence|Period|Number of offences", *months, *years])


@pytest.mark.parametrize(("robbery", "known"), [("c", None), ("*", None), ("50", None), ("0", 0)])
def test_what_is_given_by_year_alone_is_never_none_in_a_month(
    workspace: Workspace, tmp_path: Path, robbery: str, known: int | None
) -> None:
    report = loaded(workspace, tmp_path, _by_year(robbery))
    period = period_ending(PeriodKind.ROLLING_12, parse_month("2024-12"))
    luton = Place("Luton", ("Luton",))
    question = Question(luton, period, period.year_before(), "home-office")
    rows = {row.measure.id: row for row in year_on_year(workspace, question).changes}
    assert (rows["burglary"].previous, rows["burglary"].current) == (558, 558)
    assert rows["robbery"].current == known
    assert any("given only for" in told for told in report.problems) is (known is None)


OF_WHICH = """
    District|Offence|Oct-24|Nov-24
    Rochford|Burglary|40|50
    Rochford|{part}|11|12
    Rochford|Robbery|5|6
    """


@pytest.mark.parametrize("part", ["of which: outbuildings", "o/w outbuildings", "Of these boats"])
def test_a_part_that_nobody_knows_is_in_the_row_above_alone(
    workspace: Workspace, tmp_path: Path, part: str
) -> None:
    report = loaded(workspace, tmp_path, OF_WHICH.format(part=part))
    assert report.unmapped == ()
    assert dict(report.districts) == {"Rochford": 101}
    assert any(f"No measure is known for '{part}': left out" in said for said in report.problems)


def test_a_part_is_counted_by_itself_once_its_name_is_known(
    workspace: Workspace, tmp_path: Path
) -> None:
    loaded(workspace, tmp_path, OF_WHICH.format(part="of which: boats"))
    report = loaded(workspace, tmp_path, OF_WHICH.format(part="of which: Residential burglary"))
    assert dict(report.measures)["Residential burglary"] == 23
    assert dict(report.districts) == {"Rochford": 101}
    assert not any("No measure is known" in said for said in report.problems)


def test_a_part_of_nothing_that_is_there_counts_as_not_known(
    workspace: Workspace, tmp_path: Path
) -> None:
    alone = """
        District|Offence|Oct-24|Nov-24
        Rochford|of which: boats|11|12
        Luton|Burglary|40|50
        """
    assert loaded(workspace, tmp_path, alone).unmapped == (("of which: boats", 23),)


KINDS = """
    Month|District|ASB Nuisance|ASB Personal|ASB Environmental|{whole}
    2025-07|Luton|30|10|5|45
    2025-08|Luton|28|9|6|{second}
    """


def test_a_total_beside_all_of_its_kinds_is_checked(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UploadRefused, match=r"'Total ASB' is 44, but .* comes to 43"):
        loaded(workspace, tmp_path, KINDS.format(whole="Total ASB", second=44))
    report = loaded(workspace, tmp_path, KINDS.format(whole="Total ASB", second=43))
    assert [total.printed for total in report.totals_checked] == [45, 43]
    assert dict(report.districts) == {"Luton": 88}


def test_more_than_its_kinds_is_of_no_kind_that_is_told(
    workspace: Workspace, tmp_path: Path
) -> None:
    report = loaded(workspace, tmp_path, KINDS.format(whole="ASB", second=44))
    assert dict(report.districts) == {"Luton": 89}


LONG = """
    Month|District|Offence|Count
    {first}|Luton|Burglary|5
    Apr-25|Luton|Burglary|6
    May-25|Luton|Burglary|7
    """


@pytest.mark.parametrize(("first", "refused"), [("Apr-03", True), ("Mar-99", True), ("Apr-20", 0)])
def test_one_period_long_before_all_others_is_refused(
    workspace: Workspace, tmp_path: Path, first: str, refused: bool
) -> None:
    if refused:
        with pytest.raises(UploadRefused, match=r"row 2.* load it as a file of its own"):
            loaded(workspace, tmp_path, LONG.format(first=first))
        return
    assert dict(loaded(workspace, tmp_path, LONG.format(first=first)).districts) == {"Luton": 18}


def test_a_period_of_long_ago_may_be_loaded_by_itself(workspace: Workspace, tmp_path: Path) -> None:
    alone = "\n".join(LONG.format(first="Apr-03").splitlines()[:3])
    assert dict(loaded(workspace, tmp_path, alone).districts) == {"Luton": 5}
