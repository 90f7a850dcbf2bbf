"""A store with the examples, a page on it, and what can be read from a page."""

import re
from collections.abc import Callable, Iterator
from contextvars import copy_context
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from assessment.people import Person, Role
from assessment.store import Store
from assessment.store.beside.location import VARIABLE
from assessment.workspace import Workspace

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
YEAR_ON_YEAR = "pages/year_on_year/page.py"
UPLOAD = "pages/upload_data/page.py"
# Far more than a page takes: a machine that many share is sometimes slow.
PATIENCE = 60

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# What says to screen readers that a table is one, however a phone lays it out.
ROLES = re.compile(r' (?:role|class|data-name)="[^"]*"')

Opens = Callable[..., AppTest]
# What pages draw only once somebody opens it.
FOLDED = (
    "How these figures came about",
    "How this figure came about",
    "In sentences, for a report",
    "Link to exactly this view",
)


@pytest.fixture(autouse=True, scope="session")
def installed_once() -> Iterator[None]:
    """Let Streamlit search the installed packages for components once, not at every first run."""
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    """Open the dashboard on a store, at a page, with an address."""

    def opens(store: Path, page: str | None = None, **address: str | list[str]) -> AppTest:
        monkeypatch.setenv(VARIABLE, str(store))
        at = AppTest.from_file(str(DASHBOARD), default_timeout=PATIENCE)
        for key, value in address.items():
            at.query_params[key] = value
        if page:
            # Before the first run AppTest goes by a file's name, and not yet by the address that
            # the dashboard gives its pages.
            at._page_hash = calc_hash(Path(page).parent.name)
        return at.run()

    yield opens
    # Lets go of the store's file.
    st.cache_resource.clear()


def beside_the_page(name: str) -> Workspace:
    """Return the store that a page has open, for somebody else who works on it meanwhile."""
    # By its name: the types of pages, which are Streamlit's, are nobody's business here.
    # In a context of its own: what a page lets be known ends with the visit, and not here.
    opened: Store = (
        copy_context().run(import_module("pages.components.caches.cache").workspace).store
    )
    return Workspace(opened, Person(name, Role.MANAGER))


def turn_to(at: AppTest, page: str, **address: str) -> AppTest:
    """Turn to a page as a browser does: no choice and no address of the last page goes along."""
    at.switch_page(page)
    at.query_params.clear()
    at.query_params.update(address)
    return at._run()


def press(at: AppTest, label: str) -> AppTest:
    """Press the one button of a name."""
    (button,) = (each for each in at.button if as_read(each.label) == as_read(label))
    return button.click().run()


def opened(at: AppTest) -> AppTest:
    """Open everything that a page has folded away."""
    for label in FOLDED:
        if label in at.session_state:
            at.session_state[label] = True
    return at.run()


def link_of(at: AppTest) -> str:
    """Return the link to exactly the view that a page shows, the last thing that is folded away."""
    return str(opened(at).code[-1].value)


def rows_of(at: AppTest) -> str:
    """Return what a page says, its tables without roles and classes."""
    return ROLES.sub("", text_of(at))


def text_of(at: AppTest) -> str:
    """Return everything that a page says in words."""
    assert not at.exception, at.exception
    parts = (*at.title, *at.header, *at.markdown, *at.html, *at.info, *at.warning, *at.error)
    values = (str(getattr(part, "value", None) or part.proto.body) for part in parts)
    return "\n".join(map(as_read, values))


def as_read(markdown: str) -> str:
    """Return Markdown without the backslashes that make letters of what names are made of."""
    return ESCAPED.sub(r"\1", markdown)
