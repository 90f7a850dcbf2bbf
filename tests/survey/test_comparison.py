"""Two waves: matched, tested together, or not compared and why."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from assessment.errors import InvalidRequest
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import Comparison, Difference, DifferenceVerdict
from assessment.survey.questionnaire import Concept, Mode, QuestionKind, SurveyQuestion
from assessment.workspace import Workspace
from tests.properties import examples
from tests.survey.given import DONT_KNOW, Surveys, question, safety

DAY = safety(1, "day", Concept.SAFE_BY_DAY)
EVENING = safety(2, "evening", Concept.SAFE_AFTER_DARK)
LISTED = ("drugs", "speeding", "fly-tipping", "rowdy", "litter")
PROBLEM = question(3, "problem", LISTED, kind=QuestionKind.MULTIPLE, concept=Concept.PROBLEM)
PRIORITY = question(4, "priority", LISTED[:4], kind=QuestionKind.MULTIPLE, concept=Concept.PRIORITY)
HELP = question(
    5,
    "help",
    ["policing", "spaces", "CCTV"],
    kind=QuestionKind.MULTIPLE,
    concept=Concept.WOULD_HELP,
)
MEDWAY = (DAY, EVENING, PROBLEM, PRIORITY, HELP)
# As Medway's report of 2024 prints both; how each side of a scale divides is not printed.
ONLINE = {
    1: [25, 50, 13, 12, 5, 2],
    2: [5, 25, 13, 37, 23, 4],
    3: [84, 74, 73, 71, 67],
    4: [76, 55, 43, 30],
    5: [82, 57, 49],
}
PANEL = {
    1: [50, 103, 19, 12, 5, 3],
    2: [13, 56, 45, 42, 21, 15],
    3: [153, 151, 138, 119, 138],
    4: [138, 109, 88, 55],
    5: [153, 105, 92],
}


def row(found: Comparison, question: str, option: str) -> Difference:
    (one,) = (row for row in found.rows if (row.question, row.option) == (question, option))
    return one


@pytest.fixture
def medway(workspace: Workspace, surveys: Surveys) -> Comparison:
    surveys.counts("online", MEDWAY, 107, ONLINE)
    surveys.counts("panel", MEDWAY, 192, PANEL, mode=Mode.PANEL)
    return compare(workspace, "online", "panel")


def test_of_sixteen_items_one_differs(medway: Comparison) -> None:
    """Four nets, five problems, four priorities and three that would help."""
    assert medway.tested == 16
    clear = [
        row
        for row in medway.rows
        if row.verdict in (DifferenceVerdict.HIGHER, DifferenceVerdict.LOWER)
    ]
    (evening,) = clear
    assert (evening.question, evening.option, evening.verdict) == ("evening", "Unsafe", "higher")
    assert evening.a is not None
    assert evening.b is not None
    assert (evening.a.count, evening.a.base) == (60, 107)
    assert (evening.b.count, evening.b.base) == (63, 192)
    assert evening.z is not None
    assert evening.p is not None
    assert evening.p_adjusted is not None
    assert (round(evening.z, 2), round(evening.p, 4)) == (3.92, 0.0001)
    assert round(evening.p_adjusted, 4) == 0.0014
    assert round(evening.difference or 0) == 23


def test_ways_of_asking_that_differ_are_said(medway: Comparison) -> None:
    assert any(
        "online survey, self-selected; citizens' panel" in caveat for caveat in medway.caveats
    )
    assert any("as if it were a random sample" in caveat for caveat in medway.caveats)


def test_adjusting_agrees_with_statsmodels(medway: Comparison) -> None:
    tested = [each for each in medway.rows if each.p is not None]
    expected = multipletests([each.p for each in tested], method="fdr_bh")[1]
    assert [each.p_adjusted for each in tested] == pytest.approx(list(expected))


def test_points_of_a_scale_are_shown_and_not_tested_again(medway: Comparison) -> None:
    """The middle differs, 12% against 23%, and so would have made a second item of the nets."""
    points = [each for each in medway.rows if each.question == "evening" and not each.is_net]
    assert {each.verdict for each in points} == {DifferenceVerdict.NOT_TESTED}
    assert {each.p for each in points} == {None}
    assert all(each.difference is not None and each.reason for each in points)


def reworded(word: str) -> str:
    return f"Do you feel {word}?"


SAFE = safety(1, "safe", Concept.SAFE_BY_DAY, reworded("safe"))
NOT_COMPARED = [
    (SAFE, replace(SAFE, wording=reworded("at ease")), "Asked in other words: “Do you feel safe?”"),
    (SAFE, replace(SAFE, scale="satisfaction"), "Answered on another scale"),
    (SAFE, replace(SAFE, options=SAFE.options[:2]), "Answered on another scale"),
    (SAFE, replace(SAFE, kind=QuestionKind.SINGLE), "Answered in another way: a scale and one"),
]
# Its points are numbered, from the one end and from the other.
FROM_SAFE, FROM_UNSAFE = (
    replace(
        SAFE,
        options=tuple(
            replace(option, label=f"{number} - {option.label}")
            for option, number in zip(SAFE.options[:5], numbers, strict=True)
        ),
    )
    for numbers in (range(1, 6), range(5, 0, -1))
)
COMPARED = [
    (FROM_SAFE, FROM_UNSAFE, "numbered from the other end"),
    (SAFE, replace(SAFE, wording="do you feel  SAFE"), "the same words"),
    (SAFE, replace(SAFE, slug="other", number=7), "found again by what it is about"),
    (
        replace(SAFE, wording="3. Do you feel safe?"),
        replace(SAFE, wording="Q4: Do you feel safe?", slug="other", concept=Concept.OTHER),
        "its number in the questionnaire is no other wording",
    ),
    (SAFE, replace(SAFE, options=SAFE.options[:5]), "without don't know it is the same scale"),
]


@pytest.mark.parametrize(("a", "b", "words"), NOT_COMPARED)
def test_what_was_asked_otherwise_is_not_compared(
    workspace: Workspace, surveys: Surveys, a: SurveyQuestion, b: SurveyQuestion, words: str
) -> None:
    found = both(workspace, surveys, a, b)
    assert {row.verdict for row in found.rows} == {DifferenceVerdict.NOT_COMPARABLE}
    assert {row.comparable for row in found.rows} == {False}
    assert {row.p for row in found.rows} == {None}
    assert all(row.reason.startswith(words) for row in found.rows)
    assert found.tested == 0
    assert found.rows[0].a is not None  # shown side by side all the same
    assert found.rows[0].b is not None


@pytest.mark.parametrize(("a", "b", "why"), COMPARED)
def test_what_was_asked_alike_is_compared(
    workspace: Workspace, surveys: Surveys, a: SurveyQuestion, b: SurveyQuestion, why: str
) -> None:
    found = both(workspace, surveys, a, b)
    assert row(found, "safe", "Safe").verdict is DifferenceVerdict.LOWER, why


def test_points_that_are_numbered_from_the_other_end_go_by_their_words(
    workspace: Workspace, surveys: Surveys
) -> None:
    found = both(workspace, surveys, FROM_SAFE, FROM_UNSAFE)
    assert len(found.rows) == 7
    assert [row.difference for row in found.rows] == [-60, 0, 0, 0, 60, -60, 60]
    assert found.rows[0].reason.startswith("In other words in the second wave: “5 - Very safe”.")


@pytest.mark.parametrize("second", ["Do you agree?2", "Do you agree?", "Do you agree?.1"])
def test_what_a_wave_asks_twice_is_not_compared(
    workspace: Workspace, surveys: Surveys, second: str
) -> None:
    """Microsoft Forms numbers headings: nothing tells which statement was above either."""
    asked = [
        question(1, "a", ["Yes", "No"], wording="Do you agree?"),
        question(2, "b", ["No", "Yes"], wording=second),
    ]
    surveys.counts("a", asked, 100, {1: [20, 80], 2: [80, 20]})
    surveys.counts("b", asked, 100, {1: [80, 20], 2: [20, 80]})
    found = compare(workspace, "a", "b")
    assert found.tested == 0
    assert {row.reason.partition(":")[0] for row in found.rows} == {
        "The first wave asked this twice in the same words"
    }
    other = [asked[0], question(2, "b", ["Often", "Never"], wording=second)]
    surveys.counts("a", other, 100, {1: [20, 80], 2: [80, 20]})
    surveys.counts("b", other, 100, {1: [80, 20], 2: [20, 80]})
    assert compare(workspace, "a", "b").tested == 4, "their answers tell them apart"


def both(
    workspace: Workspace, surveys: Surveys, a: SurveyQuestion, b: SurveyQuestion
) -> Comparison:
    for wave, asked, safe in (("a", a, 20), ("b", b, 80)):
        counts = {asked.number: [safe, 0, 0, 0, 100 - safe][: len(asked.options)]}
        surveys.counts(wave, [asked], 100, counts)
    return compare(workspace, "a", "b")


def listed(*labels: str, number: int = 1, slug: str = "q", **concerns: str) -> SurveyQuestion:
    named = {label.replace("_", " "): concern for label, concern in concerns.items()}
    return question(
        number, slug, [*labels, *named], kind=QuestionKind.MULTIPLE, concerns=named, wording="Q?"
    )


def test_an_answer_of_one_wave_only(workspace: Workspace, surveys: Surveys) -> None:
    surveys.counts("a", [listed("drugs", "Violent crime")], 100, {1: [70, 37]})
    surveys.counts("b", [listed("drugs", "Dogs")], 100, {1: [71, 20]})
    comparison = compare(workspace, "a", "b")
    only = row(comparison, "q", "Violent crime")
    assert (only.verdict, only.b, only.comparable) == (
        DifferenceVerdict.NOT_COMPARABLE,
        None,
        False,
    )
    assert only.reason == "Nobody gave this answer in the second wave, or it was not offered."
    assert (
        row(comparison, "q", "Dogs").reason
        == "Nobody gave this answer in the first wave, or it was not offered."
    )
    assert comparison.tested == 1


def test_one_concern_in_other_words_is_one_item(workspace: Workspace, surveys: Surveys) -> None:
    surveys.counts("a", [listed(Drug_dealing="drugs")], 100, {1: [70]})
    surveys.counts("b", [listed(People_using_or_dealing="drugs")], 100, {1: [30]})
    (one,) = compare(workspace, "a", "b").rows
    assert (one.option, one.verdict) == ("Drug dealing", DifferenceVerdict.HIGHER)
    assert one.reason == "In other words in the second wave: “People using or dealing”."


def test_an_answer_goes_with_its_own_name_first(workspace: Workspace, surveys: Surveys) -> None:
    """Two answers about drugs, in another order: neither is taken for the other."""
    surveys.counts("a", [listed(Drug_use="drugs", Drug_dealing="drugs")], 100, {1: [20, 70]})
    surveys.counts("b", [listed(Drug_dealing="drugs", Drug_use="drugs")], 100, {1: [70, 20]})
    assert {row.difference for row in compare(workspace, "a", "b").rows} == {0}


def test_two_answers_about_one_concern_are_not_one(workspace: Workspace, surveys: Surveys) -> None:
    surveys.counts("a", [listed(Drug_use="drugs", Drug_dealing="drugs")], 100, {1: [20, 70]})
    surveys.counts("b", [listed(Drugs="drugs")], 100, {1: [75]})
    comparison = compare(workspace, "a", "b")
    assert {row.verdict for row in comparison.rows} == {DifferenceVerdict.NOT_COMPARABLE}
    assert len(comparison.rows) == 3


NOT_TESTED = [
    (question(1, "q", ["a", DONT_KNOW]), DONT_KNOW, 100, [50, 50], "no answer to test"),
    (question(1, "ward", ["a", "b"], concept=Concept.WARD), "a", 100, [50, 50], "who answered"),
    (question(1, "q", ["a", "b"], kind=QuestionKind.RANKING), "a", 100, [50, 50], "in order"),
    (question(1, "q", ["a", "b"]), "a", 9, [4, 5], "Fewer than 10"),
    (question(1, "q", ["a", "b"]), "a", 100, [0, 100], "nobody said so"),
    (question(1, "q", ["a", "b"]), "a", 0, [0, 0], "Nobody answered"),
]


@pytest.mark.parametrize(("asked", "option", "base", "counts", "words"), NOT_TESTED)
def test_what_is_not_tested_says_why(
    workspace: Workspace,
    surveys: Surveys,
    asked: SurveyQuestion,
    option: str,
    base: int,
    counts: list[int],
    words: str,
) -> None:
    for wave in ("a", "b"):
        surveys.counts(wave, [asked], base, {1: counts})
    comparison = compare(workspace, "a", "b")
    (one,) = (row for row in comparison.rows if row.option == option)
    assert (one.verdict, one.p) == (DifferenceVerdict.NOT_TESTED, None)
    assert words in one.reason


def test_questions_of_one_wave_only_are_told(workspace: Workspace, surveys: Surveys) -> None:
    surveys.counts("a", MEDWAY[:2], 100, {1: [100], 2: [100]})
    surveys.counts("b", MEDWAY[1:3], 100, {2: [100], 3: [100]})
    comparison = compare(workspace, "a", "b")
    assert "Asked only in a: “day?”." in comparison.caveats
    assert "Asked only in b: “problem?”." in comparison.caveats


def test_unlike_by_themselves_but_not_among_many(workspace: Workspace, surveys: Surveys) -> None:
    labels = [f"option {n}" for n in range(20)]
    asked = listed(*labels)
    surveys.counts("a", [asked], 100, {1: [50] * 19 + [57]})
    surveys.counts("b", [asked], 100, {1: [50] * 19 + [42]})
    last = row(compare(workspace, "a", "b"), "q", "option 19")
    assert last.p is not None
    assert last.p < 0.05
    assert last.verdict is DifferenceVerdict.NO_CLEAR_DIFFERENCE
    assert "among the 20 items" in last.reason


def test_few_answers_make_a_rough_test(workspace: Workspace, surveys: Surveys) -> None:
    surveys.counts("a", [listed("x", "y")], 100, {1: [2, 50]})
    surveys.counts("b", [listed("x", "y")], 100, {1: [5, 50]})
    comparison = compare(workspace, "a", "b")
    assert "rough" in row(comparison, "q", "x").reason  # 3.5 expected in each
    assert row(comparison, "q", "y").reason == ""


@pytest.mark.parametrize(
    ("waves", "words"),
    [
        (("a", "c"), "no survey wave 'c'"),
        (("c", "a"), "no survey wave 'c'"),
        (("a", "a"), "itself"),
    ],
)
def test_waves_that_cannot_be_compared(
    workspace: Workspace, surveys: Surveys, waves: tuple[str, str], words: str
) -> None:
    surveys.counts("a", [DAY], 10, {1: [10]})
    with pytest.raises(InvalidRequest, match=words):
        compare(workspace, *waves)


COUNTS = st.lists(st.integers(0, 60), min_size=3, max_size=3)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=examples(25),
)
@given(COUNTS, COUNTS, st.integers(60, 90), st.integers(60, 200))
def test_either_order_says_the_same(
    workspace: Workspace,
    surveys: Surveys,
    first: list[int],
    second: list[int],
    base: int,
    other: int,
) -> None:
    asked = listed("x", "y", "z")
    surveys.counts("a", [asked], base, {1: first})
    surveys.counts("b", [asked], other, {1: second})
    there, back = compare(workspace, "a", "b"), compare(workspace, "b", "a")
    for one, mirrored in zip(there.rows, back.rows, strict=True):
        assert one.difference == -(mirrored.difference or 0)
        assert one.p == mirrored.p
        if one.p is not None and one.a and one.b:
            z, p = proportions_ztest([one.a.count, one.b.count], [one.a.base, one.b.base])
            assert (one.z, one.p) == pytest.approx((z, p))


def test_the_same_words_are_compared_whatever_their_order(surveys: Surveys) -> None:
    """Three questions about one thing bear numbered names in each wave's own order."""
    places = [f"How safe do you feel after dark {place}?" for place in ("in town", "at home")]
    for wave, wordings in (("first", places), ("second", places[::-1])):
        slugs = ("safe-after-dark", "safe-after-dark-2")
        asked = [
            safety(number, slug, Concept.SAFE_AFTER_DARK, wording)
            for number, (slug, wording) in enumerate(zip(slugs, wordings, strict=True), start=1)
        ]
        safe = {1: 1, 2: 5} if wave == "first" else {1: 5, 2: 1}
        surveys.wave(wave, asked, [safe] * 20)
    rows = compare(surveys.workspace, "first", "second").rows
    assert all(row.comparable for row in rows if row.is_net)
    assert {row.difference for row in rows if row.is_net} == {0}
