"""Tables of counts beside other sources, and meanings of their categories that are taken back."""

from pathlib import Path

from assessment.definitions import are_of_one_kind
from assessment.intake.categories.category_meanings import map_categories
from assessment.intake.extract_loading import load
from assessment.intake.mapping.categories.said_meanings import CategoryMeaning
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import assert_sound, stored

HEADER = ("District", "Offence", "2024-10", "2024-11")


def table(path: Path, *offences: str, n: int = 10) -> Path:
    return write_csv(path, [("Rochford", name, n, n + 5) for name in offences], HEADER)


def by_measure(workspace: Workspace) -> dict[str, int]:
    counted = stored(workspace, "SELECT measure, sum(n)::INT AS n FROM monthly_count GROUP BY ALL")
    return dict(zip(counted["measure"], counted["n"], strict=True))


def test_a_meaning_that_is_taken_back_leaves_totals_and_flags_what_they_were(
    workspace: Workspace, tmp_path: Path
) -> None:
    load(workspace, table(tmp_path / "a.csv", "Arson", "Hate crime"), source="essex")
    before = by_measure(workspace)
    for measure in ("left-out", None):
        map_categories(workspace, [CategoryMeaning("essex", "Hate crime", measure)])
    assert by_measure(workspace) == before == {"arson": 25, "hate-crime": 25}
    assert_sound(workspace)


def test_a_table_of_all_crime_alone_is_not_of_one_kind(
    workspace: Workspace, tmp_path: Path
) -> None:
    load(workspace, table(tmp_path / "a.csv", "Arson", "Robbery"), source="essex")
    report = load(workspace, table(tmp_path / "b.csv", "All crime", n=40), source="other")
    assert any("already there from source essex" in problem for problem in report.problems)
    assert not any("of one kind" in problem for problem in report.problems)


def test_one_kind() -> None:
    assert are_of_one_kind({"arson"})
    assert not are_of_one_kind({"arson", "all-crime"})
    assert not are_of_one_kind({"all-crime"})
    assert not are_of_one_kind(())
