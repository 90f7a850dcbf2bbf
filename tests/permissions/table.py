"""The table of who may ask what, made by asking."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.permissions.trying import (
    DECIDES_ITSELF,
    ELSEWHERE,
    NOBODY,
    everybody,
    outcome,
    public_functions,
)

HEAD = """# Who may ask what

Made by `python -m tests.permissions docs/permissions.md`, which asks every public function as
somebody of each role, about what is their partnership's own and, in the last two columns, as the
owner of another partnership and as nobody's member. A test makes it anew and compares.

*yes*: answered. *signed off*: what is signed off is answered, and of a draft nobody learns that it
exists. *–*: refused. *unknown*: the answer is that there is no such thing. A function that lists
(`assessments`, `waves`, `surveys`) is answered to whoever may read, and lists what they may see.
What a force recorded is read by every partnership; what a partnership decides or asks is its own.
Until people sign in, everybody at this machine is the owner of everything.
"""
PEOPLE = (*(role.name for role in Role), ELSEWHERE, NOBODY)
TITLES = (*(role.value for role in Role), "owner elsewhere", "no member")


def table() -> str:
    """Return the whole page."""
    with TemporaryDirectory() as folder:
        return "\n".join([HEAD, *_rows(Path(folder) / "tried.duckdb"), ""])


def _rows(path: Path) -> Iterator[str]:
    yield f"| function | {' | '.join(TITLES)} |"
    yield f"|---|{'---|' * len(TITLES)}"
    with everybody(path) as (store, own, _):
        for name, function in sorted(public_functions()):
            if name not in DECIDES_ITSELF:
                people = [Workspace(store, Person(who)) for who in PEOPLE]
                told = [outcome(name, function, asks, own) for asks in people]
                yield f"| {name.removeprefix('assessment.')} | {' | '.join(told)} |"
