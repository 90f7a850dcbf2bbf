"""What was not decided and loaded all the same stands with every figure that it could change."""

import json
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.outputs.survey.comparison_tables import (
    DIFFERENCES,
    FOLLOWED,
    comparison_table,
    trends_table,
)
from assessment.outputs.survey.survey_tables import (
    ANSWERS,
    PERCEIVED,
    REPRESENTED,
    answers_table,
    represented_table,
)
from assessment.outputs.tables import Column
from assessment.people import Person, Role
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_trend import trends
from assessment.survey.questionnaire import Concept
from assessment.survey.reading.proposal import Decision
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.kept_doubts import NOT_TOLD
from assessment.survey.waves.lookup_by_name import wave_named
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import questionnaire
from assessment.survey.weighting.respondent_profile import who_answered
from assessment.workspace import Workspace
from tests.survey.given import Surveys, question
from tests.survey.loads import SURVEY, WAVE, Rows, faults, loaded, written

POLICE, HOME = "How satisfied are you with the police?", "Is your home safe?"
AGE = "How old are you?"
WITHOUT_A_LIST = "nothing says what they stand for"


def rows(n: int = 40) -> Rows:
    """Codes that nothing explains, a question that is clear, and an age of which one is 999."""
    said = [[str(1 + i % 3), "Yes" if i % 4 else "No", str(20 + i)] for i in range(n - 1)]
    return [["ID", POLICE, HOME, AGE], *([str(i), *row] for i, row in enumerate(said)),
            [str(n), "1", "Yes", "999"]]  # fmt: skip


def kept(workspace: Workspace, path: Path, wave: str = WAVE) -> None:
    load_survey(workspace, path, survey=SURVEY, wave=wave, keep_doubts=True)


def test_every_row_of_the_question_carries_it(workspace: Workspace, tmp_path: Path) -> None:
    kept(workspace, written(tmp_path, rows()))
    doubts = {row.wording: row.doubts for row in summary(workspace, WAVE).rows}
    assert doubts[HOME] == ()
    assert WITHOUT_A_LIST in doubts[POLICE][0]
    assert "999 (1 answer)" in doubts[AGE][0]
    # What is made of the ages is as doubtful as they are.
    assert doubts[f"{AGE} (in age groups)"] == doubts[AGE]
    told = [c for c in summary(workspace, WAVE).caveats if c.startswith("Not decided when")]
    assert len(told) == 2


def test_a_breakdown_carries_the_doubts_of_its_groups(workspace: Workspace, tmp_path: Path) -> None:
    kept(workspace, written(tmp_path, rows()))
    by_age = summary(workspace, WAVE, question="home-safe", by="age-group").rows
    groups = {row.group: row.doubts for row in by_age}
    assert groups.pop("") == ()
    assert all("999" in doubts[0] for doubts in groups.values())


def test_downloads_carry_it(workspace: Workspace, tmp_path: Path) -> None:
    kept(workspace, written(tmp_path, rows()))
    kept(workspace, written(tmp_path, rows(60)), wave="online-2024")
    answers = answers_table(summary(workspace, WAVE))
    at = [column.name for column in answers.columns].index("Not decided")
    assert {WITHOUT_A_LIST in str(row[at]) for row in answers.rows if row[0] == POLICE} == {True}
    compared = comparison_table(compare(workspace, WAVE, "online-2024"))
    names = [column.name for column in compared.columns]
    for side in ("Not decided (first)", "Not decided (second)"):
        cells = {row[0]: row[names.index(side)] for row in compared.rows}
        assert (WITHOUT_A_LIST in str(cells[POLICE]), cells[HOME]) == (True, "")
    followed = trends_table(trends(workspace, WAVE))
    at = [column.name for column in followed.columns].index("Not decided")
    assert all(WITHOUT_A_LIST in str(row[at]) for row in followed.rows if row[0] == POLICE)


@pytest.mark.parametrize("columns", [ANSWERS, REPRESENTED, PERCEIVED, DIFFERENCES, FOLLOWED])
def test_every_table_of_figures_has_a_place_for_it(columns: tuple[Column, ...]) -> None:
    assert [column.name for column in columns if column.name.startswith("Not decided")]


def test_who_was_taken_as_not_asked_stands_with_the_figure(
    workspace: Workspace, tmp_path: Path
) -> None:
    """It loads without being asked about, and the base rests on it: until somebody says so."""
    asked = "Were you satisfied with them?"
    said = [("Yes", "Yes"), ("No", "N/A"), ("Yes", "No"), ("No", "N/A"), ("No", "N/A")] * 8
    gate = "Did you call the police?"
    path = written(tmp_path, [["ID", gate, asked], *([str(n), *row] for n, row in enumerate(said))])
    loaded(workspace, path)
    doubts = {row.wording: row.doubts for row in summary(workspace, WAVE).rows}
    assert doubts[gate] == ()
    assert "it was read as not asked" in doubts[asked][0]
    decided = {asked: Decision(not_asked=("N/A",))}
    loaded(workspace, path, decisions=decided, wave="decided")
    assert {row.doubts for row in summary(workspace, "decided").rows} == {()}


def test_who_answered_carries_it_too(workspace: Workspace, surveys: Surveys) -> None:
    sex = question(1, "sex", ["Female", "Male"], concept=Concept.SEX)
    surveys.wave("w", [sex], [{1: 1 + n % 2} for n in range(40)])
    surveys._run("UPDATE survey_question SET doubts = ['It is not clear.']")
    surveys.margins("sex", {"Female": 1, "Male": 1})
    wave = wave_named(workspace, "w")
    table = represented_table(wave, who_answered(workspace, wave, questionnaire(workspace, "w")))
    at = [column.name for column in table.columns].index("Not decided")
    assert {row[at] for row in table.rows} == {"It is not clear."}


def test_doubts_about_rows_stand_with_every_figure(workspace: Workspace) -> None:
    kept(workspace, Path(__file__).parent / "files" / "rows_alike.csv")
    counted = summary(workspace, WAVE).rows
    assert counted
    assert all("the same as another row" in " ".join(row.doubts) for row in counted)


def test_commands_print_it(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = workspace.store.path
    path = written(tmp_path, rows())
    kept(workspace, path)
    kept(workspace, written(tmp_path, rows(60)), wave="online-2024")
    workspace.store.close()
    asked = ["survey", "summary", "--wave", WAVE, "--store", str(store)]
    assert main(asked) == 0
    assert "  Not decided: The answers are numbers" in capsys.readouterr().out.replace("\\", "")
    assert main([*asked, "--json"]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert {a["wording"] for a in answers if a["doubts"]} == {POLICE, AGE, f"{AGE} (in age groups)"}
    both = ["survey", "compare", "--wave", WAVE, "--wave", "online-2024", "--store", str(store)]
    assert main(both) == 0
    assert "(not decided when it was loaded: see the notes)" in capsys.readouterr().out
    assert main([*both, "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)
    assert {a["wording"] for a in compared if a["doubts_a"] and a["doubts_b"]} >= {POLICE}
    assert main(["survey", "load", str(path), "--survey", SURVEY, "--wave", "online-2025",
                 "--keep-doubts", "--json", "--store", str(store)]) == 0  # fmt: skip
    report = json.loads(capsys.readouterr().out)
    assert {q["wording"] for q in report["questions"] if q["doubts"]} >= {POLICE, AGE}


def test_partners_are_told_that_there_is_a_doubt_and_not_what(
    workspace: Workspace, tmp_path: Path
) -> None:
    kept(workspace, written(tmp_path, rows()))
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    doubts = {row.wording: row.doubts for row in summary(partner, WAVE).rows}
    assert (doubts[POLICE], doubts[HOME]) == ((NOT_TOLD,), ())
    assert not any("999" in caveat for caveat in summary(partner, WAVE).caveats)
    kept(workspace, written(tmp_path, rows(60)), wave="online-2024")
    compared = compare(partner, WAVE, "online-2024")
    assert {row.doubts_b for row in compared.rows if row.wording == POLICE} == {(NOT_TOLD,)}


def test_the_next_wave_is_asked_again(workspace: Workspace, tmp_path: Path) -> None:
    """What was loaded undecided was decided by nobody."""
    kept(workspace, written(tmp_path, rows()))
    with pytest.raises(AssertionError):  # the wave that is there is kept
        faults(workspace, written(tmp_path, rows(60)))
    kept(workspace, written(tmp_path, rows(60)), wave="online-2024")
    doubtful = {q.wording for q in questionnaire(workspace, "online-2024") if q.doubts}
    assert doubtful == {POLICE, AGE, f"{AGE} (in age groups)"}
    slugs = [[q.slug for q in questionnaire(workspace, w)] for w in (WAVE, "online-2024")]
    assert slugs[0] == slugs[1]


def test_nothing_is_marked_where_all_is_decided(workspace: Workspace, tmp_path: Path) -> None:
    header, *people = rows()
    clear = [[header[0], HOME], *([row[0], row[2]] for row in people)]
    loaded(workspace, written(tmp_path, clear))
    assert not any(row.doubts for row in summary(workspace, WAVE).rows)
