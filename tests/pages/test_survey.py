"""The Survey page: words first, every share with its count, nobody told from a small group."""

import re
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from assessment.people import Person, Role
from assessment.store import Store
from assessment.survey.questionnaire import Concept, Mode, QuestionKind
from assessment.survey.reading.printed_results import SummarisedQuestion
from assessment.survey.waves.entered_wave import enter_summary
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.weighting.population_margins import load_margins
from assessment.workspace import Workspace
from tests.pages.conftest import Opens, link_of, rows_of, text_of

SURVEY = "pages/survey/page.py"
ONLINE, PANEL = "medway-online-2023-09", "medway-panel-2023-q2"


def test_safety_is_said_in_words_first(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, SURVEY, wave=ONLINE))
    assert "**28% felt safe in the evening (30 of 107); 56% did not.**" in shown
    assert "**70% felt safe during the day (75 of 107); 16% did not.**" in shown
    assert "nobody was drawn at random" in shown


@pytest.mark.parametrize(
    ("wave", "said"),
    [
        (ONLINE, "**People using or dealing drugs: 79% (84 of 107).**"),
        (PANEL, "**People using or dealing drugs: 80% (153 of 192).**"),
        (PANEL, "6 are shown and not 5, because 2 share place 5."),
        (ONLINE, "**Visible and effective policing: 77% (82 of 107).**"),
    ],
)
def test_lists_begin_with_what_most_named(
    example_store: Path, open_page: Opens, wave: str, said: str
) -> None:
    assert said in text_of(open_page(example_store, SURVEY, wave=wave))


def test_an_answer_has_its_share_count_and_range(example_store: Path, open_page: Opens) -> None:
    shown = rows_of(open_page(example_store, SURVEY, wave=ONLINE))
    cells = "<td>71%</td><td>76 of 107</td><td>62% to 79%</td>"
    assert f"</span></td>{cells}" in shown


def test_who_answered_stands_beside_the_population(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, SURVEY, wave=ONLINE))
    assert (
        "Least reached: **aged 16 to 34**, 13% of those who answered (14 of 107) and 29%" in shown
    )
    assert "say as much as about **" in shown
    assert "Invented for the example" in "".join(
        each.value for each in open_page(example_store, SURVEY, wave=ONLINE).caption
    )


@pytest.fixture
def store_of_percentages(tmp_path: Path) -> Path:
    """One wave of one printed question, that asks for no priorities."""
    path = tmp_path / "percentages.duckdb"
    said = {"Very safe": 20.0, "Fairly safe": 30.0, "Fairly unsafe": 30.0, "Very unsafe": 20.0}
    asked = SummarisedQuestion("How safe?", QuestionKind.SCALE, 500, said, Concept.SAFE_AFTER_DARK)
    with closing(Store.open(path, create=True)) as store:
        workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
        enter_summary(workspace, survey="s", wave="w", mode=Mode.POSTAL, questions=[asked])
    return path


def test_small_groups_are_withheld(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, SURVEY, wave=ONLINE, by="ward")
    (withheld,) = (each.value for each in at.caption if "groups are withheld" in each.value)
    assert "St Mary's Island" in withheld
    # Of a ward where two answered there is no share anywhere; thirteen answered in another.
    chart = at.get("plotly_chart")[-1].proto
    assert "Gillingham North (13)" in chart.alt
    assert "St Mary" not in chart.spec


def test_a_question_with_several_answers_is_broken_down_by_one_of_them(
    example_store: Path, open_page: Opens
) -> None:
    question = "Which of these should be addressed as a priority in Medway? Please tick up to five"
    at = open_page(example_store, SURVEY, wave=PANEL, by="sex", question=question)
    assert "**People using or dealing drugs**, everyone: 72% (138 of 192)." in text_of(at)
    at.selectbox(key="answer").set_value("Violent crime").run()
    assert "**Violent crime**, everyone: 27% (52 of 192)." in text_of(at)


def test_one_item_differs_between_the_waves(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, SURVEY, wave=ONLINE))
    assert (
        "**One item differs** by more than who happened to answer explains, of 39 tested together"
        in shown
    )
    assert (
        "Feel unsafe in the evening: 60% (weighted; unweighted 56%, 60 of 107) against 34% "
        "(weighted; unweighted 33%, 63 of 192), +26 points."
    ) in shown
    assert "asked in different ways" in shown


def test_priorities_stand_beside_the_records_of_the_same_place(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, SURVEY, wave=ONLINE)
    assert at.selectbox(key="record").value == "Medway"
    shown = text_of(at)
    assert "Recorded in **Medway**, 1 April 2023 to 31 March 2024" in shown
    assert "road traffic, not recorded crime" in shown


def test_only_comments_that_were_looked_over_are_shown(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, SURVEY, wave=ONLINE)
    assert "<h3>Street lighting (1)</h3>" in text_of(at)
    assert "Look comments over: 2 comments wait" in [each.label for each in at.expander]


def test_a_waiting_comment_is_shown_once_somebody_says_so(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, SURVEY, wave=ONLINE)
    next(button for button in at.button if button.label == "Show it").click().run()
    assert not at.exception
    assert "Look comments over: 1 comment waits" in [each.label for each in at.expander]


def enter_percentages(path: Path) -> None:
    """Put a wave of percentages alone, of the survey town, into the store at a path."""
    with closing(Store.open(path)) as store:
        enter_summary(
            Workspace(store, Person("Test analyst", Role.ANALYST)),
            survey="town",
            wave="town-2024",
            mode=Mode.FACE_TO_FACE,
            questions=[
                SummarisedQuestion(
                    "How safe do you feel after dark?",
                    QuestionKind.SCALE,
                    50,
                    {"Very safe": 10, "Fairly safe": 30, "Fairly unsafe": 40, "Very unsafe": 20},
                    Concept.SAFE_AFTER_DARK,
                )
            ],
        )


def test_wave_is_in_the_address(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, SURVEY, wave=PANEL)
    assert "Citizens' panel, 10 July 2023 to 20 August 2023, 192 people answered." in text_of(at)


def test_an_address_that_names_a_wave_names_its_survey(own_store: Path, open_page: Opens) -> None:
    enter_percentages(own_store)
    assert open_page(own_store, SURVEY).selectbox(key="survey").value == "medway-community-safety"
    at = open_page(own_store, SURVEY, wave="town-2024")
    assert at.selectbox(key="survey").value == "town"
    assert "survey=town&wave=town-2024" in link_of(at)
    # The wave of the survey that was left is not asked of the other.
    at.selectbox(key="survey").set_value("medway-community-safety").run()
    assert at.selectbox(key="wave").value in (ONLINE, PANEL)


def test_synthetic_answers_are_said_to_be(example_store: Path, open_page: Opens) -> None:
    assert "not real" in open_page(example_store, SURVEY).warning[0].value


def test_a_wave_of_percentages_alone_is_shown_as_far_as_it_goes(
    tmp_path: Path, open_page: Opens
) -> None:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    enter_percentages(path)
    at = open_page(path, SURVEY)
    shown = text_of(at)
    assert "**40% felt safe after dark (20 of 50); 60% did not.**" in shown
    assert "Face-to-face interviews" in shown
    assert "Entered as percentages" in shown
    # There is nobody to be grouped, and nothing to compare with.
    assert [each.value for each in at.header] == ["Town", "How safe people feel"]


@pytest.mark.parametrize("rows", [1, 9])
def test_so_few_that_nothing_can_be_said_is_said(
    tmp_path: Path, open_page: Opens, rows: int
) -> None:
    path = tmp_path / "assessment.duckdb"
    export = tmp_path / "few.csv"
    lines = ["How safe do you feel after dark?,What is your sex?", *["Very safe,Female"] * rows]
    export.write_text("\n".join(lines), encoding="utf-8")
    store = Store.open(path, create=True)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    load_survey(workspace, export, survey="few", wave="few-2024")
    store.close()
    shown = text_of(open_page(path, SURVEY))
    people = "1 person answered" if rows == 1 else f"{rows} people answered"
    assert people in shown
    assert "too few to say anything about others" in shown


def test_without_a_survey_the_page_leads_to_loading_one(tmp_path: Path, open_page: Opens) -> None:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    at = open_page(path, SURVEY)
    assert "No survey has been loaded yet." in text_of(at)
    assert not at.header


CHOSEN = {
    "survey": "medway-community-safety",
    "wave": ONLINE,
    "by": "age",
    "question": "How safe or unsafe do you feel in Medway during the day?",
    "with": PANEL,
    "over": "Feel safe during the day",
    "record": "Maldon",
}


def test_the_link_names_every_choice_those_made_by_nobody_too(
    example_store: Path, open_page: Opens
) -> None:
    """Pasted after newer data came, an address that left one out would show another."""
    at = open_page(example_store, SURVEY)
    asked = parse_qs(urlsplit(link_of(at)).query)
    shown = {key: at.selectbox(key=key).value for key in CHOSEN}
    assert {key: value for key, (value,) in asked.items()} == shown


def test_a_pasted_link_restores_every_choice(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, SURVEY, **CHOSEN)
    assert {key: at.selectbox(key=key).value for key in CHOSEN} == CHOSEN
    assert not [each for each in at.info if "which there is not" in each.value]
    asked = parse_qs(urlsplit(link_of(at)).query)
    assert {key: value for key, (value,) in asked.items()} == CHOSEN


def test_an_answer_chosen_of_a_list_is_in_the_link(example_store: Path, open_page: Opens) -> None:
    question = "Which of these should be addressed as a priority in Medway? Please tick up to five"
    chosen = {"wave": PANEL, "by": "sex", "question": question, "answer": "Violent crime"}
    at = open_page(example_store, SURVEY, **chosen)
    assert at.selectbox(key="answer").value == "Violent crime"
    asked = parse_qs(urlsplit(link_of(at)).query)
    assert asked["answer"] == ["Violent crime"]


def test_an_invented_population_is_said_to_be(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, SURVEY, wave=ONLINE))
    for said in (
        "of an invented population. Most over-represented",
        "the ages and sexes of an invented population",
        "By age: a bar for those who answered, a mark for an invented population",
    ):
        assert said in shown


def test_an_answer_is_followed_over_the_waves(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, SURVEY, wave=ONLINE))
    assert "August 2023, 34% (weighted; unweighted 33%, 63 of 192); online survey" in shown
    assert "The 60% of the wave shown is higher than the 34% of the citizens' panel" in shown
    assert "These waves were not all asked in the same way" in shown


@pytest.mark.parametrize("store", ["example_store", "store_of_percentages"])
def test_links_lead_to_parts_that_are_there(
    store: str, request: pytest.FixtureRequest, open_page: Opens
) -> None:
    at = open_page(request.getfixturevalue(store), SURVEY)
    there = {header.anchor for header in at.header if header.anchor}
    led_to = set(re.findall(r'href="#([a-z-]+)"', text_of(at)))
    assert led_to <= there, led_to - there
    assert led_to


def test_ages_are_merged_where_one_has_too_few(tmp_path: Path, open_page: Opens) -> None:
    path, export, margins = (tmp_path / name for name in ("a.duckdb", "w.csv", "m.csv"))
    ages = [*["16 to 34"] * 9, *["35 to 64"] * 15, *["65 and over"] * 20]
    lines = ["How safe do you feel after dark?,What is your age?", *(f"Safe,{age}" for age in ages)]
    export.write_text("\n".join(lines), encoding="utf-8")
    people = [f"age,{age},100,Census,2021-03-21" for age in dict.fromkeys(ages)]
    margins.write_text("\n".join(["variable,category,people,source,as_at", *people]))
    store = Store.open(path, create=True)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    load_survey(workspace, export, survey="few", wave="few-2024")
    load_margins(workspace, margins, "few")
    store.close()
    at = open_page(path, SURVEY)
    assert "Only 9 answered '16 to 34'" in plain_text(at)
    at.selectbox(key="ages").set_value("neighbours merged").run()
    assert "Weighted, the answers have the ages of the population" in text_of(at)
    assert "ages=neighbours+merged" in link_of(at)


def plain_text(at: AppTest) -> str:
    return text_of(at).replace("\\", "")


def test_numbers_are_averaged_and_their_table_is_not_empty(
    tmp_path: Path, open_page: Opens
) -> None:
    path = tmp_path / "assessment.duckdb"
    export = tmp_path / "calls.csv"
    times = "".join(f"{n},{n % 4}\n" for n in range(1, 41))
    export.write_text(f"Respondent ID,How many times did you call the police?\n{times}")
    with closing(Store.open(path, create=True)) as store:
        workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
        load_survey(workspace, export, survey="calls", wave="calls-2024")
    at = open_page(path, SURVEY)
    said = "**On average 1.5**, of the 40 who gave a number (standard deviation 1.1)."
    assert said in text_of(at)
    assert "40 of 40</td>" in rows_of(at)
