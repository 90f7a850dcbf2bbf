"""The exports of the example surveys, counted again with pandas: they hold every printed figure."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from data.sample import ExampleWave, example_waves, write_margins, write_survey
from data.sample.authored_surveys import ExampleQuestion, OptionCount
from data.sample.drawn_answers import draw_answers
from tests.sample.published import SURVEYS, WAVES, named, share

DAY = "How safe or unsafe do you feel in Medway during the day?"
EVENING = DAY.replace("day?", "evening?")
BEGINNINGS = {
    "Problem": "Which of these do you think are a problem",
    "Priority": "Which of these should be addressed as a priority",
    "Safer": "What would make you feel safer",
}
every_wave = pytest.mark.parametrize("wave", example_waves(), ids=lambda wave: wave.id)


def ticked(path: Path, wave: ExampleWave) -> pd.DataFrame:
    """Return what was answered, one row for each respondent, question and label."""
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    two = wave.layout == "two header rows"
    questions: list[str] = []
    for cell in rows[0]:
        questions.append(cell or questions[-1])
    return pd.DataFrame(
        [
            (respondent, question, label.casefold())
            for respondent, row in enumerate(rows[2 if two else 1 :])
            for question, cell in zip(questions, row, strict=True)
            for label in cell.split(";")
            if label
        ],
        columns=["respondent", "question", "label"],
    )


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    folder = tmp_path_factory.mktemp("surveys")
    return {wave.id: ticked(write_survey(wave, folder), wave) for wave in example_waves()}


def count(rows: pd.DataFrame, measure: str) -> tuple[int, int]:
    """Return how many gave an answer that a report prints, and how many answered its question."""
    if measure.startswith("Feel"):
        wording = EVENING if "evening" in measure else DAY
        side = measure.split()[1]
        labels = [f"very {side}", f"fairly {side}"]
    else:
        block, _, label = measure.partition(": ")
        (wording,) = {each for each in rows["question"] if each.startswith(BEGINNINGS[block])}
        labels = [label.casefold()]
    asked = rows[rows["question"] == wording]
    return int(asked["label"].isin(labels).sum()), asked["respondent"].nunique()


@pytest.mark.parametrize("figure", SURVEYS, ids=named)
def test_a_printed_percentage_comes_out_of_the_rows(
    answers: dict[str, pd.DataFrame], figure: dict[str, str]
) -> None:
    found, base = count(answers[WAVES[figure["period"]]], figure["measure"])
    assert (found, base) == (int(figure["current"]), int(figure["base"]))
    assert share(found, base) == figure["percent_as_printed"]


def test_every_printed_survey_figure_is_here() -> None:
    assert len(SURVEYS) == 36


@pytest.mark.parametrize(
    ("period", "block", "printed"),
    [
        ("online survey September 2023", "Problem", 5),
        ("online survey September 2023", "Priority", 5),
        ("online survey September 2023", "Safer", 3),
        ("citizens' panel Q2", "Problem", 6),  # a top five with two at 62%
        ("citizens' panel Q2", "Priority", 6),  # a top five with two at 28%
        ("citizens' panel Q2", "Safer", 3),
    ],
)
def test_nothing_that_was_not_printed_was_chosen_as_often(
    answers: dict[str, pd.DataFrame], period: str, block: str, printed: int
) -> None:
    figures = [
        int(each["current"])
        for each in SURVEYS
        if each["period"] == period and each["measure"].startswith(block)
    ]
    rows = answers[WAVES[period]]
    asked = rows[rows["question"].str.startswith(BEGINNINGS[block])]
    counts = asked["label"].value_counts()
    assert len(figures) == printed
    assert (counts >= min(figures)).sum() == printed


@every_wave
def test_everyone_ticks_at_least_one_box_and_nobody_too_many(wave: ExampleWave) -> None:
    for asked, given in zip(wave.questions, draw_answers(wave), strict=True):
        alone = {option.label for option in asked.alone}
        for chosen in given:
            assert 1 <= len(chosen) <= (asked.most or 1), asked.wording
            assert len(chosen) == 1 or not alone & set(chosen)


@every_wave
def test_the_same_bytes_every_time(wave: ExampleWave, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first, again = (write_survey(wave, folder) for folder in (tmp_path, tmp_path / "again"))
    assert first.read_bytes() == again.read_bytes()


@every_wave
def test_answers_reach_from_the_first_day_to_the_last(wave: ExampleWave, tmp_path: Path) -> None:
    rows = list(csv.reader(write_survey(wave, tmp_path).read_text(encoding="utf-8").splitlines()))
    two = wave.layout == "two header rows"
    began = rows[0].index("Start Date" if two else "Start time")
    shape = "%d/%m/%Y %H:%M:%S" if two else "%Y-%m-%d %H:%M:%S"
    days = pd.to_datetime([row[began] for row in rows[2 if two else 1 :]], format=shape)
    assert (days.min().date(), days.max().date()) == (wave.first_day, wave.last_day)


@every_wave
def test_each_age_and_sex_is_large_enough_to_weight(wave: ExampleWave) -> None:
    for asked in wave.questions[:2]:
        counts = [each.count for each in asked.options if each.label != "Prefer not to say"]
        assert min(counts) >= 10


def test_population_of_both_margins_is_the_same(tmp_path: Path) -> None:
    people = pd.read_csv(write_margins(tmp_path)).groupby("variable")["people"].sum()
    assert people["age"] == people["sex"]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (ExampleQuestion("Age?", (OptionCount("Old", 3),), (), None, {}), "answers for 107 people"),
        # More people than ticks: somebody would have answered nothing.
        (
            ExampleQuestion("What?", (OptionCount("A", 3),), (OptionCount("None", 1),), 2, {}),
            "do not go round",
        ),
    ],
)
def test_counts_that_do_not_go_round_are_refused(asked: ExampleQuestion, why: str) -> None:
    wave = example_waves()[0]
    changed = ExampleWave(**{**wave.__dict__, "questions": (asked,)})
    with pytest.raises(ValueError, match=why):
        draw_answers(changed)
