"""Exports that once gave a wrong figure in silence, each with what is right."""

from pathlib import Path

import pytest

from assessment.outputs.survey.survey_wording import safety
from assessment.partnerships import add_partnership
from assessment.survey import (
    Decision,
    DoubtKind,
    Proposal,
    QuestionKind,
    Use,
    load_survey,
    propose,
)
from assessment.survey.reading.proposal import EVERY_COLUMN
from assessment.survey.summaries.wave_summary import summary
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, WAVE, base, counts, faults, loaded

FILES = Path(__file__).parent / "files"


def read(workspace: Workspace, name: str) -> Proposal:
    return propose(workspace, FILES / f"{name}.csv", survey=SURVEY)


def load(workspace: Workspace, name: str) -> None:
    loaded(workspace, FILES / f"{name}.csv")


@pytest.mark.parametrize("name", ["qualtrics_three_headers", "qualtrics_two_headers"])
def test_rows_that_name_columns_are_nobody(workspace: Workspace, name: str) -> None:
    proposal = read(workspace, name)
    questions = [column for column in proposal.columns if column.use is Use.QUESTION]
    assert proposal.respondents == 40
    assert [column.wording for column in questions] == [
        "How safe do you feel in your area after dark?",
        "Which are a problem where you live? Tick all.",
    ]
    assert (proposal.first_day, proposal.last_day) == ("2024-05-01", "2024-05-28")


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("google_forms", "2024-05-01", "2024-05-28"),  # 2024/05/01 10:00:00 am GMT+1
        ("serial_dates", "2025-09-01", "2025-09-30"),  # 45904.37222
        ("hand_typed", "2025-09-01", "2025-09-29"),  # 20.09.25
        ("typeform_boxes", "2025-09-01", "2025-09-30"),  # Submit Date (UTC)
    ],
)
def test_when_people_answered(workspace: Workspace, name: str, first: str, last: str) -> None:
    proposal = read(workspace, name)
    assert (proposal.first_day, proposal.last_day) == (first, last)


@pytest.mark.parametrize("name", ["spss_routing", "skipped_routing"])
def test_who_was_not_asked_is_in_no_base(workspace: Workspace, name: str) -> None:
    load(workspace, name)
    asked = summary(workspace, WAVE, question="confidence")
    satisfied = next(row for row in asked.rows if row.is_net and row.side == 1)
    assert (satisfied.count, satisfied.base) == (15, 32)


def test_not_applicable_where_a_question_was_not_shown(workspace: Workspace) -> None:
    load(workspace, "limesurvey_routing")
    asked = summary(workspace, WAVE, question="if-so-satisfied-were")
    satisfied = next(row for row in asked.rows if row.is_net and row.side == 1)
    assert (satisfied.count, satisfied.base) == (20, 43)


def test_a_scale_in_two_languages_is_one(workspace: Workspace) -> None:
    load(workspace, "bilingual_scale")
    nets = {
        row.question: (row.count, row.base)
        for row in summary(workspace, WAVE).rows
        if row.is_net and row.side == 1
    }
    assert nets == {"safe-by-day": (35, 80), "safe-after-dark": (41, 80)}


def test_three_places_are_three_sentences(workspace: Workspace) -> None:
    load(workspace, "three_places")
    rows = summary(workspace, WAVE).rows
    of_question = {row.question: [r for r in rows if r.question == row.question] for row in rows}
    assert [safety(asked).split(" (")[0] for asked in of_question.values()] == [
        "**33% felt safe in the town centre after dark",
        "**75% felt safe in their own street after dark",
        "**50% felt safe on public transport after dark",
    ]


def test_ticks_below_each_other_in_a_cell(workspace: Workspace) -> None:
    load(workspace, "jotform_ticks")
    assert counts(workspace, "problem") == {"Litter": 50, "Drugs": 25}
    assert base(workspace, "problem") == 50


def test_boxes_named_by_their_option_alone(workspace: Workspace) -> None:
    load(workspace, "typeform_boxes")
    slug = "any-burglary-drug-dealing-vandalism-noise-other"
    ticked = {"Burglary": 28, "Drug dealing": 29, "Vandalism": 24, "Noise": 25, "Other": 2}
    assert counts(workspace, slug) == ticked
    assert base(workspace, slug) == 53
    assert counts(workspace, "have-reported-crime") == {"Yes": 37, "No": 23}


def test_a_tools_own_columns_are_no_questions(workspace: Workspace) -> None:
    uses = {column.header: column.use for column in read(workspace, "typeform_boxes").columns}
    assert uses["#"] is Use.RESPONDENT
    assert Use.QUESTION not in (uses["Network ID"], uses["Submit Date (UTC)"], uses["Tags"])


def test_numbers_with_their_unit(workspace: Workspace) -> None:
    load(workspace, "hand_typed")
    (mean,) = [r.mean for r in summary(workspace, WAVE, question="age").rows if r.mean is not None]
    assert mean == pytest.approx(54.3625)  # of 80, six of whom wrote "43 yrs" and the like
    assert base(workspace, "age") == 80


def test_questions_that_mention_an_address_are_questions(workspace: Workspace) -> None:
    questions = {c.header: c.kind for c in read(workspace, "email_questions").columns if c.slug}
    for wording in ("Would you like crime alerts by email?", "Is your address in Medway?"):
        assert questions[wording] is QuestionKind.SINGLE


def test_rows_alike_are_told_before_they_are_loaded(workspace: Workspace) -> None:
    path = FILES / "rows_alike.csv"
    (doubt,) = read(workspace, "rows_alike").of_rows
    assert doubt.kind is DoubtKind.ALIKE
    assert "25 rows say the same" in faults(workspace, path)
    for keep, people in ((True, 125), (False, 100)):
        decisions = {EVERY_COLUMN: Decision(keep_alike=keep)}
        assert loaded(workspace, path, decisions=decisions).respondents == people


def test_whether_rows_are_people_is_asked_of_each_file(workspace: Workspace) -> None:
    path = FILES / "rows_alike.csv"
    loaded(workspace, path, decisions={EVERY_COLUMN: Decision(keep_alike=False)})
    assert read(workspace, "rows_alike").of_rows


def test_boxes_beside_their_list(workspace: Workspace) -> None:
    decisions = {EVERY_COLUMN: Decision(keep_alike=True)}
    loaded(workspace, FILES / "kobo_select_multiple.csv", decisions=decisions)
    assert counts(workspace, "problem") == {"Litter": 25, "Speeding": 17}
    assert base(workspace, "problem") == 34


def test_whoever_lives_outside_is_left_out_and_told(workspace: Workspace) -> None:
    proposal = read(workspace, "serial_dates")
    assert (proposal.respondents, proposal.left_out.elsewhere) == (83, 17)
    assert "83 answers came from 3 network addresses" in proposal.of_rows[0].text
    (told,) = [doubt for doubt in proposal.doubts if doubt.kind is DoubtKind.ELSEWHERE]
    assert told.suggestion is not None
    kept = {told.header: told.suggestion}
    again = propose(workspace, FILES / "serial_dates.csv", survey=SURVEY, decisions=kept)
    assert again.respondents == 100


def test_places_that_are_another_districts_are_asked_about(workspace: Workspace) -> None:
    add_partnership(workspace, "Medway", ["Medway"])
    path = FILES / "serial_dates.csv"
    proposal = propose(workspace, path, survey=SURVEY, partnership="medway")
    (asked,) = [doubt for doubt in proposal.doubts if doubt.blocks]
    assert asked.answers == ("Bexley Village", "Dartford Town")
    assert asked.suggestion is not None
    left = propose(
        workspace,
        path,
        survey=SURVEY,
        partnership="medway",
        decisions={asked.header: asked.suggestion},
    )
    assert left.respondents == 68


def test_what_is_not_decided_is_loaded_and_marked(workspace: Workspace) -> None:
    report = load_survey(
        workspace, FILES / "rows_alike.csv", survey=SURVEY, wave=WAVE, keep_doubts=True
    )
    assert report.respondents == 125
    assert len(report.doubts) == 1
    assert any(text.startswith("Not decided: 25 rows") for text in report.problems)
