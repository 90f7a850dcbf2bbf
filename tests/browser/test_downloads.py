"""Every download of every page pressed, in each state of an assessment, and its file opened."""

import ast
import csv
import io
import json
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, ViewportSize, expect

from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.browser.conftest import HOME, Visitors, free_port, running
from tests.browser.looking import DESK, PHONE, STILL, faults, visit
from tests.partner_calls import with_partner_calls
from tests.stages import at_every_stage, with_a_refused_row
from tests.timed import with_timed_records

pytestmark = pytest.mark.browser

Files = Mapping[str, bytes]
BOTH = ("csv", "xlsx")
# Named for its file, of which several may lie on the page.
REFUSED = "refused-{report.file}-{report.status}"
# Of a file that waits, by its number: tests/browser/test_upload.py presses them.
OF_A_CHECK = {f"{what}-{{number}}-{kind}" for what in ("differences", "figures") for kind in BOTH}
RISK = {
    "Result": ("ranks-csv", "ranks-xlsx", "picture-svg"),
    "Scoring together": ("spread-csv", "spread-xlsx"),
    "Issue by issue": ("evidence-csv", "evidence-xlsx"),
    "Other schemes": ("schemes-csv", "schemes-xlsx"),
    "How firm": ("firm-csv", "firm-xlsx"),
}
CHOSEN = {
    "Priorities": ("priorities-csv", "priorities-xlsx"),
    "The line and reasons": ("reasons-csv", "reasons-xlsx"),
    "Agreement": ("record-json",),
    "Last year": (),
    "Since then": ("since-then-csv", "since-then-xlsx"),
}
DRAFT = {
    "Priorities": CHOSEN["Priorities"],
    "The line and reasons": CHOSEN["The line and reasons"],
    "Agreement": (),
    "Last year": ("last-year-csv", "last-year-xlsx"),
}
NOT_CHOSEN = {**DRAFT, "Priorities": (), "Last year": ()}
SURVEY = tuple(
    f"{key}-{kind}"
    for key in ("who", "groups", "comparison", "waves", "record", "answers")
    for kind in BOTH
)
ROCHFORD, JOINT = "partnership=Rochford", "partnership=Castle+Point+and+Rochford"
SIGNED, COLCHESTER = (
    f"{ROCHFORD}&assessment=Year+to+March+2021+(no.+4)",
    "partnership=Safer+Colchester",
)
# Page, address, and of each of its parts the downloads that it offers; "" where it has no parts.
WALK: dict[str, tuple[str, str, Mapping[str, tuple[str, ...]]]] = {
    "a draft in its second round": ("risk_matrix", ROCHFORD, RISK),
    "a draft nobody scores together": (
        "risk_matrix",
        COLCHESTER,
        {**RISK, "Scoring together": ()},
    ),
    "agreed": ("risk_matrix", JOINT, RISK),
    "signed off": ("risk_matrix", SIGNED, RISK),
    "signed off, with today's data": (
        "risk_matrix",
        f"{SIGNED}&data=With+today%27s+data",
        {"Result": RISK["Result"]},
    ),
    "no assessment": ("risk_matrix", "partnership=Medway", {"": ()}),
    "priorities of a draft": ("priorities", ROCHFORD, DRAFT),
    "priorities not chosen yet": ("priorities", COLCHESTER, NOT_CHOSEN),
    "priorities agreed": ("priorities", JOINT, CHOSEN),
    "priorities signed off": ("priorities", SIGNED, CHOSEN),
    "priorities without an assessment": ("priorities", "partnership=Medway", {"": ()}),
    "overview": ("", ROCHFORD, {"": ()}),
    "by measure": (
        "year_on_year",
        ROCHFORD,
        {"": ("changes-csv", "changes-xlsx", "victims-csv", "victims-xlsx")},
    ),
    "by ward": ("year_on_year", f"{ROCHFORD}&by=ward", {"": ("changes-csv", "changes-xlsx")}),
    "trend": ("trend", ROCHFORD, {"": ("trends-csv", "trends-xlsx")}),
    "places": ("places", ROCHFORD, {"": ("places-csv", "places-xlsx")}),
    "times": (
        "times",
        "partnership=Basildon&measure=Violence+with+injury",
        {"": ("times-csv", "times-xlsx", "seasons-csv", "seasons-xlsx")},
    ),
    "partners' data of one data set": ("beside", ROCHFORD, {"": ()}),
    "times of months alone": ("times", ROCHFORD, {"": ("seasons-csv", "seasons-xlsx")}),
    "harm": ("harm", ROCHFORD, {"": ("harm-csv", "harm-xlsx")}),
    "outcomes": ("outcomes", ROCHFORD, {"": ("outcomes-csv", "outcomes-xlsx")}),
    "evaluation": (
        "evaluation",
        f"{ROCHFORD}&measure=Burglary&funded=Hockley&compared=Hawkwell+East",
        {"": ("evaluation-csv", "evaluation-xlsx")},
    ),
    "victims": (
        "victims",
        ROCHFORD,
        {"": ("victims-csv", "victims-xlsx", "every-victim-csv", "every-victim-xlsx")},
    ),
    "partners' data": (
        "beside",
        "partnership=Basildon&measure=Violence+with+injury&areas=district",
        {
            "": (
                *("beside-months-csv", "beside-months-xlsx"),
                *("beside-areas-csv", "beside-areas-xlsx"),
            )
        },
    ),
    "a wave": ("survey", "wave=medway-online-2023-09", {"": SURVEY}),
    "a scheme": ("schemes", "", {"": ("scheme-csv", "scheme-xlsx", "scheme-json")}),
    "extracts": ("upload_data", "", {"": ("refused", "to-correct", "categories-list")}),
    "months of sources": (
        "sources",
        ROCHFORD,
        {
            "Months": ("source-months-csv", "source-months-xlsx"),
            "Sources": ("sources-csv", "sources-xlsx"),
            "Authorities": ("authorities-csv", "authorities-xlsx"),
            "Data sets": ("data-sets-csv", "data-sets-xlsx"),
            "Recording changes": ("events-csv", "events-xlsx"),
            "Checks": ("checks-csv", "checks-xlsx"),
            "Recipes": ("recipe-toml",),
        },
    ),
    "waves": ("load_survey", "", {"": ()}),
    "the way in of scorers": ("score", "", {"": ()}),
    "help": ("help", "", {"": ()}),
}
# Where a row of the file is a row of the page; elsewhere the page shows some, or they are others.
ROW_BY_ROW = {"changes", "ranks", "spread", "schemes", "reasons", "priorities", "last-year"}
# In the file a row is named by its question and answer, or by its wave; on the page in words. Those
# of victims stand among the tables of what is behind a figure, those of a project above its months.
NAMED_OTHERWISE = {
    *("beside-areas", "beside-months", "comparison", "waves", "scheme", "victims", "every-victim"),
    "evaluation",
}
SYNTHETIC = "Synthetic example records"
# The names of the rows in the last table above a button, or of the cards; small print left out.
ROWS_ABOVE = """button => {
  const every = [...document.querySelectorAll('[role=rowheader], .priorities h3')]
    .filter(e => e.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING);
  // Issues above and below the line are two tables of one kind; each question of a survey is one.
  const table = e => e.closest('table');
  const within = e => table(e)?.className === 'answers' ? table(e) : table(e)?.className ?? 'cards';
  return every.filter(e => within(e) === within(every.at(-1))).map(e => e.firstChild.textContent);
}"""
UNFOLD = "document.querySelectorAll('details:not([open]) > summary').forEach(e => e.click())"
KEY = "e => [...e.closest('[class*=st-key-]').classList].find(c => c.startsWith('st-key-'))"


@pytest.fixture(scope="module")
def staged(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard whose assessments are at every stage."""
    folder = tmp_path_factory.mktemp("staged")
    path = Path(shutil.copy(example_store, folder))
    store = Store.open(path)
    analyst = Workspace(store, Person("Test analyst", Role.ANALYST))
    at_every_stage(analyst, folder)
    with_timed_records(analyst, folder)
    with_partner_calls(analyst, folder)
    store.close()
    port = free_port()
    with running(path, port):
        yield f"http://localhost:{port}"


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page whose downloads fail."""
    port, folder = free_port(), tmp_path_factory.mktemp("failing")
    with running(folder / "none.duckdb", port, program="tests/browser/failing_downloads.py"):
        yield f"http://localhost:{port}"


def settled(page: Page) -> None:
    expect(page.locator('[data-test-script-state="notRunning"]')).to_be_attached()
    expect(page.locator('[data-stale="true"]')).to_have_count(0)


def show(page: Page, part: str) -> None:
    """Go to a part of the page, and open whatever is folded away."""
    if part:
        chosen = page.get_by_test_id("stButtonGroup").get_by_role("radio", name=part, exact=True)
        if chosen.get_attribute("aria-checked") != "true":
            chosen.click()
            expect(chosen).to_have_attribute("aria-checked", "true")
            page.wait_for_timeout(200)
    settled(page)
    page.evaluate(UNFOLD)
    # The browser puts there what was folded away without asking the server.
    page.evaluate(STILL)
    settled(page)


def pressed(page: Page) -> Files:
    """Press every download that the page offers; return the files by the keys of the buttons."""
    buttons = page.get_by_test_id("stDownloadButton")
    files = dict(_press(page, buttons.nth(place)) for place in range(buttons.count()))
    assert page.get_by_test_id("stDownloadButtonError").count() == 0
    assert len(files) == buttons.count()
    return files


def _press(page: Page, button: Locator) -> tuple[str, bytes]:
    key = str(button.evaluate(KEY)).removeprefix("st-key-")
    with page.expect_download() as waiting:
        button.get_by_role("button").click()
    name, content = waiting.value.suggested_filename, waiting.value.path().read_bytes()
    READERS[Path(name).suffix](content)
    return key, content


def as_csv(content: bytes) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) > 1, "a header and at least one row"
    assert {len(row) for row in rows} == {len(rows[0])}
    return rows


def as_sheet(content: bytes) -> tuple[list[str], list[tuple[object, ...]]]:
    """Return what stands over the header of a workbook's first sheet, and its header and rows."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    rows = list(sheet.iter_rows(values_only=True))
    gap = next(place for place, row in enumerate(rows) if not any(row))
    assert "Notes" in book.sheetnames
    return [str(row[0]) for row in rows[:gap]], rows[gap + 1 :]


def as_json(content: bytes) -> dict[str, object]:
    read: dict[str, object] = json.loads(content)
    return read


def as_picture(content: bytes) -> list[str]:
    drawn = ElementTree.fromstring(content)  # noqa: S314 (our own drawing)
    assert drawn.tag.endswith("svg")
    return [text for each in drawn.iter() if (text := each.text)]


def as_recipe(content: bytes) -> dict[str, object]:
    read = tomllib.loads(content.decode("utf-8"))
    assert read["headings"]
    return read


READERS: Mapping[str, Callable[[bytes], object]] = {
    ".csv": as_csv,
    ".xlsx": as_sheet,
    ".json": as_json,
    ".svg": as_picture,
    ".toml": as_recipe,
}


def assert_as_shown(page: Page, key: str, files: Files) -> None:
    """Compare a table's two files with each other, and with the table above their button."""
    header, *rows = as_csv(files[f"{key}-csv"])
    above, (named, *cells) = as_sheet(files[f"{key}-xlsx"])
    assert [name for name in header if name in named] == list(named)
    assert len(cells) == len(rows)
    shown = page.locator(f".st-key-{key}-csv button").evaluate(ROWS_ABOVE)
    assert shown, key
    if key in ROW_BY_ROW:
        assert len(rows) == len(shown), key
    if key not in NAMED_OTHERWISE:
        there = {cell for row in rows for cell in row}
        assert [name for name in shown if name.strip() not in there] == [], key
    if page.get_by_text(SYNTHETIC).count():
        assert {row[header.index("Synthetic")] for row in rows} == {"yes"}, key
        assert SYNTHETIC in "\n".join(above), key


@pytest.mark.parametrize(
    "size", [DESK, pytest.param(PHONE, marks=pytest.mark.slow)], ids=["desk", "phone"]
)
@pytest.mark.parametrize("state", WALK)
def test_every_download_of_a_page_is_a_file_with_what_is_shown(
    visitors: Visitors, staged: str, state: str, size: ViewportSize
) -> None:
    with visitors.one(viewport=size) as page:
        _press_all(page, staged, state)


def _press_all(page: Page, staged: str, state: str) -> None:
    name, asked, parts = WALK[state]
    visit(page, f"{staged}/{name}?{asked}")
    for part, keys in parts.items():
        show(page, part)
        files = pressed(page)
        assert set(files) == set(keys), part
        for key in {key.removesuffix("-csv") for key in files if key.endswith("-csv")}:
            assert_as_shown(page, key, files)
        is_made_up = page.get_by_text(SYNTHETIC).count() > 0
        if "picture-svg" in files:
            assert (f"{SYNTHETIC}, not real" in as_picture(files["picture-svg"])) == is_made_up
        if "record-json" in files:
            assert as_json(files["record-json"])["synthetic"] == is_made_up
        assert page.get_by_role("alert").filter(has_text="could not be made").count() == 0


def test_refused_rows_of_a_file_are_handed_back_before_it_is_loaded(
    page: Page, staged: str, tmp_path: Path
) -> None:
    visit(page, f"{staged}/upload_data")
    path = with_a_refused_row(tmp_path)
    # Not the very file that is here already, of which nothing is read again.
    path.write_text(f"{path.read_text()}\n")
    page.get_by_role("region", name="Files").locator("input").set_input_files(path)
    button = page.get_by_test_id("stDownloadButton").filter(has_text="Download the refused rows")
    expect(button).to_be_visible()
    settled(page)
    _, content = _press(page, button)
    header, row = as_csv(content)
    assert dict(zip(header, row, strict=True))["found"] == "?"


FAILING = [
    ("Refused", "There is no wave 'spring' any more. Choose another.", "what was asked wrongly"),
    ("Broken", "The file could not be made, and nothing was downloaded.", "a fault of ours"),
]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_what_goes_wrong_while_a_file_is_made_is_told_and_stays(
    visitors: Visitors, failing: str, size: ViewportSize
) -> None:
    with visitors.one(viewport=size) as page:
        visit(page, failing)
        for name, said, why in FAILING:
            page.get_by_role("button", name=name).click()
            expect(page.get_by_text(said), why).to_be_visible()
        # Streamlit itself says no more than that it failed, and only for five seconds.
        expect(page.get_by_test_id("stDownloadButtonError")).to_have_count(0)
        for _, said, why in FAILING:
            expect(page.get_by_text(said), why).to_be_visible()
        assert faults(page) == []
        # Again and again: what is handed over is the file each time.
        whole = page.get_by_test_id("stDownloadButton").filter(has_text="Whole")
        assert {_press(page, whole) for _ in range(3)} == {("whole", b"a,b\r\n1,2\r\n")}


def test_the_walk_presses_every_download_there_is() -> None:
    """A button that no state offers would be one that no test presses."""
    walked = {key for _, _, parts in WALK.values() for keys in parts.values() for key in keys}
    assert walked | {REFUSED} | OF_A_CHECK == set(_declared())


def _declared() -> Iterator[str]:
    """Yield the key of every download button in the source of the pages."""
    for path in (HOME / "pages").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Name("download" | "download_file" as name), keywords=given):
                    if path.name != "downloads.py":
                        yield from _keys(name, given)
                case ast.Call(func=ast.Name("download_picture")):
                    yield "picture-svg"
                case ast.Attribute(attr="download_button"):
                    assert path.name == "downloads.py", "every download tells what goes wrong"


def _keys(name: str, given: list[ast.keyword]) -> Iterator[str]:
    # Written as Python writes it: a plain text, or one that is put together.
    (told,) = (ast.unparse(each.value) for each in given if each.arg == "key")
    key = told.removeprefix("f").strip("'")
    yield from ([f"{key}-{kind}" for kind in BOTH] if name == "download" else [key])
