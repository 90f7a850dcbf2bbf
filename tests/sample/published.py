"""The survey figures that Medway's report prints, and how it prints them."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PUBLISHED = Path(__file__).parents[2] / "data" / "sample" / "published_figures.csv"
with PUBLISHED.open(encoding="utf-8", newline="") as file:
    SURVEYS = [figure for figure in csv.DictReader(file) if figure["kind"] == "survey"]
WAVES = {
    "online survey September 2023": "medway-online-2023-09",
    "citizens' panel Q2": "medway-panel-2023-q2",
}


def share(count: int, base: int) -> str:
    """Return a percentage as the report prints it: whole, half away from zero."""
    return str((Decimal(100) * count / base).quantize(Decimal(1), ROUND_HALF_UP))


def named(figure: dict[str, str]) -> str:
    return f"{figure['base']}: {figure['measure']}"
