"""The year of a published table, and what is written around it."""

import csv
import re
from datetime import date
from itertools import islice

from assessment.intake.files.file_tables import FileTable
from assessment.population.population_columns import PopulationColumns

FIRST_YEAR = 1981
MID_YEAR = re.compile(r"mid[- ]?(?:year[- ])?((?:19|20)\d\d)", re.IGNORECASE)
A_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def years_of_people(
    table: FileTable, columns: PopulationColumns, faults: list[str]
) -> dict[int, int | None]:
    """Return the columns of people with the year of each; None where every row says its own."""
    if "year" in columns.at and "people" in columns.at:
        return {columns.at["people"]: None}
    if columns.years:
        return dict(columns.years)
    if year := _year_around(table):
        return {columns.at["people"]: year}
    faults.append(
        f"{table.label} does not say of which year it is. Add a column 'Year', or put the year "
        "into the file's name, e.g. population-2023.csv."
    )
    return {}


def _year_around(table: FileTable) -> int | None:
    """Find the one year in the sheet's name, above the table, or in the file's name."""
    texts = texts_around(table)
    named = (set(pattern.findall(text)) for pattern in (MID_YEAR, A_YEAR) for text in texts)
    return next((int(years.pop()) for years in named if len(years) == 1), None)


def texts_around(table: FileTable) -> tuple[str, ...]:
    """Return the sheet's name, the lines above the table, and the file's name."""
    with table.path.open(encoding="utf-8-sig", newline="") as file:
        above = [" ".join(row) for row in csv.reader(islice(file, table.skip))]
    return (table.sheet or "", *above, table.name, table.file)


def year_in(text: str) -> int | None:
    """Read a year from 2023, Mid-2023 or 2023-06-30."""
    years = A_YEAR.findall(text)
    if len(years) != 1:
        return None
    year = int(years[0])
    return year if FIRST_YEAR <= year <= date.today().year else None
