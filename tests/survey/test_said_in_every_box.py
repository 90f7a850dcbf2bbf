"""What stands in every box of a question at once ticks nothing: it says why nobody ticked."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.reading.proposal import Decision, DoubtKind
from assessment.survey.waves.wave_register import questionnaire
from assessment.workspace import Workspace
from tests.stored import assert_sound
from tests.survey.loads import WAVE, Rows, base, counts, faults, loaded, proposed, written

ASKED = "What did you do about it?"
OPTIONS = ("Told the police", "Told the council")
VICTIM = "Have you been a victim of crime?"
# Of ten victims four told the police, two of them the council too; six did neither or left it.
TICKS = [(1, 1), (1, 1), (1, 0), (1, 0), *[(0, 0)] * 2, *[(0, 1)] * 4]
# As tools write a box that was ticked, and one that was not.
WRITTEN = {"words": ("Yes", "No"), "numbers": ("1", "0"), "labels": ("", "")}


def boxes(kind: str, code: str, *, gate: bool = True) -> Rows:
    """Ten victims, and twelve others of whom every box says a code."""
    yes, no = WRITTEN[kind]
    header = ["ID", VICTIM if gate else "Sex", *(f"{ASKED} [{option}]" for option in OPTIONS)]
    said = [
        [(yes or option) if ticked else no for option, ticked in zip(OPTIONS, t, strict=True)]
        for t in TICKS
    ]
    rows = [["Yes" if gate else "Male", *cells] for cells in said]
    rows += [["No" if gate else ("Male", "Female")[n % 2], code, code] for n in range(12)]
    return [header, *([str(n), *row] for n, row in enumerate(rows, 1))]


def asked_of_boxes(workspace: Workspace, wording: str = ASKED) -> SurveyQuestion:
    (question,) = (q for q in questionnaire(workspace, WAVE) if q.wording == wording)
    return question


def shares(workspace: Workspace) -> tuple[dict[str, int], int]:
    slug = asked_of_boxes(workspace).slug
    return counts(workspace, slug), base(workspace, slug)


TICKED = {"Told the police": 4, "Told the council": 6}
BASES = {"words": 10, "numbers": 10, "labels": 8}


@pytest.mark.parametrize(
    ("kind", "code", "gate"),
    [
        ("words", "N/A", True),
        ("words", "NA", False),
        ("numbers", "NaN", False),
        ("labels", "n/a", False),
        ("labels", "Not applicable", True),
    ],
)
def test_not_applicable_in_every_box_is_not_asked(
    workspace: Workspace, tmp_path: Path, kind: str, code: str, *, gate: bool
) -> None:
    report = loaded(workspace, written(tmp_path, boxes(kind, code, gate=gate)))
    assert shares(workspace) == (TICKED, BASES[kind])
    assert asked_of_boxes(workspace).asked == 10
    assert any(f"12 responses say '{code}' in every box" in said for said in report.problems)
    assert_sound(workspace)


def test_whoever_ticked_none_by_it_can_be_said_to_have_answered(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, boxes("words", "N/A", gate=False))
    (doubt,) = (d for d in proposed(workspace, path).doubts if d.kind is DoubtKind.NONE_TICKED)
    assert doubt.suggestion
    loaded(workspace, path, decisions={doubt.header: doubt.suggestion})
    assert shares(workspace) == (TICKED, 22)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("words", "-9"),
        ("numbers", "-99"),
        ("labels", "99"),
        ("words", "9"),
        ("numbers", "?"),
        ("words", "Not on this form"),
    ],
)
def test_a_code_in_every_box_is_asked_about_unless_a_route_tells(
    workspace: Workspace, tmp_path: Path, kind: str, code: str
) -> None:
    path = written(tmp_path, boxes(kind, code, gate=False))
    assert f"12 responses say '{code}' in every box" in faults(workspace, path)
    (doubt,) = (d for d in proposed(workspace, path).doubts if d.blocks)
    assert doubt.suggestion == Decision(not_asked=(code,))
    loaded(workspace, path, decisions={doubt.header: doubt.suggestion})
    assert shares(workspace) == (TICKED, BASES[kind])


@pytest.mark.parametrize(("kind", "code"), [("words", "99"), ("numbers", "-9"), ("labels", "9")])
def test_a_code_of_those_who_were_not_led_to_the_boxes_is_no_answer(
    workspace: Workspace, tmp_path: Path, kind: str, code: str
) -> None:
    loaded(workspace, written(tmp_path, boxes(kind, code)))
    assert shares(workspace) == (TICKED, BASES[kind])
    question = asked_of_boxes(workspace)
    assert (question.asked, question.asked_of) == (10, f"who answered “Yes” to “{VICTIM}”")


@pytest.mark.parametrize(("kind", "said"), [("numbers", "Don't know"), ("labels", "Refused")])
def test_a_refusal_in_every_box_is_an_option_of_the_question(
    workspace: Workspace, tmp_path: Path, kind: str, said: str
) -> None:
    loaded(workspace, written(tmp_path, boxes(kind, said, gate=False)))
    # Who ticked none by a 0 answered, since others say in so many words that they did not.
    assert shares(workspace) == ({**TICKED, said: 12}, 12 + BASES[kind])


def test_what_only_some_boxes_say_is_a_row_of_a_grid(workspace: Workspace, tmp_path: Path) -> None:
    rows = [[str(n), "Yes", ("Maybe", "No", "N/A")[n % 3], "No"] for n in range(12)]
    path = written(tmp_path, [["ID", *(f"{ASKED} [{row}]" for row in "ABC")], *rows])
    columns = proposed(workspace, path).columns
    assert [column.base for column in columns[1:]] == [12, 12, 12]
    assert [option.n for option in columns[2].options] == [4, 4, 4]


@pytest.mark.parametrize("label", ["A", "Selected"])
def test_a_box_beside_not_applicable_is_never_all_of_those_who_ticked_it(
    workspace: Workspace, tmp_path: Path, label: str
) -> None:
    """ "N/A" in some boxes alone: each would be ticked by everybody who answered it."""
    rows = [[str(n), ("A", label, "N/A")[n % 3], ("N/A", "B", "")[n % 3]] for n in range(12)]
    rows = [[row[0], label if row[1] == "A" else row[1], row[2]] for row in rows]
    path = written(tmp_path, [["ID", *(f"{ASKED} [{row}]" for row in "AB")], *rows])
    assert "looks like a box" in faults(workspace, path)


@pytest.mark.parametrize("code", ["9", "99"])
def test_a_code_beside_answers_in_words_is_asked_about(
    workspace: Workspace, tmp_path: Path, code: str
) -> None:
    rows = [[str(n), ("Yes", "No", code)[n % 3]] for n in range(12)]
    path = written(tmp_path, [["ID", "Do you feel safe?"], *rows])
    assert f"{code} (4 answers) stands among answers in words" in faults(workspace, path)


def test_a_number_among_numbers_and_words_is_an_answer(
    workspace: Workspace, tmp_path: Path
) -> None:
    answers = ("None", "1", "8", "9", "10 or more") * 3
    rows = [[str(n), answer] for n, answer in enumerate(answers)]
    loaded(workspace, written(tmp_path, [["ID", "Crimes you saw?"], *rows]))
    (question,) = questionnaire(workspace, WAVE)
    assert question.answered == 15


WHO_TICKED = "who ticked any of its answers"


def test_who_ticked_none_and_who_skipped_are_told_in_words_to_be_alike(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [[str(n), "Yes", ("Litter", "")[n % 2], ("", "", "Drugs")[n % 3]] for n in range(12)]
    header = ["ID", "Do you feel safe?", *(f"Problems? [{box}]" for box in ("Litter", "Drugs"))]
    loaded(workspace, written(tmp_path, [header, *rows]))
    question = asked_of_boxes(workspace, "Problems?")
    assert (question.answered, question.asked) == (8, None)
    assert question.asked_of.startswith(WHO_TICKED)


@pytest.mark.parametrize("last", ["None of these", "Nothing"])
def test_nobody_who_could_tick_none_of_these_ticked_none(
    workspace: Workspace, tmp_path: Path, last: str
) -> None:
    rows = [[str(n), "Yes", *(("Litter", ""), ("", last), ("", ""))[n % 3]] for n in range(12)]
    header = ["ID", "Do you feel safe?", *(f"Problems? [{box}]" for box in ("Litter", last))]
    loaded(workspace, written(tmp_path, [header, *rows]))
    question = asked_of_boxes(workspace, "Problems?")
    assert (question.answered, question.asked_of) == (8, "")


def test_what_says_not_applicable_to_one_row_of_a_grid_leads_to_no_other(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [[str(n), *[("Very satisfied", "N/A")[n % 2]] * 2] for n in range(24)]
    path = written(tmp_path, [["ID", "Satisfied? [Police]", "Satisfied? [Council]"], *rows])
    columns = proposed(workspace, path).columns[1:]
    assert [(c.base, c.asked, c.asked_of) for c in columns] == [(24, None, "")] * 2


def test_a_no_by_the_list_in_the_question_is_an_answer(
    workspace: Workspace, tmp_path: Path
) -> None:
    asked = "Which are problems? (1 = Yes, 2 = No)"
    rows = [[str(n), ("1", "2")[n % 2], "2"] for n in range(12)]
    loaded(workspace, written(tmp_path, [["ID", f"{asked} [Drugs]", f"{asked} [Noise]"], *rows]))
    question = asked_of_boxes(workspace, asked)
    assert (question.answered, question.asked_of) == (12, "")


def test_boxes_as_redcap_names_them_are_one_question(workspace: Workspace, tmp_path: Path) -> None:
    header = ["record_id", *(f"What did you do? (choice={box})" for box in ("Told", "Moved"))]
    rows = [[str(n), ("Checked", "Unchecked")[n % 2], "Checked"] for n in range(12)]
    loaded(workspace, written(tmp_path, [header, *rows]))
    question = asked_of_boxes(workspace, "What did you do?")
    assert counts(workspace, question.slug) == {"Told": 6, "Moved": 12}
