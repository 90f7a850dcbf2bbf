"""What could find a person, or is in somebody's own words, never becomes the label of an answer."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import Decision, DoubtKind, Use
from assessment.survey.reading.questions.answers.personal_answers import is_name
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey.loads import base, column, counts, loaded, proposed, values, written

WARD = "Which ward do you live in?"
OTHER = "Other (in their own words)"


def test_a_few_postcodes_among_wards(workspace: Workspace, tmp_path: Path) -> None:
    answers = ["River"] * 60 + ["Strood"] * 30 + ["ME7 1AB", "ME7 2AB", "x@example.org"]
    loaded(workspace, written(tmp_path, column(WARD, *answers)))
    assert counts(workspace, "ward") == {"River": 60, "Strood": 30, OTHER: 3}


@pytest.mark.parametrize(
    "said",
    ["Call me 07700 900123", "Write to x@example.org", "the shop in ME7 1AB", "+44 7700 900123 ok"],
)
def test_an_answer_that_says_how_to_find_somebody_is_no_option(
    workspace: Workspace, tmp_path: Path, said: str
) -> None:
    answers = ["River"] * 60 + ["Strood"] * 30 + [said] * 40
    loaded(workspace, written(tmp_path, column(WARD, *answers)))
    assert counts(workspace, "ward") == {"River": 60, "Strood": 30, OTHER: 40}


def test_even_where_few_answered(workspace: Workspace, tmp_path: Path) -> None:
    answers = ["River"] * 6 + ["ME7 1AB"]
    loaded(workspace, written(tmp_path, column(WARD, *answers)))
    assert counts(workspace, "ward") == {"River": 6, OTHER: 1}


def test_a_column_of_postcodes_is_used_only_where_somebody_says_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, [["ID", "Where?", "Safe?"], ["1", "ME7 1AB", "Yes"]])
    assert proposed(workspace, path).columns[1].use is Use.PERSONAL
    kept = {"Where?": Decision(kind=QuestionKind.TEXT, leave_out=False)}
    assert proposed(workspace, path, **kept).columns[1].use is Use.QUESTION


def test_a_reading_that_is_remembered_lets_no_postcodes_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    loaded(workspace, written(tmp_path, column(WARD, *["River", "Strood"] * 5)))
    rows = [["ID", WARD, "Safe?"], *([str(n), f"ME7 {n}AB", "Yes"] for n in range(9))]
    path = written(tmp_path, rows, "next.csv")
    assert proposed(workspace, path).columns[1].use is Use.PERSONAL


@pytest.mark.parametrize("people", [12, 120, 190])  # more different things than options have
def test_what_everybody_put_in_another_way(
    workspace: Workspace, tmp_path: Path, people: int
) -> None:
    answers = [f"Jane at number {n}" for n in range(people)]
    found = proposed(workspace, written(tmp_path, column("Your biggest worry?", *answers))).columns[
        1
    ]
    assert (found.kind, found.options) == (QuestionKind.TEXT, ())


def test_three_things_that_people_write(workspace: Workspace, tmp_path: Path) -> None:
    """Numbered places of free text are no ranking: its options would be what people wrote."""
    wording = "Name three things that would help"
    rows = [["ID", *(f"{wording} [{n}]" for n in (1, 2, 3))]]
    rows += [[str(n), f"Jane at {n}", f"Lights by {n}", f"Talk to {n}"] for n in range(40)]
    report = loaded(workspace, written(tmp_path, rows))
    assert [question.kind for question in report.questions] == [QuestionKind.TEXT] * 3
    assert stored(workspace, "FROM survey_option").empty


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Jane Smith", True),
        ("jane o'brien", True),
        ("My name is Jane Smith", True),
        ("Mr A. Patel", True),
        ("Cllr Okafor", True),
        ("Dog fouling", False),
        ("James Street", False),  # a place
        ("Victoria Park", False),
        ("Jane Smith at number 4", False),  # more than a name: somebody reads it first
        ("Jane", False),
        ("More police", False),
    ],
)
def test_names(text: str, is_one: bool) -> None:
    assert is_name(text) is is_one


WHO = ["07700 900123", "x@example.org", "ME7 1AB", "Jane Smith", "192.0.2.1"]
LIT = "Street lights by the station"
ASKED = "Which is a problem?"


def kept_words(workspace: Workspace) -> list[str]:
    return sorted(stored(workspace, "SELECT text FROM survey_comment")["text"])


def told(problems: tuple[str, ...]) -> list[str]:
    return [
        problem.split(" nothing but")[0] for problem in problems if "nothing but a name" in problem
    ]


def test_who_somebody_is_among_options_is_counted_and_not_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, column(ASKED, *["Drugs"] * 30, *["Litter"] * 20, *WHO, LIT))
    report = loaded(workspace, path)
    assert counts(workspace, "problem") == {"Drugs": 30, "Litter": 20, OTHER: 6}
    assert base(workspace, "problem") == 56
    assert kept_words(workspace) == [LIT]
    assert told(report.problems) == ["5 answers were"]


def test_who_somebody_is_beside_ticks(workspace: Workspace, tmp_path: Path) -> None:
    answers = [*["Drugs;"] * 20, *["Litter;"] * 20, *(f"Drugs;{who};" for who in WHO), f"{LIT};"]
    report = loaded(workspace, written(tmp_path, column(ASKED, *answers)))
    assert counts(workspace, "problem") == {"Drugs": 25, "Litter": 20, OTHER: 6}
    assert kept_words(workspace) == [LIT]
    assert told(report.problems) == ["5 answers were"]


def test_who_somebody_is_in_a_box_for_others(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", f"{ASKED} - Drugs", f"{ASKED} - Other (please say)"]]
    rows += [[str(n), "Yes", ""] for n in range(40)]
    rows += [[who, "", who] for who in WHO]
    rows += [["r", "", LIT], *([f"r{n}", "", f"Bins in number {n}"] for n in range(30))]
    report = loaded(workspace, written(tmp_path, rows))
    assert counts(workspace, "problem") == {"Drugs": 40, "Other (please say)": 36}
    assert len(kept_words(workspace)) == 31
    assert told(report.problems) == ["5 answers were"]


def test_who_somebody_is_in_free_text(workspace: Workspace, tmp_path: Path) -> None:
    answers = [f"Comment {n} about the park" for n in range(30)]
    who = ("x@example.org", "07700 900123", "My name is Jane Smith")
    path = written(tmp_path, column("Any comments?", *answers, *who))
    report = loaded(workspace, path)
    assert kept_words(workspace) == sorted(answers)
    assert base(workspace, "any-comments") == 30
    assert told(report.problems) == ["3 answers were"]


def test_a_telephone_number_is_no_number(workspace: Workspace, tmp_path: Path) -> None:
    answers = [*map(str, range(20)), "07700 900123"]
    loaded(workspace, written(tmp_path, column("How many years?", *answers)))
    assert values(workspace, "many-years") == [*range(20)]


def test_what_somebody_says_it_means_is_an_answer(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(WARD, *["River"] * 60, *["Strood"] * 30, "ME7 1AB"))
    loaded(workspace, path, decisions={WARD: Decision(merges={"ME7 1AB": "Strood"})})
    assert counts(workspace, "ward") == {"River": 60, "Strood": 31}


@pytest.mark.parametrize(
    ("said", "kind", "is_asked", "why"),
    [
        (["Lighting", "Dogs", "Bob next door"], QuestionKind.TEXT, True, "their own words"),
        (["Lighting", "Lighting", "Dogs"], QuestionKind.SINGLE, False, "said again"),
        (["Yes", "No"], QuestionKind.SINGLE, False, "known options"),
        (["Burglary", "Speeding", "Dogs next door"], QuestionKind.SINGLE, False, "mostly known"),
        (["Under 5", "5 to 9", "10 or more"], QuestionKind.SINGLE, False, "groups of a number"),
        (["£10,000 - £19,999", "£20,000+"], QuestionKind.SINGLE, False, "groups of a number"),
        (["I would like to see many more officers"], QuestionKind.TEXT, False, "no option"),
    ],
)
def test_what_few_people_say(
    workspace: Workspace,
    tmp_path: Path,
    said: list[str],
    kind: QuestionKind,
    is_asked: bool,
    why: str,
) -> None:
    path = written(tmp_path, column("And the street?", *said))
    proposal = proposed(workspace, path)
    assert proposal.columns[1].kind is kind, why
    asked = [each for each in proposal.doubts if each.kind is DoubtKind.FEW_ANSWERS]
    assert bool(asked) is is_asked, why
    assert not any(text in each.text for each in asked for text in said)
    for each in asked:
        assert each.suggestion
        decided = proposed(workspace, path, **{each.header: each.suggestion})
        assert decided.columns[1].kind is QuestionKind.SINGLE
        assert not decided.doubts
