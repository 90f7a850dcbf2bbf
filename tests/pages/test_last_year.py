"""This year beside last year, which was signed off: its ranks stay, whatever is loaded since."""

import re
from datetime import date
from pathlib import Path

from tests.changes.given import months
from tests.pages.conftest import Opens, beside_the_page, press, text_of
from tests.pages.rochford import fill, more_shoplifting, signed_off_before

MATRIX, PRIORITIES = "pages/risk_matrix/page.py", "pages/priorities/page.py"
ROCHFORD = {"partnership": "Rochford"}
LAST_YEAR = months(date(2020, 4, 1), date(2021, 3, 1))
MADE = "signed off, as it was agreed, with the same scheme."


def year_of(number: int) -> str:
    """Return the name of last year's assessment, as it is chosen by."""
    return f"Year to March 2021 (no. {number})"


def rank(shown: str, issue: str) -> str:
    """Return the rank of an issue as the table has it."""
    (found,) = re.findall(rf'class="rank"[^>]*>([^<]+)</td><th[^>]*>{issue}<', shown)
    return str(found)


def test_ranks_have_moved_since_what_was_agreed(own_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(own_store, MATRIX, **ROCHFORD))
    assert "2020/21" not in shown
    beside = beside_the_page("Lead")
    last = {**ROCHFORD, "assessment": year_of(signed_off_before(beside))}
    then = text_of(open_page(own_store, MATRIX, **last))
    assert (rank(then, "Hate crime"), rank(then, "Domestic abuse")) == ("18", "2")
    moved = (
        MADE,
        "Up since 2020/21: Hate crime by 13 places to 5",
        "Hate crime<small>Since 2020/21: ▲ 13 up, from 18</small>",
        "Domestic abuse<small>Since 2020/21: ▲ 1 up, from 2</small>",
    )
    shown = text_of(open_page(own_store, MATRIX, **ROCHFORD))
    assert [each for each in moved if each not in shown] == []
    more_shoplifting(beside, LAST_YEAR)
    # Counted anew last year has another order: what this year is set beside is not.
    today = text_of(open_page(own_store, MATRIX, **last, data="With today's data"))
    assert rank(today, "Hate crime") == "19"
    assert text_of(open_page(own_store, MATRIX, **last)) == then
    shown = text_of(open_page(own_store, MATRIX, **ROCHFORD))
    assert [each for each in moved if each not in shown] == []


def test_last_years_priorities_stand_beside_this_years(own_store: Path, open_page: Opens) -> None:
    address = {**ROCHFORD, "part": "Last year"}
    assert "No earlier year" in open_page(own_store, PRIORITIES, **address).info[0].value
    last = {**ROCHFORD, "assessment": year_of(signed_off_before(beside_the_page("Lead")))}
    at = open_page(own_store, PRIORITIES, **address)
    shown = text_of(at)
    assert "Beside the year to March 2021" in shown
    assert re.search(r"Safer streets</th>.*?dropped.*?no reason yet", shown)
    fill(at, "Why it was dropped", "Robbery has halved.")
    shown = text_of(press(at, "Keep this reason"))
    assert re.search(r"Safer streets</th>.*?dropped.*?Robbery has halved\.", shown)
    assert "recorded on this computer by Lead" in text_of(open_page(own_store, PRIORITIES, **last))
