"""The page Priorities: what it shows of the example, and what it lets people do."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from assessment.priorities.agreement import record, record_agreement, sign_off
from assessment.priorities.authorities import Authority
from assessment.priorities.headings import priorities, save_priority
from assessment.priorities.priority_line import Setting, change_setting
from tests.pages.conftest import Opens, beside_the_page, link_of, press, text_of
from tests.pages.rochford import complete, fill, more_shoplifting, number
from tests.priorities.given import DAY, QUORUM, status

PAGE = "pages/priorities/page.py"
ROCHFORD = {"partnership": "Rochford"}
LINE, AGREEMENT, SINCE = "The line and reasons", "Agreement", "Since then"


def test_the_example_is_shown_under_its_headings(example_store: Path, open_page: Opens) -> None:
    said = text_of(open_page(example_store, PAGE, **ROCHFORD))
    for text in (
        "Synthetic example records",
        "<h2>Response</h2>",
        "<h3>Violence against women and girls</h3>",
        "<strong>Sexual offences</strong> <small>rank 4, 67.7, High</small>",
        "Supports the county hate crime strategy.",
        "No survey of this partnership asked",
        "everything can still be changed",
    ):
        assert text in said, text


def test_above_and_below_the_line(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, PAGE, **ROCHFORD, part=LINE)
    above, below = (each.proto.body for each in at.html if "<table" in each.proto.body)
    assert above.count('role="rowheader"') == 5
    assert below.count('role="rowheader"') == 20
    assert "Domestic abuse; Violence against women and girls" in above
    assert "County lines" in below
    assert "no reason yet" in below


def test_equal_scores_with_different_ranks_are_explained(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, PAGE, **ROCHFORD, part=LINE))
    assert shown.count("67.7 (a)<small>") == 2
    said = "(a) Ranks 4 and 5 have equal scores, 67.7: parted by “Harm per offence”."
    assert shown.count(said) == 1


def test_a_partnership_without_an_assessment(example_store: Path, open_page: Opens) -> None:
    said = text_of(open_page(example_store, PAGE, partnership="Maldon"))
    assert "Priorities are chosen from scored issues" in said


def test_a_priority_is_written(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD)
    fill(at, "Name", "Night streets")
    fill(at, "Why", "It grows <b>fast</b>.")
    (issues,) = at.multiselect
    issues.set_value(["public-order"])
    said = text_of(press(at, "Save the priority"))
    assert "<h3>Night streets</h3>" in said
    assert "It grows &lt;b&gt;fast&lt;/b&gt;." in said


def test_every_field_of_a_priority_is_kept_as_what_it_is(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD)
    written = {
        "Name": "Night streets",
        "Why": "It grows.",
        "How residents see it": "They stay at home.",
        "In the Police and Crime Plan": "Its third aim.",
        "In the county's plans": "Its night strategy.",
        "What to stress in it, a line for each": "Taxis\nLighting",
    }
    assert not any(each.proto.accept_new_options for each in at.selectbox), "they drop what is left"
    for label, text in (written | {"Or another heading": "Watch"}).items():
        fill(at, label, text)
    (issues,) = at.multiselect
    issues.set_value(["public-order"])
    press(at, "Save the priority")
    other = beside_the_page("Second facilitator")
    (kept,) = (one for one in priorities(other, number(other)) if one.name == "Night streets")
    assert (kept.reason, kept.residents) == ("It grows.", "They stay at home.")
    assert (kept.police_and_crime_plan, kept.county) == ("Its third aim.", "Its night strategy.")
    assert (kept.heading, kept.issues) == ("Watch", ("public-order",))
    assert kept.emphases == ("Taxis", "Lighting")


def test_what_is_wrong_with_it_is_told_and_what_was_typed_stays(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD)
    fill(at, "Name", "Night streets")
    at = press(at, "Save the priority")
    assert "A priority needs at least one issue" in at.error[0].value
    assert at.text_input[0].value == "Night streets"


def test_somebody_who_was_quicker_is_not_undone(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD)
    at.selectbox(key="priority-which").set_value("Hate crime").run()
    other = beside_the_page("Second facilitator")
    (theirs,) = (one for one in priorities(other, number(other)) if one.name == "Hate crime")
    save_priority(other, number(other), theirs)
    fill(at, "Why", "Mine")
    at = press(at, "Save the priority")
    assert "Second facilitator has changed it since" in at.error[0].value.replace("\\", "")


def test_one_reason_for_several_issues(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD, part=LINE)
    (issues,) = at.multiselect
    issues.set_value(["county-lines", "arson"])
    fill(at, "Why", "The county leads on it.")
    at = press(at, "Keep this reason")
    assert text_of(at).count("The county leads on it.") == 2
    assert "The reason is kept for Arson and County lines" in at.success[0].value
    assert at.text_area[0].value == ""


def test_a_reason_for_no_issue_is_refused_and_stays(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD, part=LINE)
    fill(at, "Why", "The county leads on it.")
    at = press(at, "Keep this reason")
    assert "Choose the issues that this reason is for" in at.error[0].value
    assert at.text_area[0].value == "The county leads on it."


def test_every_part_is_downloaded_and_linked(own_store: Path, open_page: Opens) -> None:
    open_page(own_store, PAGE, **ROCHFORD)
    beside = beside_the_page("Second facilitator")
    complete(beside)
    more_shoplifting(beside)
    for part in ("Priorities", LINE, SINCE):
        at = open_page(own_store, PAGE, **ROCHFORD, part=part)
        labels = [each.proto.label for each in at.get("download_button")]
        assert labels == ["Download as CSV", "Download as Excel"], part
        assert "assessment=Year+to+March+2022" in link_of(at), part


def typed(at: AppTest) -> list[str | None]:
    return [each.value for each in at.text_input]


def test_what_is_open_is_told_and_a_quorum_is_asked_for(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD, part=AGREEMENT)
    assert "No reason is given for County lines" in text_of(at).replace("\\", "")
    complete(beside_the_page("Second facilitator"))
    at = at.run()
    said = text_of(at).replace("\\", "")
    assert "None of the 6 responsible authorities have agreed; the quorum is 4." in said
    assert said.count("responsible authorities have agreed") == 1
    assert "4 more must. Not yet: police, council of Rochford, county council" in said
    assert "recorded on this computer by Second facilitator" in said
    assert "Sign it off" not in [each.label for each in at.button], "before there is a quorum"


def test_an_assessment_is_agreed_to_and_signed_off_on_the_page(
    own_store: Path, open_page: Opens
) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD, part=LINE)
    (issues,) = at.multiselect
    issues.set_value(["county-lines"])
    fill(at, "Why", "Nobody has scored it.")
    press(at, "Keep this reason")
    other = beside_the_page("Second facilitator")
    found = number(other)
    at = press(open_page(own_store, PAGE, **ROCHFORD, part=AGREEMENT), "Agree it")
    assert status(other, found) == "agreed"
    at = press(at, "Make it a draft again")
    assert status(other, found) == "draft"
    at = press(at, "Agree it")
    for each in QUORUM:
        assert "Sign it off" not in [button.label for button in at.button], each
        (authority,) = (box for box in at.selectbox if box.label == "Responsible authority")
        authority.set_value(each)
        fill(at, "Body", f"Essex {each}")
        fill(at, "Role", "chief officer")
        at = press(at, "Record the agreement")
    assert {one.authority for one in record(other, found).agreements} == set(QUORUM)
    # It is for good, so it is asked once more; and can be thought better of.
    at = press(press(at, "Sign it off"), "Cancel")
    assert status(other, found) == "agreed"
    at = press(press(at, "Sign it off"), "Yes, sign it off")
    assert (status(other, found), record(other, found).has_quorum) == ("signed off", True)
    assert not at.error


def test_an_agreement_without_a_body_is_refused(own_store: Path, open_page: Opens) -> None:
    open_page(own_store, PAGE, **ROCHFORD)
    other = beside_the_page("Second facilitator")
    found = complete(other)
    at = press(open_page(own_store, PAGE, **ROCHFORD, part=AGREEMENT), "Record the agreement")
    assert "Say which body agreed" in at.error[0].value
    assert record(other, found).agreements == ()
    # It is told under the button, and what was typed stays.
    drawn = [each.type for each in at.main if each.type in ("button", "error")]
    assert drawn[:2] == ["button", "error"]
    fill(at, "Body", "Essex Police")
    at = press(at, "Record the agreement")
    assert "Say which role agreed" in at.error[0].value
    assert typed(at) == ["Essex Police", ""]


def test_the_next_agreement_is_not_given_what_was_typed_for_the_last(
    own_store: Path, open_page: Opens
) -> None:
    open_page(own_store, PAGE, **ROCHFORD)
    complete(beside_the_page("Second facilitator"))
    at = open_page(own_store, PAGE, **ROCHFORD, part=AGREEMENT)
    fill(at, "Body", "Essex Police")
    fill(at, "Role", "chief superintendent")
    at = press(at, "Record the agreement")
    assert at.selectbox(key="agreement-of-1").value == "council of Rochford"
    assert typed(at) == ["", ""]
    assert at.success[0].value == "Recorded for police\\: Essex Police\\."


def test_what_was_signed_off_is_only_read(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD)
    beside = beside_the_page("Second facilitator")
    found = complete(beside)
    for each in QUORUM:
        record_agreement(beside, found, each, f"Essex {each}", "chief officer", DAY)
    sign_off(beside, found)
    for part in ("Priorities", LINE, AGREEMENT, "Last year", SINCE):
        at = open_page(own_store, PAGE, **ROCHFORD, part=part)
        assert "recorded on this computer by Second facilitator" in text_of(at)
        # To present it changes nothing.
        assert {button.label for button in at.button} <= {"Present"}, part
    assert "The data of today give the same scores" in at.success[0].value


def test_what_later_data_have_changed_is_listed(own_store: Path, open_page: Opens) -> None:
    open_page(own_store, PAGE, **ROCHFORD)
    beside = beside_the_page("Second facilitator")
    complete(beside)
    more_shoplifting(beside)
    said = text_of(open_page(own_store, PAGE, **ROCHFORD, part=SINCE))
    assert "would have another score or rank" in said
    assert "171 of 6,011 records" in said, "as it was"
    assert re.search(r"1[789]\d of 6,0\d\d records", said), "as it is now"


def test_the_quorum_is_set_with_the_line(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, **ROCHFORD, part=LINE)
    at.number_input[0].set_value(3)
    at.number_input[1].set_value(1)
    at = press(at, "Set")
    assert "Above the line: rank 1 to 3" in text_of(at)
    beside = beside_the_page("Second facilitator")
    change_setting(beside, number(beside), Setting(3, 1))
    record_agreement(beside, complete(beside), Authority.POLICE, "Essex Police", "inspector", DAY)
    at = open_page(own_store, PAGE, **ROCHFORD, part=AGREEMENT)
    assert "The quorum has agreed" in text_of(at)
