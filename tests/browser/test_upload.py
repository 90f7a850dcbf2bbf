"""The main job through a browser: a file goes in, the progress ends, the number has changed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.intake.extract_loading import load
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.browser.conftest import serving
from tests.browser.looking import visit
from tests.extracts import street_row, street_zip, write_csv
from tests.intake.recipes.test_month_two import SENDERS

pytestmark = pytest.mark.browser

ONE_CLICK = ("rochford-council", "hospital", "performance-unit")
MONTHS = [f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13)]


def shoplifting(month: str) -> list[list[str]]:
    """Write 10 offences for every month of 2023 and 20 for every month of 2024."""
    count = 10 if month.startswith("2023") else 20
    ids = (f"{month.replace('-', '')}{n:058x}" for n in range(count))
    return [street_row(each, month, "Shoplifting") for each in ids]


def test_uploaded_file_changes_the_number_on_the_page(
    page: Page, fresh_server: str, tmp_path: Path
) -> None:
    file = street_zip(
        tmp_path / "bedfordshire.zip", {month: shoplifting(month) for month in MONTHS}
    )
    visit(page, f"{fresh_server}/upload_data")
    page.get_by_role("region", name="Files").locator("input").set_input_files(file)
    expect(page.get_by_text("January 2023 to December 2024 (24 months)")).to_be_visible(
        timeout=60_000
    )
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text("360 added")).to_be_visible(timeout=60_000)
    asked = "partnership=force:Bedfordshire+Police&detail=Shoplifting"
    visit(page, f"{fresh_server}/year_on_year?{asked}")
    # The second row of that name asks why it changed.
    row = page.get_by_role("row", name="Shoplifting").first
    expect(row).to_contain_text("120")
    expect(row).to_contain_text("240")
    expect(row).to_contain_text("+100%")
    expect(page.get_by_text("increased by 100% (120 more offences)")).to_be_visible()
    # What is not generated carries no warning that it is.
    expect(page.get_by_text("not real")).to_have_count(0)


def test_what_a_revision_changes_is_shown_and_downloaded_before_it_is_loaded(
    page: Page, fresh_server: str, tmp_path: Path
) -> None:
    first, revised = (
        street_zip(tmp_path / f"{name}.zip", {month: shoplifting(month)[most:] for month in MONTHS})
        for name, most in (("first", 0), ("revised", 1))
    )
    files = page.get_by_role("region", name="Files").locator("input")
    visit(page, f"{fresh_server}/upload_data")
    files.set_input_files(first)
    page.get_by_role("button", name="Load", exact=True).click(timeout=60_000)
    expect(page.get_by_text("360 added")).to_be_visible(timeout=60_000)
    files.set_input_files(revised)
    changes = page.get_by_text("What loading would change: 24 withdrawn")
    changes.click(timeout=60_000)
    expect(page.get_by_role("table", name="The first 20 records")).to_be_visible()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download as CSV").first.click()
    rows = downloading.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + 24
    assert rows[1].startswith("revised.zip,withdrawn,")


def test_month_two_of_three_sources_is_one_click_each(
    page: Page, own_store: Path, tmp_path: Path
) -> None:
    senders = [sender for sender in SENDERS if sender.source in ONE_CLICK]
    store = Store.open(own_store)
    workspace = Workspace(store, Person("Ana", Role.ANALYST))
    for sender in senders:
        first = write_csv(tmp_path / "first.csv", sender.rows(1), sender.header)
        load(workspace, first, source=sender.source, choices=sender.decided)
    store.close()
    with serving(own_store) as address:
        visit(page, f"{address}/upload_data")
        for sender in senders:
            file = write_csv(tmp_path / f"{sender.source}.csv", sender.rows(2), sender.header)
            page.get_by_role("region", name="Files").locator("input").set_input_files(file)
            known = page.get_by_text(f"source {sender.source}, known by its columns")
            expect(known).to_be_visible(timeout=60_000)
            page.get_by_role("button", name="Load", exact=True).click()
            done = page.get_by_role("heading", name=f"{sender.source}.csv: loaded")
            expect(done).to_be_visible(timeout=60_000)
