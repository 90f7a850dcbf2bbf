"""The Survey page of a wave in which very few of many answered what was asked besides."""

from contextlib import closing
from pathlib import Path

import pytest

from assessment.people import Person, Role
from assessment.store import Store
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.workspace import Workspace
from tests.pages.conftest import Opens, rows_of
from tests.survey.given import Answers, Surveys, question, safety

SURVEY = "pages/survey/page.py"
EVENING = safety(1, "evening", Concept.SAFE_AFTER_DARK)
PRIORITY = question(2, "first", ["Litter"], kind=QuestionKind.MULTIPLE, concept=Concept.PRIORITY)
SEX = question(3, "sex", ["Female"], concept=Concept.SEX)
CALLED = question(4, "called", kind=QuestionKind.NUMBER)
TRUST = question(5, "trust", ["Yes", "No"], kind=QuestionKind.MULTIPLE)
WARD = question(6, "ward", ["North", "South"], concept=Concept.WARD)
EVERY = (EVENING, PRIORITY, SEX, CALLED, TRUST, WARD)
FEW: Answers = {1: 1, 2: frozenset({1}), 3: 1, 4: 7777.0}
WITHHELD = "Withheld, because very few answered this."


@pytest.fixture
def few(own_store: Path) -> Path:
    """A store with a wave in which 60 said two things, and three of them anything else."""
    with closing(Store.open(own_store)) as store:
        surveys = Surveys(Workspace(store, Person("Test", Role.ANALYST)))
        answers = [
            {5: frozenset({1 + n % 2}), 6: 1 + n % 3 % 2, **(FEW if n < 3 else {})}
            for n in range(60)
        ]
        surveys.wave("few", EVERY, answers)
        surveys.margins("sex", {"Female": 1})
    return own_store


@pytest.fixture
def as_partner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever opens the page be a partner: without a sign-in nobody is."""
    fire = Person("Fire", Role.PARTNER)
    monkeypatch.setattr("pages.components.caches.cache.local_person", lambda: fire)


@pytest.mark.usefixtures("as_partner")
@pytest.mark.parametrize(
    ("by", "asked", "said"),
    [
        ("sex", "trust?", "Nothing is broken down by it"),
        ("ward", "first?", WITHHELD),
        ("ward", "trust?", "20 of 40"),
    ],
)
def test_a_partner_is_told_that_it_is_withheld(
    few: Path, open_page: Opens, by: str, asked: str, said: str
) -> None:
    at = open_page(few, SURVEY, wave="few", by=by, question=asked)
    assert not at.exception
    shown = rows_of(at)
    # The evening, what comes first, how often they called; and where it is to be broken down.
    assert shown.count(WITHHELD) == 3 + (said == WITHHELD)
    assert said in shown
    assert "withheld: so few answered that they might be known" in shown
    assert not [told for told in ("Litter", "Female", "7777", "3 of 3") if told in shown]
    assert "30 of 60" in shown
    assert "Residents and records are about of one mind" not in shown


def test_an_analyst_is_told_no_more_of_three_of_sixty(few: Path, open_page: Opens) -> None:
    shown = rows_of(open_page(few, SURVEY, wave="few"))
    assert shown.count(WITHHELD) == 3
    assert not [told for told in ("Litter", "7777", "3 of 3") if told in shown]
