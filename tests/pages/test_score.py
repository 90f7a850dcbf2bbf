"""The page Score: joining, scoring, coming back, and what is told when it is over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.people import Person, Role
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.scorers import Given, Scorer, join, scorer, scores_of
from assessment.risk_matrix.workshop import Move, Workshop, move, open_workshop, workshop
from assessment.store import Store
from assessment.workspace import Workspace
from tests.pages.conftest import Opens, beside_the_page, press, text_of

SCORE = "pages/score.py"
FIRST = ("domestic-abuse", "victims")


@pytest.fixture
def there(own_store: Path) -> Workshop:
    """An open workshop on Rochford's example assessment."""
    opened = Store.open(own_store)
    workspace = Workspace(opened, Person("Facilitator", Role.MANAGER))
    (held,) = assessments(workspace, "rochford")
    found = open_workshop(workspace, held.id)
    opened.close()
    return found


def joined(there: Workshop) -> Scorer:
    return join(beside_the_page("Facilitator"), there.code, "Police", "inspector")


def scale(at: AppTest, criterion: str = "Repeat or vulnerable victims") -> object:
    return next(each for each in at.radio if each.label == criterion)


def given(who: Scorer) -> dict[tuple[str, str], Given]:
    return dict(scores_of(beside_the_page("Facilitator"), who))


@pytest.fixture
def scoring(own_store: Path, open_page: Opens, there: Workshop) -> Callable[..., AppTest]:
    def opens(**address: str) -> AppTest:
        return open_page(own_store, SCORE, **address)

    return opens


def test_joining_leads_to_the_first_issue(scoring: Callable[..., AppTest], there: Workshop) -> None:
    at = scoring(code=there.code)
    at.selectbox(key="join-agency").set_value("Police")
    at.text_input(key="join-role").set_value("inspector")
    at = press(at, "Start scoring")
    assert "0 of 79 scored" in text_of(at)
    assert "<h2>Domestic abuse</h2>" in text_of(at)
    who, found = scorer(beside_the_page("Facilitator"), at.query_params["scorer"])
    assert (who.agency, who.role, found.assessment) == ("Police", "inspector", there.assessment)


def test_what_is_missing_is_told(scoring: Callable[..., AppTest], there: Workshop) -> None:
    at = press(scoring(code=there.code), "Start scoring")
    assert [each.value for each in at.error] == ["Give your agency\\. Give your role\\."]


def test_a_score_is_kept_as_it_is_given_and_there_after_a_reload(
    scoring: Callable[..., AppTest], there: Workshop
) -> None:
    scoring()
    who = joined(there)
    at = scoring(scorer=who.token)
    scale(at).set_value(3).run()  # type: ignore[attr-defined]
    assert given(who) == {FIRST: Given(3, "")}
    again = scoring(scorer=who.token)
    assert scale(again).value == 3  # type: ignore[attr-defined]
    assert "1 of 79 scored" in text_of(again)
    scale(again).set_value("I cannot say").run()  # type: ignore[attr-defined]
    assert given(who) == {FIRST: Given(None, "")}


def test_a_reason_can_be_added(scoring: Callable[..., AppTest], there: Workshop) -> None:
    scoring()
    who = joined(there)
    at = scoring(scorer=who.token)
    scale(at).set_value(3).run()  # type: ignore[attr-defined]
    at.text_input(key="why-domestic-abuse-victims").set_value("As we see it").run()
    assert given(who) == {FIRST: Given(3, "As we see it")}


def test_a_score_after_the_end_is_refused_in_words_and_nothing_is_lost(
    scoring: Callable[..., AppTest], there: Workshop
) -> None:
    scoring()
    who = joined(there)
    at = scoring(scorer=who.token)
    scale(at).set_value(3).run()  # type: ignore[attr-defined]
    now = workshop(beside_the_page("Facilitator"), there.assessment)
    assert now is not None
    move(beside_the_page("Facilitator"), now, Move.CLOSE)
    # The phone has not heard of it yet.
    scale(at).set_value(5).run()  # type: ignore[attr-defined]
    assert "has been closed, so this score was not kept" in at.error[0].value
    assert "**The scoring is closed.**" in text_of(at)
    assert given(who) == {FIRST: Given(3, "")}
    assert scale(at).value == 3  # type: ignore[attr-defined]
    assert all(each.disabled for each in at.radio)


def test_next_issue(scoring: Callable[..., AppTest], there: Workshop) -> None:
    scoring()
    at = press(scoring(scorer=joined(there).token), "Next issue")
    assert "<h2>Hate crime</h2>" in text_of(at)
    assert at.query_params["issue"] == "hate-crime"


def test_a_code_of_nobody_leads_to_the_way_in(scoring: Callable[..., AppTest]) -> None:
    at = scoring(scorer="BBBBBBBBBBBB")
    assert "Nobody has joined with this code" in at.error[0].value
    assert "Start scoring" in [each.label for each in at.button]


def test_ones_own_code_leads_back(scoring: Callable[..., AppTest], there: Workshop) -> None:
    at = scoring()
    who = joined(there)
    at.text_input(key="join-code").set_value(who.token.lower())
    assert "0 of 79 scored" in text_of(press(at, "Start scoring"))
