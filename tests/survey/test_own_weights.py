"""Weights that come with the answers: weighted shares beside the others, and what they cost."""

import json
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.chance import two_shares
from assessment.outputs.survey.weighting_wording import weighting
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.reading.proposal import Decision, DoubtKind, Use
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_loading import load_survey
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, WAVE, Rows, faults, loaded, written

SAFE = "How safe do you feel after dark?"
# Who said so, what each weighs, and how many there are of them.
FIRST = (("Very safe", "0.5", 40), ("Very safe", "2", 10), ("Very unsafe", "1", 50))
SECOND = (("Very safe", "1", 20), ("Very safe", "3", 20), ("Very unsafe", "1", 60))
Said = tuple[tuple[str, str, int], ...]


def export(said: Said, header: str = "Weight") -> Rows:
    people = [(answer, weight) for answer, weight, n in said for _ in range(n)]
    return [["Respondent ID", header, SAFE], *([str(n), w, a] for n, (a, w) in enumerate(people))]


def share(said: Said) -> tuple[float, float]:
    """Work out a weighted share and its effective base, one answer after another."""
    weights = [(answer, float(weight)) for answer, weight, n in said for _ in range(n)]
    total = sum(weight for _, weight in weights)
    squares = sum(weight**2 for _, weight in weights)
    safe = sum(weight for answer, weight in weights if answer == "Very safe")
    return safe / total, total**2 / squares


def test_weighted_shares_stand_beside_the_others(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, export(FIRST)))
    answer = summary(workspace, WAVE)
    safe = next(row for row in answer.rows if row.option == "Very safe")
    percent, base = share(FIRST)
    assert (safe.count, safe.base, safe.percent) == (50, 100, 50)
    assert safe.weighted_percent == pytest.approx(100 * percent)  # 40 of 90
    assert answer.weights is not None
    assert answer.weights.effective_base == pytest.approx(base)
    assert answer.weights.design_effect == pytest.approx(100 / base)
    assert "Weighted by the column “Weight” of the file" in weighting(answer.weights, 100)


def test_waves_are_compared_on_weighted_shares(workspace: Workspace, tmp_path: Path) -> None:
    for wave, said in (("first", FIRST), ("second", SECOND)):
        loaded(workspace, written(tmp_path, export(said), f"{wave}.csv"), wave=wave)
    comparison = compare(workspace, "first", "second")
    safe = next(row for row in comparison.rows if row.option == "Safe")
    (a, ours), (b, theirs) = share(FIRST), share(SECOND)
    assert safe.difference == pytest.approx(100 * (a - b))
    assert (safe.z, safe.p) == pytest.approx(two_shares(a * ours, ours, b * theirs, theirs))
    assert any("Both waves are weighted" in caveat for caveat in comparison.caveats)


def test_a_wave_without_weights_beside_one_with_them(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, export(FIRST), "first.csv"), wave="first")
    unweighted = [[row[0], row[2]] for row in export(SECOND)]
    loaded(workspace, written(tmp_path, unweighted, "second.csv"), wave="second")
    caveats = compare(workspace, "first", "second").caveats
    assert any("first is weighted, as its file says, and the other" in text for text in caveats)


@pytest.mark.parametrize(
    ("header", "cells", "is_weight"),
    [
        ("Weight", ("1.2", "0.8"), True),
        ("c11indivwgt", ("1202.5", "980"), True),
        ("Weight", ("Too low", "Too high"), False),  # what people say of their own
        ("How do you feel about your weight?", ("1", "2"), False),
        ("Weight", ("-1", "2"), False),
    ],
)
def test_what_is_a_column_of_weights(
    workspace: Workspace, tmp_path: Path, header: str, cells: tuple[str, ...], is_weight: bool
) -> None:
    rows = [["ID", header, "Safe?"], *([str(n), cell, "Yes"] for n, cell in enumerate(cells))]
    proposal = propose(workspace, written(tmp_path, rows), survey=SURVEY)
    assert (proposal.columns[1].use is Use.WEIGHT) is is_weight


def test_of_two_columns_one_is_chosen(workspace: Workspace, tmp_path: Path) -> None:
    header = ["ID", "indivwgt", "hhdwgt", SAFE]
    rows = [[str(n), "1", str(n + 1), "Very safe"] for n in range(12)]
    path = written(tmp_path, [header, *rows])
    assert "2 columns look like weights" in faults(workspace, path)
    loaded(workspace, path, decisions={"hhdwgt": Decision(weight=True)})
    weights = summary(workspace, WAVE).weights
    assert weights is not None
    assert weights.column == "hhdwgt"


def test_who_has_no_weight_is_told_and_weighs_nothing(workspace: Workspace, tmp_path: Path) -> None:
    said = (*FIRST, ("Very unsafe", "", 3))
    path = written(tmp_path, export(said))
    (doubt,) = propose(workspace, path, survey=SURVEY).doubts
    assert (doubt.kind, doubt.blocks) == (DoubtKind.WEIGHT, False)
    assert "3 answers have no weight" in doubt.text
    loaded(workspace, path)
    safe = next(row for row in summary(workspace, WAVE).rows if row.option == "Very safe")
    assert safe.weighted_percent == pytest.approx(100 * share(FIRST)[0])


@pytest.mark.parametrize("weight", ["-3", "inf", "nan", "1e999", "none"])
def test_what_is_no_weight_weighs_nothing(
    workspace: Workspace, tmp_path: Path, weight: str
) -> None:
    odd = ("Very unsafe", weight, 1)
    load_survey(
        workspace,
        written(tmp_path, export((*FIRST, odd))),
        survey=SURVEY,
        wave=WAVE,
        decisions={"Weight": Decision(weight=True)},
        keep_doubts=True,
    )
    answer = summary(workspace, WAVE)
    safe = next(row for row in answer.rows if row.option == "Very safe")
    assert safe.weighted_percent == pytest.approx(100 * share(FIRST)[0])


def test_what_a_routed_question_weighs_is_of_those_who_answered(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Victims weigh 1 and 3; all others weigh 1: the base of each question is its own."""
    victim, satisfied = "Were you a victim of crime?", "How satisfied were you?"
    rows = [["Yes", "1", "Very satisfied"]] * 30 + [["Yes", "3", "Very dissatisfied"]] * 10
    rows += [["No", "1", ""]] * 60
    header = ["ID", victim, "Weight", satisfied]
    loaded(workspace, written(tmp_path, [header, *([str(n), *row] for n, row in enumerate(rows))]))
    counted = {row.wording: row for row in summary(workspace, WAVE).rows}
    assert counted[satisfied].effective_base == pytest.approx(60**2 / (30 + 90))
    assert counted[victim].effective_base == pytest.approx(120**2 / (90 + 90))
    path = str(workspace.store.path)
    workspace.store.close()
    assert main(["survey", "summary", "--wave", WAVE, "--json", "--store", path]) == 0
    told = {row["wording"]: row for row in json.loads(capsys.readouterr().out)}
    assert told[satisfied]["effective_base"] == pytest.approx(30)
    assert told[satisfied]["design_effect"] == pytest.approx(40 / 30)


def test_where_all_who_answered_weigh_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """No weighted share is made of them, and the page does not fail."""
    rows = [["Yes", "0"]] * 12 + [["", "1"]] * 20
    header = ["ID", SAFE, "Weight", "Is your home safe?"]
    export_rows = [header, *([str(n), *row, "Yes"] for n, row in enumerate(rows))]
    loaded(workspace, written(tmp_path, export_rows))
    row = next(row for row in summary(workspace, WAVE).rows if row.wording == SAFE)
    assert (row.count, row.base, row.weighted_percent, row.effective_base) == (12, 12, None, None)
