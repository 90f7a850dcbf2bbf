"""Run the tests of what a change touches, the nearest first.

    .venv/bin/python -m tests.touched [--since main] [--steps 2] [--list] [options of pytest]

A test is touched if it has changed, or uses what has changed at whatever remove. Modules are used
by importing them, a query by its name, a page by its address, any other file by its name or the
name of its folder. Nothing has to be run or kept for this: it is read from the files as they are.
"""

import argparse
import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePath

import pytest

ROOT = Path(__file__).parents[1]
# The rules of the house are about every file.
ALWAYS = "tests/test_house.py"
# What goes through all of a folder names nothing in it.
OF_ALL = {
    "queries": "tests/store/test_queries.py",
    "assessment": "tests/permissions/test_permissions.py",
}
# Everything rests on these, though nothing names them.
GROUND = re.compile(
    r"pyproject\.toml|requirements.*\.txt|queries/schema/.*"
    r"|tests/(conftest|made_once|orders|properties)\.py"
)
# A module that is named in a text: to be imported later, or in a program that a test runs.
INCLUDE = re.compile(r"/\* include (\w+) \*/")
DOTTED = re.compile(r"\b((?:assessment|data|pages|tests)(?:\.\w+)+)(\.?$)?")
DASHBOARD = "dashboard.py"

Graph = dict[str, set[str]]


def main(arguments: list[str]) -> int:
    """Find the tests of what has changed, and run them."""
    parser = argparse.ArgumentParser(prog="tests.touched", description=__doc__.splitlines()[0])
    parser.add_argument("--since", default="HEAD", help="the commit to compare with")
    parser.add_argument("--steps", type=int, default=-1, help="how far to follow what uses what")
    parser.add_argument("--list", action="store_true", help="only name the tests")
    asked, further = parser.parse_known_args(arguments)
    changed = changed_since(asked.since)
    tests = touched_by(changed, uses_of(project_files()), asked.steps)
    if asked.list:
        sys.stdout.write("".join(f"{test}\n" for test in tests))
        return 0
    return int(pytest.main([*further, *tests]))


def changed_since(commit: str) -> list[str]:
    """Return the files that are not as they were where a commit was left, new ones too."""
    since = _git("diff", "--name-only", "--no-renames", "--merge-base", commit)
    return [*since, *_git("ls-files", "--others", "--exclude-standard")]


def project_files() -> list[str]:
    """Return every file of the project, also those that are to be committed."""
    listed = _git("ls-files", "--cached", "--others", "--exclude-standard")
    return [name for name in listed if (ROOT / name).exists()]


def _git(*asked: str) -> list[str]:
    return subprocess.check_output(("git", *asked), cwd=ROOT, text=True).splitlines()


def touched_by(changed: Iterable[str], users: Graph, steps: int = -1) -> list[str]:
    """Return the tests of what has changed, those that use it directly first.

    Not further than some steps from use to use, or to the end.
    """
    reached = dict.fromkeys(changed)
    if any(map(GROUND.fullmatch, reached)):
        return ["tests"]
    edge = list(reached)
    while edge and steps:
        edge = sorted({user for name in edge for user in users.get(name, ())} - reached.keys())
        reached |= dict.fromkeys(edge)
        steps -= 1
    tests = [name for name in reached if _is_test(name) and (ROOT / name).exists()]
    return list(dict.fromkeys([*tests, ALWAYS]))


def _is_test(name: str) -> bool:
    return name.startswith("tests/") and PurePath(name).match("test_*.py")


def uses_of(files: Collection[str]) -> Graph:
    """Return for every file of the project those that use it directly."""
    code = {name for name in files if name.endswith(".py")}
    called = defaultdict(set)
    for name in files:
        for one in _names(PurePath(name)):
            called[one].add(name)
    users: Graph = defaultdict(set)
    for name, user in (*_tests_of_all(files), *_parts_of_queries(files)):
        users[name].add(user)
    for name in code:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        said = {text for text in texts if isinstance(text, str)}
        used = _modules(tree, said, code) | _conftests(name) & code
        # The dashboard leads to every page, and whoever asks for one of them names it.
        if name != DASHBOARD:
            used |= set().union(*(called[one] for one in said & called.keys()))
            used |= _pages_visited(name, said) & code
        for one in used - {name}:
            users[one].add(name)
    return users


def _tests_of_all(files: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield every file of a folder that one test looks at as a whole, with that test."""
    for name in files:
        if test := OF_ALL.get(PurePath(name).parts[0]):
            yield name, test


def _parts_of_queries(files: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the file of every part of queries, with a query that includes it."""
    for name in files:
        if name.endswith(".sql"):
            for part in INCLUDE.findall((ROOT / name).read_text(encoding="utf-8")):
                yield f"queries/parts/{part}.sql", name


def _names(path: PurePath) -> set[str]:
    """Return how a file that is not imported is named by what uses it."""
    match path.suffix:
        case ".py":
            return {str(path)} if path.parent.name == "pages" or len(path.parts) == 1 else set()
        case ".sql":
            return {path.stem}
        case _:
            return {str(path), path.name} | (
                {path.parent.name} if path.parts[0] == "data" else set()
            )


def _modules(tree: ast.Module, texts: set[str], code: set[str]) -> set[str]:
    """Return the files of the modules that are imported or named."""
    named = {found for text in texts for found in DOTTED.findall(text)}
    dotted = {name for name, _ in named}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            dotted |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            dotted |= {node.module} | {f"{node.module}.{each.name}" for each in node.names}
    if texts >= {"-m", "assessment"}:  # the command line, run as a program
        dotted.add("assessment.__main__")
    found = {f"{_path(name)}{end}" for name in dotted for end in (".py", "/__init__.py")} & code
    # Whichever module of a folder is chosen later may be any of those in it, or below it.
    folders = {PurePath(_path(name)) for name, is_begun in named if is_begun}
    return found | {name for name in code if not folders.isdisjoint(PurePath(name).parents)}


def _path(name: str) -> str:
    return name.replace(".", "/")


def _conftests(name: str) -> set[str]:
    """Return what is imported for a test unasked, but for what is there for all of them."""
    folders = PurePath(name).parents[:-2] if name.startswith("tests/") else ()
    return {str(folder / "conftest.py") for folder in folders} - {name}


def _pages_visited(name: str, texts: set[str]) -> set[str]:
    """Return the pages whose address a test of pages goes to."""
    if not name.startswith(("tests/pages/", "tests/browser/")):
        return set()
    return {f"pages/{word}/page.py" for text in texts for word in re.findall(r"\w+", text)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
