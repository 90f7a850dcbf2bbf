"""Writes an example's records as the extract that a police analyst would send."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from data.sample.authored_partnerships import Example, Layout, shape, small_areas
from data.sample.drawn_records import DrawnRecords, draw_records

COLUMNS = (
    "Crime reference",
    "Recorded date",
    "Offence",
    "Force",
    "District",
    "Ward",
    "LSOA code",
    "LSOA name",
    "Outcome",
    "Domestic abuse",
    "Hate crime",
    "Knife crime",
    "Alcohol related",
    "VAWG",
)
YES_OR_NO = (
    "knife-crime",
    "alcohol-related",
    "violence-against-women-and-girls",
)


def write_extract(example: Example, folder: Path) -> Path:
    """Write the extract of an example as CSV into a folder."""
    path = folder / f"{example.source}.csv"
    records = draw_records(example, shape(), small_areas())
    with path.open("w", encoding="utf-8", newline="") as file:
        for line in example.layout.title:
            file.write(f"{line}\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(example.layout.headers.get(column, column) for column in COLUMNS)
        writer.writerows(zip(*_columns(example, records), strict=True))
    return path


def _columns(example: Example, records: DrawnRecords) -> list[list[str]]:
    """Return the cells of every column, in the order of COLUMNS."""
    layout, n = example.layout, len(records.day)
    areas = records.areas
    return [
        [f"EXAMPLE-{example.reference}-{number:06}" for number in range(1, n + 1)],
        _dates(records.day, layout),
        _cells([offence.name for offence in shape().offences], records.offence),
        [example.force] * n,
        _cells(records.districts, records.district),
        _cells([*(area.ward for area in areas), ""], records.area),
        _cells([*(area.lsoa for area in areas), ""], records.area),
        _cells([*(area.lsoa_name for area in areas), ""], records.area),
        _cells(records.outcomes, records.outcome),
        _cells((layout.no, layout.yes), records.flags["domestic-abuse"].astype(np.int64)),
        _strands(records),
        *(
            _cells((layout.no, layout.yes), records.flags[flag].astype(np.int64))
            for flag in YES_OR_NO
        ),
    ]


def _cells(words: Sequence[str], position: npt.NDArray[np.int64]) -> list[str]:
    """Write the word at each position; the last word stands for position -1."""
    cells: list[str] = np.array(words, dtype=object)[position].tolist()
    return cells


def _strands(records: DrawnRecords) -> list[str]:
    return _cells([*shape().strands, ""], np.where(records.flags["hate-crime"], records.strand, -1))


def _dates(day: npt.NDArray[np.datetime64], layout: Layout) -> list[str]:
    days, position = np.unique(day, return_inverse=True)
    return _cells([date.strftime(layout.date_format) for date in days.astype(object)], position)
