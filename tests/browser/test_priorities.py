"""Priorities in a real browser: from a draft to a signed-off record, and read on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import faults, visit

pytestmark = pytest.mark.browser

PATIENCE = 60_000
ROCHFORD = "priorities?partnership=Rochford"
PARTS = ("Priorities", "The line and reasons", "Agreement", "Last year")
LAST_REASON = "Nobody has scored it; the county leads on it."
BODIES = (
    ("police", "Essex Police", "district commander"),
    ("council of Rochford", "Rochford District Council", "chief executive"),
    ("county council", "Essex County Council", "director"),
    ("probation", "Probation Service", "head of delivery unit"),
)


def part(page: Page, name: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_role("radio", name=name, exact=True).click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def pick(page: Page, label: str, option: str) -> None:
    # What is typed narrows the list, which draws no more than fits.
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option).first.click()


def shows(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)


def test_from_a_draft_to_a_record(page: Page, fresh_server: str) -> None:
    visit(page, f"{fresh_server}/{ROCHFORD}")
    for name in ("Response", "Prevent", "Promote", "Domestic abuse", "Hate crime"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    # A priority of one's own.
    page.get_by_label("Name", exact=True).fill("Safer streets at night")
    page.get_by_label("Why", exact=True).fill("The evening economy grows.")
    pick(page, "Issues", "Public order")
    page.keyboard.press("Escape")
    press(page, "Save the priority")
    expect(page.get_by_role("heading", name="Safer streets at night")).to_be_visible(
        timeout=PATIENCE
    )
    # What is still open is told, and done.
    part(page, "Agreement")
    shows(page, "No reason is given for County lines")
    part(page, "The line and reasons")
    pick(page, "Issues", "County lines")
    page.keyboard.press("Escape")
    page.get_by_label("Why", exact=True).fill(LAST_REASON)
    press(page, "Keep this reason")
    # The reason itself stands in its box already: that it is kept is said beside the button.
    shows(page, "The reason is kept for County lines.")
    shows(page, LAST_REASON)
    part(page, "Agreement")
    press(page, "Agree it")
    shows(page, "None of the 6 responsible authorities have agreed; the quorum is 4")
    # Without a quorum it is not offered, and what is lacking is told.
    for number, (authority, body, role) in enumerate(BODIES, 1):
        shows(page, "It can be signed off once the quorum has agreed")
        expect(page.get_by_role("button", name="Sign it off", exact=True)).to_have_count(0)
        pick(page, "Responsible authority", authority)
        page.get_by_label("Body", exact=True).fill(body)
        page.get_by_label("Role", exact=True).fill(role)
        press(page, "Record the agreement")
        shows(page, f"{number} of the 6 responsible authorities ha")
    press(page, "Sign it off")
    press(page, "Yes, sign it off")
    shows(page, "Signed off on")
    assert faults(page) == []
    part(page, "Since then")
    shows(page, "The data of today give the same scores and ranks.")
    part(page, "Priorities")
    expect(page.get_by_role("heading", name="Safer streets at night")).to_be_visible()
    expect(page.get_by_role("button", name="Save the priority")).to_have_count(0)


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_read_on_a_phone(phone: Page, server: str, name: str) -> None:
    visit(phone, f"{server}/{ROCHFORD}&part={name.replace(' ', '+')}")
    wanted, there_is = phone.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wanted <= there_is
    assert faults(phone) == []
