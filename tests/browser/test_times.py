"""Times in a browser: every hour can be read on a desk and a phone, in light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.browser.conftest import Visitors, serving
from tests.browser.looking import DESK, PHONE, faults, visit
from tests.conftest import NewStore
from tests.timed import with_timed_records

pytestmark = pytest.mark.browser

ASSAULTS = "times?partnership=Basildon&measure=Violence+with+injury"


@pytest.fixture(scope="module")
def timed_server(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("timed")
    store = new_store(folder / "assessment.duckdb")
    with_timed_records(Workspace(store, Person("Test analyst", Role.ANALYST)), folder)
    store.close()
    with serving(folder / "assessment.duckdb") as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_hour_of_the_week_can_be_read(
    visitors: Visitors, timed_server: str, size: dict[str, int], scheme: str
) -> None:
    with visitors.one(viewport=size, color_scheme=scheme) as page:
        visit(page, f"{timed_server}/{ASSAULTS}")
        assert faults(page) == [], "contrast among them"
        inside = "e => [e.scrollWidth, e.clientWidth]"
        # All seven days, beside each other, also on a phone.
        for part in ("html", '[data-testid="stMain"]', ".scroll:has(table.times) >> nth=0"):
            wanted, there_is = page.locator(part).evaluate(inside)
            assert wanted <= there_is, part
        assert_read(page)


def assert_read(page: Page) -> None:
    table = page.locator("table.times").first
    expect(table.get_by_role("columnheader")).to_have_count(8)
    expect(table.get_by_role("rowheader")).to_have_count(24)
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="23:00"))
    expect(row.get_by_role("cell").nth(4)).to_have_text("56")
    expect(page.get_by_role("heading", name="beginning on Fridays")).to_be_visible()
