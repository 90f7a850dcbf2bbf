"""What keeps the dashboard from starting is said in a sentence that works when it is followed."""

import os
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from urllib.request import urlopen

import pytest

import assessment
from assessment.__main__ import main
from assessment.store import Store
from assessment.store.beside.location import VARIABLE
from tests.store.test_connection import from_a_newer_version
from tests.store.unprivileged import not_to_be_written, without_privilege

ROOT = Path(assessment.__file__).parents[1]
PATIENCE = 60.0
# Somebody has opened the dashboard, which then holds the store.
DASHBOARD = """
from streamlit import config
from streamlit.testing.v1 import AppTest
config.set_option("server.port", 8599)
at = AppTest.from_file("dashboard.py", default_timeout=60).run()
print(len(at.error), flush=True)
input()
"""
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Streamlit is told, in place of running it."""
    options: list[str] = []

    def run(arguments: list[str], prog_name: str) -> None:
        options.extend(arguments)

    monkeypatch.setattr(import_module("streamlit.web.cli"), "main", run)
    return options


def test_the_dashboard_opens_here_alone_on_the_store_that_is_named(
    told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["dashboard", "--store", "ours.duckdb", "--port", "0"]) == 0
    assert os.environ[VARIABLE] == str(tmp_path.resolve() / "ours.duckdb")
    assert told[:2] == ["run", str(ROOT / "dashboard.py")]
    assert "--server.address=localhost" in told
    assert not [*tmp_path.iterdir()]  # the page offers to make a store, with examples or without


def a_folder(path: Path) -> None:
    path.mkdir()


def a_table(path: Path) -> None:
    path.write_text("Crime ID,Month\n1,2024-04\n")


def of_a_newer_version(path: Path) -> None:
    from_a_newer_version(path)


def no_folder(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("a file where the folder goes")


UNUSABLE = [
    (a_folder, "is a folder. Name a file in it with --store"),
    (a_table, "is no store: it is not a DuckDB file but something else"),
    (of_a_newer_version, "made by a newer version of the dashboard"),
    (no_folder, "The store's folder "),
]


@pytest.mark.parametrize(("make", "words"), UNUSABLE)
def test_a_store_that_cannot_be_used_keeps_it_from_starting(
    told: list[str], capsys: Captured, tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / "folder" / "notes.csv"
    path.parent.mkdir()
    make(path)
    assert main(["dashboard", "--store", str(path), "--port", "0"]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert not told


def test_a_folder_that_cannot_be_written_keeps_it_from_starting(tmp_path: Path) -> None:
    with not_to_be_written(tmp_path):
        given = ("--store", str(tmp_path / "assessment.duckdb"), "--port", "0")
        ended = without_privilege("-m", "assessment", "dashboard", *given)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"The store's folder {tmp_path} cannot be written to: ")


def test_a_store_that_a_dashboard_has_open_is_said_with_its_address(
    told: list[str], capsys: Captured, tmp_path: Path
) -> None:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    holder = subprocess.Popen(
        [sys.executable, "-c", DASHBOARD],
        cwd=ROOT,
        env=os.environ | {VARIABLE: str(path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    assert main(["dashboard", "--store", str(path), "--port", "0"]) == 2
    holder.communicate("\n")
    said = capsys.readouterr().err
    assert said.startswith("The store assessment.duckdb is open in another program (")
    assert f", process {holder.pid}). It is the dashboard at http://localhost:8599. " in said
    assert not told


@pytest.mark.parametrize(
    ("asked", "named"), [(["--network"], "localhost"), (["--network", "csp-laptop"], "csp-laptop")]
)
def test_on_a_network_it_never_asks_outside_where_it_is(
    told: list[str], asked: list[str], named: str
) -> None:
    assert main(["dashboard", "--port", "0", *asked]) == 0
    assert "--server.address=0.0.0.0" in told
    assert f"--browser.serverAddress={named}" in told


def test_a_port_in_use_is_said_with_another(told: list[str], capsys: Captured) -> None:
    with socket.create_server(("localhost", 0)) as other:
        taken = other.getsockname()[1]
        assert main(["dashboard", "--port", str(taken)]) == 2
    said = capsys.readouterr().err
    assert f"Port {taken} cannot be used here: another program has it" in said
    assert f"http://localhost:{taken}" in said
    assert not told
    assert said.split()[-2:] == ["--port", "8501"]


def test_a_port_that_cannot_be_is_said(told: list[str], capsys: Captured) -> None:
    assert main(["dashboard", "--port", "70000"]) == 2
    said = capsys.readouterr().err
    assert "Port 70000 cannot be used here: ports are numbers up to 65535." in said
    assert "another program" not in said
    assert "localhost:70000" not in said, "it is open at no such place"


def test_a_user_without_a_home_gets_one(told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setenv("HOME", "")
    monkeypatch.setattr(Path, "home", nobody)
    assert main(["dashboard", "--port", "0"]) == 0
    assert os.environ["USERPROFILE" if os.name == "nt" else "HOME"] == str(ROOT)


def test_it_answers_until_it_is_stopped(tmp_path: Path) -> None:
    with socket.create_server(("localhost", 0)) as listening:
        port = listening.getsockname()[1]
    running = subprocess.Popen(
        [sys.executable, "-m", "assessment", "dashboard", "--port", str(port)],
        cwd=ROOT,
        env=os.environ | {"STREAMLIT_SERVER_HEADLESS": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert answers(f"http://localhost:{port}/_stcore/health", running)
    finally:
        running.terminate()
        said, _ = running.communicate(timeout=PATIENCE)
    assert f"http://localhost:{port}" in said
    assert "Traceback" not in said


def answers(address: str, running: subprocess.Popen[str]) -> bool:
    until = time.monotonic() + PATIENCE
    while running.poll() is None and time.monotonic() < until:
        with suppress(OSError), urlopen(address, timeout=1) as told:  # noqa: S310 (our own address)
            return bool(told.read() == b"ok")
        time.sleep(0.1)
    return False


def test_a_python_without_the_libraries_is_told(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "streamlit.web", None)
    monkeypatch.delitem(sys.modules, "streamlit.web.cli", raising=False)
    assert main(["dashboard", "--port", "0"]) == 2
    assert "use the project's own, .venv/bin/python" in capsys.readouterr().err


# --- The Python that is there

OTHERS = ["3.10.13 (main)", "3.14.0 (main)", "3.9.2"]


@pytest.mark.parametrize("version", OTHERS)
def test_another_python_is_told_in_one_sentence(version: str) -> None:
    """The package is looked at by a Python that takes itself for another."""
    number = tuple(int(part) for part in version.split()[0].split("."))
    pretends = (
        f"import sys; sys.version, sys.version_info = {version!r}, {number}; "
        "import runpy; runpy.run_module('assessment')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", pretends], cwd=ROOT, capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("This needs Python 3.11, 3.12 or 3.13, and this is Python 3.")
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_the_project_says_the_same_of_its_versions(capsys: Captured) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    first, last = assessment.SUPPORTED[0], assessment.SUPPORTED[-1]
    assert project["requires-python"] == f">={first[0]}.{first[1]},<{last[0]}.{last[1] + 1}"
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert project["version"] in capsys.readouterr().out
