"""Hostile names on every page: no request leaves, nothing runs, and each is read as it was typed.

Every column of text of the store, and the files that people upload, hold what would be a picture,
a link, a formula, a script or a symbol if a page took it for more than text.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from assessment.outputs.escaping import JOINER, UNSEEN, UNSEEN_SPACE
from assessment.store import Store
from tests.browser.conftest import serving
from tests.browser.hostile_store import (
    BEGINS,
    EVIL,
    NAMED,
    OTHERWISE,
    OURS,
    SHORT,
    make_hostile,
    texts,
)
from tests.browser.looking import DESK, visit

pytestmark = pytest.mark.browser

# What keeps Markdown from its letters, and is not seen.
BETWEEN = dict.fromkeys(map(ord, JOINER + UNSEEN_SPACE))
ROCHFORD, COLCHESTER = (f"{name} {EVIL}" for name in ("Rochford", "Safer Colchester"))
# One view of each page, by its address. A name is read on all but one, where a scorer begins.
EACH_PAGE = (
    f"?partnership={quote(ROCHFORD)}",
    f"year_on_year?partnership={quote(ROCHFORD)}&by=ward&measure=Robbery",
    f"harm?partnership={quote(ROCHFORD)}",
    f"outcomes?partnership={quote(ROCHFORD)}",
    f"evaluation?partnership={quote(ROCHFORD)}&measure=Burglary",
    "survey",
    f"risk_matrix?partnership={quote(COLCHESTER)}&view=Scoring+together",
    f"schemes?scheme={quote(f'Own {EVIL}')}&do=Read",
    f"priorities?partnership={quote(ROCHFORD)}&part=Last+year",
    # Before somebody scores: their browser remembers them.
    "score",
    "score?scorer={token}",
    "upload_data",
    "load_survey",
    "help",
)
NAMELESS = ("score",)
EARLIER = f"&assessment={quote('year to March 2021')}"
OTHER_VIEWS = (
    "",
    f"year_on_year?partnership={quote(ROCHFORD)}",
    f"year_on_year?partnership={quote(ROCHFORD)}&by=small+area+(LSOA)&measure=Robbery",
    f"year_on_year?partnership={quote(COLCHESTER)}&measures=Flags",
    f"year_on_year?partnership=Nowhere+{quote(EVIL)}",
    "survey?wave=medway-panel-2023-q2",
    "survey?by=ward",
    *(
        f"risk_matrix?partnership={quote(of)}&view={quote(view)}"
        for of in (ROCHFORD, COLCHESTER)
        for view in ("Result", "Scoring together", "Issue by issue", "Other schemes", "How firm")
    ),
    f"risk_matrix?partnership={quote(ROCHFORD)}{EARLIER}",
    *(f"schemes?scheme={quote(f'Own {EVIL}')}&do={do}" for do in ("Copy", "Change", "Use")),
    *(
        f"priorities?partnership={quote(ROCHFORD)}&part={quote(part)}{year}"
        for part in ("Priorities", "The line and reasons", "Agreement", "Last year", "Since then")
        for year in ("", EARLIER)
    ),
)
UNFOLD = """
() => {
    const closed = document.querySelectorAll(
        '[data-testid="stExpander"] details:not([open]) > summary'
    );
    closed.forEach(summary => summary.click());
    return closed.length;
}
"""
# What would be there if a name were taken for more than text.
TAKEN = """
() => ({
    ran: window.ran ?? null,
    elements: [
        ...document.querySelectorAll('img[src*="evil"], iframe, [onerror], .katex, image'),
        ...[...document.links].filter(link => link.hostname !== location.hostname),
    ].map(element => element.outerHTML.slice(0, 200)),
})
"""


@pytest.fixture(scope="module")
def served(
    example_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """The address of a dashboard on the hostile store, and a scorer's own code."""
    path = Path(shutil.copy(example_store, tmp_path_factory.mktemp("hostile") / "own.duckdb"))
    token = make_hostile(path)
    with serving(path) as address:
        yield address, token


@pytest.fixture(scope="module")
def visitor(browser: Browser, served: tuple[str, str]) -> Iterator[tuple[Page, list[str]]]:
    """A page that lets no request out, and what it was asked for outside."""
    out: list[str] = []
    context = browser.new_context(viewport=DESK)
    own = (served[0], served[0].replace("http", "ws"), "data:", "blob:")
    context.on(
        "request", lambda asked: None if asked.url.startswith(own) else out.append(asked.url)
    )
    context.route(lambda url: not url.startswith(own), lambda route: route.abort())
    yield context.new_page(), out
    context.close()


def read(page: Page) -> str:
    """Return the letters that are on the page, whatever stands between them to be seen as one."""
    return " ".join(UNSEEN.sub("", page.locator("body").inner_text().translate(BETWEEN)).split())


def seen(text: str) -> str:
    return " ".join(UNSEEN.sub("", text).split())


def unfold(page: Page) -> None:
    """Open everything that is folded away, also what is inside of it."""
    while page.evaluate(UNFOLD):
        page.wait_for_timeout(200)
        expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached()


def altered(text: str) -> list[str]:
    """Return each name that is not read letter for letter, up to where a long one is cut off."""
    starts = [match.start() for match in re.finditer(re.escape(BEGINS), text)]
    return [text[start : start + len(EVIL)] for start in starts if not _is_whole(text[start:])]


def _is_whole(text: str) -> bool:
    """Tell whether a text begins with a name, or with as much of one as stands before a cut."""
    before_cut = text.partition("…")[0]
    return any(
        text.startswith(name) or (len(before_cut) < len(name) and name.startswith(before_cut))
        for name in map(seen, (EVIL, SHORT))
    )


def test_every_column_of_text_is_attacked_or_is_ours(store: Store) -> None:
    sorted_out = {
        (table, column)
        for kind in (NAMED, OTHERWISE, OURS)
        for table, columns in kind.items()
        for column in columns
    }
    assert sorted_out == set(texts(store))


@pytest.mark.parametrize(
    "views",
    [EACH_PAGE, pytest.param(OTHER_VIEWS, marks=pytest.mark.slow)],
    ids=["each page", "every view"],
)
def test_hostile_names_are_text(
    served: tuple[str, str], visitor: tuple[Page, list[str]], views: tuple[str, ...]
) -> None:
    (server, token), (page, out) = served, visitor
    for view in views:
        visit(page, f"{server}/{view.format(token=token)}")
        unfold(page)
        text = read(page)
        assert page.evaluate(TAKEN) == {"ran": None, "elements": []}, view
        assert altered(text) == [], view
        assert (BEGINS in text) is (view not in NAMELESS), view
    assert out == []
