"""Ask everything of the command line, and write down what it says.

    .venv/bin/python -m tests.same.commands FOLDER

Each command has a numbered file in the folder: its line, its exit status, and what it printed. Two
runs of the same code write the same files; `tests.same.compare` tells what differs.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

from assessment.__main__ import main as ask
from tests.same.asked import Part, parts
from tests.same.fixed import Fixed, with_fixed_surroundings
from tests.same.given import write_files

STORE = "ASSESSMENT_STORE"


@dataclass(frozen=True)
class Said:
    """What came of a command."""

    status: object
    out: str
    beside: str


def main(arguments: list[str]) -> int:
    """Ask every command, in a folder that is gone afterwards."""
    parser = argparse.ArgumentParser(
        prog="tests.same.commands", description=__doc__.splitlines()[0]
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to; it is made anew")
    folder: Path = parser.parse_args(arguments).folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ.clear()
    os.environ.update(SURROUNDINGS)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as here, chdir(here):
        fixed = Fixed({Path(here).resolve(): "FOLDER"})
        number = 0
        for number, (line, said) in enumerate(_everything(Path(here).resolve()), 1):
            written = f"$ python -m assessment {line}\nexit status: {said.status}\n"
            written += f"--- stdout\n{said.out}--- stderr\n{said.beside}"
            name = re.sub(r"[^a-z0-9]+", "-", line.lower()).strip("-")[:80]
            (folder / f"{number:03}-{name}.txt").write_text(fixed(written), encoding="utf-8")
    sys.stdout.write(f"{number} commands in {time.monotonic() - began:.0f} seconds: {folder}\n")
    return 0


SURROUNDINGS = with_fixed_surroundings()


def _everything(here: Path) -> Iterator[tuple[str, Said]]:
    write_files(here / "given")
    examples = here / "examples.duckdb"
    os.environ[STORE] = str(examples)
    yield "init --examples", _in_this_process(["init", "--examples"])
    for part in parts():
        yield from _part(part, here, examples)


def _part(part: Part, here: Path, examples: Path) -> Iterator[tuple[str, Said]]:
    folder = here / part.name.replace(" ", "-")
    folder.mkdir()
    os.environ[STORE] = str(folder / "assessment.duckdb")
    if part.begins_with == "examples":
        shutil.copy(examples, folder / "assessment.duckdb")
    run = _in_its_own if part.is_alone else _in_this_process
    for line in part.lines:
        yield line, run(list(_words(line)))


def _words(line: str) -> Iterator[str]:
    """Read a line as a shell does; {copy} is the latest copy of the store that was asked for."""
    for word in shlex.split(line):
        if word == "{copy}":
            yield str(max(Path("copies").glob("*.duckdb"), key=_number))
        elif "*" in word:
            yield from sorted(map(str, Path().glob(word)))
        else:
            yield word


def _number(copy: Path) -> int:
    return int(copy.name.rpartition("-no-")[2].partition("-")[0])


def _in_its_own(words: list[str]) -> Said:
    command = [sys.executable, "-m", "assessment", *words]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8")
    return Said(ended.returncode, ended.stdout, ended.stderr)


def _in_this_process(words: list[str]) -> Said:
    out, beside = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    status: object
    with redirect_stdout(out), redirect_stderr(beside):
        try:
            status = ask(words)
        except SystemExit as left:
            status = left.code
        except Exception as fault:  # a bug, which is to stay what it is
            status = f"{type(fault).__name__}: {fault}"
    return Said(status, *map(_read, (out, beside)))


def _read(stream: TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
