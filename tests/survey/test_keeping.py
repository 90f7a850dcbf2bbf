"""What is kept of a wave: its register, comments, population margins, and entered summaries."""

import random
from datetime import date
from pathlib import Path

import pytest

from assessment.errors import InvalidRequest, NotPermitted, UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.extract_register import extracts
from assessment.people import Person, Role
from assessment.survey.questionnaire import Concept, Mode, QuestionKind
from assessment.survey.reading.printed_results import SummarisedQuestion
from assessment.survey.reading.proposal import Decision
from assessment.survey.waves.entered_wave import enter_summary
from assessment.survey.waves.wave_comments import CommentStatus, comments, review_comment
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import list_waves, questionnaire
from assessment.survey.waves.wave_removal import remove_survey_wave
from assessment.survey.weighting.population_margins import load_margins
from assessment.workspace import TEAM, Workspace
from tests.extracts import street_row, write_csv
from tests.stored import stored
from tests.survey.exports import microsoft_forms
from tests.survey.loads import SURVEY, WAVE, base, column, counts, loaded, written

EVENING = "How safe do you feel in the evening?"
PRINTED = {"Very safe": 8, "Fairly safe": 20, "Neither safe nor unsafe": 16,
           "Fairly unsafe": 30, "Very unsafe": 26}  # fmt: skip


def evening(**changes: object) -> SummarisedQuestion:
    given = {
        "wording": EVENING,
        "kind": QuestionKind.SINGLE,
        "base": 107,
        "percents": PRINTED,
        "concept": Concept.SAFE_AFTER_DARK,
    } | changes
    return SummarisedQuestion(**given)  # type: ignore[arg-type]


@pytest.fixture
def forms(workspace: Workspace, tmp_path: Path) -> Workspace:
    load_survey(
        workspace, microsoft_forms(tmp_path), survey=SURVEY, wave=WAVE, mode=Mode.FACE_TO_FACE
    )
    return workspace


def test_partners_are_not_told_who_loaded_it(forms: Workspace, tmp_path: Path) -> None:
    load(forms, write_csv(tmp_path / "2024-01-street.csv", [street_row()]))
    partner = Workspace(forms.store, Person("Fire", Role.PARTNER))
    assert [extract.loaded_by for extract in extracts(forms)] == [forms.person.name]
    for reader, name in ((forms, forms.person.name), (partner, TEAM)):
        assert [wave.source.loaded_by for wave in list_waves(reader)] == [name]
    with pytest.raises(NotPermitted):
        extracts(partner)


def test_a_wave_is_in_the_register(forms: Workspace) -> None:
    (wave,) = list_waves(forms)
    assert (wave.id, wave.survey, wave.mode) == (WAVE, SURVEY, Mode.FACE_TO_FACE)
    assert (wave.respondents, wave.source.rows_read, wave.source.rows_left_out) == (8, 9, 1)
    assert (wave.first_day, wave.last_day) == (date(2023, 9, 1), date(2023, 9, 8))
    assert not wave.synthetic
    assert [q.slug for q in questionnaire(forms, WAVE)][:3] == [
        "safe-by-day",
        "safe-after-dark",
        "problem",
    ]


def test_what_is_counted_agrees_with_the_answers(forms: Workspace) -> None:
    disagreeing = stored(
        forms,
        """SELECT question, option, n, count(answer.option) AS answers
        FROM survey_count LEFT JOIN survey_answer AS answer USING (wave, question, option)
        GROUP BY ALL HAVING n <> answers""",
    )
    assert disagreeing.empty


def test_a_wave_is_removed_whole(forms: Workspace) -> None:
    remove_survey_wave(forms, WAVE)
    for table in (
        "FROM survey",
        "FROM survey_wave",
        "FROM survey_question",
        "FROM survey_option",
        "FROM survey_answer",
        "FROM survey_count",
        "FROM survey_comment",
    ):
        assert stored(forms, table).empty, table
    assert not stored(forms, "FROM survey_reading").empty  # for the next wave
    with pytest.raises(InvalidRequest, match="No survey has been loaded"):
        remove_survey_wave(forms, WAVE)
    with pytest.raises(InvalidRequest, match=f"no wave {WAVE}"):
        questionnaire(forms, WAVE)


def test_a_comment_is_shown_once_somebody_has_read_it(forms: Workspace, tmp_path: Path) -> None:
    waiting = comments(forms, WAVE, CommentStatus.WAITING)
    assert len(waiting) == 4
    first = waiting[0]
    question, number = first.question, first.number
    review_comment(forms, WAVE, question, number, CommentStatus.SHOWN, theme=" Lighting ")
    (shown,) = comments(forms, WAVE, CommentStatus.SHOWN)
    assert (shown.text, shown.theme) == (first.text, "Lighting")
    assert shown.reviewed_by == "Test analyst"
    # Loaded anew with another decision, the same words need not be read again.
    ward = "Which ward do you live in?"
    decisions = {ward: Decision(leave_out=True)}
    loaded(forms, microsoft_forms(tmp_path), decisions=decisions)
    assert [c.text for c in comments(forms, WAVE, CommentStatus.SHOWN)] == [first.text]
    with pytest.raises(InvalidRequest, match="no comment 99"):
        review_comment(forms, WAVE, question, 99, CommentStatus.SHOWN)


def test_who_may_do_what(forms: Workspace, tmp_path: Path) -> None:
    partner = Workspace(forms.store, Person("Partner", Role.PARTNER))
    assert comments(partner, WAVE, CommentStatus.SHOWN) == ()
    for attempt in (
        lambda: comments(partner, WAVE),
        lambda: comments(partner, WAVE, CommentStatus.WAITING),
        lambda: remove_survey_wave(partner, WAVE),
        lambda: loaded(partner, microsoft_forms(tmp_path)),
        lambda: load_margins(partner, tmp_path / "none.csv", SURVEY),
        lambda: review_comment(partner, WAVE, 4, 1, CommentStatus.SHOWN),
        lambda: enter_summary(partner, survey=SURVEY, wave="w", mode=Mode.PANEL, questions=[]),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_changes_are_audited(forms: Workspace) -> None:
    remove_survey_wave(forms, WAVE)
    events = stored(forms, "SELECT action, person FROM audit_event ORDER BY happened_at")
    assert list(events["action"]) == ["loaded survey wave", "removed survey wave"]
    assert set(events["person"]) == {"Test analyst"}


def test_population_margins(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["Variable", "Category", "People", "Source", "As at"]]
    rows += [["Age", "16-24", "31,200", "Census 2021", "2021-03-21"]]
    rows += [["sex", "Female", "140000", "Census 2021", "2021-03-21"]]
    assert load_margins(workspace, written(tmp_path, rows), SURVEY) == 2
    again = [*rows[:1], ["age", "25-34", "40000", "Census 2021", "2021-03-21"]]
    assert load_margins(workspace, written(tmp_path, again), SURVEY) == 1
    held = stored(workspace, "FROM population_margin ORDER BY variable, category")
    assert list(held["category"]) == ["25-34", "Female"]  # a variable is replaced whole


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["variable", "category"], ["age", "16-24"]], ["no column people, source, as_at"]),
        ([["variable", "category", "people", "source", "as_at"]], ["header but no rows"]),
        (
            [
                ["variable", "category", "people", "source", "as_at"],
                ["age", "16-24", "many", "Census", "2021-03-21"],
                ["age", "", "0", "Census", "21/03/2021"],
                ["age", "25-34", "9" * 20, "Census", "2021-03-21"],
                ["age", "35-44", "66,8", "Census", "2021-03-21"],
            ],
            ["Row 2: people is 'many'", "Row 3: category is empty", "Row 3: people is '0'",
             "Row 3: as_at is '21/03/2021'", f"Row 4: people is '{'9' * 20}'",
             "Row 5: people is '66,8', expected a whole number above 0, written as 231000"],
        ),
        (
            [
                ["variable", "category", "people", "source", "as_at"],
                ["age", "16-24", "10", "Census", "2021-03-21"],
                ["Age", "16–24", "10", "Census", "2021-03-21"],
            ],
            ["Row 3: Age, 16–24 is there twice (row 2)"],
        ),
    ],
)  # fmt: skip
def test_faults_of_margins(
    workspace: Workspace, tmp_path: Path, rows: list[list[str]], said: list[str]
) -> None:
    with pytest.raises(UploadRefused) as caught:
        load_margins(workspace, written(tmp_path, rows), SURVEY)
    for fault in said:
        assert fault in "\n".join(caught.value.faults)
    assert stored(workspace, "FROM population_margin").empty


def test_a_summary_is_entered(workspace: Workspace) -> None:
    problems = SummarisedQuestion(
        "What is a problem?",
        QuestionKind.MULTIPLE,
        107,
        {"People using or dealing drugs": 79, "People fly tipping": 68.2},
        Concept.PROBLEM,
    )
    report = enter_summary(
        workspace,
        survey=SURVEY,
        wave=WAVE,
        mode=Mode.PANEL,
        first_day=date(2023, 9, 1),
        last_day=date(2023, 9, 30),
        questions=[evening(), problems],
    )
    # The whole numbers nearest to the printed percentages, halves away from zero.
    assert list(counts(workspace, "safe-after-dark").values()) == [9, 21, 17, 32, 28]
    assert list(counts(workspace, "problem").values()) == [85, 73]
    assert base(workspace, "problem") == 107
    question = report.questions[0]
    assert (question.kind, question.scale) == (QuestionKind.SCALE, "safety")
    assert [option.side for option in question.options] == [1, 1, 0, -1, -1]
    assert report.questions[1].options[0].concern == "drugs"
    (wave,) = list_waves(workspace)
    assert (wave.summarised, wave.respondents) == (True, 107)


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (evening(base=0), "the base is 0"),
        (evening(percents={}), "no option"),
        (evening(percents={"Very safe": 101}), "found Very safe 101%"),
        (evening(percents={"Very safe": -1}), "found Very safe -1%"),
        (evening(percents={"Very safe": 80, "Very unsafe": 40}), "add up to 120"),
        (evening(percents={"Very safe": 8, "very safe": 20}), "an option is there twice"),
        (evening(kind=QuestionKind.TEXT), "of a choice, a scale or several choices"),
        (evening(wording=" "), "no wording"),
    ],
)
def test_faults_of_summaries(
    workspace: Workspace, question: SummarisedQuestion, fault: str
) -> None:
    with pytest.raises(UploadRefused, match=fault):
        enter_summary(workspace, survey=SURVEY, wave=WAVE, mode=Mode.ONLINE, questions=[question])
    assert stored(workspace, "FROM survey_wave").empty


def test_many_people_with_words_of_their_own(workspace: Workspace, tmp_path: Path) -> None:
    """More different things than are looked at one by one: none is lost, none becomes a label."""
    chance = random.Random(7)  # noqa: S311 (answers, not secrets)
    answers = [chance.choice(["Walking", "Cycling", "By bus", "By car"]) for _ in range(3000)]
    answers += [f"With neighbour number {n}" for n in range(600)]
    chance.shuffle(answers)
    loaded(workspace, written(tmp_path, column("How do you travel?", *answers)))
    found = counts(workspace, "travel")
    assert found.pop("Other (in their own words)") == 600
    assert found == {label: answers.count(label) for label in found}
    assert set(found) == {"Walking", "Cycling", "By bus", "By car"}
    assert len(stored(workspace, "FROM survey_comment")) == 600
    assert base(workspace, "travel") == 3600
