"""The page Risk matrix: the result, one issue, other schemes, how firm it is, and a new start."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.workshop.scorers import join
from assessment.risk_matrix.workshop.workshops import WorkshopMove, move, workshop
from tests.pages.conftest import Opens, beside_the_page, press, rows_of, text_of
from tests.pages.rochford import complete, fill, more_shoplifting

PAGE = "pages/risk_matrix/page.py"
FOUR = shipped_schemes()["four-by-four"].label


def test_result_is_ranked_with_what_scores_are_made_of(
    example_store: Path, open_page: Opens
) -> None:
    at = open_page(example_store, PAGE, partnership="Rochford")
    shown, rows = text_of(at), rows_of(at)
    assert "not real" in shown
    first = rows.index('<td>1</td><th scope="row">Domestic abuse<small>')
    assert first < rows.index('<th scope="row">Personal anti-social behaviour<small>')
    assert '<td>–</td><th scope="row">County lines' in rows
    assert "Harm per offence 4" in shown
    assert 'alt="Matrix of impact, upwards, and likelihood' in shown
    assert "Too little is known to place: County lines, rank 1 to 25." in shown


def test_equal_scores_are_marked_and_explained_once_under_the_table(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, PAGE, partnership="Castle Point and Rochford"))
    assert shown.count("67.7<small>(a)</small>") == 2
    said = "(a) Ranks 4 and 5 have equal scores, 67.7: parted by “Harm per offence”."
    assert shown.count(said) == 1
    assert "equal scores" not in shown[shown.index("<table") : shown.index("</table>")]


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
    assert "Volume, scored 2" in at.success[0].value
    assert "<strong>5</strong> data" in text_of(back.click().run())


def test_pressing_without_a_score_takes_nothing_back(own_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "Issue by issue", "issue": "Domestic abuse"}
    at = open_page(own_store, PAGE, **address)
    assert "**Rank 1, score 84.6: Very high**" in text_of(at)
    at.selectbox(key="judge-what").set_value("Hidden or under-reported").run()
    at = press(at, "Keep this score")
    assert "Choose a score first" in at.error[0].value
    assert "Most victims never tell the police." in text_of(at)


def test_two_schemes_side_by_side(example_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "Other schemes", "beside": "Harm only"}
    shown = text_of(open_page(example_store, PAGE, **address))
    assert "one set of issues, two schemes" in shown
    assert "In the top 5 under both schemes: Domestic abuse, Violence with injury" in shown
    assert "Furthest apart: " in shown


def test_three_schemes_from_the_address(example_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "Other schemes"}
    at = open_page(example_store, PAGE, **address, beside=["harm only", FOUR])
    shown = text_of(at)
    assert "one set of issues, three schemes" in shown
    assert f'<th scope="col" role="columnheader" class="words">{escape(FOUR)}</th>' in shown
    assert at.multiselect(key="beside").value == ["Harm only", FOUR]


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
    move(other, now, WorkshopMove.CLOSE)
    at = press(at, "Show the scores")
    assert "Second facilitator has changed this workshop" in at.error[-1].value
    assert "is closed" in text_of(at)


def test_who_joined_twice_and_has_scored_nothing_can_go(own_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "Scoring together"}
    at = press(open_page(own_store, PAGE, **address), "Open the scoring to others")
    other = beside_the_page("Second facilitator")
    now = workshop(other, 2)
    assert now is not None
    for _ in "ab":
        join(other, now.code, "Police", "inspector", is_another=True)
    at = at.run()
    assert "2 people have joined" in text_of(at)
    next(each for each in at.button if each.label.startswith("Remove Police, inspector")).click()
    at = at.run()
    assert "1 person has joined" in text_of(at)
    # One alone is nobody's double.
    assert not [each for each in at.button if each.label.startswith("Remove ")]


def test_an_assessment_is_started_with_an_issue_of_ones_own(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, PAGE, partnership="Medway")
    assert "Start an assessment of Medway" in text_of(at)
    at.multiselect[0].set_value(["domestic-abuse", "shoplifting"])
    at.text_area[0].set_value("Fly-tipping in the High Street\n\n  ")
    shown = rows_of(press(at, "Start the assessment"))
    assert '<th scope="row">Shoplifting' in shown
    assert '<th scope="row">Fly-tipping in the High Street' in shown


def test_starting_with_nothing_is_refused(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, partnership="Medway")
    at.multiselect[0].set_value([])
    assert "needs at least one issue" in press(at, "Start the assessment").error[0].value


ROCHFORD = {"partnership": "Rochford"}
VIEWS: Mapping[str, Mapping[str, str | list[str]]] = {
    "Result": {},
    "Issue by issue": {"issue": "Shoplifting"},
    "Other schemes": {"beside": ["Harm only", FOUR]},
    "How firm": {},
    "Scoring together": {},
}


def seen(open_page: Opens, store: Path, **also: str) -> dict[str, str]:
    """Return what every view of Rochford's year says."""
    return {
        view: text_of(open_page(store, PAGE, **ROCHFORD, view=view, **choices, **also))
        for view, choices in VIEWS.items()
    }


def test_an_agreed_year_is_shown_as_it_was_whatever_is_loaded(
    own_store: Path, open_page: Opens
) -> None:
    open_page(own_store, PAGE, **ROCHFORD)
    beside = beside_the_page("Second facilitator")
    complete(beside)
    before = seen(open_page, own_store)
    assert all("As agreed on " in said for said in before.values())
    more_shoplifting(beside)
    assert seen(open_page, own_store) == before
    today = seen(open_page, own_store, data="With today's data")
    for view in ("Result", "Issue by issue"):
        assert "With today's data: this is not what was agreed." in today[view]
    assert "171 of 6,011 records" in before["Issue by issue"]
    assert "171 of 6,011 records" not in today["Issue by issue"]


def test_what_was_printed_is_set_beside(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, PAGE, partnership="Safer Colchester"))
    assert "Nothing here is the same as: Rape (then 3)." in shown
    assert "Down since 2018/19: Trafficking of drugs by 6 places to 10" in shown
    assert "Another scheme made it (Essex districts" in shown
    assert "<small>As printed for 2018/19: ▼ 3 down, from 1</small>" in shown


def test_a_printed_ranking_is_entered_matched_and_taken_away(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD)
    fill(at, "Its year, as printed", "2019/20")
    fill(at, "Its issues, one on a line, the highest first", "1. Arson\n2. Burglary dwelling")
    at = press(at, "Keep this ranking")
    assert "Say where it was printed" in at.error[0].value
    fill(at, "Where it was printed", "Report of 2020")
    at = press(at, "Keep this ranking")
    assert "Down since 2019/20: Arson by " in text_of(at)
    (second,) = (each for each in at.selectbox if each.label == "Burglary dwelling")
    second.set_value("residential-burglary")
    *_, keep = (each for each in at.button if each.label == "Keep what is the same")
    at = keep.click().run()
    assert "Residential burglary by " in text_of(at)
    *_, away = (each for each in at.button if each.label == "Take this ranking away")
    assert "2019/20" not in text_of(away.click().run())


def test_why_it_changed_is_written_and_shown_to_scorers(own_store: Path, open_page: Opens) -> None:
    address = {**ROCHFORD, "view": "Issue by issue", "issue": "Arson"}
    at = open_page(own_store, PAGE, **address)
    fill(at, "What explains the figures of Arson", "Bins <burnt> in May.")
    assert "Bins &lt;burnt&gt; in May.<small>" in text_of(press(at, "Keep this explanation"))


def test_the_card_says_trend_place_and_caveats(example_store: Path, open_page: Opens) -> None:
    address = {**ROCHFORD, "view": "Issue by issue", "issue": "Domestic abuse"}
    shown = text_of(open_page(example_store, PAGE, **address))
    assert "By month now: 76, 91, 86" in shown
    assert "The most: Rochford 008E (57)" in shown
    assert "where random scatter of so many records would give" in shown


def test_what_is_near_the_line_is_told(example_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(example_store, PAGE, **ROCHFORD)).replace("\\", "")
    assert "It would leave the top 5 with Harm per offence" in shown
    assert "**Stalking and harassment** (rank 6, score 60; in the top 5 in " in shown


def test_every_view_is_downloaded(example_store: Path, open_page: Opens) -> None:
    labels = {
        view: [
            each.proto.label
            for each in open_page(example_store, PAGE, **ROCHFORD, view=view, **choices).get(
                "download_button"
            )
        ]
        for view, choices in VIEWS.items()
    }
    both = ["Download as CSV", "Download as Excel"]
    assert labels["Result"] == [*both, "Download the picture (SVG)"]
    for view in ("Issue by issue", "Other schemes", "How firm"):
        assert labels[view] == both


def test_whoever_is_taken_out_is_told_to_everybody(own_store: Path, open_page: Opens) -> None:
    address = {"partnership": "Rochford", "view": "Scoring together"}
    at = press(open_page(own_store, PAGE, **address), "Open the scoring to others")
    other = beside_the_page("Second facilitator")
    now = workshop(other, 2)
    assert now is not None
    police, health = (join(other, now.code, each, "officer") for each in ("Police", "Health"))
    at = at.run()
    (choice,) = (each for each in at.selectbox if each.label.startswith("Take somebody out"))
    choice.select_index(0).run()
    at = press(at, "Take them out")
    assert not at.exception
    assert "1 person has joined" in text_of(at)
    assert "taken out: does not count" in text_of(at)
    for who in (police, health):
        phone = open_page(own_store, "pages/score/page.py", scorer=who.token)
        assert "Police, officer was taken out by the facilitator" in text_of(phone)
