"""Exports that once gave a wrong figure in silence, each with what is right."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessment.outputs.survey.survey_wording import safety
from assessment.survey.questionnaire import Mode, QuestionKind
from assessment.survey.reading.proposal import EVERY_COLUMN, Decision, DoubtKind, Proposal, Use
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.typed_results import TypedRow, questions_typed
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.entered_wave import enter_summary
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_loading import load_survey
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, WAVE, base, column, counts, faults, loaded, written

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


def test_r_writes_na_where_nobody_answered(workspace: Workspace, tmp_path: Path) -> None:
    """No cell is empty, and three columns say NA: it is in no base, and can be undone."""
    header = ["ID", "Safe by day?", "Safe after dark?", "Been a victim?"]
    said = [["Yes", "No", "No"]] * 20 + [["NA", "No", "NA"]] * 6 + [["Yes", "NA", "NA"]] * 4
    path = written(tmp_path, [header, *([str(n), *row] for n, row in enumerate(said))])
    proposal = propose(workspace, path, survey=SURVEY)
    assert [column.base for column in proposal.columns[1:]] == [24, 26, 20]
    (doubt, *others) = (d for d in proposal.doubts if d.kind is DoubtKind.NOT_ASKED)
    assert len(others) == 2
    assert (doubt.blocks, doubt.suggestion) == (False, Decision(merges={"NA": "NA"}))
    kept = {doubt.header: Decision(merges={"NA": "NA"})}
    again = propose(workspace, path, survey=SURVEY, decisions=kept)
    assert [column.base for column in again.columns[1:]] == [30, 26, 20]


def test_na_beside_empty_cells_is_no_missing_answer(workspace: Workspace, tmp_path: Path) -> None:
    header = ["ID", *(f"Is {place} safe?" for place in ("Strood", "Luton", "Chatham"))]
    said = [["Yes", "No", "No"]] * 20 + [["NA", "NA", "NA"]] * 6 + [["Yes", "", "No"]] * 4
    path = written(tmp_path, [header, *([str(n), *row] for n, row in enumerate(said))])
    columns = propose(workspace, path, survey=SURVEY).columns[1:]
    assert [column.base for column in columns] == [30, 26, 30]


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


@pytest.mark.parametrize(
    ("keep", "before"),
    [(True, "they were kept, as other people"), (False, "repeats were left out")],
)
def test_whether_rows_are_people_is_asked_of_each_file(
    workspace: Workspace, keep: bool, before: str
) -> None:
    """The next wave says why it asks again, what was answered, and proposes it."""
    path = FILES / "rows_alike.csv"
    (first,) = read(workspace, "rows_alike").of_rows
    assert "It is asked of each file" not in first.text
    loaded(workspace, path, decisions={EVERY_COLUMN: Decision(keep_alike=keep)})
    for _ in range(2):  # a wave without such rows, or one more, does not forget it
        (doubt,) = read(workspace, "rows_alike").of_rows
        assert "It is asked of each file" in doubt.text
        assert before in doubt.text
        assert doubt.suggestion == Decision(keep_alike=keep)
        clear = [["ID", "Do you feel safe?"], *([str(n), "Yes"] for n in range(5))]
        load_survey(
            workspace, written(workspace.store.incoming, clear), survey=SURVEY, wave="online-2024"
        )


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


def test_what_is_not_decided_is_loaded_and_marked(workspace: Workspace) -> None:
    report = load_survey(
        workspace, FILES / "rows_alike.csv", survey=SURVEY, wave=WAVE, keep_doubts=True
    )
    assert report.respondents == 125
    assert len(report.doubts) == 1
    assert any(text.startswith("Not decided: 25 rows") for text in report.problems)


def test_a_wave_that_nothing_dates_is_given_its_days(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column("Safe?", "Yes", "No"))
    first, last = date(2024, 9, 1), date(2024, 9, 30)
    report = load_survey(workspace, path, survey=SURVEY, wave=WAVE, first_day=first, last_day=last)
    assert (report.first_day, report.last_day) == ("2024-09-01", "2024-09-30")
    assert not any("says when people answered" in text for text in report.problems)


def test_short_words_of_ones_own_are_no_options(workspace: Workspace, tmp_path: Path) -> None:
    own = ["Bins by number 4", "The lad next door", "Him at the shop"]
    path = written(tmp_path, column("What bothers you?", *["Noise"] * 20, *["Parking"] * 20, *own))
    loaded(workspace, path)
    assert counts(workspace, "bothers") == {
        "Noise": 20,
        "Parking": 20,
        "Other (in their own words)": 3,
    }


def test_labels_that_look_alike_are_proposed_whatever_their_share(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, column("Which place?", *["Chatham"] * 30, *["Chattham"] * 20))
    (doubt,) = [d for d in propose(workspace, path, survey=SURVEY).doubts if d.suggestion]
    assert (doubt.kind, doubt.blocks) == (DoubtKind.MISSPELT, False)
    assert doubt.suggestion == Decision(merges={"Chattham": "Chatham"})


@pytest.mark.parametrize(
    ("answers", "mean"),
    [
        (["0 - Not at all safe", *"2468", "10 - Very safe"], 5.0),
        (["Not at all safe (1)", "3", "Very safe (5)"], 3.0),
    ],
)
def test_numbers_whose_ends_alone_are_named_are_numbers(
    workspace: Workspace, tmp_path: Path, answers: list[str], mean: float
) -> None:
    loaded(workspace, written(tmp_path, column("How safe is your area?", *answers * 5)))
    means = [row.mean for row in summary(workspace, WAVE).rows if row.mean is not None]
    assert means == [mean]


def test_a_side_without_a_row_is_not_nought(workspace: Workspace) -> None:
    """Of printed results only the rows that are there are taken together."""
    typed = [TypedRow("How safe?", "Very safe", 12.0, 1043.0, QuestionKind.SCALE)]
    report = enter_summary(
        workspace, survey=SURVEY, wave=WAVE, mode=Mode.PANEL, questions=questions_typed(typed)
    )
    assert not any(row.is_net for row in summary(workspace, WAVE).rows)
    assert any("add up to 12: 88% is in no row" in text for text in report.problems)


def test_a_printed_table_whose_base_stands_once(workspace: Workspace) -> None:
    """12, 41, 30 and 13 per cent of 1,043: 53% safe, 43% unsafe."""
    said = {"Very safe": 12.0, "Fairly safe": 41.0, "Fairly unsafe": 30.0, "Very unsafe": 13.0}
    typed = [
        TypedRow("How safe?", answer, percent, 1043.0 if answer == "Very safe" else None)
        for answer, percent in said.items()
    ]
    typed = [replace(row, kind=QuestionKind.SCALE) for row in typed]
    enter_summary(
        workspace, survey=SURVEY, wave=WAVE, mode=Mode.PANEL, questions=questions_typed(typed)
    )
    nets = [row for row in summary(workspace, WAVE).rows if row.is_net]
    assert [round(row.percent or 0) for row in nets] == [53, 43]
    assert {row.base for row in nets} == {1043}


def test_a_ward_in_which_one_person_lives_is_a_ward(workspace: Workspace, tmp_path: Path) -> None:
    wards = ["All Saints", "River", "Lordswood"]
    path = written(
        tmp_path, column("Which ward do you live in?", *["Strood"] * 20, *["Luton"] * 20, *wards)
    )
    loaded(workspace, path)
    assert {"All Saints", "River", "Lordswood"} <= counts(workspace, "ward").keys()


def test_what_is_kept_with_a_wave_gives_no_small_number_away(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Partners read what a wave was read from: three victims, and two who live elsewhere."""
    header = ["ID", "Have you been a victim?", "How satisfied were you?", "Ward"]
    rows = [["No", "", "River"]] * 20 + [["Yes", "Very satisfied", "River"]] * 3
    rows += [["No", "", "Outside Medway"]] * 2
    path = written(tmp_path, [header, *([str(n), *row] for n, row in enumerate(rows))])
    said = " ".join(loaded(workspace, path).problems)
    assert "Put only to those who answered “Yes”" in said
    assert "'Outside Medway' (fewer than 5)" in said
    assert "the 3" not in said


UNITS = [
    ("How long have you lived here?", ["12 years", "6 months", "30"], {"6 months"}),
    ("How long have you lived here?", ["12", "6 months", "30"], {"6 months"}),
    ("How many months have you lived here?", ["12", "6 months", "2 years"], {"2 years"}),
    ("How long did you wait?", ["10 minutes", "20", "1 hour"], {"1 hour"}),
    ("How old are you?", ["43 yrs", "43", "51 years old"], set()),
]


@pytest.mark.parametrize(("wording", "texts", "others"), UNITS)
def test_numbers_of_another_unit_are_not_averaged_in(
    wording: str, texts: list[str], others: set[str]
) -> None:
    counts = {text: 10 - n for n, text in enumerate(texts)}
    assert question_kind.other_units(wording, counts) == others


def test_boxes_may_be_called_something_before_what_they_say(
    workspace: Workspace, tmp_path: Path
) -> None:
    question = "Which have you seen?"
    header = ["Response ID", *(f"{question} - Seen - {what}" for what in ("Graffiti", "Litter"))]
    ticked = [["Graffiti", ""]] * 10 + [["", "Litter"]] * 20 + [["Graffiti", "Litter"]] * 5
    loaded(
        workspace, written(tmp_path, [header, *([str(n), *row] for n, row in enumerate(ticked))])
    )
    shares = {row.option: (row.count, row.base) for row in summary(workspace, WAVE).rows}
    assert shares == {"Seen - Graffiti": (15, 35), "Seen - Litter": (25, 35)}
