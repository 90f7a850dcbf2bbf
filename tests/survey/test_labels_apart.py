"""Labels that look alike and are not; options that hold what parts options."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.labels import as_key, in_order
from assessment.survey.reading.proposal import DoubtKind
from assessment.workspace import Workspace
from tests.survey.loads import Rows, column, counts, loaded, proposed, written


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Very safe", "very  SAFE", True),
        ("Don’t know", "Don't know", True),
        ("65+", "65 +", True),
        ("16-24", "16 – 24", True),
        ("<5 miles", ">5 miles", False),
        ("5 miles", "<5 miles", False),
        ("£20,000", "£20,000+", False),
        ("-1", "+1", False),
    ],
)
def test_signs_make_another_answer(one: str, other: str, alike: bool) -> None:
    assert (as_key(one) == as_key(other)) is alike


def test_labels_in_the_order_of_their_numbers() -> None:
    answers = ["5 miles", ">5 miles", "<5 miles"]
    assert sorted(answers, key=in_order) == ["<5 miles", "5 miles", ">5 miles"]
    assert sorted(["0", "+1", "-1", "10"], key=in_order) == ["-1", "0", "+1", "10"]
    ages = ["65+", "16-24", "Under 16", "25-64"]
    assert sorted(ages, key=in_order) == ["Under 16", "16-24", "25-64", "65+"]


ONE_CHOICE = [
    ("£20,000", "£20,000+", "Under £20,000"),
    ("Rainham, North", "Rainham, South", "Strood, North"),
    ("Yes, definitely", "Yes, probably", "No, probably", "No, definitely"),
]


@pytest.mark.parametrize("options", ONE_CHOICE)
def test_one_choice_with_commas(
    workspace: Workspace, tmp_path: Path, options: tuple[str, ...]
) -> None:
    rows = column("Which of these?", *(each for each in options for _ in range(5)))
    (found,) = proposed(workspace, written(tmp_path, rows)).columns[1:]
    assert found.kind is QuestionKind.SINGLE
    assert {option.label: option.n for option in found.options} == dict.fromkeys(options, 5)


def test_an_option_that_begins_like_another(workspace: Workspace, tmp_path: Path) -> None:
    long = "Noise, shouting and music"
    answers = ["Noise"] * 9 + [long] * 6 + ["Drugs"] * 3 + ["Drugs, Noise"] * 4 + [f"Drugs, {long}"]
    path = written(tmp_path, column("Which are a problem?", *answers))
    (doubt,) = proposed(workspace, path).doubts
    assert (doubt.kind, doubt.answers) == (DoubtKind.SEPARATOR, (long,))
    loaded(workspace, path)
    assert counts(workspace, "problem") == {"Drugs": 8, "Noise": 13, long: 7}


BOXLESS = [
    # A column without a name is left out and told; the first response is no second header line.
    ([["1", "Yes", "Jane Smith"], ["2", "No", "Jo Brown"]], 2),
    ([["1", "Yes", ""], ["2", "No", "called back"]], 2),
]


@pytest.mark.parametrize(("rows", "people"), BOXLESS)
def test_a_column_without_a_name(
    workspace: Workspace, tmp_path: Path, rows: Rows, people: int
) -> None:
    report = loaded(workspace, written(tmp_path, [["ID", "Is it safe?", ""], *rows]))
    assert report.respondents == people
    assert [question.slug for question in report.questions] == ["safe"]
    assert any("1 column without a name was left out" in problem for problem in report.problems)


def test_two_questions_of_one_text_and_nothing_else(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["Is it safe?"] * 2, ["Yes", "No"], ["Yes", "Yes"], ["No", "No"]]
    assert loaded(workspace, written(tmp_path, rows)).respondents == 3
    assert counts(workspace, "safe-2") == {"No": 2, "Yes": 1}
