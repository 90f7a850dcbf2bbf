"""Every page in every state without figures: what is true is said, and the next step is offered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.intake.extract_loading import load
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.population.population_loading import load_population
from assessment.store import Store
from assessment.survey.waves.wave_loading import load_survey
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv
from tests.pages.conftest import YEAR_ON_YEAR, Opens, press, text_of

OVERVIEW, SURVEY, RISK = (
    "pages/overview/page.py",
    "pages/survey/page.py",
    "pages/risk_matrix/page.py",
)
PRIORITIES, UPLOAD, LOAD = (
    "pages/priorities/page.py",
    "pages/upload_data/page.py",
    "pages/load_survey/page.py",
)
TREND = "pages/trend/page.py"
PLACES = "pages/places/page.py"
EVALUATION = "pages/evaluation/page.py"
TIMES = "pages/times/page.py"
FINDINGS = "pages/findings/page.py"
FIGURES = (OVERVIEW, YEAR_ON_YEAR, TREND, PLACES, TIMES, EVALUATION, FINDINGS, RISK, PRIORITIES)
EXPLORED = (OVERVIEW, YEAR_ON_YEAR, TREND, PLACES, TIMES, EVALUATION, FINDINGS)
SCORED = (RISK, PRIORITIES)
BEGIN = "Nothing has been loaded yet. Begin with an extract"
NAME_ONE = "Records of Luton are loaded, and no partnership has been named."
NOT_OF = "Nothing has been loaded for Rochford yet"
ADD_YOURS = "Add your partnership: its districts, under Upload data"
NO_SURVEY = "No survey has been loaded yet."
PEOPLE = "code,name,year,people\nE07000075,Rochford,2023,86800\n"
ANSWERS = "Age,How safe do you feel after dark?\n" + "25-34,Very safe\n35-44,Fairly unsafe\n" * 20


def _files(workspace: Workspace, folder: Path) -> None:
    rows = [street_row(month=f"2024-{month:02d}") for month in (1, 2, 3)]
    load(workspace, write_csv(folder / "2024-01-bedfordshire-street.csv", rows))


def _partnership(workspace: Workspace, folder: Path) -> None:
    add_partnership(workspace, "Rochford", ["Rochford"])


def _survey(workspace: Workspace, folder: Path) -> None:
    (folder / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    load_survey(workspace, folder / "answers.csv", survey="safe", wave="safe-2024")


def _populations(workspace: Workspace, folder: Path) -> None:
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    load_population(workspace, folder / "people.csv")


def _both(workspace: Workspace, folder: Path) -> None:
    _files(workspace, folder)
    _partnership(workspace, folder)


def _nothing(workspace: Workspace, folder: Path) -> None:
    """Leave the store empty."""


Makes = Callable[[Workspace, Path], None]
# What is there, the pages, what they say, and the way on.
STATES: list[tuple[Makes, tuple[str, ...], str, str]] = [
    (_nothing, FIGURES, BEGIN, "Upload data"),
    (_nothing, (SURVEY,), NO_SURVEY, "Load a survey"),
    (_populations, FIGURES, BEGIN, "Upload data"),
    (_survey, FIGURES, BEGIN, "See the survey"),
    (_partnership, FIGURES, NOT_OF, "Upload data"),
    (_files, SCORED, NAME_ONE, "Add the partnership"),
    (_files, (SURVEY,), NO_SURVEY, "Load a survey"),
    (
        _both,
        SCORED,
        f"{NOT_OF}, so there is nothing to count. There are records of Luton.",
        "Upload data",
    ),
    (_both, EXPLORED, NOT_OF, "Upload data"),
    (_files, EXPLORED, "Bedfordshire Police", ADD_YOURS),
]
CASES = [(make, page, said, on) for make, pages, said, on in STATES for page in pages]
IDS = [f"{make.__name__[1:]}-{Path(page).stem}" for make, page, _, _ in CASES]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Makes], Path]:
    """Make a store in each state, once."""
    there: dict[Makes, Path] = {}

    def make(state: Makes) -> Path:
        if state not in there:
            folder = tmp_path_factory.mktemp(state.__name__)
            opened = Store.open(folder / "assessment.duckdb", create=True)
            state(Workspace(opened, Person("Test analyst", Role.ANALYST)), folder)
            opened.close()
            there[state] = folder / "assessment.duckdb"
        return there[state]

    return make


def ways_on(at: AppTest) -> set[str]:
    links = {each.proto.label for each in at.main if each.type == "page_link"}
    return links | {each.label for each in at.button}


@pytest.mark.parametrize(("state", "page", "said", "way_on"), CASES, ids=IDS)
def test_an_empty_page_says_what_comes_next(
    made: Callable[[Makes], Path], open_page: Opens, state: Makes, page: str, said: str, way_on: str
) -> None:
    at = open_page(made(state), page)
    assert said in text_of(at)
    assert way_on in ways_on(at)
    assert not at.header or page == SURVEY or way_on == ADD_YOURS


def test_the_way_on_leads_to_figures(
    made: Callable[[Makes], Path], open_page: Opens, tmp_path: Path
) -> None:
    """Files and no partnership: it is named where it is missed, and its page is there."""
    path = tmp_path / "own.duckdb"
    path.write_bytes(made(_files).read_bytes())
    at = open_page(path, PRIORITIES)
    at.multiselect[0].set_value(["Luton"])
    at = press(at, "Add the partnership")
    assert "Priorities are chosen from scored issues." in text_of(at)
    assert "Start an assessment" in ways_on(at)


def test_a_whole_force_has_figures_without_a_partnership(
    made: Callable[[Makes], Path], open_page: Opens
) -> None:
    shown = text_of(open_page(made(_files), OVERVIEW))
    assert "Bedfordshire Police" in shown
    assert "There are records for January to March 2024, and for no month of these" in shown
    assert "To compare 1 January 2024 to 31 March 2024, load 1 January 2023 to 31 March" in shown
    assert '<p class="number">3</p>' in shown


@pytest.mark.parametrize(
    ("state", "way_on"),
    [(_nothing, "Upload data"), (_partnership, "Upload data"), (_both, "Start an assessment")],
)
def test_a_scheme_that_nothing_can_use_leads_on(
    made: Callable[[Makes], Path], open_page: Opens, state: Makes, way_on: str
) -> None:
    at = open_page(made(state), "pages/schemes/page.py", do="Use")
    assert "There is no other draft to use it for." in text_of(at)
    assert way_on in ways_on(at)


def test_with_a_partnership_none_is_offered(
    made: Callable[[Makes], Path], open_page: Opens
) -> None:
    at = open_page(made(_both), OVERVIEW, partnership="force:Bedfordshire Police")
    assert "3" in text_of(at)
    assert ADD_YOURS not in ways_on(at)
