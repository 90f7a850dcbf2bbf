"""Every change that the reports print, counted again from the generated rows with pandas."""

import csv
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest

PUBLISHED = Path(__file__).parents[2] / "data" / "sample" / "published_figures.csv"
with PUBLISHED.open(encoding="utf-8", newline="") as file:
    FIGURES = list(csv.DictReader(file))
CHANGES = [figure for figure in FIGURES if figure["kind"] == "change"]
DIRECTIONS = [figure for figure in FIGURES if figure["kind"] == "direction"]

# What a report means by a measure, in the words of the extracts.
MEANT: dict[str, Callable[[pd.DataFrame], "pd.Series[bool]"]] = {
    "All crime": lambda rows: ~rows["Offence"].str.startswith("Anti-social"),
    "Anti-social behaviour": lambda rows: rows["Offence"].str.startswith("Anti-social"),
    "Burglary": lambda rows: rows["Offence"].str.endswith("burglary"),
    "Drug offences": lambda rows: rows["Offence"].str.endswith("of drugs"),
    "Hate crime": lambda rows: ~rows["Hate crime"].isin(["", "N", "No"]),
    "Possession of weapons": lambda rows: rows["Offence"].str.startswith("Possession of weapons"),
    "Public order": lambda rows: rows["Offence"].str.startswith("Public order"),
}


def dates(period: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Read the two ways in which the reports write these periods."""
    if summer := re.fullmatch(r"1 April to 31 August (\d{4})", period):
        return pd.Timestamp(f"{summer[1]}-04-01"), pd.Timestamp(f"{summer[1]}-08-31")
    year = re.search(r"(\d{4})/\d\d$", period)
    assert year, period
    return pd.Timestamp(f"{year[1]}-04-01"), pd.Timestamp(f"{int(year[1]) + 1}-03-31")


def count(records: pd.DataFrame, figure: dict[str, str], period: str) -> int:
    """Count a measure in a place; Essex is everything its force recorded."""
    place = "Force" if figure["place"] == "Essex" else "District"
    name = "Essex Police" if figure["place"] == "Essex" else figure["place"]
    first, last = dates(period)
    rows = records[(records[place] == name) & records["Recorded date"].between(first, last)]
    return int(MEANT[figure["measure"]](rows).sum())


def percent(previous: int, current: int, decimals: str) -> Decimal:
    """Round half away from zero, as the reports do."""
    exact = Decimal(100) * (current - previous) / previous
    return exact.quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP)


def named(figure: dict[str, str]) -> str:
    return f"{figure['place']}: {figure['measure']}"


@pytest.mark.parametrize("figure", CHANGES, ids=named)
def test_a_printed_change_comes_out_of_the_rows(
    records: pd.DataFrame, figure: dict[str, str]
) -> None:
    previous = count(records, figure, figure["compared_with"])
    current = count(records, figure, figure["period"])
    printed = Decimal(figure["percent_as_printed"])
    assert percent(previous, current, figure["decimals"]) == printed
    for name, found in (
        ("previous", previous),
        ("current", current),
        ("difference", current - previous),
    ):
        assert figure[name] in ("", str(found))  # a blank was not printed


@pytest.mark.parametrize("figure", DIRECTIONS, ids=named)
def test_a_printed_direction_comes_out_of_the_rows(
    records: pd.DataFrame, figure: dict[str, str]
) -> None:
    assert figure["note"] == "decreased"
    assert count(records, figure, figure["period"]) < count(
        records, figure, figure["compared_with"]
    )


def test_burglary_is_7_percent_however_it_is_rounded(records: pd.DataFrame) -> None:
    (burglary,) = (figure for figure in CHANGES if figure["measure"] == "Burglary")
    previous = count(records, burglary, burglary["compared_with"])
    assert previous >= 100
    assert percent(previous, count(records, burglary, burglary["period"]), "1") == Decimal("-7.0")


def test_every_printed_change_is_here() -> None:
    assert (len(CHANGES), len(DIRECTIONS)) == (6, 3)
