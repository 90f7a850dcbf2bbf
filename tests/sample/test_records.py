"""The generated records: the same every time, apart from each other, calm, and plausible."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.sample import Example, examples, write_extract
from data.sample.authored_partnerships import RecordTotals, shape, small_areas
from data.sample.drawn_records import draw_records

YES = ("Y", "Yes")
PLACED = "District != ''"


def by_month(rows: pd.DataFrame, example: Example) -> list[int]:
    months = rows["Recorded date"].dt.strftime("%Y-%m").value_counts().to_dict()
    return [months.get(str(month), 0) for month in example.months]


def pearson_ratio(rows: pd.DataFrame, example: Example) -> float:
    """Return X² of years × months, over its degrees of freedom: 1 is what chance alone gives."""
    table = np.array(by_month(rows, example), dtype=float).reshape(len(example.periods), -1)
    expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0) / table.sum()
    freedom = (table.shape[0] - 1) * (table.shape[1] - 1)
    return float(((table - expected) ** 2 / np.maximum(expected, 1e-9)).sum() / freedom)


def named(example: Example) -> str:
    return example.name


every_example = pytest.mark.parametrize("example", examples(), ids=named)


@every_example
def test_the_same_bytes_every_time(example: Example, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first = write_extract(example, tmp_path)
    assert first.read_bytes() == write_extract(example, tmp_path / "again").read_bytes()


@every_example
def test_totals_are_those_authored(records: pd.DataFrame, example: Example) -> None:
    rows = records[records["extract"] == example.source]
    for period, months in enumerate(example.periods):
        inside = rows["Recorded date"].dt.to_period("M").astype(str).isin(map(str, months))
        found = rows[inside].value_counts(["District", "Offence"])
        for line in example.counts:
            assert found.get((line.district, line.name), 0) == line.totals[period], line


@every_example
def test_months_stray_less_than_chance_would_have_them(
    records: pd.DataFrame, example: Example
) -> None:
    rows = records[(records["extract"] == example.source) & (records["District"] != "")]
    for district, own in rows.groupby("District"):
        incident = own["Offence"].str.startswith("Anti-social")
        hate = own["Hate crime"] != ""
        abuse = own["Domestic abuse"].isin(YES)
        for series in (incident, ~incident, hate, abuse):
            assert pearson_ratio(own[series], example) <= 1, district


def test_no_month_of_a_district_is_in_two_extracts(records: pd.DataFrame) -> None:
    placed = records.query(PLACED).assign(month=records["Recorded date"].dt.to_period("M"))
    extracts = placed.groupby(["District", "month"])["extract"].nunique()
    assert extracts.max() == 1


def test_no_two_rows_share_a_reference(records: pd.DataFrame) -> None:
    assert records["Crime reference"].is_unique
    assert records["Crime reference"].str.fullmatch(r"EXAMPLE-[A-Z]{3}-\d{6}").all()


def test_every_district_of_essex_is_in_the_extract_that_stands_for_the_force(
    records: pd.DataFrame,
) -> None:
    force = records[records["extract"] == "example-maldon"].query(PLACED)
    assert (
        force.groupby(force["Recorded date"].dt.to_period("M"))["District"].nunique().eq(14).all()
    )


@every_example
def test_a_few_records_have_no_place(records: pd.DataFrame, example: Example) -> None:
    rows = records[records["extract"] == example.source]
    assert 0.0005 < (rows["District"] == "").mean() < 0.01
    in_known = rows[rows["District"].isin(small_areas().keys())]
    assert 0 < (in_known["LSOA code"] == "").mean() < 0.01


@every_example
def test_records_lie_unevenly_over_small_areas(records: pd.DataFrame, example: Example) -> None:
    (*_, district) = example.districts
    rows = records[(records["extract"] == example.source) & (records["District"] == district)]
    counts = rows.loc[rows["LSOA code"] != "", "LSOA code"].value_counts()
    busiest = counts.head(len(small_areas()[district]) // 5)
    assert 0.3 < busiest.sum() / counts.sum() < 0.7  # a fifth of the areas


@pytest.mark.parametrize(
    ("flag", "low", "high"),
    [
        ("Domestic abuse", 0.10, 0.25),  # a fifth of crime in England and Wales, less in 2016
        ("Knife crime", 0.002, 0.02),
        ("Alcohol related", 0.05, 0.15),
        ("VAWG", 0.08, 0.25),
    ],
)
def test_flags_are_plausible_shares_of_crime(
    records: pd.DataFrame, flag: str, low: float, high: float
) -> None:
    crime = records[~records["Offence"].str.startswith("Anti-social")]
    share = crime.groupby("extract")[flag].agg(lambda cells: cells.isin(YES).mean())
    assert share.between(low, high).all()


@every_example
def test_groups_are_plausible_shares_of_crime(records: pd.DataFrame, example: Example) -> None:
    crime = records[records["extract"] == example.source].query(
        "not Offence.str.startswith('Anti-social')"
    )
    violence = crime["Offence"].str.match("Homicide|Violence|Stalking|Death").mean()
    theft = crime["Offence"].str.contains("theft|Theft|Vehicle|Shoplifting").mean()
    assert 0.2 < violence < 0.5
    assert 0.15 < theft < 0.4


def test_more_flags_than_records_are_refused() -> None:
    few = Example(
        **{
            **examples()[0].__dict__,
            "counts": (RecordTotals("Maldon", "Shoplifting", (2, 2)),),
            "flags": (
                RecordTotals("Maldon", "hate-crime", (1, 0)),
            ),  # no shoplifting is hate crime
        }
    )
    with pytest.raises(ValueError, match="more records with hate-crime than can carry it"):
        draw_records(few, shape(), small_areas())
