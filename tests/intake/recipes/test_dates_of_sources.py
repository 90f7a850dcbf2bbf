"""An order of dates that was decided for one file of a source holds for later ones, if it fits."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from assessment.intake.file_choices import DateOrder, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.intake.recipes.conftest import Sends
from tests.stored import CURRENT, stored

HEADER = ("Ref", "Date", "Offence", "District")
MARCH = [date(2025, 3, 1) + timedelta(days=n) for n in range(28)]
# Every first to twelfth day of a year's months: read either way.
FIRST_FILE = [date(2024, month, month % 3 + 1) for month in range(1, 13)] * 10
AMERICAN, BRITISH = "%m/%d/%Y", "%d/%m/%Y"


def _send(sends: Sends, days: Iterable[date], written: str, **options: object) -> LoadReport:
    rows = [
        [f"{day:%y%m}{n}", f"{day:{written}}", "Burglary", "Rochford"] for n, day in enumerate(days)
    ]
    return sends(rows, HEADER, **options)


def _begin(sends: Sends, order: DateOrder) -> None:
    report = _send(
        sends, FIRST_FILE, BRITISH, source="essex", choices=FileChoices(date_order=order)
    )
    assert report.status is LoadStatus.LOADED


def _turned(day: date) -> date:
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else day


@pytest.mark.parametrize(
    ("order", "days", "written", "why"),
    [
        (DateOrder.DAY_FIRST, [_turned(day) for day in MARCH] * 3, BRITISH, "swapped"),
        (DateOrder.DAY_FIRST, MARCH, AMERICAN, "month first"),
        (DateOrder.MONTH_FIRST, MARCH, BRITISH, "day first"),
        (DateOrder.MONTH_FIRST, MARCH[:12] * 2, BRITISH, "one day of each month"),
    ],
)
def test_dates_that_speak_against_it_are_asked_about(
    sends: Sends, order: DateOrder, days: list[date], written: str, why: str
) -> None:
    _begin(sends, order)
    report = _send(sends, days, written)
    assert report.status is LoadStatus.ASKS, why
    assert [question.about for question in report.questions] == ["date_order"]
    answered = FileChoices(date_order=DateOrder.DAY_FIRST)
    assert _send(sends, days, written, choices=answered).status is LoadStatus.LOADED


@pytest.mark.parametrize(
    ("order", "written"), [(DateOrder.DAY_FIRST, BRITISH), (DateOrder.MONTH_FIRST, AMERICAN)]
)
def test_where_nothing_does_it_holds_and_is_told(
    workspace: Workspace, sends: Sends, order: DateOrder, written: str
) -> None:
    _begin(sends, order)
    for month in (3, 4):
        report = _send(sends, [day.replace(month=month) for day in MARCH], written)
        assert (report.status, report.rows.rejected) == (LoadStatus.LOADED, 0)
        first = order.value.partition("-")[0]
        assert any(f"the {first} is first" in problem for problem in report.problems)
    days = stored(workspace, CURRENT)["counted_on"].dt.date
    assert set(MARCH) <= set(days)
