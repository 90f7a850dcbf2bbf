"""When people answered, as survey tools write it."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.export.answer_days import are_dates, date_format
from assessment.workspace import Workspace
from tests.survey.loads import Rows, column, loaded, proposed, values, written

WRITTEN = [
    # what the first and the last response say, and the last day
    ("12 May 2024 03:04 PM", "13 May 2024 11:59 AM", "2024-05-13", "Engagement HQ"),
    ("May 12, 24, 03:04:11 pm", "May 13, 24, 11:04:11 am", "2024-05-13", "Engagement HQ"),
    ("May 12, 2024, 03:04 PM", "Sep 13, 2024, 03:04 AM", "2024-09-13", "Engagement HQ"),
    ("12/05/2024 03:04:11 pm", "13/05/2024 03:04:11 am", "2024-05-13", "Engagement HQ"),
    ("2024-05-12 15:04:11 +0100", "2024-05-13 15:04:11 +0100", "2024-05-13", "Engagement HQ"),
    ("2024-05-12 15:04:11", "2024-05-13 15:04:11", "2024-05-13", "Microsoft Forms, as a workbook"),
    ("5/12/24 15:04:11", "5/13/24 9:04:11", "2024-05-13", "Microsoft Forms, as an American CSV"),
    ("05/12/2024 03:04:11 PM", "05/13/2024 03:04:11 PM", "2024-05-13", "SurveyMonkey"),
    ("12/05/2024 15:04:11", "13/05/2024 15:04:11", "2024-05-13", "SmartSurvey"),
    ("12/05/2024 15:04", "13/05/2024 15:04", "2024-05-13", "SmartSurvey"),
    ("12 May 2024, 15:04", "13 September 2024, 15:04", "2024-09-13", "typed"),
    ("2024-05-12T15:04:11.123Z", "2024-05-13T15:04:11.123Z", "2024-05-13", "other programs"),
]


def answered(folder: Path, *times: str) -> Path:
    rows: Rows = [["Submission Date", "Safe?"], *([time, "Yes"] for time in times)]
    return written(folder, rows)


@pytest.mark.parametrize(("first", "last", "day", "tool"), WRITTEN)
def test_times_as_tools_write_them(
    workspace: Workspace, tmp_path: Path, first: str, last: str, day: str, tool: str
) -> None:
    proposal = proposed(workspace, answered(tmp_path, first, last))
    assert (proposal.first_day, proposal.last_day) == ("2024-05-12", day), tool


@pytest.mark.parametrize(
    ("times", "days", "told"),
    [
        (["04/05/2024 10:00", "04/06/2024 10:00"], ("2024-05-04", "2024-06-04"), "either way"),
        (["05/05/2024 10:00", "06/06/2024 10:00"], ("2024-05-05", "2024-06-06"), ""),  # the same
        (["04/05/2024 10:00", "13/05/2024 10:00"], ("2024-05-04", "2024-05-13"), ""),
        (["04/05/2024 10:00", "04/13/2024 10:00"], ("2024-04-05", "2024-04-13"), "month first"),
        (["13/05/2024 10:00", "04/13/2024 10:00"], (None, None), "some only month first"),
        (["13/05/2024 10:00", "last week"], (None, None), "Nothing in it says when"),
    ],
)
def test_which_way_dates_are_read(
    workspace: Workspace,
    tmp_path: Path,
    times: list[str],
    days: tuple[str | None, str | None],
    told: str,
) -> None:
    report = loaded(workspace, answered(tmp_path, *times))
    assert (report.first_day, report.last_day) == days
    notes = [text for text in report.problems if "date" in text or "when people" in text]
    assert bool(notes) is bool(told)
    if told == "either way":
        told = "could be day first or month first"
    assert all(told in text for text in notes)


def test_a_date_that_is_an_answer(workspace: Workspace, tmp_path: Path) -> None:
    wording = "When did it happen?"
    path = written(tmp_path, column(wording, "May 12, 24, 03:04:11 pm", "May 13, 24, 03:04:11 pm"))
    assert proposed(workspace, path).columns[1].kind is QuestionKind.DATE
    loaded(workspace, path)
    assert values(workspace, "when-did-happen") == [19855, 19856]  # days since 1970


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("16 to 34", False),
        ("May", False),
        ("Mayfield", False),
        ("12 May 2024", True),
        ("1.5", False),
        ("31/12/2024", True),
        ("12/31/2024", False),  # an answer is never read month first
    ],
)
def test_what_is_a_date(text: str, is_one: bool) -> None:
    assert (date_format([text]) is not None) is is_one


def test_times_may_be_written_in_several_ways() -> None:
    assert are_dates(["12/05/2024 10:00", "12 May 2024", "05/13/2024"])
    assert not are_dates(["12/05/2024 10:00", "Completed"])
