"""Where no store can be used it is said, with what to do, and nothing is made or offered."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assessment.errors import StoreUnavailable
from assessment.store import Store
from assessment.store.beside.location import VARIABLE
from assessment.store.store_check import must_be_a_store
from tests.store.test_restoring import killed
from tests.store.unprivileged import not_to_be_written, without_privilege

# What a page says while there is no store, and how many buttons it has.
PAGE = """
from streamlit.testing.v1 import AppTest
at = AppTest.from_file("dashboard.py", default_timeout=60).run()
print(at.error[0].value.replace(chr(92), ""))
print("buttons", len(at.button))
"""


def made(path: Path) -> None:
    Store.open(path, create=True).close()


def left_by_a_killed_program(path: Path) -> None:
    killed(path, 1, 1)


def none(_path: Path) -> None:
    pass


@pytest.mark.parametrize("make", [made, left_by_a_killed_program, none])
def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_offered(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "folder" / "assessment.duckdb"
    path.parent.mkdir()
    make(path)
    before = {file: file.stat() for file in path.parent.rglob("*")}
    with not_to_be_written(path.parent):
        run = without_privilege("-m", "assessment", "partnership", "list", "--store", str(path))
        page = without_privilege("-c", PAGE, **{VARIABLE: str(path)})
    words = f"The store's folder {path.parent} cannot be written to: Permission denied. Nothing"
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert run.stderr.startswith(words)
    assert "See that you may write there, or name a file in another folder" in run.stderr
    assert page.stdout.startswith(words), page.stderr
    assert page.stdout.endswith("buttons 0\n")
    assert {file: file.stat().st_mtime_ns for file in path.parent.rglob("*")} == {
        file: stat.st_mtime_ns for file, stat in before.items()
    }


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "new" / "assessment.duckdb"
    path.parents[1].mkdir()
    with not_to_be_written(path.parents[1]):
        run = without_privilege("-m", "assessment", "init", "--store", str(path))
    assert run.stderr.startswith(
        f"The store's folder {path.parent} cannot be made: Permission denied. Nothing"
    )


def test_a_store_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "assessment.duckdb"
    made(path)
    path.chmod(0o400)
    run = without_privilege("-m", "assessment", "partnership", "list", "--store", str(path))
    assert run.stderr.startswith(f"{path} cannot be opened or made: Permission denied. See that")


def test_what_is_no_store_does_not_hinder_the_next(tmp_path: Path) -> None:
    """One DuckDB looks into all of them: what it was shown before must not count."""
    good, other, damaged = (tmp_path / f"{name}.duckdb" for name in ("good", "other", "damaged"))
    made(good)
    with duckdb.connect(other) as connection:
        connection.execute("CREATE TABLE theirs (a INTEGER)")
    content = bytearray(good.read_bytes())
    content[4096:8192] = bytes(4096)
    damaged.write_bytes(content)
    for file in (other, damaged):
        with pytest.raises(StoreUnavailable):
            must_be_a_store(file)
        must_be_a_store(good)
