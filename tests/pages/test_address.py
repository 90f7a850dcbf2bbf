"""An address shows what it says, or says with a way on that it cannot, and no figures."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.outputs.escaping import as_text
from assessment.partnerships import add_partnership, remove_partnership
from assessment.people import Person, Role
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.workshop.scorers import join
from assessment.risk_matrix.workshop.workshops import open_workshop
from assessment.store import Store
from assessment.workspace import Workspace
from tests.pages.conftest import YEAR_ON_YEAR, Opens, beside_the_page, press, text_of, turn_to

OVERVIEW, SURVEY, RISK = None, "pages/survey/page.py", "pages/risk_matrix/page.py"
SCHEMES, PRIORITIES, SCORE = (
    "pages/schemes/page.py",
    "pages/priorities/page.py",
    "pages/score/page.py",
)
NEW = "Start another assessment"
ONLINE = "medway-online-2023-09"
DAYS = {
    "period": "chosen dates",
    "from": "2021-05-01",
    "to": "2022-02-28",
    "comparison": "chosen dates",
    "compare-from": "2020-06-01",
    "compare-to": "2021-03-28",
}
BOTH = {"partnership": "Castle Point and Rochford", "area": "Rochford"}
SET = {"measures": "Home Office offence groups", "period": "quarter", "ending": "March 2022"}
ROWS = {
    "by": "district",
    "measure": "Burglary",
    "order": "largest rise first",
    "detail": "Rochford",
}
# Every page with an address that it shows, every name that it has there among them.
SHOWN = [
    (OVERVIEW, {**BOTH, **SET, "comparison": "same dates a year earlier"}),
    (OVERVIEW, {**BOTH, **DAYS}),
    (YEAR_ON_YEAR, {**BOTH, **SET, "comparison": "same dates a year earlier", **ROWS}),
    (YEAR_ON_YEAR, {**BOTH, **DAYS}),
    (
        "pages/evaluation/page.py",
        {
            "partnership": "Rochford",
            "areas": "ward",
            "funded": "Hockley",
            "compared": "Trinity",
            "beside": "Lodge",
            "beside-compared": "Wheatley",
        },
    ),
    (
        SURVEY,
        {
            "survey": "medway-community-safety",
            "wave": ONLINE,
            "by": "age",
            "question": "How safe or unsafe do you feel in Medway during the day?",
            "record": "Maldon",
            "over": "Feel safe during the day",
        },
    ),
    (RISK, {"partnership": "Rochford", "assessment": "Year to March 2022 (no. 2)"}),
    (RISK, {"partnership": "Rochford", "view": "Issue by issue", "issue": "Domestic abuse"}),
    (RISK, {"partnership": "Rochford", "view": "Other schemes", "beside": "Harm only"}),
    (SCHEMES, {"scheme": "Harm only", "version": "2", "do": "Copy"}),
    (PRIORITIES, {"partnership": "Rochford", "part": "Agreement"}),
]
PAIRS = [(page, address, key) for page, address in SHOWN for key in address]
NAMES = [f"{Path(page or 'overview').stem}-{key}" for page, _, key in PAIRS]


def refusal(at: AppTest) -> str:
    """Return what is said in the place of the page; there is nothing else, and a way on."""
    kinds = [each.type for each in at.main if each.type not in ("main", "html")]
    assert kinds[:2] == ["title", "error"], kinds
    assert kinds[2:], "no way on"
    assert set(kinds[2:]) == {"button"}, kinds
    assert all("<style" in each.proto.body or "<link" in each.proto.body for each in at.main.html)
    return as_text(at.error[0].value)


def is_refused(at: AppTest) -> bool:
    return any("The address" in each.value for each in at.error)


def links(at: AppTest) -> list[str]:
    return [each.label for each in at.main.button]


@pytest.mark.parametrize(("page", "address"), SHOWN)
def test_address_is_shown_in_any_case(
    example_store: Path, open_page: Opens, page: str | None, address: dict[str, str]
) -> None:
    at = open_page(example_store, page, **address)
    shown = text_of(at)
    assert not is_refused(at), at.error[0].value
    # What is chosen by itself, Streamlit leaves out; the rest is as it was asked.
    said = at.query_params
    assert {key: _one(said[key]) for key in address if key in said}.items() <= address.items()
    loud = open_page(example_store, page, **{key: value.upper() for key, value in address.items()})
    assert text_of(loud) == shown
    assert loud.query_params == said


@pytest.mark.parametrize(("page", "address", "key"), PAIRS, ids=NAMES)
def test_unusable_value_is_told_and_shows_no_figure(
    example_store: Path, open_page: Opens, page: str | None, address: dict[str, str], key: str
) -> None:
    picture = "![x](https://example.org/x.png)"
    at = open_page(example_store, page, **{**address, key: picture})
    said = refusal(at)
    assert f"“{picture}”" in said
    assert "![x](" not in at.error[0].value
    assert f"Leave out {key}" in "".join(links(at)).replace("\\", "")
    # The address stays what it was: copied, it says the same to somebody else.
    assert _one(at.query_params[key]) == picture


@pytest.mark.parametrize("page", dict.fromkeys(page for page, _ in SHOWN))
def test_name_that_the_page_does_not_ask_for_is_told(
    example_store: Path, open_page: Opens, page: str | None
) -> None:
    said = refusal(open_page(example_store, page, scorer="K7", **{"Ending ": "March 2022"}))
    assert "The address says scorer=K7 and Ending =March 2022" in said
    assert "which this page does not ask for" in said
    for twice in ("partnership (partnership)", "wave (wave)", "survey (survey)"):
        assert twice not in said


@pytest.mark.parametrize(
    ("page", "address", "told"),
    [
        (OVERVIEW, {"partnership": ["Medway", "Maldon"]}, "“Medway” and “Maldon”, where there can"),
        (OVERVIEW, {"partnership": ""}, "asks for partnership “”, which there is not"),
        (OVERVIEW, {"area": "Rochford"}, "names no partnership"),
        (
            OVERVIEW,
            {"partnership": "Maldon", "area": "Rochford"},
            "There are: all districts, Maldon",
        ),
        (OVERVIEW, {"partnership": "Maldon", "ending": "June 2031"}, "“June 2031”, which there is"),
        (
            OVERVIEW,
            {"partnership": "Maldon", "from": "2020-01-01"},
            "does not ask for as it stands",
        ),
        (OVERVIEW, {**BOTH, **DAYS, "from": "1889-01-01"}, "from 1990 to 2100"),
        (OVERVIEW, {**BOTH, **DAYS, "to": ["2021-06-30", "2021-07-31"]}, "“2021-06-30”, “2021-07"),
        (RISK, {"view": ["Result", "How firm"]}, "where there can be one"),
        (RISK, {"partnership": "force:Essex Police"}, "which there is not"),
        (RISK, {"partnership": "medway", "assessment": "2"}, "“2”, which there is not. Medway has"),
        (PRIORITIES, {"partnership": "Medway", "assessment": "Year to March 2022 (no. 2)"}, "none"),
        (RISK, {"partnership": "medway", "scorer": "K7"}, "scorer=K7, which this page does not"),
        (PRIORITIES, {"partnership": "Rochford", "part": "Since then"}, "which there is not"),
        (SURVEY, {"wave": "medway-2031"}, "medway-panel"),
        (SURVEY, {"partnership": "Medway"}, "partnership=Medway, which this page does not ask"),
        (SCHEMES, {"scheme": "Harm only", "version": "7"}, "There is: 2"),
    ],
)
def test_address_that_cannot_be_shown(
    example_store: Path,
    open_page: Opens,
    page: str | None,
    address: dict[str, str | list[str]],
    told: str,
) -> None:
    assert told in refusal(open_page(example_store, page, **address))


def test_what_was_nearly_right_is_offered(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, partnership="Medwy", period="quarter")
    assert links(at) == ["Medway", "Leave out partnership"]
    at = press(at, "Medway")
    assert not at.error
    assert {key: _one(value) for key, value in at.query_params.items()} == {
        "partnership": "Medway",
        "period": "quarter",
    }
    at = press(open_page(example_store, partnership="Medway", perod="quarter"), "Leave out perod")
    assert not at.error
    assert "perod" not in at.query_params


def test_where_there_is_no_assessment_a_new_one_may_be_asked_for(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, RISK, partnership="Medway", assessment=NEW)
    assert "Start the assessment" in links(at)
    at = open_page(example_store, RISK, partnership="Medway", assessment="2")
    assert "Start the assessment" in links(press(at, "Leave out assessment"))
    # What was chosen of another partnership goes without a word.
    at = open_page(example_store, RISK, partnership="Rochford", view="How firm")
    assert "assessment" in at.query_params
    at.selectbox(key="partnership").set_value("Medway").run()
    assert not at.error
    assert "Start the assessment" in links(at)
    assert "assessment" not in at.query_params


def test_dates_in_the_wrong_order_are_told(example_store: Path, open_page: Opens) -> None:
    days = DAYS | {"from": "2022-03-01", "to": "2022-02-01"}
    at = open_page(example_store, **BOTH, **days)
    assert "Give the earlier date first" in at.error[0].value
    assert "compared with" not in text_of(at)


def test_partnership_is_known_by_its_id(example_store: Path, open_page: Opens) -> None:
    for page in (OVERVIEW, RISK, PRIORITIES):
        at = open_page(example_store, page, partnership="castle-point-and-rochford")
        assert at.selectbox(key="partnership").value == "Castle Point and Rochford"


def test_scorer_is_told_of_an_issue_that_there_is_not(own_store: Path, open_page: Opens) -> None:
    opened = Store.open(own_store)
    workspace = Workspace(opened, Person("Facilitator", Role.MANAGER))
    (one,) = assessments(workspace, "rochford")
    scorer = join(workspace, open_workshop(workspace, one.id).code, "Police", "inspector")
    opened.close()
    at = open_page(own_store, SCORE, scorer=scorer.token, issue="piracy")
    assert "asks for issue “piracy”" in refusal(at)


def test_partnership_dates_and_assessment_go_from_page_to_page(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, **BOTH, **DAYS)
    turn_to(at, YEAR_ON_YEAR)
    assert {key: _one(at.query_params[key]) for key in (*BOTH, *DAYS)} == {**BOTH, **DAYS}
    for page in (RISK, PRIORITIES):
        turn_to(at, page)
        assert _one(at.query_params["partnership"]) == BOTH["partnership"]
    turn_to(at, "pages/overview/page.py")
    assert {key: _one(at.query_params[key]) for key in (*BOTH, *DAYS)} == {**BOTH, **DAYS}


def test_assessment_goes_from_page_to_page(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, RISK, partnership="Rochford", assessment=NEW)
    at = press(at, "Start the assessment")
    first = _one(at.query_params["assessment"])
    at.selectbox(key="assessment").set_value(NEW).run()
    at = press(at, "Start the assessment")
    assert _one(at.query_params["assessment"]) != first, "the latest is shown first"
    at.selectbox(key="assessment").set_value(first).run()
    turn_to(at, PRIORITIES)
    assert _one(at.query_params["assessment"]) == first


def test_what_another_page_of_the_visit_has_said_is_taken_out(
    own_store: Path, open_page: Opens
) -> None:
    """Streamlit may write one page's choice beside another's name, where Back finds it."""
    at = open_page(own_store, PRIORITIES, partnership="Rochford")
    said = _one(at.query_params["assessment"])
    turn_to(at, YEAR_ON_YEAR)
    at.query_params["assessment"] = said
    at.run()
    assert "assessment" not in at.query_params
    assert not at.error
    at.query_params["assessment"] = "never said"
    at.run()
    assert "assessment=never said" in refusal(at)


def test_what_this_page_has_shown_and_is_gone_is_told(own_store: Path, open_page: Opens) -> None:
    """Somebody else may take it out meanwhile: another's figures do not come in its place."""
    store = Store.open(own_store)
    manager = Workspace(store, Person("Somebody else", Role.OWNER))
    gone = add_partnership(manager, "Safer Maldon", ["Maldon"])
    store.close()
    at = open_page(own_store, YEAR_ON_YEAR, partnership=gone.name)
    assert not at.error
    remove_partnership(beside_the_page("Somebody else"), gone.id)
    at.query_params["partnership"] = gone.name
    at.run()
    assert "asks for partnership “Safer Maldon”, which there is not" in refusal(at)


def _one(value: str | list[str]) -> str:
    """Return a value of the address, which stands there once."""
    (text,) = value if isinstance(value, list) else [value]
    return text
