"""One survey in six layouts: what residents said comes out the same, whatever tool asked them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.proposal import Use
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_loading import load_survey
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey import exports
from tests.survey.exports import LAYOUTS
from tests.survey.loads import SURVEY, WAVE, base, counts, values

Maker = Callable[[Path], Path]

BY_DAY = {"Very safe": 2, "Fairly safe": 3, "Fairly unsafe": 1, "Very unsafe": 1, "Don't know": 1}
AT_NIGHT = {
    "Fairly safe": 2,
    "Neither safe nor unsafe": 1,
    "Fairly unsafe": 2,
    "Very unsafe": 2,
}
PROBLEMS = {exports.DRUGS: 5, exports.RUBBISH: 4, exports.BURGLARY: 2}
WARDS = {"Gillingham North": 1, "Gillingham South": 1, "River": 4, "Strood": 1}
NAMES = ("safe-by-day", "safe-after-dark", "problem")
# What a spreadsheet typed by hand calls its questions says nothing of what they are about.
NAMES_TYPED = ("q1", "q2", "q3")
TABLES = (
    "FROM survey_wave",
    "FROM survey_question",
    "FROM survey_option",
    "FROM survey_comment",
    "FROM survey_reading",
)


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def export(layout: str, tmp_path: Path) -> Path:
    return LAYOUTS[layout](tmp_path)


def test_residents_are_counted_alike(workspace: Workspace, layout: str, export: Path) -> None:
    report = load_survey(workspace, export, survey=SURVEY, wave=WAVE)
    day, evening, problem = NAMES_TYPED if layout == "typed by hand" else NAMES
    # A list of codes says what was offered, though nobody chose it.
    listed = layout == "typed by hand"
    offered_middle = {"Neither safe nor unsafe": 0} if listed else {}
    offered_best = {"Very safe": 0} if listed else {}
    assert report.respondents == 8
    assert counts(workspace, day) == BY_DAY | offered_middle
    assert counts(workspace, evening) == AT_NIGHT | offered_best
    assert counts(workspace, problem) == PROBLEMS
    assert counts(workspace, "ward") == WARDS
    # Blanks are in no base; who ticks nothing is not in that of the boxes.
    assert [base(workspace, slug) for slug in (day, evening, problem, "ward")] == [8, 7, 7, 7]


def test_comments_wait_apart_from_who_wrote_them(workspace: Workspace, export: Path) -> None:
    load_survey(workspace, export, survey=SURVEY, wave=WAVE)
    rows = stored(workspace, "SELECT * FROM survey_comment ORDER BY number")
    assert sorted(rows["text"]) == sorted(filter(None, exports.COMMENTS))
    assert list(rows["text"]) != list(filter(None, exports.COMMENTS))
    assert set(rows["status"]) == {"waiting"}
    assert "respondent" not in rows.columns


def test_nothing_personal_is_kept(workspace: Workspace, export: Path) -> None:
    load_survey(workspace, export, survey=SURVEY, wave=WAVE)
    kept = " ".join(stored(workspace, table).to_string() for table in TABLES)
    for trace in ("@", "81.2.69", "ME7", "Resident 1", "resident1"):
        assert trace not in kept


def test_the_second_wave_needs_no_decision(workspace: Workspace, export: Path) -> None:
    load_survey(workspace, export, survey=SURVEY, wave=WAVE)
    proposal = propose(workspace, export, survey=SURVEY)
    assert proposal.previous_wave == WAVE
    assert not any(doubt.blocks for doubt in proposal.doubts)
    load_survey(workspace, export, survey=SURVEY, wave="online-2024")
    for slug in stored(workspace, "SELECT DISTINCT slug FROM survey_question")["slug"]:
        assert counts(workspace, slug, WAVE) == counts(workspace, slug, "online-2024")
        assert base(workspace, slug, WAVE) == base(workspace, slug, "online-2024")


@pytest.mark.parametrize(
    ("make", "left_out", "days"),
    [
        (exports.microsoft_forms, {"test": 1}, ("2023-09-01", "2023-09-08")),
        (exports.survey_monkey, {"repeated": 1}, ("2023-09-13", "2023-09-20")),  # month first
        (exports.smart_survey, {"unanswered": 1, "partial": 1}, ("2023-09-13", "2023-09-20")),
        (exports.engagement_hq, {}, ("2023-09-13", "2023-09-20")),
        (exports.typed_by_hand, {}, ("2023-09-01", "2023-09-08")),
    ],
)
def test_rows_and_days(
    workspace: Workspace,
    tmp_path: Path,
    make: Maker,
    left_out: dict[str, int],
    days: tuple[str, str],
) -> None:
    proposal = propose(workspace, make(tmp_path), survey=SURVEY)
    found = {
        n: v
        for n in ("test", "repeated", "unanswered", "partial")
        if (v := getattr(proposal.left_out, n))
    }
    assert found == left_out
    assert (proposal.first_day, proposal.last_day) == days
    assert proposal.rows_read == proposal.respondents + proposal.left_out.total


def test_what_forms_columns_were_taken_for(workspace: Workspace, tmp_path: Path) -> None:
    proposal = propose(workspace, exports.microsoft_forms(tmp_path), survey=SURVEY)
    assert [(column.use, column.kind, column.concept) for column in proposal.columns] == [
        (Use.RESPONDENT, None, Concept.OTHER),
        (Use.TIME, None, Concept.OTHER),
        (Use.TIME, None, Concept.OTHER),
        (Use.PERSONAL, None, Concept.OTHER),
        (Use.PERSONAL, None, Concept.OTHER),
        (Use.QUESTION, QuestionKind.SCALE, Concept.SAFE_BY_DAY),
        (Use.QUESTION, QuestionKind.SCALE, Concept.SAFE_AFTER_DARK),
        (Use.QUESTION, QuestionKind.MULTIPLE, Concept.PROBLEM),
        (Use.QUESTION, QuestionKind.TEXT, Concept.OTHER),
        (Use.QUESTION, QuestionKind.SINGLE, Concept.WARD),
    ]
    assert proposal.columns[7].options[2].concern == "drugs"


def test_ratings_and_ranks(workspace: Workspace, tmp_path: Path) -> None:
    load_survey(workspace, exports.ratings_and_ranks(tmp_path), survey=SURVEY, wave=WAVE)
    assert counts(workspace, "safe-by-day") == {
        "Very safe": 2,
        "Fairly safe": 3,
        "Neither safe nor unsafe": 0,  # the list goes from 1 to 5, so it was offered
        "Fairly unsafe": 1,
        "Very unsafe": 1,
        "Don't know": 1,  # 9
    }
    assert not values(workspace, "safe-by-day")  # codes are no numbers
    assert values(workspace, "scale-0-10-would-rate-police") == sorted(exports.RATES)
    assert values(workspace, "many-years-have-lived-here") == sorted(exports.LIVED)
    ranks = stored(
        workspace,
        "SELECT label, avg(rank) AS mean FROM survey_answer JOIN survey_option "
        "USING (wave, question, option) WHERE rank IS NOT NULL GROUP BY label, option "
        "ORDER BY option",
    )
    expected = [sum(each) / 8 for each in zip(*exports.RANKS, strict=True)]
    assert list(ranks["label"]) == list(exports.OPTIONS)
    assert list(ranks["mean"]) == expected
