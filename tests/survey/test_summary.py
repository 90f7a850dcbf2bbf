"""Summaries: shares of bases that are told, nets, places with ties, means."""

import pytest

from assessment.errors import InvalidRequest
from assessment.survey.questionnaire import Concept, Mode, OptionRole, QuestionKind
from assessment.survey.summaries.answer_places import top
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.summaries.wave_summary import AS_IF_RANDOM, summary
from assessment.workspace import Workspace
from tests.survey.given import DONT_KNOW, Answers, Surveys, question, safety

EVENING = safety(1, "evening", Concept.SAFE_AFTER_DARK)
PROBLEM = question(
    2,
    "problem",
    ["Drugs", "Litter", "Noise", DONT_KNOW],
    kind=QuestionKind.MULTIPLE,
    concept=Concept.PROBLEM,
    concerns={"Drugs": "drugs"},
)
RANKED = question(3, "ranked", ["A", "B", "C"], kind=QuestionKind.RANKING)
YEARS = question(4, "years", [DONT_KNOW], kind=QuestionKind.NUMBER)
ANYTHING = question(5, "anything", kind=QuestionKind.TEXT)
EVERY = (EVENING, PROBLEM, RANKED, YEARS, ANYTHING)


def by_option(found: Summary, group: str = "") -> dict[str, SummaryRow]:
    return {row.option: row for row in found.rows if row.group == group}


def test_base_counts_dont_know_and_not_blanks(workspace: Workspace, surveys: Surveys) -> None:
    answers: list[Answers] = [
        *([{1: 1}] * 3),  # very safe
        *([{1: 5}] * 4),  # very unsafe
        *([{1: 6}] * 3),  # don't know: in the base, on neither side
        *([{2: frozenset({1})}] * 5),  # did not answer this question: not in its base
    ]
    surveys.wave("w", EVERY, answers)
    rows = by_option(summary(workspace, "w", question="evening"))
    assert {label: (row.count, row.base) for label, row in rows.items()} == {
        "Very safe": (3, 10),
        "Fairly safe": (0, 10),
        "Neither safe nor unsafe": (0, 10),
        "Fairly unsafe": (0, 10),
        "Very unsafe": (4, 10),
        DONT_KNOW: (3, 10),
        "Safe": (3, 10),
        "Unsafe": (4, 10),
    }
    assert rows["Safe"].is_net
    assert rows["Safe"].option_number is None
    assert rows["Very safe"].percent == 30
    assert rows[DONT_KNOW].role is OptionRole.DONT_KNOW


def test_several_ticks_are_one_respondent(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", EVERY, [{2: frozenset({1, 2})}] * 6 + [{2: frozenset({4})}] * 4)
    rows = by_option(summary(workspace, "w", question="problem"))
    assert (rows["Drugs"].count, rows["Drugs"].base, rows["Drugs"].percent) == (6, 10, 60)
    assert rows["Drugs"].concern == "drugs"
    assert rows["Noise"].count == 0  # nobody ticked it: a real 0, with the base of the others


def test_places_are_shared_and_no_answer_has_none(workspace: Workspace, surveys: Surveys) -> None:
    ticks = [frozenset({1, 2, 4})] * 8 + [frozenset({3, 4})] * 3
    surveys.wave("w", EVERY, [{2: each} for each in ticks])
    rows = by_option(summary(workspace, "w", question="2"))
    assert {label: row.rank for label, row in rows.items()} == {
        "Drugs": 1,
        "Litter": 1,
        "Noise": 3,
        DONT_KNOW: None,  # the commonest, and no answer
    }


TOPS = [
    ([153, 151, 138, 138, 119, 119, 98], 5, 6, "Medway's panel: a top five of six, 62% twice"),
    ([138, 109, 88, 55, 53, 53, 52], 5, 6, "Medway's panel, priorities: 28% twice"),
    ([153, 151, 138, 138, 119, 119, 98], 3, 4, "the tie is inside"),
    ([5, 4, 3], 2, 2, "no tie"),
    ([5, 5, 5], 1, 3, "all tied"),
    ([5, 4], 9, 2, "fewer than asked"),
]


@pytest.mark.parametrize(("counts", "n", "rows", "why"), TOPS)
def test_a_top_list_keeps_ties(
    workspace: Workspace, surveys: Surveys, counts: list[int], n: int, rows: int, why: str
) -> None:
    its_question = question(
        1, "q", [f"option {n}" for n in range(len(counts))], kind=QuestionKind.MULTIPLE
    )
    surveys.counts("w", [its_question], 192, {1: counts})
    assert len(top(summary(workspace, "w").rows, n)) == rows, why


def test_a_ranking_has_mean_ranks(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", EVERY, [{3: (1, 2, 3)}, {3: (1, 2, 3)}, {3: (3, 1, 2)}])
    answers = summary(workspace, "w", question="ranked")
    rows = by_option(answers)
    assert {label: row.mean_rank for label, row in rows.items()} == {
        "A": 4 / 3,
        "B": 7 / 3,
        "C": 7 / 3,
    }
    assert [rows[label].rank for label in "ABC"] == [1, 2, 2]
    assert not any("Not everybody ranked" in caveat for caveat in answers.caveats)


def test_a_ranking_of_some_is_in_order_of_how_many(workspace: Workspace, surveys: Surveys) -> None:
    """One who alone ranks C first does not make it everybody's first."""
    surveys.wave("w", EVERY, [{3: (1, 2)}, {3: (2, 1)}, {3: (3,)}])
    answers = summary(workspace, "w", question="ranked")
    rows = by_option(answers)
    assert rows["C"].mean_rank == 1
    assert [rows[label].rank for label in "ABC"] == [1, 1, 3]
    assert any("Not everybody ranked" in caveat for caveat in answers.caveats)


def test_numbers_are_averaged_without_those_who_do_not_know(
    workspace: Workspace, surveys: Surveys
) -> None:
    surveys.wave("w", EVERY, [{4: 2.0}, {4: 7.0}, {4: 1}])  # the last: option 1, don't know
    rows = by_option(summary(workspace, "w", question="years"))
    assert (rows["a number"].mean, rows["a number"].count) == (4.5, 2)
    assert rows["a number"].base == 3
    assert rows[DONT_KNOW].mean is None


def test_free_text_is_not_counted(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", EVERY, [{1: 1}])
    answers = summary(workspace, "w", question="anything")
    assert answers.rows == ()
    assert any("own words" in caveat for caveat in answers.caveats)


def test_nobody_answered(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", EVERY, [])
    rows = by_option(summary(workspace, "w", question="evening"))
    assert {(row.count, row.base, row.percent, row.low, row.rank) for row in rows.values()} == {
        (0, 0, None, None, None)
    }


def test_one_answered(workspace: Workspace, surveys: Surveys) -> None:
    surveys.wave("w", EVERY, [{1: 1}])
    answers = summary(workspace, "w", question="evening")
    row = by_option(answers)["Very safe"]
    assert (row.count, row.base, row.percent) == (1, 1, 100)
    assert row.low is not None
    assert row.low < 25  # one person says nearly nothing
    assert any("Only 1 answered" in caveat for caveat in answers.caveats)


@pytest.mark.parametrize("mode", Mode)
def test_a_self_selected_survey_says_what_its_intervals_are(
    workspace: Workspace, surveys: Surveys, mode: Mode
) -> None:
    surveys.wave("w", EVERY, [{1: 1}] * 20, mode=mode)
    said = AS_IF_RANDOM in summary(workspace, "w").caveats
    assert said is (mode is Mode.ONLINE)


def test_a_wave_entered_as_percentages_is_summarised_only(
    workspace: Workspace, surveys: Surveys
) -> None:
    surveys.counts("w", [EVENING], 50, {1: [10, 10, 10, 10, 10, 0]}, summarised=True)
    assert by_option(summary(workspace, "w"))["Safe"].percent == 40
    for asked in ({"by": "evening"}, {"weighted": True}):
        with pytest.raises(InvalidRequest, match="entered as percentages"):
            summary(workspace, "w", **asked)


WRONG = [
    ({"wave": "medway-onlin"}, "Did you mean medway-online"),
    ({"wave": "x"}, "There are: medway-online"),
    ({"question": "evenin"}, "Did you mean evening"),
    ({"question": "9"}, "There is no question '9'"),
    ({"by": "problem"}, "one answer each"),
    ({"by": "nothing"}, "There is no question 'nothing'"),
    ({"question": "evening", "by": "evening"}, "by itself"),
]


@pytest.mark.parametrize(("asked", "words"), WRONG)
def test_what_is_not_there_is_told(
    workspace: Workspace, surveys: Surveys, asked: dict[str, str], words: str
) -> None:
    surveys.wave("medway-online", EVERY, [{1: 1}])
    given = {"wave": "medway-online"} | asked
    with pytest.raises(InvalidRequest, match=words):
        summary(workspace, given["wave"], question=given.get("question"), by=given.get("by"))


def test_an_empty_store_says_so(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match="None has been loaded"):
        summary(workspace, "w")


@pytest.mark.parametrize("name", ["evening", "1", "safe-after-dark"])
def test_a_question_is_named_by_slug_number_or_concept(
    workspace: Workspace, surveys: Surveys, name: str
) -> None:
    surveys.wave("w", EVERY, [{1: 1}])
    assert {row.question for row in summary(workspace, "w", question=name).rows} == {"evening"}
