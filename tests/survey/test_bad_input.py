"""What is wrong or doubtful with an export is said, all of it, and nothing is half loaded."""

from pathlib import Path

import pytest

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.load_status import LoadStatus
from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import Decision, DoubtKind
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_loading import load_survey
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey.loads import (
    SURVEY,
    WAVE,
    Rows,
    base,
    column,
    counts,
    faults,
    loaded,
    proposed,
    times,
    values,
    written,
)

SAFE = "How safe do you feel?"
POINTS = ("Very safe", "Fairly safe", "Fairly unsafe", "Very unsafe")
SAID = times(Very_safe=3, Fairly_safe=2, Very_unsafe=4)
DECIDE = "on the page Load a survey"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        # No row of questions: the first row is somebody's answers.
        (column(SAFE, *SAID)[1:], "no row that names its columns"),
        ([["Very safe", "Yes"], ["Fairly safe", "No"], ["Very safe", "Yes"]], "first row holds"),
        # Nobody, or nobody who says anything.
        ([["Respondent ID", SAFE]], "has a header but no rows"),
        (column(SAFE, "", "", ""), "Every answer is blank: none of its 3 rows"),
        (column(SAFE, "No answer", "-", ""), "Every answer is blank"),
        (column(SAFE, "test", "Test"), "2 rows are tests"),
        # Printed results: its rows are no people.
        (
            [["Question", "Answer", "%", "Base"], [SAFE, "Safe", "53", "1043"]],
            "it is a table of results",
        ),
        # A row that has more cells than there are questions.
        ([*column(SAFE, *SAID), ["99", "Very safe", "more"]], "Line 11 has 3 cells"),
    ],
)
def test_what_cannot_be_read(workspace: Workspace, tmp_path: Path, rows: Rows, fault: str) -> None:
    assert fault in faults(workspace, written(tmp_path, rows))


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ([*SAID, "or very unsafe"], "'or very unsafe' (1 answer) looks like 'Very unsafe'"),
        ([*SAID, "Fairly sfae"], "'Fairly sfae' (1 answer) looks like 'Fairly safe'"),
        ([*SAID, "It depends"], "'It depends' (1 answer) is not on the scale"),
        ([*SAID, "Safe"], "'Fairly safe' (2 answers) and 'Safe' (1 answer) seem to mean the same"),
        (["1", "2", "2", "5", "9"], "numbers (1, 2, 5, 9) and nothing says what they stand for"),
    ],
)
def test_what_would_change_a_figure_must_be_decided(
    workspace: Workspace, tmp_path: Path, answers: list[str], fault: str
) -> None:
    faults_found = faults(workspace, written(tmp_path, column(SAFE, *answers)))
    assert fault in faults_found
    assert DECIDE in faults_found


def test_every_fault_is_said_at_once(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", SAFE, "How satisfied are you?", "Rating"]]
    rows += [[str(n), "Very safe", "Very satisfied", "1"] for n in range(5)]
    rows += [["6", "or very safe", "Satisfeid", "9"]]
    faults_found = faults(workspace, written(tmp_path, rows))
    for fault in ("'or very safe'", "'Satisfeid'", "Question 'Rating'"):
        assert fault in faults_found


@pytest.mark.parametrize(
    ("answers", "decision", "expected"),
    [
        (  # Misspelt, and merged by a person.
            [*SAID, "or very unsafe"],
            Decision(merges={"or very unsafe": "Very unsafe"}),
            {"Very safe": 3, "Fairly safe": 2, "Very unsafe": 5},
        ),
        (  # Not on the scale, and kept as an answer of its own: on neither side.
            [*SAID, "It depends"],
            Decision(merges={"It depends": "It depends"}),
            {"Very safe": 3, "Fairly safe": 2, "Very unsafe": 4, "It depends": 1},
        ),
        (  # Codes, and the list that they lacked; 9 is nobody's answer.
            ["1", "1", "2", "4", "9"],
            Decision(codes=dict(zip("12349", (*POINTS, "Don't know"), strict=True))),
            dict(zip((*POINTS, "Don't know"), (2, 1, 0, 1, 1), strict=True)),
        ),
    ],
)
def test_a_decision_settles_it_for_the_next_wave(
    workspace: Workspace,
    tmp_path: Path,
    answers: list[str],
    decision: Decision,
    expected: dict[str, int],
) -> None:
    path = written(tmp_path, column(SAFE, *answers))
    loaded(workspace, path, decisions={SAFE: decision})
    assert counts(workspace, "safe-feel") == expected
    next_wave = written(tmp_path, [*column(SAFE, *answers), ["99", answers[0]]], "next.csv")
    assert loaded(workspace, next_wave, wave="next").status is LoadStatus.LOADED
    assert base(workspace, "safe-feel", "next") == len(answers) + 1


def test_what_is_replaced_is_told(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, column(SAFE, *SAID), "online.csv"))
    other = written(tmp_path, column(SAFE, *SAID, "Very safe"), "panel.csv")
    said = f"What 9 people answered in {WAVE} before, from 'online.csv', is replaced."
    assert said in loaded(workspace, other).problems
    assert "replaced" not in "".join(loaded(workspace, other, wave="another").problems)


def test_questions_of_the_same_words_are_numbered(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", SAFE, SAFE], *([str(n), "Very safe", "Very unsafe"] for n in range(9))]
    report = loaded(workspace, written(tmp_path, rows))
    assert [question.wording for question in report.questions] == [SAFE, f"{SAFE} (2)"]


def test_suggestions_settle_what_they_are_for(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(SAFE, *SAID, "or very unsafe"))
    (doubt,) = proposed(workspace, path).doubts
    assert doubt.kind is DoubtKind.MISSPELT
    assert doubt.suggestion
    assert proposed(workspace, path, **{SAFE: doubt.suggestion}).doubts == ()


def test_case_and_spaces_make_no_difference(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(SAFE, *SAID, "VERY SAFE", " very  safe ", "Don’t know"))
    report = loaded(workspace, path)
    assert counts(workspace, "safe-feel")["Very safe"] == 5
    assert "Don’t know" in counts(workspace, "safe-feel")
    assert any("'VERY SAFE' as 'Very safe'" in problem for problem in report.problems)


def test_a_dont_know_never_averages_in(workspace: Workspace, tmp_path: Path) -> None:
    question = "How many times have you been burgled?"
    path = written(tmp_path, column(question, "0", "1", "2", "99", "Don't know", ""))
    assert "99 (1 answer) may stand for" in faults(workspace, path)
    loaded(workspace, path, decisions={question: Decision(codes={"99": "Don't know"})})
    slug = "many-times-have-been-burgled"
    assert values(workspace, slug) == [0, 1, 2]
    assert counts(workspace, slug) == {"Don't know": 2}
    assert base(workspace, slug) == 5  # who does not know has answered; a blank has not


def test_a_number_in_words_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    """However many numbers there are: else all of them would be labels, or somebody's words."""
    question = "How many times have you been burgled?"
    for most in (9, 500):
        path = written(tmp_path, column(question, *map(str, range(most)), "lots"))
        assert "'lots' (1 answer) cannot be read as a number" in faults(workspace, path)


def test_what_only_a_computer_takes_for_a_number(workspace: Workspace, tmp_path: Path) -> None:
    question = "How many pounds?"
    answers = [str(n) for n in range(600)]
    path = written(tmp_path, column(question, *answers, *answers, "nan", "inf"))
    assert "'inf' (1 answer) and 'nan' (1 answer) cannot be read" in faults(workspace, path)
    meant = Decision(merges={"nan": "Don't know", "inf": "12"})
    loaded(workspace, path, decisions={question: meant})
    assert values(workspace, "many-pounds") == sorted(
        [*map(float, answers), *map(float, answers), 12.0]
    )
    assert counts(workspace, "many-pounds") == {"Don't know": 1}


def test_a_number_of_too_many_digits_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    """Read, it would be without end: no mean could be shown, and no page."""
    question = "How many times have you been burgled?"
    for most in (9, 600):
        path = written(tmp_path, column(question, *map(str, range(most)), "9" * 400))
        assert "9' (1 answer) cannot be read as a number" in faults(workspace, path)


def test_numbers_that_are_meant(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column("Rating", "1", "2", "5"))
    loaded(workspace, path, decisions={"Rating": Decision(kind=QuestionKind.NUMBER)})
    assert values(workspace, "rating") == [1, 2, 5]


def test_blank_dont_know_and_not_applicable_are_three_things(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, column("Is it safe?", "Yes", "No", "Don't know", "N/A", "", "Skipped"))
    loaded(workspace, path)
    options = stored(workspace, "SELECT label, role FROM survey_option ORDER BY option")
    assert dict(zip(options["label"], options["role"], strict=True)) == {
        "No": "answer",
        "Yes": "answer",
        "N/A": "not-applicable",
        "Don't know": "dont-know",
    }
    assert stored(workspace, "SELECT base, kind FROM survey_question").to_numpy().tolist() == [
        [4, "single"]
    ]
    assert list(stored(workspace, "SELECT respondents FROM survey_wave")["respondents"]) == [4]


def test_one_respondent_loads_with_a_caveat(workspace: Workspace, tmp_path: Path) -> None:
    report = loaded(workspace, written(tmp_path, column(SAFE, "Very safe")))
    assert report.respondents == 1
    assert any("Only 1 person answered" in problem for problem in report.problems)


def test_two_questions_of_one_text_are_kept_apart(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "Is it safe?", "Is it safe?"]]
    rows += [["1", "Yes", "No"], ["2", "Yes", "No"], ["3", "No", "No"]]
    report = loaded(workspace, written(tmp_path, rows))
    assert [question.slug for question in report.questions] == ["safe", "safe-2"]
    assert counts(workspace, "safe") == {"No": 1, "Yes": 2}
    assert counts(workspace, "safe-2") == {"No": 3}
    assert any("2 questions have this very text" in problem for problem in report.problems)


def test_formulas_in_free_text_are_text(workspace: Workspace, tmp_path: Path) -> None:
    answers = ['=HYPERLINK("http://example.org")', "+1", "@SUM(A1)", "-2 cents"]
    loaded(workspace, written(tmp_path, column("Any comments?", *answers)))
    assert sorted(stored(workspace, "SELECT text FROM survey_comment")["text"]) == sorted(answers)


def test_the_same_bytes_change_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(SAFE, *SAID))
    first = loaded(workspace, path)
    version = workspace.store.data_version
    again = loaded(workspace, path)
    assert (first.status, again.status) == (LoadStatus.LOADED, LoadStatus.UNCHANGED)
    assert workspace.store.data_version == version
    assert again.questions == first.questions
    changed = loaded(workspace, path, decisions={SAFE: Decision(scale="")})
    assert changed.status is LoadStatus.LOADED  # another decision is another reading


def test_a_wave_is_replaced_whole(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, column(SAFE, *SAID)))
    loaded(workspace, written(tmp_path, column("Is it clean?", "Yes", "No"), "second.csv"))
    assert list(stored(workspace, "SELECT slug FROM survey_question")["slug"]) == ["clean"]
    assert len(stored(workspace, "FROM survey_answer")) == 2


def test_a_dry_run_keeps_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(SAFE, *SAID))
    report = load_survey(workspace, path, survey=SURVEY, wave=WAVE, dry_run=True)
    assert (report.status, report.respondents) == (LoadStatus.CHECKED, 9)
    assert len(report.questions) == 1
    for table in ("FROM survey", "FROM survey_wave", "FROM survey_answer", "FROM survey_reading"):
        assert stored(workspace, table).empty


@pytest.mark.parametrize(
    ("survey", "wave", "synthetic", "said"),
    [
        ("Not An Id", WAVE, False, "cannot name a survey"),
        (SURVEY, "2023/09", False, "cannot name a wave"),
        ("another", WAVE, False, f"a wave {WAVE} of the survey {SURVEY}"),
        (SURVEY, "new", True, "no example may stand among its waves"),
    ],
)
def test_names_that_cannot_be(
    workspace: Workspace, tmp_path: Path, survey: str, wave: str, synthetic: bool, said: str
) -> None:
    path = written(tmp_path, column(SAFE, *SAID))
    loaded(workspace, path)
    with pytest.raises(InvalidRequest, match=said):
        load_survey(workspace, path, survey=survey, wave=wave, synthetic=synthetic)


def test_decisions_about_nothing_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(SAFE, *SAID))
    with pytest.raises(InvalidRequest, match="no question 'Safety'"):
        proposed(workspace, path, Safety=Decision(scale="safety"))
    with pytest.raises(InvalidRequest, match="no scale 'safeness'"):
        proposed(workspace, path, **{SAFE: Decision(scale="safeness")})


def test_a_missing_file_is_said(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UploadRefused, match="There is no file"):
        propose(workspace, tmp_path / "none.csv", survey=SURVEY)
