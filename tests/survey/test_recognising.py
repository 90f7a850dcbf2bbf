"""What columns are taken for: tables of headers, values and wordings, with the reason beside."""

from pathlib import Path

import pytest

from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.export.code_lists import codes_for
from assessment.survey.reading.export.column_uses import is_personal, use_by_name
from assessment.survey.reading.export.headers.question_headers import (
    has_second_line,
    one_line_columns,
    two_line_columns,
)
from assessment.survey.reading.export.said_codes import said_in
from assessment.survey.reading.labels import edits, label_within, misspelt, slips
from assessment.survey.reading.proposal import Decision, DoubtKind, Use
from assessment.survey.reading.questions.answers.several_in_a_cell import separator_of
from assessment.workspace import Workspace
from tests.survey.exports import workbook
from tests.survey.loads import column, counts, loaded, proposed, times, values, written

WORDS = "Community wardens on foot in the town centre at night would help"


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Respondent ID", Use.RESPONDENT),
        ("UserNo", Use.RESPONDENT),
        ("Completion time", Use.TIME),
        ("Collector ID", Use.ADMINISTRATIVE),
        ("Status", Use.STATUS),
        ("Name", Use.PERSONAL),
        ("IP Address", Use.PERSONAL),
        ("Your e-mail address", Use.PERSONAL),
        ("What is your full postcode?", Use.PERSONAL),
        ("Mobile number", Use.PERSONAL),
        ("Date of birth", Use.PERSONAL),
        ("Please give your first name", Use.PERSONAL),
        ("Have you been a victim of crime?", None),  # not about who
        ("How visible are police officers?", None),
        ("Ward name", None),
        ("Do you report crime by phone?", None),
        ("How old are you?", None),
    ],
)
def test_columns_by_name(name: str, use: Use | None) -> None:
    assert use_by_name(name) is use


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("someone@example.org", True),
        ("81.2.69.142", True),
        ("2001:db8:85a3:0:0:8a2e:370:7334", True),
        ("ME7 1AB", True),
        ("me71ab", True),
        ("01634 333333", True),
        ("+44 7700 900123", True),
        ("ME7", False),  # the outward part is a town
        ("2023", False),
        ("10:30", False),
        ("0-5 years", False),
        ("Write to someone@example.org", False),  # free text is read by somebody first
    ],
)
def test_what_could_find_a_person(text: str, personal: bool) -> None:
    assert is_personal(text) is personal


def test_personal_content_is_left_out_whatever_its_header(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, [["Q1", "Is it safe?"], ["a@b.org", "Yes"], ["c@d.org", "No"]])
    assert [c.use for c in proposed(workspace, path).columns] == [Use.PERSONAL, Use.QUESTION]


@pytest.mark.parametrize(
    ("header", "below", "second"),
    [
        (["ID", "Safe?", "Problems", ""], ["", "Response", "Drugs", "Litter"], True),
        (["ID", "Problems", ""], ["", "Drugs", "Litter"], True),  # nameless columns named below
        (["", "Q3", "Q3"], ["", "Drugs", "Litter"], True),  # repeated, and told apart
        (["ID", "Comments", "Comments"], ["1", "Good", "Bad"], False),  # two questions of a name
        (["ID", "Safe?", "Problems"], ["1", "Yes", "Drugs"], False),  # a respondent
        (["ID", "Safe?"], ["1", "Response", ""], False),  # another length
    ],
)
def test_a_second_header_line(header: list[str], below: list[str], second: bool) -> None:
    assert has_second_line(header, below) is second


def test_columns_of_two_lines() -> None:
    columns = two_line_columns(["ID", "Problems", "", "Age"], ["", "Drugs", "Litter", "Response"])
    assert [(c.question, c.option) for c in columns] == [
        ("ID", None),
        ("Problems", "Drugs"),
        ("Problems", "Litter"),
        ("Age", None),
    ]


@pytest.mark.parametrize(
    ("header", "parted"),
    [
        (["Problems - Drugs", "Problems - Litter"], True),
        (["Problems [Drugs]", "Problems [Litter]"], True),
        (["Problems: Drugs", "Problems: Litter"], True),
        (["Problems | Drugs", "Problems | Litter"], True),
        (["Problems - Drugs", "Safety - Day"], False),  # a hyphen of its own
        (["Problems", "Problems"], False),
    ],
)
def test_columns_of_one_line(header: list[str], parted: bool) -> None:
    assert all((c.option is not None) is parted for c in one_line_columns(header))


@pytest.mark.parametrize(
    ("said", "labels", "meant"),
    [
        ("Very unsaef", ["Very safe", "Very unsafe"], "Very unsafe"),
        ("burglry", ["Burglary"], "Burglary"),
        ("Unlikely", ["Likely"], None),  # denied, not misspelt
        ("Dissatisfied", ["Satisfied"], None),
        ("Unsafe", ["Safe"], None),
        ("35-44", ["25-34"], None),  # numbers are never slips
        ("Rainham North", ["Rainham South"], None),
        ("No", ["Yes"], None),
        ("Female", ["Male"], None),
    ],
)
def test_slips_of_a_label(said: str, labels: list[str], meant: str | None) -> None:
    assert misspelt(said, labels) == meant


def test_a_slip_is_seldom() -> None:
    assert slips({"Gillingham": 90, "Gilingham": 2, "Strood": 40}) == {"Gilingham": "Gillingham"}
    assert slips({"Gillingham": 90, "Gilingham": 50}) == {}


def test_a_label_with_stray_words() -> None:
    assert label_within("or very unsafe", ["Very safe", "Very unsafe"]) == "Very unsafe"
    assert label_within("I would say that it is very unsafe", ["Very unsafe"]) is None


@pytest.mark.parametrize(
    ("one", "other", "n"), [("safe", "safe", 0), ("sfae", "safe", 1), ("saf", "safe", 1),
                            ("safee", "safe", 1), ("cafe", "safe", 1), ("fast", "safe", 3)]
)  # fmt: skip
def test_edits(one: str, other: str, n: int) -> None:
    assert edits(one, other, 3) == n


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Safe? (1 = very safe, 2 = unsafe)", {"1": "Very safe", "2": "Unsafe"}),
        (
            "From 1 to 5, where 1 is very unsafe and 5 is very safe",
            {"1": "Very unsafe", "2": "Fairly unsafe", "3": "Neither safe nor unsafe",
             "4": "Fairly safe", "5": "Very safe"},
        ),
        # No scale that is known names what lies between: it is a rating, and its ends are numbers.
        ("1 = awful, 4 = grand", {}),
        ("0 = awful, 10 = grand, 99 = don't know", {"99": "Don't know"}),
        (
            "Rate it from 1 (very poor) to 5 (very good)",
            {"1": "Very poor", "2": "Poor", "3": "Neither good nor poor", "4": "Good",
             "5": "Very good"},
        ),
        # What gives no answer is no end of a scale: a 2 among the answers must be asked about.
        ("Agree? (1 = yes, 9 = don't know)", {"1": "Yes", "9": "Don't know"}),
        ("How safe do you feel?", {}),
    ],
)  # fmt: skip
def test_a_list_of_codes_in_the_question(question: str, codes: dict[str, str]) -> None:
    assert said_in(question) == codes


def test_a_list_of_codes_beside_the_answers() -> None:
    lists = {"Q1": {"1": "Yes"}, "": {"1": "Any"}}
    assert codes_for("Q1", lists) == {"1": "Yes"}
    assert codes_for("Q1. Is it safe?", lists) == {"1": "Yes"}
    assert codes_for("Q10. Is it clean?", lists) == {}


@pytest.mark.parametrize(
    ("questions", "is_asked"),
    [(("How safe do you feel?",), False), (("How safe do you feel?", "Your tenure"), True)],
)
def test_a_list_that_names_no_question(
    workspace: Workspace, tmp_path: Path, questions: tuple[str, ...], is_asked: bool
) -> None:
    """With one coded column it is of that one; with two, whoever owns a home is not "very safe"."""
    answers = [
        ["ID", *questions],
        *([f"R{n}", *("12"[n % 2] for _ in questions)] for n in range(9)),
    ]
    lists: list[list[object]] = [["Code", "Meaning"], [1, "Very safe"], [2, "Very unsafe"]]
    path = workbook(tmp_path / "coded.xlsx", Answers=answers, Codes=lists)
    doubts = proposed(workspace, path).doubts
    assert [doubt.header for doubt in doubts if doubt.blocks] == list(questions) * is_asked
    likely = {doubt.header: doubt.suggestion for doubt in doubts if doubt.suggestion}
    loaded(workspace, path, decisions=likely)
    assert [*counts(workspace, "safe-feel").values()] == [5, 4]


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        (["Drugs;", "Drugs;Litter;"], ";"),  # as Microsoft Forms ends every cell
        (["Drugs, Litter", "Litter, Noise", "Drugs"], ","),
        (["Yes, often", "No, never", "Yes, sometimes"], None),  # one choice, with a comma in it
        (["We need lights, and soon", "More police, please"], None),
        (["Drugs", "Litter"], None),
    ],
)
def test_what_parts_options(values: list[str], mark: str | None) -> None:
    assert separator_of(dict.fromkeys(values, 1)) == mark


@pytest.mark.parametrize(
    ("question", "answers", "kind", "concept"),
    [
        ("How safe do you feel after dark?", times(Very_safe=2, A_bit_unsafe=1),
         QuestionKind.SCALE, Concept.SAFE_AFTER_DARK),
        ("Have you felt unsafe at night?", times(Yes=2, No=1), QuestionKind.SINGLE, Concept.OTHER),
        ("Age group", times(Under_16=1, **{"16-24": 2}), QuestionKind.SINGLE, Concept.AGE),
        ("How old are you?", ["34", "71", "52"], QuestionKind.NUMBER, Concept.AGE),
        ("What would make you feel safer?", ["CCTV;", "CCTV;Lights;", "Lights;Police;"],
         QuestionKind.MULTIPLE, Concept.WOULD_HELP),
        ("What would make you feel safer?", [WORDS, f"{WORDS} me", "Lights"],
         QuestionKind.TEXT, Concept.OTHER),
        ("When were you a victim?", ["01/02/2023", "14/02/2023"], QuestionKind.DATE, Concept.OTHER),
        ("Which ward do you live in?", [f"Ward {n}" for n in "ABCDEFGHIJKL"],
         QuestionKind.SINGLE, Concept.WARD),  # all different, and still a list
        ("Put these in order", ["A;B;C;", "B;A;C;", "A;C;B;", "A;B;C;"],
         QuestionKind.RANKING, Concept.OTHER),  # everybody names all of them
        ("How confident are you in the police?", times(Very_confident=1, Not_at_all_confident=2),
         QuestionKind.SCALE, Concept.CONFIDENCE),
    ],
)  # fmt: skip
def test_kinds_and_concepts(
    workspace: Workspace,
    tmp_path: Path,
    question: str,
    answers: list[str],
    kind: QuestionKind,
    concept: Concept,
) -> None:
    found = proposed(workspace, written(tmp_path, column(question, *answers))).columns[1]
    assert (found.use, found.kind, found.concept) == (Use.QUESTION, kind, concept)


def test_a_kind_can_be_corrected(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column("Tell us more", *times(Yes=3, No=2)))
    assert proposed(workspace, path).columns[1].kind is QuestionKind.TEXT  # asked for in words
    loaded(workspace, path, decisions={"Tell us more": Decision(kind=QuestionKind.SINGLE)})
    assert counts(workspace, "tell-us-more") == {"No": 2, "Yes": 3}


def test_a_question_can_be_left_out(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "Is it safe?", "Shoe size"], ["1", "Yes", "43"], ["2", "No", "38"]]
    report = loaded(
        workspace, written(tmp_path, rows), decisions={"Shoe size": Decision(leave_out=True)}
    )
    assert [question.slug for question in report.questions] == ["safe"]
    assert any("as was decided: 'Shoe size'" in problem for problem in report.problems)


def test_rows_of_a_grid_are_questions(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "How safe do you feel?", ""], ["", "During the day", "After dark"]]
    rows += [["1", "Very safe", "Very unsafe"], ["2", "Very safe", ""]]
    columns = proposed(workspace, written(tmp_path, rows)).columns[1:]
    assert [(c.wording, c.slug) for c in columns] == [
        ("How safe do you feel?: During the day", "safe-by-day"),
        ("How safe do you feel?: After dark", "safe-after-dark"),
    ]


def test_a_box_for_others_takes_words(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "Problems", "", ""], ["", "Drugs", "Litter", "Other (please specify)"]]
    rows += [["1", "Drugs", "", ""], ["2", "", "Litter", "The bins"], ["3", "", "", "Bob Smith"]]
    loaded(workspace, written(tmp_path, rows))
    assert counts(workspace, "problem") == {"Drugs": 1, "Litter": 1, "Other (please specify)": 2}
    waiting = proposed(workspace, written(tmp_path, rows)).columns[-1]
    assert (waiting.kind, waiting.base) == (QuestionKind.TEXT, 2)


def test_own_words_among_options_become_no_label(workspace: Workspace, tmp_path: Path) -> None:
    own = "Ask Jane Smith who lives at number 4"
    answers = ["Drugs;Litter;"] * 20 + ["Drugs;"] * 15 + [f"Litter;{own};"]
    loaded(workspace, written(tmp_path, column("Problems?", *answers)))
    assert counts(workspace, "problem") == {
        "Drugs": 35,
        "Litter": 21,
        "Other (in their own words)": 1,
    }


def test_choices_by_rank(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["ID", "Priorities", "", ""], ["", "First choice", "Second choice", "Third choice"]]
    rows += [["1", "Drugs", "Litter", ""], ["2", "Litter", "Drugs", "Noise"]]
    found = proposed(workspace, written(tmp_path, rows)).columns[1]
    assert found.kind is QuestionKind.RANKING
    assert {option.label: option.n for option in found.options} == {
        "Drugs": 2,
        "Litter": 2,
        "Noise": 1,
    }


def test_a_rating_out_of_its_range_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column("On a scale of 1 to 10, how good?", "7", "10", "99"))
    (doubt,) = proposed(workspace, path).doubts
    assert (doubt.kind, doubt.answers, doubt.blocks) == (DoubtKind.CODES, ("99",), True)


def test_numbers_as_people_type_them(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column("How many miles?", "£1,200", "1.5", " 7 "))
    loaded(workspace, path)
    assert values(workspace, "many-miles") == [1.5, 7, 1200]


def test_the_next_wave_in_other_words(workspace: Workspace, tmp_path: Path) -> None:
    before, now = "How clean are the streets here?", "How clean are the streets near you?"
    loaded(workspace, written(tmp_path, column(before, *times(Clean=2, Dirty=1))))
    path = written(tmp_path, column(now, *times(Clean=2, Dirty=1)), "next.csv")
    (doubt,) = proposed(workspace, path).doubts
    assert (doubt.kind, doubt.answers, doubt.blocks) == (DoubtKind.REWORDED, (before,), False)
    assert doubt.suggestion
    assert doubt.suggestion.same_as == "clean-are-streets-here" or doubt.suggestion.same_as
    report = loaded(workspace, path, wave="next", decisions={now: doubt.suggestion})
    assert report.questions[0].slug == doubt.suggestion.same_as
    assert report.questions[0].wording == now


def test_the_next_wave_with_another_option(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, column("Streets?", *times(Clean=2, Dirty=1))))
    path = written(tmp_path, column("Streets?", *times(Clean=2, Dirty=1, Dreadful=1)), "next.csv")
    (doubt,) = proposed(workspace, path).doubts
    assert (doubt.kind, doubt.answers) == (DoubtKind.CHANGED_OPTIONS, ("Dreadful",))
    loaded(workspace, path, wave="next")
    assert counts(workspace, "streets", "next") == {"Clean": 2, "Dirty": 1, "Dreadful": 1}


def test_what_nobody_chose_this_time_is_not_made_up(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing says that an earlier wave's option was offered again: 0% would be no finding."""
    before = times(Clean=20, Dirty=10)
    loaded(workspace, written(tmp_path, column("Streets?", *before)))
    path = written(tmp_path, column("Streets?", *times(Clean=20, Dreadful=1)), "next.csv")
    loaded(workspace, path, wave="next")
    assert counts(workspace, "streets", "next") == {"Clean": 20, "Dreadful": 1}


def test_several_answers_where_each_gave_one(workspace: Workspace, tmp_path: Path) -> None:
    wording = "Which is a problem?"
    loaded(workspace, written(tmp_path, column(wording, *times(Drugs=4, Litter=2))))
    said = times(Drugs=6, Litter=5, **{"Drugs;Litter": 4, "Litter;Noise": 3})
    path = written(tmp_path, column(wording, *said), "next.csv")
    (doubt,) = (each for each in proposed(workspace, path).doubts if each.blocks)
    assert (doubt.kind, doubt.answers) == (DoubtKind.SEPARATOR, ("Drugs;Litter", "Litter;Noise"))
    assert doubt.suggestion
    loaded(workspace, path, wave="next", decisions={wording: doubt.suggestion})
    assert counts(workspace, "problem", "next") == {"Drugs": 10, "Litter": 12, "Noise": 3}


@pytest.mark.parametrize(
    ("header", "options", "why"),
    [
        (
            ["Priority 1", "Priority 2", "Lit?"],
            ["1", "2", None],
            "first and second of one question",
        ),
        (["Priority 1", "Lit?", "Priority 2"], [None, None, None], "not side by side"),
        (["Priority 1", "Choice 2"], [None, None], "of two questions"),
        (["Q 1", "Q 2"], [None, None], "numbers of questions are no places"),
    ],
)
def test_places_in_numbered_columns(header: list[str], options: list[str | None], why: str) -> None:
    assert [each.option for each in one_line_columns(header)] == options, why


def test_what_is_no_survey_of_residents_says_so(workspace: Workspace, tmp_path: Path) -> None:
    bills = [["Invoice", "Supplier"], *([f"INV{n}", "Acme"] for n in range(20))]
    assert "is it the right file" in proposed(workspace, written(tmp_path, bills)).problems[0]
    safe = [["ID", "How safe do you feel after dark?"], ["1", "Very safe"], ["2", "Very unsafe"]]
    problems = proposed(workspace, written(tmp_path, safe)).problems
    assert not any("right file" in problem for problem in problems)
