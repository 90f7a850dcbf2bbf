"""What a partner reads on the pages: no small number, and that it is withheld instead."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from assessment.people import Person, Role
from tests.pages.conftest import YEAR_ON_YEAR, Opens, opened, rows_of, text_of

CELL = re.compile(r"<td>([\d,]+)</td>")
FEW = {"1", "2", "3", "4"}


@pytest.fixture
def as_partner(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = import_module("pages.components.caches.cache")
    monkeypatch.setattr(pages, "local_person", lambda: Person("Fire", Role.PARTNER))


@pytest.mark.usefixtures("as_partner")
def test_year_on_year_withholds_few(example_store: Path, open_page: Opens) -> None:
    at = opened(open_page(example_store, YEAR_ON_YEAR, partnership="Rochford"))
    told = rows_of(at)
    assert "<span>withheld</span>" in told
    assert "Withheld: it is about fewer than 5, or would give such a number back." in told
    assert not FEW & set(CELL.findall(told))
    assert "<td>1,488</td>" in told, "what is many is shown"
    assert "The chart's numbers as a table" not in [each.label for each in at.expander]


def test_whoever_answers_for_the_records_sees_few(example_store: Path, open_page: Opens) -> None:
    told = rows_of(opened(open_page(example_store, YEAR_ON_YEAR, partnership="Rochford")))
    assert FEW & set(CELL.findall(told))
    assert "<span>withheld</span>" not in told


@pytest.mark.usefixtures("as_partner")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"period": "12 months", "ending": "December 2021"}, "partners are shown whole years"),
        ({"by": "ward", "measure": "Burglary"}, "Partners are shown whole districts"),
    ],
)
def test_other_periods_and_small_areas_are_not_for_partners(
    example_store: Path, open_page: Opens, asked: dict[str, str], said: str
) -> None:
    told = rows_of(open_page(example_store, YEAR_ON_YEAR, partnership="Rochford", **asked))
    assert said in told
    assert "No records of this measure" not in told
    assert not CELL.findall(told)


@pytest.mark.usefixtures("as_partner")
def test_the_overview_withholds_few(example_store: Path, open_page: Opens) -> None:
    told = text_of(opened(open_page(example_store, partnership="Rochford")))
    assert '<p class="number">1,488</p>' in told
    assert "is withheld: it is about fewer than 5" in told or "Withheld: it is about" in told
