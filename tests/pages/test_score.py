"""The page Score: joining, scoring, coming back, and what is told when it is over."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assessment.people import Person, Role
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.workshop.scorers import Given, Scorer, join, scorer, scores_of
from assessment.risk_matrix.workshop.workshops import (
    Workshop,
    WorkshopMove,
    move,
    open_workshop,
    progress,
    workshop,
)
from assessment.store import Store
from assessment.workspace import Workspace
from tests.pages.conftest import Opens, beside_the_page, press, text_of

SCORE = "pages/score/page.py"
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


def moved(there: Workshop, wanted: WorkshopMove) -> None:
    """Take the workshop on; the phones have not heard of it yet."""
    facilitator = beside_the_page("Facilitator")
    now = workshop(facilitator, there.assessment)
    assert now is not None
    move(facilitator, now, wanted)


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
    (why,) = (each for each in at.text_input if each.label == "Repeat or vulnerable victims")
    why.set_value("As we see it").run()
    assert given(who) == {FIRST: Given(3, "As we see it")}


def test_a_score_after_the_end_is_refused_in_words_and_nothing_is_lost(
    scoring: Callable[..., AppTest], there: Workshop
) -> None:
    scoring()
    who = joined(there)
    at = scoring(scorer=who.token)
    scale(at).set_value(3).run()  # type: ignore[attr-defined]
    moved(there, WorkshopMove.CLOSE)
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


def test_a_tap_that_is_refused_does_not_look_saved(
    scoring: Callable[..., AppTest], there: Workshop
) -> None:
    scoring()
    at = scoring(scorer=joined(there).token)
    assert text_of(at).count("Not scored yet") == 3
    scale(at).set_value(3).run()  # type: ignore[attr-defined]
    assert '<p class="saved at-3" role="status">✓ Saved: 3</p>' in text_of(at)
    moved(there, WorkshopMove.REVEAL)
    scale(at).set_value(5).run()  # type: ignore[attr-defined]
    assert "have been shown, so this one was not kept" in at.error[0].value
    assert "✓ Saved: 3" in text_of(at)
    assert "✓ Saved: 5" not in text_of(at)


@pytest.fixture
def browser_keeps(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The cookies that the browser sends."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: kept))
    return kept


def test_who_scans_the_code_afresh_is_brought_back(
    scoring: Callable[..., AppTest], there: Workshop, browser_keeps: dict[str, str]
) -> None:
    scoring()
    who = joined(there)
    assert f"assessment-scorer={who.token}" in text_of(scoring(scorer=who.token))
    browser_keeps["assessment-scorer"] = who.token
    at = scoring(code=there.code)
    assert at.query_params["scorer"] == who.token
    assert "0 of 79 scored" in text_of(at)
    assert "document.cookie" not in text_of(at), "the browser has it already"


def test_on_a_phone_that_is_handed_on_somebody_else_can_join(
    scoring: Callable[..., AppTest], there: Workshop, browser_keeps: dict[str, str]
) -> None:
    scoring()
    browser_keeps["assessment-scorer"] = joined(there).token
    at = press(scoring(code=there.code), "Somebody else scores on this phone")
    assert "Start scoring" in [each.label for each in at.button]
    assert at.text_input(key="join-code").value == there.code


@pytest.mark.parametrize("kept", ["BBBBBBBBBBBB", "", "<script>"])
def test_a_phone_that_remembers_nobody_here_lets_them_join(
    scoring: Callable[..., AppTest], there: Workshop, browser_keeps: dict[str, str], kept: str
) -> None:
    browser_keeps["assessment-scorer"] = kept
    at = scoring(code=there.code)
    assert "Start scoring" in [each.label for each in at.button]
    assert not at.error


def test_of_another_workshop_a_phone_remembers_nothing(
    scoring: Callable[..., AppTest], there: Workshop, browser_keeps: dict[str, str]
) -> None:
    scoring()
    browser_keeps["assessment-scorer"] = joined(there).token
    assert "Start scoring" in [each.label for each in scoring(code="KXMR").button]


def test_who_may_have_joined_already_is_asked(
    scoring: Callable[..., AppTest], there: Workshop
) -> None:
    at = scoring(code=there.code)
    joined(there)
    at.selectbox(key="join-agency").set_value("Police")
    at.text_input(key="join-role").set_value("inspector")
    at = press(at, "Start scoring")
    assert "with nothing scored\\. Are you the one?" in at.warning[0].value
    at = press(at, "I am another person: join")
    assert "0 of 79 scored" in text_of(at)
    assert len(progress(beside_the_page("Facilitator"), there)) == 2


def test_a_code_of_nobody_leads_to_the_way_in(scoring: Callable[..., AppTest]) -> None:
    at = scoring(scorer="BBBBBBBBBBBB")
    assert "Nobody has joined with this code" in at.error[0].value
    assert "Start scoring" in [each.label for each in at.button]


def test_ones_own_code_leads_back(scoring: Callable[..., AppTest], there: Workshop) -> None:
    at = scoring()
    who = joined(there)
    at.text_input(key="join-code").set_value(who.token.lower())
    assert "0 of 79 scored" in text_of(press(at, "Start scoring"))


def test_an_agency_of_ones_own_counts_as_soon_as_it_is_typed(
    scoring: Callable[..., AppTest], there: Workshop
) -> None:
    at = scoring(code=there.code)
    assert not at.selectbox(key="join-agency").proto.accept_new_options, "it drops what is left"
    at.text_input(key="join-agency-new").set_value(" Fire  service ")
    at.text_input(key="join-role").set_value("watch manager")
    at = press(at, "Start scoring")
    who, _ = scorer(beside_the_page("Facilitator"), at.query_params["scorer"])
    assert (who.agency, who.role) == ("Fire service", "watch manager")
