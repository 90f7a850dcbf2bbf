"""Take a picture of every page in many states, and write down what can be read on it.

    .venv/bin/python -m tests.same.pages FOLDER

The dashboard is started on a new store with the examples; it is looked at, then people upload,
score and sign off. At last the command line is asked about that store too.
"""

import argparse
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.same.addresses import on_a_desk, on_a_phone
from tests.same.fixed import ROOT, Fixed, with_fixed_surroundings
from tests.same.given import write_files
from tests.same.pictures import Pictures, Place, each_of
from tests.same.steps import Steps

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
PATIENCE = 60.0
ASSESSMENT = (sys.executable, "-m", "assessment")
AFTERWARDS = (
    "priorities",
    "priorities --json",
    "score --partnership rochford",
    "score --partnership rochford --json",
    "score --partnership rochford --scheme four-by-four",
    "score --partnership rochford --today",
    "score --partnership safer-colchester",
    "score --partnership safer-colchester --json",
    "schemes list",
    "schemes show our-matrix",
    "survey list --json",
    "partnership list",
)


def main(arguments: list[str]) -> int:
    """Look at everything, in a folder that is gone afterwards."""
    parser = argparse.ArgumentParser(prog="tests.same.pages", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to; it is made anew")
    # The same each time: it is part of addresses that pages show.
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="else 8765")
    parser.add_argument("--browsers", type=int, default=2, metavar="N", help="else 2")
    asked = parser.parse_args(arguments)
    shutil.rmtree(asked.folder, ignore_errors=True)
    asked.folder.mkdir(parents=True)
    # Whoever ends it ends the dashboard too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        here = Path(name).resolve()
        write_files(here / "given")
        fixed = Fixed({here: "FOLDER"})
        store = with_fixed_surroundings() | {
            "ASSESSMENT_STORE": str(here / "assessment.duckdb"),
            "STREAMLIT_SERVER_HEADLESS": "true",
        }
        subprocess.run(
            (*ASSESSMENT, "init", "--examples"), env=store, check=True, stdout=subprocess.DEVNULL
        )
        with _serving(store, asked.port, here) as server:
            pictures = Pictures(asked.folder, server, fixed)
            failed = _look(pictures, here / "given", asked.browsers)
        _ask(store, asked.folder, fixed)
    took = f"{time.monotonic() - began:.0f} seconds"
    sys.stdout.write("".join(f"Not drawn: {each}\n" for each in failed))
    sys.stdout.write(f"{len([*asked.folder.glob('*.png')])} pictures in {took}: {asked.folder}\n")
    return 1 if failed else 0


def _look(pictures: Pictures, files: Path, browsers: int) -> list[str]:
    """Look with some browsers at what there is, and then with one at what is done."""
    asked = [*(("desk", each) for each in on_a_desk()), *(("phone", each) for each in on_a_phone())]
    places = [(number, *place) for number, place in enumerate(asked, 1)]
    shares = [places[first::browsers] for first in range(browsers)]
    with ProcessPoolExecutor(browsers, get_context("spawn")) as pool:
        failed = [each for one in pool.map(partial(_visits, pictures), shares) for each in one]
    pictures.taken = len(places)
    with _browser() as browser:
        done = Steps(pictures, _page(browser, DESK), _page(browser, PHONE), files)
        return failed + done.all()


def _visits(pictures: Pictures, places: list[Place]) -> list[str]:
    with _browser() as browser:
        failed = each_of(pictures, _page(browser, DESK), places, "desk")
        return failed + each_of(pictures, _page(browser, PHONE), places, "phone")


def _page(browser: Browser, size: ViewportSize) -> Page:
    return browser.new_context(
        viewport=size,
        has_touch=size is PHONE,
        color_scheme="light",
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    ).new_page()


def _ask(store: dict[str, str], folder: Path, fixed: Fixed) -> None:
    for line in AFTERWARDS:
        ended = subprocess.run(
            (*ASSESSMENT, *line.split()), env=store, capture_output=True, encoding="utf-8"
        )
        said = f"$ {line}\n{ended.returncode}\n{ended.stdout}--- stderr\n{ended.stderr}"
        (folder / f"asked {line}.txt").write_text(fixed(said), encoding="utf-8")


@contextmanager
def _browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)))
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@contextmanager
def _serving(store: dict[str, str], port: int, folder: Path) -> Iterator[str]:
    address = f"http://localhost:{port}"
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            (*ASSESSMENT, "dashboard", "--port", f"{port}"),
            cwd=ROOT,
            env=store,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310
            return
        time.sleep(0.1)
    sys.exit("The dashboard did not start.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
