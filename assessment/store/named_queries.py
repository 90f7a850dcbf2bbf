"""Named SQL: one query a file under queries/, with a header that declares its parameters.

    -- name: coverage_of_districts(districts, measure_set)
    -- Months that extracts cover in some districts, one row per source, district and month.

What several queries have in common is a part, in queries/parts, that they include by its name:

    WITH /* include chosen_sources */

Values reach a query as parameters only; no SQL text is ever built from one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Self

from assessment.errors import DefinitionFault

QUERIES = Path(__file__).parents[2] / "queries"
HEADER = re.compile(r"-- name: (?P<name>\w+)\((?P<parameters>[\w, ]*)\)\n-- (?P<purpose>\S.*)")
PART = re.compile(r"-- part: (?P<name>\w+)\n-- \S.*\n(?P<text>(?s:.+))")
INCLUDE = re.compile(r"/\* include (\w+) \*/")
# Folders of files that are no queries by themselves.
APART = {"schema", "parts"}
PARAMETER = re.compile(r"(?<!\$)\$([a-z_]\w*)")
COMMENT = re.compile(r"--[^\n]*")


@dataclass(frozen=True)
class Query:
    """A statement with its name, what it counts, its parameters and the file it is in."""

    name: str
    purpose: str
    parameters: frozenset[str]
    sql: str
    path: Path


def read_query(path: Path) -> Query:
    """Read one file, checking that its header tells the truth about it."""
    text = INCLUDE.sub(lambda include: _part(include[1]), path.read_text(encoding="utf-8"))
    header = HEADER.match(text)
    if not header or header["name"] != path.stem:
        raise DefinitionFault(
            f"{path.name} must begin with '-- name: {path.stem}(…)' and its purpose."
        )
    declared = frozenset(re.findall(r"\w+", header["parameters"]))
    used = frozenset(PARAMETER.findall(COMMENT.sub("", text)))
    if declared != used:
        raise DefinitionFault(f"{path.name} declares {sorted(declared)} but uses {sorted(used)}.")
    return Query(path.stem, header["purpose"], declared, text, path)


@cache
def _part(name: str) -> str:
    """Read what several queries include, without its header."""
    path = QUERIES / "parts" / f"{name}.sql"
    part = PART.fullmatch(path.read_text(encoding="utf-8")) if path.is_file() else None
    if not part or part["name"] != name:
        raise DefinitionFault(f"There is no {path.name} that begins with '-- part: {name}'.")
    return part["text"].rstrip()


def queries() -> Mapping[str, Query]:
    """Return every query by name; two files may not share one."""
    return {name: named_query(name) for name in _files()}


@cache
def _files() -> Mapping[str, Path]:
    files = sorted(path for path in QUERIES.rglob("*.sql") if path.parent.name not in APART)
    named = {path.stem: path for path in files}
    if len(named) != len(files):
        raise DefinitionFault("Two files under queries/ have the same name.")
    return named


@cache
def named_query(name: str) -> Query:
    """Return one query: a command that asks for a few does not wait for hundreds to be read."""
    return read_query(_files()[name])


def query(name: str, values: Mapping[str, object]) -> Query:
    """Return a query, refusing parameters that it does not declare or lacks."""
    named = named_query(name)
    if named.parameters != values.keys():
        raise TypeError(f"{name} takes {sorted(named.parameters)}, not {sorted(values)}")
    return named


class BoundQuery(NamedTuple):
    """The name of a query with the values it is run with, as a key that answers are kept by."""

    name: str
    values: tuple[tuple[str, object], ...]

    @classmethod
    def of(cls, name: str, /, **values: object) -> Self:
        """Return a query with its values, lists among them as tuples."""
        fixed = (tuple(value) if isinstance(value, list) else value for value in values.values())
        return cls(name, tuple(zip(values, fixed, strict=True)))

    @property
    def parameters(self) -> dict[str, Any]:
        """The values by parameter, as the store takes them."""
        return {
            name: list(value) if isinstance(value, tuple) else value for name, value in self.values
        }
