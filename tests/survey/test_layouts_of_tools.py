"""Layouts that survey tools really write: their own columns are no questions, boxes are one."""

from pathlib import Path

import pytest

from assessment.survey.reading.proposal import Use
from assessment.survey.waves.export_check import propose
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, Rows, counts, loaded, written

SAFE = "How safe do you feel?"
SAID = ("Very safe", "Very unsafe", "Very safe", "Very safe")


def export(own: dict[str, str], question: str = SAFE) -> Rows:
    """An export with columns of the tool's own before a question, each with a cell."""
    cells = [list(own.values())] * len(SAID)
    return [[*own, question], *([*row, said] for row, said in zip(cells, SAID, strict=True))]


LIMESURVEY = {
    "id. Response ID": "7",
    "submitdate. Date submitted": "2024-09-02 10:11:12",
    "lastpage. Last page": "3",
    "seed. Seed": "8812",
    "interviewtime. Total time": "31.2",
    "groupTime12. Group time: Safety": "31.2",
    "G1Q1Time. Question time: G1Q1": "12.1",
}
ENGAGEMENT_HQ = {
    "Contribution ID": "1",
    "Login": "resident1",
    "Date Submitted": "12 Sep 2024 10:11:12 AM",
    "Signup form": "yes",
    "Contributor Type": "Registered",
    "Captcha Score": "0.9",
    "Responded At": "12 Sep 2024 10:11:12 AM",
    "Last Seen": "13 Sep 2024 10:11:12 AM",
}
ODK = {"SubmissionDate": "2024-05-01T09:00:00.000Z", "home-Altitude": "10", "home-Accuracy": "5"}
QUIZ = {"Timestamp": "2024/05/01 10:00:00 am GMT+1", f"{SAFE} [Score]": "-- / 0"}
SNAP = {"ID.respondent": "1", "ID.name": "Web", "ID.endDate": "02/09/2024", "ID.seq": "4"}
TIMED = {"id": "1", "submitdate": "2024-09-02 10:11:12", "safeTime": "12.1"}
QUALTRICS = {"ResponseId": "R_1", "Q2_First Click": "1.2", "Q2_Click Count": "3", "Q1_Browser": "X"}
DRAWN = {"Respondent ID": "1", "Stratum": "3", "PSU": "2", "lat": "51.4", "zip": "ME7"}


@pytest.mark.parametrize(
    ("own", "question"),
    [
        (LIMESURVEY, f"G1Q1. {SAFE}"),
        (ENGAGEMENT_HQ, SAFE),
        (ODK, SAFE),
        (QUIZ, SAFE),
        (SNAP, SAFE),
        (TIMED, "safe"),
        (QUALTRICS, SAFE),
        (DRAWN, SAFE),
    ],
)
def test_a_tools_own_columns_are_no_questions(
    workspace: Workspace, tmp_path: Path, own: dict[str, str], question: str
) -> None:
    columns = propose(workspace, written(tmp_path, export(own, question)), survey=SURVEY).columns
    asked = [column.wording for column in columns if column.use is Use.QUESTION]
    assert asked == [question.removeprefix("G1Q1. ")]


def test_boxes_behind_codes_are_one_question(workspace: Workspace, tmp_path: Path) -> None:
    header = ["id. Response ID", "P[SQ1]. Which are a problem? [Litter]"]
    header += ["P[SQ2]. Which are a problem? [Noise]", "lastpage. Last page"]
    rows = [[str(n), "Yes", "No" if n % 3 else "Yes", "2"] for n in range(12)]
    loaded(workspace, written(tmp_path, [header, *rows]))
    assert counts(workspace, "problem") == {"Litter": 12, "Noise": 4}


def test_a_mark_before_each_option_parts_them(workspace: Workspace, tmp_path: Path) -> None:
    cells = ["/ Litter / Noise", "/ Litter", "/ Noise / Speeding", "/ Litter / Speeding"]
    rows = [[str(n), cells[n % 4]] for n in range(20)]
    loaded(workspace, written(tmp_path, [["ID", "Which are a problem here?"], *rows]))
    assert counts(workspace, "problem") == {"Litter": 15, "Noise": 10, "Speeding": 10}


def test_a_blank_row_below_the_questions_is_nobody(workspace: Workspace, tmp_path: Path) -> None:
    """As SurveyMonkey writes it where no question has boxes."""
    header = ["Respondent ID", "Collector ID", SAFE]
    rows = [["", "", ""], *([str(n), "C1", said] for n, said in enumerate(SAID))]
    assert loaded(workspace, written(tmp_path, [header, *rows])).respondents == 4
