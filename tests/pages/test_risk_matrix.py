"""The page Risk matrix: the result, one issue, other schemes, how firm it is, and a new start."""

from pathlib import Path

from assessment.risk_matrix.workshop import Move, move, workshop
from tests.pages.conftest import Opens, beside_the_page, press, text_of

PAGE = "pages/risk_matrix.py"


def test_result_is_ranked_with_what_scores_are_made_of(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, PAGE, partnership="Rochford"))
    assert "not real" in shown
    first = shown.index('<td class="rank">1</td><th scope="row">Domestic abuse</th>')
    assert first < shown.index('<th scope="row">Personal anti-social behaviour</th>')
    assert '<td class="rank">–</td><th scope="row">County lines' in shown
    assert "Harm per offence 4" in shown
    assert 'alt="Matrix of impact, upwards, and likelihood' in shown
    assert "1 issue has no place here" in shown


def test_one_issue_shows_evidence_rule_source_and_judgement(
    example_store: Path, open_page: Opens
) -> None:
    address = {"partnership": "Rochford", "view": "Issue by issue", "issue": "Domestic abuse"}
    shown = text_of(open_page(example_store, PAGE, **address))
    assert "968 of 6,011 records" in shown
    assert "queries/changes/monthly_counts.sql" in shown
    assert "judged by Example panel (invented)" in shown
    assert "Most victims never tell the police." in shown


def test_an_override_needs_a_reason_and_both_scores_stay(own_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "Issue by issue", "issue": "Domestic abuse"}
    at = open_page(own_store, PAGE, **address)
    at.selectbox(key="judge-what").set_value("Volume").run()
    at.radio[0].set_value(2)
    at = press(at, "Keep this score")
    assert "Say why this score is put in the place" in at.error[0].value
    at.radio[0].set_value(2)
    at.text_input[0].set_value("A double count since May")
    at = press(at, "Keep this score")
    shown = text_of(at)
    assert "<strong>2</strong> judged by" in shown
    assert "data would give 5" in shown
    assert "A double count since May" in shown
    (back,) = (each for each in at.button if each.label.startswith("Take back"))
    assert "<strong>5</strong> data" in text_of(back.click().run())


def test_two_schemes_side_by_side(example_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "Other schemes", "beside": "Harm only"}
    shown = text_of(open_page(example_store, PAGE, **address))
    assert "one set of issues, two schemes" in shown
    assert "Harm only" in shown
    assert "▲" in shown


def test_how_firm_it_is(example_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "How firm"}
    shown = text_of(open_page(example_store, PAGE, **address))
    assert "Without “Harm per offence”" in shown.replace("\\", "")
    assert "It would leave the top 5 with" in shown


def test_scoring_is_opened_and_moved_and_who_was_overtaken_is_told(
    own_store: Path, open_page: Opens
) -> None:
    address = {"partnership": "Rochford", "view": "Scoring together"}
    at = press(open_page(own_store, PAGE, **address), "Open the scoring to others")
    assert "Nobody has joined yet" in text_of(at)
    other = beside_the_page("Second facilitator")
    now = workshop(other, 2)
    assert now is not None
    move(other, now, Move.CLOSE)
    at = press(at, "Show the scores")
    assert "Second facilitator has changed this workshop" in at.warning[-1].value
    assert "is closed" in text_of(at)


def test_an_assessment_is_started_with_an_issue_of_ones_own(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, PAGE, partnership="Medway")
    assert "Start an assessment of Medway" in text_of(at)
    at.multiselect[0].set_value(["domestic-abuse", "shoplifting"])
    at.text_area[0].set_value("Fly-tipping in the High Street\n\n  ")
    shown = text_of(press(at, "Start the assessment"))
    assert '<th scope="row">Shoplifting' in shown
    assert '<th scope="row">Fly-tipping in the High Street' in shown


def test_starting_with_nothing_is_refused(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, partnership="Medway")
    at.multiselect[0].set_value([])
    assert "needs at least one issue" in press(at, "Start the assessment").error[0].value
