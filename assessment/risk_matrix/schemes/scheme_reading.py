"""Schemes read with the indicators that there are: the product's own, and those that are kept."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from assessment.definitions import DATA, Scheme
from assessment.definitions.schemes import scheme_files
from assessment.definitions.toml_reader import Fault
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS


@cache
def shipped_schemes() -> Mapping[str, Scheme]:
    """Return the schemes of the risk matrix that come with the product, by id."""
    return scheme_files.read_schemes(DATA / "definitions" / "schemes", INDICATORS)


def read_scheme(
    body: Mapping[str, Any], author: str, dated: date, based_on: str | None = None
) -> Scheme:
    """Read a scheme as `as_body` writes it; raises DefinitionFault with every fault."""
    return scheme_files.read_scheme(body, author, dated, based_on, indicators=INDICATORS)


def faults_of(scheme: Scheme) -> tuple[Fault, ...]:
    """Return everything that is wrong with a scheme that is still being written."""
    return scheme_files.faults_of(scheme, INDICATORS)
