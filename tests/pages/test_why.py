"""Why a figure changed is written on Year on year, and stands on Overview and Trend."""

from pathlib import Path

from tests.pages.conftest import YEAR_ON_YEAR, Opens, opened, press, rows_of, text_of, turn_to

ROCHFORD = {
    "partnership": "rochford",
    "period": "financial year (April to March)",
    "ending": "March 2022",
}
SHOPS = "Two shops began to report *every* theft"
SHOWN = f"Why (real change, likely): {SHOPS}. Evidence: https://example.org/may"


def test_what_is_said_stands_wherever_the_figure_does(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, YEAR_ON_YEAR, **ROCHFORD)
    assert "Of 2 rises and falls, none is explained." in text_of(at)
    press(at, "Keep it")
    assert "Say in a sentence or two why it changed" in text_of(at)
    (of,) = (each for each in at.selectbox if each.label == "Of which row")
    assert of.value == "All crime"
    of.set_value("Anti-social behaviour").run()
    fields = {each.label: each for each in (*at.selectbox, *at.text_area, *at.text_input)}
    fields["What lies behind it"].set_value("real change")
    fields["Why, in a sentence or two"].set_value(SHOPS)
    fields["Evidence: a word or a link"].set_value("https://example.org/may")
    press(at, "Keep it")
    assert "Of 2 rises and falls, 1 is explained." in text_of(at)
    assert f"{SHOPS}<small>Evidence: https://example.org/may</small>" in rows_of(at)
    assert '<th scope="row">1</th>' in rows_of(at)
    overview = turn_to(at, "pages/overview/page.py", **ROCHFORD)
    assert SHOWN in text_of(overview)
    assert any(SHOWN in str(code.value) for code in opened(overview).code)
    trend = turn_to(at, "pages/trend/page.py", **ROCHFORD, measure="Anti-social behaviour")
    assert SHOWN in text_of(trend).replace("\N{WORD JOINER}", "")
    turn_to(at, YEAR_ON_YEAR, **ROCHFORD)
    (of,) = (each for each in at.selectbox if each.label == "Of which row")
    of.set_value("Anti-social behaviour").run()
    press(at, "Take it back")
    assert "It is taken back" in at.success[0].value
    assert '<th scope="row">2 (taken back)</th>' in rows_of(at)
    assert "none is explained." in text_of(at)


def test_a_whole_force_is_no_partnerships_to_explain(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, YEAR_ON_YEAR, partnership="force:Essex Police")
    assert "Keep it" not in [button.label for button in at.button]
