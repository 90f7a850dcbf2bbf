"""What spreadsheets and tools do to answers: groups made dates, ranks of nothing, weights."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.survey.reading.proposal import EVERY_COLUMN, Decision, DoubtKind
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import questionnaire
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey.loads import (
    SURVEY,
    WAVE,
    Rows,
    base,
    column,
    counts,
    faults,
    loaded,
    proposed,
    written,
)

BANDS = {
    "Nov-16": "11-16",
    "18-Oct": "10-18",
    "01-Feb": "1-2",
    "03-May": "3-5",
    "2016-11-01": "11-16",
    "2025-05-03": "3-5",
}


@pytest.mark.parametrize(("text", "band"), BANDS.items())
def test_a_group_of_which_a_spreadsheet_made_a_date_is_asked_about(
    workspace: Workspace, tmp_path: Path, text: str, band: str
) -> None:
    path = written(tmp_path, column("Which group are you in?", *[text] * 4, *["17-24", "65+"] * 3))
    assert f"'{text}' (4 answers) was '{band}', of which a spreadsheet" in faults(workspace, path)
    (doubt,) = (d for d in proposed(workspace, path).doubts if d.blocks)
    assert doubt.suggestion == Decision(merges={text: band})
    loaded(workspace, path, decisions={doubt.header: doubt.suggestion})
    (question,) = questionnaire(workspace, WAVE)
    assert counts(workspace, question.slug) == {band: 4, "17-24": 3, "65+": 3}


def test_a_date_of_which_nothing_says_what_it_was_is_asked_about(
    workspace: Workspace, tmp_path: Path
) -> None:
    answers = ["2025-02-01"] * 4 + ["17-24", "65+"] * 3
    path = written(tmp_path, column("Which group are you in?", *answers))
    assert "was something else, of which a spreadsheet made a date" in faults(workspace, path)


def ranks(last: str) -> Rows:
    """Of eight people, who rank three things, half rank nothing third."""
    header = ["ID", *(f"Rank in order of importance [{place}]" for place in ("1st", "2nd", "3rd"))]
    return [header, *([str(n), "Drugs", "Litter", (last, "Noise")[n % 2]] for n in range(8))]


@pytest.mark.parametrize("last", ["N/A", "Don't know", "-9", "99"])
def test_nothing_ranks_nothing(workspace: Workspace, tmp_path: Path, last: str) -> None:
    report = loaded(workspace, written(tmp_path, ranks(last)))
    (question,) = questionnaire(workspace, WAVE)
    assert counts(workspace, question.slug) == {"Drugs": 8, "Litter": 8, "Noise": 4}
    assert base(workspace, question.slug) == 8
    assert any(f"'{last}' (4 answers): nothing was ranked there" in p for p in report.problems)


@pytest.mark.parametrize("last", ["N/A", "Not applicable"])
def test_an_option_may_be_given_no_rank(workspace: Workspace, tmp_path: Path, last: str) -> None:
    things = ("Burglary", "Drugs", "Litter")
    header = ["ID", *(f"Rank in order of importance: {thing}" for thing in things)]
    rows = [[str(n), "1", *(("2", "3"), (last, last))[n % 2]] for n in range(8)]
    loaded(workspace, written(tmp_path, [header, *rows]))
    (question,) = questionnaire(workspace, WAVE)
    assert question.kind == "ranking"
    assert counts(workspace, question.slug) == {"Burglary": 8, "Drugs": 4, "Litter": 4}


def test_ends_of_a_recommendation_may_stand_before_their_numbers(
    workspace: Workspace, tmp_path: Path
) -> None:
    said = ["Not at all likely - 0", *map(str, range(1, 10)), "Extremely likely - 10"]
    path = written(tmp_path, column("How likely are you to recommend the area?", *said))
    loaded(workspace, path)
    assert [q.slug for q in questionnaire(workspace, WAVE)][-1] == "net-promoter-score"
    means = {row.mean for row in summary(workspace, WAVE).rows if row.mean is not None}
    assert means == {5.0}


WEIGHTS = {
    "0,5": "1,5",
    "#NULL!": "1.5",
    "-9": "1.5",
    "": "1.5",
    "1,034.5": "2,069",
    "0.500": "1.500",
}


@pytest.mark.parametrize(("one", "other"), WEIGHTS.items())
def test_weights_are_weights_however_they_are_written(
    workspace: Workspace, tmp_path: Path, one: str, other: str
) -> None:
    rows = [[str(n), ("Yes", "No")[n % 2], (one, other, other)[n % 3]] for n in range(9)]
    path = written(tmp_path, [["ID", "Do you feel safe?", "Weight"], *rows])
    proposal = proposed(workspace, path)
    decisions = {d.header: d.suggestion for d in proposal.doubts if d.blocks and d.suggestion}
    # Of a code below zero it is asked whether the column is used all the same.
    assert bool(decisions) is (one == "-9")
    loaded(workspace, path, decisions=decisions)
    kept = {*stored(workspace, "SELECT weight FROM survey_weight")["weight"]}
    read = {"0,5": {0.5, 1.5}, "1,034.5": {1034.5, 2069}, "0.500": {0.5, 1.5}}
    assert kept == read.get(one, {0, 1.5})


TIMES = ["Contribution Submitted On", "Timestamp / Stamp amser", "Submitted on"]


@pytest.mark.parametrize("name", TIMES)
def test_a_time_is_known_by_its_name_in_tools_and_languages(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    rows = [[f"May {n}, 2025, 02:10 PM", ("Yes", "No")[n % 2]] for n in range(1, 9)]
    proposal = proposed(workspace, written(tmp_path, [[name, "Do you feel safe?"], *rows]))
    assert (proposal.first_day, proposal.last_day) == ("2025-05-01", "2025-05-08")


def test_a_time_that_nobody_has_gives_way_to_one_that_all_have(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [[f"0{n}/05/2025 10:00", "", ("Yes", "No")[n % 2]] for n in range(1, 9)]
    header = ["Start time", "Completion time", "Do you feel safe?"]
    assert proposed(workspace, written(tmp_path, [header, *rows])).first_day == "2025-05-01"


TWICE = [
    ["Response ID", "Date Submitted", "Do you feel safe?", "Ward"],
    *[[f"A{n}", f"0{n}/05/2025", ("Yes", "No")[n % 2], "North"] for n in range(1, 9)],
    ["A1", "02/06/2025", "Yes", "South"],
    ["A2", "30/04/2025", "No", "South"],
]


def test_of_answers_under_one_number_the_latest_are_kept_by_choice(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, TWICE)
    (doubt,) = proposed(workspace, path).of_rows
    assert (doubt.kind, doubt.blocks) == (DoubtKind.NAMESAKES, False)
    assert doubt.suggestion == Decision(keep_latest=True)
    loaded(workspace, path)
    assert base(workspace, "ward") == 10
    loaded(workspace, path, decisions={EVERY_COLUMN: doubt.suggestion})
    # The second answers of A1 came later, those of A2 before: it is the day that tells.
    assert counts(workspace, "ward") == {"North": 7, "South": 1}
    # It was said of that file.
    assert proposed(workspace, path).of_rows[0].suggestion == doubt.suggestion


def twins(name: str, mostly: tuple[str, str]) -> Rows:
    rows = [
        [str(n), *(("Yes", "No")[(n % 4 == 0) ^ (m == "No")] for m in mostly)] for n in range(8)
    ]
    return [["ID", "Do you agree?", name], *rows]


@pytest.mark.parametrize("name", ["Do you agree?2", "Do you agree?.1", "Do you agree?"])
def test_questions_of_one_text_are_asked_about_in_the_next_wave(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    first = written(tmp_path, twins(name, ("Yes", "No")), "first.csv")
    report = loaded(workspace, first)
    assert any("2 questions have this very text" in said for said in report.problems)
    swapped = written(tmp_path, twins(name, ("No", "Yes")), "second.csv")
    with pytest.raises(UploadRefused, match="if their order has changed"):
        load_survey(workspace, swapped, survey=SURVEY, wave="next")
    doubts = [d for d in proposed(workspace, swapped).doubts if d.blocks]
    assert [d.header for d in doubts] == ["Do you agree?", "Do you agree? (2)"]
    other_way = {d.header: Decision(same_as=d.answers[0], is_same=True) for d in doubts}
    load_survey(workspace, swapped, survey=SURVEY, wave="next", decisions=other_way)
    slugs = {q.slug for q in questionnaire(workspace, WAVE)}
    for slug in slugs:
        assert counts(workspace, slug, "next") == counts(workspace, slug)


def test_questions_of_one_text_with_other_answers_are_not_offered_as_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [[str(n), ("Yes", "")[n % 2], ("", "Often")[n % 2]] for n in range(8)]
    path = written(tmp_path, [["ID", "3. Do you agree?", "7. Do you agree?"], *rows])
    kinds = [doubt.kind for doubt in proposed(workspace, path).doubts]
    assert DoubtKind.TWO_NUMBERS not in kinds
