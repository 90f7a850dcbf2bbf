"""Columns that are not used are told with every file, and looked at anew once they have values."""

from collections.abc import Sequence

from assessment.intake.load_report import LoadReport
from tests.intake.recipes.conftest import HEADER, Sends, crimes

WIDER = (*HEADER, "Finding")


def _send(sends: Sends, month: int, findings: Sequence[str]) -> LoadReport:
    rows = [[*row, findings[at % len(findings)]] for at, row in enumerate(crimes(month))]
    return sends(rows, WIDER, source="essex")


def test_columns_that_are_not_used_are_told_each_time(sends: Sends) -> None:
    for month in (1, 2, 3):
        report = _send(sends, month, ["x1", "x2"])
        assert any("'Finding'" in problem for problem in report.problems), month


def test_an_empty_column_is_looked_at_once_it_has_values(sends: Sends) -> None:
    _send(sends, 1, [""])
    report = _send(sends, 2, ["Charged", "Undetected"])
    left_out = [problem for problem in report.problems if "left out: not known" in problem]
    assert any("'Finding'" in problem for problem in left_out)
