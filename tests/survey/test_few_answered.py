"""A question that few answered of many is withheld whole, whichever way it is asked for.

The answers of the few have labels of their own, which must be nowhere in what anybody is given:
options are often known only because somebody chose them.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assessment.commands.findings.survey import _row_json, _summary_lines
from assessment.errors import InvalidRequest
from assessment.outputs.survey.answer_table import answer_table
from assessment.outputs.survey.comparison_tables import comparison_table, trends_table
from assessment.outputs.survey.survey_tables import answers_table
from assessment.people import Person, Role
from assessment.survey.comparison.means_compared import WITHHELD
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import DifferenceVerdict
from assessment.survey.comparison.wave_trend import trends
from assessment.survey.questionnaire import (
    DETRACTORS,
    OWN_WORDS,
    PASSIVES,
    PROMOTERS,
    Concept,
    Option,
    OptionRole,
    QuestionKind,
)
from assessment.survey.summaries.survey_answer import EVERY_ANSWER
from assessment.survey.summaries.wave_summary import WORDS_OF_FEW, summary
from assessment.survey.waves.lookup_by_name import wave_named
from assessment.survey.waves.wave_register import list_waves, questionnaire
from assessment.survey.weighting.respondent_profile import who_answered
from assessment.workspace import Workspace
from tests.survey.given import Answers, Surveys, question

WARD = question(1, "ward", ["North", "South"], concept=Concept.WARD)
SEX = question(2, "sex", ["Zelda", "Zeno"], concept=Concept.SEX)
DRUGS = question(3, "drugs", ["Yes", "No"])
ONE = question(4, "one", ["Zebra", "Zinc"])
TICKS = question(5, "ticks", ["Zenith", "Zero"], kind=QuestionKind.MULTIPLE)
RANKED = question(6, "ranked", ["Zest", "Zip"], kind=QuestionKind.RANKING)
YEARS = question(7, "years", kind=QuestionKind.NUMBER)
EVERY = (WARD, SEX, DRUGS, ONE, TICKS, RANKED, YEARS)
FEW = ("sex", "one", "ticks", "ranked", "years")
MANY: list[Answers] = [{1: 1 + n % 2, 3: 1 + n % 3 % 2} for n in range(60)]


def answered_by(few: int) -> list[Answers]:
    """Return 60 people, of whom a few answered the questions after the third, and their sex."""
    return [{**each, **(_said(n) if n < few else {})} for n, each in enumerate(MANY)]


def _said(n: int) -> Answers:
    half, third = 1 + n % 2, 1 + n % 3 % 2
    return {2: half, 4: third, 5: frozenset({third}), 6: (half, 3 - half), 7: 7777.0}


@pytest.fixture
def partner(workspace: Workspace) -> Workspace:
    return Workspace(workspace.store, Person("Fire", Role.PARTNER))


@pytest.fixture
def few(surveys: Surveys) -> Surveys:
    """A wave in which four answered, and one in which all did."""
    surveys.wave("few", EVERY, answered_by(4))
    surveys.wave("many", EVERY, answered_by(60))
    surveys.margins("sex", {"Zelda": 1, "Zeno": 1})
    surveys.margins("ward", {"North": 1, "South": 1})
    return surveys


def tells(found: object) -> bool:
    """Tell whether anything names an answer of the few, or is the number that they gave."""
    return any(told in repr(found) for told in ("Ze", "Zi", "7777.0"))


BASES = [
    (0, Role.PARTNER, False, "nobody is nobody's answer"),
    (1, Role.PARTNER, True, "one"),
    (4, Role.PARTNER, True, "four"),
    (16, Role.PARTNER, False, "enough, with five or more of each answer"),
    (9, Role.ANALYST, True, "of 60 people, nine are a small group, whoever asks"),
    (1, Role.MANAGER, True, "and so is one"),
    (10, Role.ANALYST, False, "ten are enough"),
]


@pytest.mark.parametrize(("base", "role", "is_withheld", "why"), BASES)
def test_who_is_shown_how_few(
    workspace: Workspace, surveys: Surveys, base: int, role: Role, is_withheld: bool, why: str
) -> None:
    surveys.wave("w", EVERY, answered_by(base))
    answers = summary(Workspace(workspace.store, Person("somebody", role)), "w")
    for slug in FEW:
        rows = [row for row in answers.rows if row.question == slug]
        # Of who people are, small groups are withheld as well.
        hides = is_withheld or (slug == "sex" and role is Role.PARTNER and base > 0)
        assert {row.withheld for row in rows} == {hides}, (slug, why)
        assert {row.base for row in rows} == {None if hides else base}, (slug, why)
    assert tells(answers.rows) is not is_withheld, why
    drugs = [row for row in answers.rows if row.question == "drugs"]
    assert {row.base for row in drugs} == {60}


def test_of_a_few_people_everything_is_told_to_who_answers_for_them(
    workspace: Workspace, partner: Workspace, surveys: Surveys
) -> None:
    """Nine people are no small group of more: only partners are shown nothing of four of them."""
    surveys.wave("w", EVERY, answered_by(4)[:9])
    assert tells(summary(workspace, "w").rows)
    assert not tells(summary(partner, "w").rows)


WAYS: dict[str, Callable[[Workspace, str], object]] = {
    "all questions": summary,
    "by ward": lambda of, wave: summary(of, wave, by="ward"),
    "weighted": lambda of, wave: summary(of, wave, weighted=True),
    "weighted, ages merged": lambda of, wave: summary(of, wave, weighted=True, merge=True),
    "weighted, by ward": lambda of, wave: summary(of, wave, by="ward", weighted=True),
    "one by one": lambda of, wave: [summary(of, wave, question=each) for each in FEW],
    "one by one, by ward": lambda of, wave: [
        summary(of, wave, question=each, by="ward") for each in FEW if each != "sex"
    ],
    "as a file": lambda of, wave: answers_table(summary(of, wave, by="ward", weighted=True)),
    "beside the population": lambda of, wave: who_answered(
        of, wave_named(of, wave), questionnaire(of, wave)
    ),
    "compared": lambda of, wave: compare(of, wave, "again"),
    "compared, as a file": lambda of, wave: comparison_table(compare(of, "again", wave)),
    "over the waves": trends,
    "as commands print it": lambda of, wave: [*_summary_lines(summary(of, wave))],
    "for a program": lambda of, wave: [
        _row_json(row, whole) for whole in [summary(of, wave, by="ward")] for row in whole.rows
    ],
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("base", [4, 9])
def test_no_way_of_asking_tells_what_few_said(
    workspace: Workspace, partner: Workspace, few: Surveys, way: str, base: int
) -> None:
    for wave in ("few", "again"):
        few.wave(wave, EVERY, answered_by(base))
    assert not tells(WAYS[way](partner, "few"))
    assert not tells(WAYS[way](workspace, "few")), "it would be told of a breakdown's groups"
    for wave in ("few", "again"):
        few.wave(wave, EVERY, answered_by(60))
    assert tells(WAYS[way](workspace, "many")), "this way of asking would tell: the attack is real"


def test_what_is_withheld_is_one_row_and_is_said(partner: Workspace, few: Surveys) -> None:
    answers = summary(partner, "few", question="one", weighted=True)
    (row,) = answers.rows
    assert (row.option, row.withheld, row.count, row.base, row.percent) == (
        *(EVERY_ANSWER, True, None, None, None),
    )
    assert "Withheld, because very few answered: “one?”." in answers.caveats
    (cells,) = answers_table(answers).rows
    assert not [cell for cell in cells if isinstance(cell, int | float)]


@pytest.mark.parametrize("asked", ["sex", "one"])
def test_nothing_is_broken_down_by_what_few_answered(
    partner: Workspace, few: Surveys, asked: str
) -> None:
    """A group without anybody is shown as empty: the others would be where the few are."""
    with pytest.raises(InvalidRequest, match="Nothing is broken down by it") as fault:
        summary(partner, "few", by=asked)
    assert not tells(str(fault.value))
    assert summary(partner, "many", by=asked).rows


def test_why_a_margin_is_refused_does_not_tell(partner: Workspace, surveys: Surveys) -> None:
    """Whom the population has no category for, and of whom there is nobody, are answers too."""
    surveys.wave("few", EVERY, answered_by(4))
    surveys.margins("sex", {"Female": 1, "Male": 1})
    with pytest.raises(InvalidRequest, match=r"Fewer than 10 answered “sex\?”") as fault:
        summary(partner, "few", weighted=True)
    assert not tells(str(fault.value))


@pytest.mark.parametrize("waves", [("few", "many"), ("many", "few")])
def test_a_comparison_has_the_side_that_many_answered(
    partner: Workspace, few: Surveys, waves: tuple[str, str]
) -> None:
    comparison = compare(partner, *waves)
    rows = [row for row in comparison.rows if row.question in FEW]
    hidden, shown = ("a", "b") if waves[0] == "few" else ("b", "a")
    assert {row.question for row in rows} == {"sex", "one", "ticks", "ranked"}
    assert {getattr(row, hidden) for row in rows} == {None}
    assert {getattr(row, shown).base for row in rows} == {60}
    assert {(row.verdict, row.reason, row.difference) for row in rows} == {
        (DifferenceVerdict.NOT_COMPARABLE, WITHHELD, None)
    }
    assert any(caveat.startswith("Withheld, because very few") for caveat in comparison.caveats)
    table = comparison_table(comparison)
    base = table.header.index("Base (first)" if hidden == "a" else "Base (second)")
    assert {row[base] for row in table.rows if row[0] == "one?"} == {None}


def test_two_waves_that_few_answered_are_both_withheld(
    workspace: Workspace, partner: Workspace, few: Surveys
) -> None:
    """An answer that only one of them had would be named as such."""
    other = question(4, "one", ["Zebra", "Zircon"])
    few.wave("fewer", (*EVERY[:3], other, *EVERY[4:]), answered_by(3))
    comparison = compare(partner, "few", "fewer")
    assert not tells(comparison)
    assert not tells(compare(workspace, "few", "fewer"))
    assert {row.question for row in comparison.rows} == {"ward", "drugs"}
    assert "“one?”" in comparison.caveats[-1]


def test_over_the_waves_the_one_that_few_answered_is_left_out(
    workspace: Workspace, partner: Workspace, few: Surveys
) -> None:
    few.wave("later", EVERY, answered_by(50))
    followed = {trend.item.option: trend for trend in trends(partner, "many")}
    assert {point.wave.id for point in followed["Zebra"].points} == {"later", "many"}
    assert followed["Zebra"].left_out == {"few": WITHHELD}
    assert {point.wave.id for point in followed["Yes"].points} == {"few", "later", "many"}
    rows = trends_table(tuple(followed.values())).rows
    assert not [row for row in rows if row[1] == "Zebra" and row[2] == "few"]
    assert {trend.item.question for trend in trends(partner, "few")} == {"drugs"}
    (zebra,) = (trend for trend in trends(workspace, "many") if trend.item.option == "Zebra")
    assert zebra.left_out == {"few": WITHHELD}


@pytest.mark.parametrize(
    ("role", "is_told"),
    [(Role.ANALYST, True), (Role.PARTNER, False), (Role.SCRUTINY, False), (Role.PUBLIC, False)],
)
def test_what_is_wrong_with_a_file_is_told_to_nobody_who_is_shown_no_small_number(
    workspace: Workspace, surveys: Surveys, role: Role, is_told: bool
) -> None:
    """Problems quote what people wrote, and say how few answered."""
    surveys.wave("w", EVERY, answered_by(1))
    with workspace.store.writing() as writer:
        writer._cursor.execute("UPDATE survey_wave SET problems = ['One wrote “Darren”.']")
    (wave,) = list_waves(Workspace(workspace.store, Person("somebody", role)))
    assert wave.source.problems == (("One wrote “Darren”.",) if is_told else ())


def test_how_many_a_small_group_of_people_are_is_withheld(
    workspace: Workspace, partner: Workspace, surveys: Surveys
) -> None:
    """Beside the one, so many others that the total less what is shown does not tell it."""
    sex = question(1, "sex", ["Female", "Male", "Neither", "Trans woman"], concept=Concept.SEX)
    answers: list[Answers] = [
        {1: n} for n, of in ((1, 30), (2, 20), (3, 12), (4, 1)) for _ in range(of)
    ]
    surveys.wave("w", [sex], answers)
    found = summary(partner, "w")
    assert {row.option: row.count for row in found.rows} == {
        "Female": 30,
        "Male": 20,
        "Neither": None,
        OWN_WORDS: None,
    }
    assert not any("very few answered" in text for text in found.caveats)
    assert [row.count for row in summary(workspace, "w").rows] == [30, 20, 12, 1]


def test_the_words_of_one_person_among_the_options_are_told_as_other(
    workspace: Workspace, partner: Workspace, surveys: Surveys
) -> None:
    """What one or two typed into a column of closed answers could say who they are."""
    labels = ["Yes", "No", "Yes, Zed next door", "Zoe's ex-husband"]
    asked = [
        question(1, "victim", labels),
        question(2, "which", labels, kind=QuestionKind.MULTIPLE),
        question(3, "drugs", ["Yes", "No"]),
    ]
    chosen = [1] * 30 + [2] * 20 + [3, 4, 4]
    answers: list[Answers] = [{1: n, 2: frozenset({n}), 3: 1 + n % 2} for n in chosen]
    surveys.wave("w", asked, answers)
    surveys.wave("later", asked, [*answers, {1: 3, 2: frozenset({3})}])
    ways: list[Callable[[Workspace], object]] = [
        lambda of: summary(of, "w"),
        lambda of: summary(of, "w", by="victim"),
        lambda of: answers_table(summary(of, "w", by="victim")),
        lambda of: questionnaire(of, "w"),
        lambda of: compare(of, "w", "later"),
        lambda of: trends(of, "w"),
    ]
    for way in ways:
        assert "Z" not in repr(way(partner)).replace("ZoneInfo", "")
        assert "Z" in repr(way(workspace)).replace("ZoneInfo", "")
    rows = {(row.question, row.option): row.count for row in summary(partner, "w").rows}
    assert rows["victim", OWN_WORDS] == 3
    # One person may have given both: they do not add up.
    assert rows["which", OWN_WORDS] is None
    assert rows["victim", "Yes"] == 30
    assert WORDS_OF_FEW in summary(partner, "w").caveats


def test_what_many_chose_in_another_wave_was_offered(partner: Workspace, surveys: Surveys) -> None:
    asked = question(1, "one", ["Zebra", "Zinc"])
    surveys.wave("w", [asked], [{1: 1}] * 20 + [{1: 2}] * 2)
    surveys.wave("later", [asked], [{1: 1}] * 20 + [{1: 2}] * 12)
    assert [row.option for row in summary(partner, "w").rows] == ["Zebra", "Zinc"]


def test_a_small_group_of_people_is_withheld_in_comparisons_and_weights(
    workspace: Workspace, partner: Workspace, surveys: Surveys
) -> None:
    sex = question(1, "sex", ["Female", "Male", "Neither", "Don't know"], concept=Concept.SEX)
    answers: list[Answers] = [
        {1: n} for n, of in ((1, 30), (2, 20), (3, 12), (4, 1)) for _ in range(of)
    ]
    surveys.wave("w", [sex], answers)
    surveys.wave("later", [sex], answers)
    surveys.margins("sex", {"Female": 1, "Male": 1, "Neither": 1})
    rows = compare(partner, "w", "later").rows
    assert [row.a and row.a.count for row in rows] == [30, 20, None, None]
    weights, whole = (summary(of, "w", weighted=True).weights for of in (partner, workspace))
    assert weights
    assert whole
    assert (weights.margins, weights.unknown) == ((), {})
    assert whole.unknown == {"sex": 1}
    surveys._run("DELETE FROM population_margin WHERE category = 'Neither'")
    with pytest.raises(InvalidRequest) as fault:
        summary(partner, "w", weighted=True)
    assert "Neither" not in str(fault.value)


def test_what_nobody_answered_is_said_once(workspace: Workspace, surveys: Surveys) -> None:
    asked = [question(1, "one", ["Yes", "No"]), question(2, "never", ["Yes", "No"])]
    surveys.wave("w", asked, [{1: 1}] * 20)
    lines = [*_summary_lines(summary(workspace, "w"))]
    assert lines[lines.index("never?") + 1 :] == ["  Nobody answered this."]
    assert not any("0 of 0" in line for line in lines)


def test_a_side_that_is_one_answer_is_printed_once(workspace: Workspace, surveys: Surveys) -> None:
    """Promoters are one side of a net promoter score, and one answer."""
    sides = ((PROMOTERS, 1), (PASSIVES, 0), (DETRACTORS, -1))
    options = tuple(
        Option(n, label, OptionRole.ANSWER, side) for n, (label, side) in enumerate(sides, 1)
    )
    asked = replace(question(1, "nps"), kind=QuestionKind.SCALE, options=options)
    surveys.wave("w", [asked], [{1: 1 + n % 3} for n in range(30)])
    told = summary(workspace, "w")
    assert sum(PROMOTERS in line for line in _summary_lines(told)) == 1
    assert answer_table("", told.rows).count(f">{PROMOTERS}<") == 1
