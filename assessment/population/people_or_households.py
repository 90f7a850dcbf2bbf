"""Whether a published table counts people or households."""

import re
from collections.abc import Collection

from assessment.definitions import RateBase
from assessment.intake.files.file_tables import FileTable
from assessment.population.population_columns import PopulationColumns
from assessment.population.table_years import texts_around

HOUSEHOLDS = re.compile(r"(?<![a-z])(?:households?|hhs?)(?![a-z])", re.IGNORECASE)
PEOPLE = re.compile(r"(?<![a-z])(?:people|persons|residents|population)(?![a-z])", re.IGNORECASE)
WITH_SOMEBODY = re.compile(
    r"(?<![a-z])households with (?:at least one )?(?:usual )?residents?", re.IGNORECASE
)
# "Household projections, based on the 2018-based population projections" are of households.
WORKED_OUT_FROM = re.compile(
    r"(?<![a-z])(?:(?:based|founded|building) (?:up)?on|using|(?:derived|calculated|made) from"
    r"|consistent with|by applying|applied to)(?![a-z]).*",
    re.IGNORECASE | re.DOTALL,
)


def counted_in(
    table: FileTable, columns: PopulationColumns, measured: Collection[RateBase]
) -> RateBase:
    """Tell whether a table counts people or households.

    Its heading says so, else its cells of measures, `measured`, else what is around the table.
    """
    at = [columns.at["people"]] if "people" in columns.at else list(columns.years)
    headed = kind_in(" ".join(table.header[n] for n in at))
    around = map(kind_in, texts_around(table))
    return (
        headed
        or (min(measured) if measured else None)
        or (RateBase.HOUSEHOLDS if RateBase.HOUSEHOLDS in around else RateBase.RESIDENTS)
    )


def kind_in(text: str) -> RateBase | None:
    """Return what a text says is counted, if anything.

    "Households with residents" are households; "population in households" are people; what a table
    was worked out from is not what it counts.
    """
    text = WORKED_OUT_FROM.sub("", text)
    if PEOPLE.search(WITH_SOMEBODY.sub("households", text)):
        return RateBase.RESIDENTS
    return RateBase.HOUSEHOLDS if HOUSEHOLDS.search(text) else None
