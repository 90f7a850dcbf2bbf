"""The columns of a published table that are not read, and what they make of its rows.

A column beside area, year, sex, age and number parts people or homes into groups, unless all its
cells say everybody: with a group taken for everybody every rate is wrong. One of measures says
whether people or households are counted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.definitions import RateBase
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import FileTable, in_quotes, rows_of
from assessment.intake.files.quotable import as_quotables
from assessment.population.people_or_households import WITH_SOMEBODY, kind_in
from assessment.population.population_columns import NAMES, PopulationColumns
from assessment.population.table_years import A_YEAR

MOST_NAMED = 4
# Said of the area, of the number or of the publication, and not of a group of people.
BESIDE = re.compile(
    r"(?:administrative )?geography.*|.*\b(?:region|country|county|nation|icb|police|force|csp)s?"
    r"\b.*|(?:area|la) type|(?:obs )?(?:status|conf(?:identiality)?)(?: name)?|(?:foot)?notes?"
    r"|comments?|sources?|urn|url|.*\bdate\b.*|freq(?:uency)?|calendar years?|.*\bwelsh\b.*|.*nmw"
)
# Where a small area is a row, what it lies in beside its district is said only of it.
AROUND = re.compile(r".*\b(?:\w*oa|layer|ward|parish|town|constituency)\w*\b.*|.*oa\d\d.*")
PART_OF_DISTRICT = re.compile(r"[EW]0[0-5]\d{6}")
BAND = re.compile(r"\d{1,3} ?(?:-|–|to) ?\d{1,3}|\d{1,3}\+")
OF_EVERYBODY = frozenset(
    plain(
        "all total totals any both sexes ages persons person people population residents resident "
        "usual household households in of the number numbers count counts value "
        "values estimate estimates estimated occupied mid year categories principal projection "
        "projections based not applicable"
    ).split()
)


@dataclass(frozen=True)
class OtherColumns:
    """What stands in each column of a table that is not read, by its heading."""

    label: str
    cells: Mapping[str, frozenset[str]]

    def kinds(self) -> frozenset[RateBase]:
        """Return what the cells say is counted: people, households, both or nothing."""
        whole = (cell for cells in self.cells.values() for cell in cells if _is_everybody(cell))
        return frozenset(kind for kind in map(kind_in, whole) if kind)

    def faults(self) -> Iterator[str]:
        """Say which columns part people or homes into groups, or mix the two."""
        for heading, cells in self.cells.items():
            if parts := sorted(cell for cell in cells if not _is_everybody(cell)):
                said = in_quotes(as_quotables(parts), MOST_NAMED)
                yield (
                    f"{self.label}: column '{heading}' says {said}, which may be a part of all "
                    "people or households. Keep only the rows that are of all of them, take the "
                    "column out, and load the file again."
                )
        if len(self.kinds()) > 1:
            yield f"{self.label} counts people in some rows, households in others: load them apart."


def other_columns(table: FileTable, columns: PopulationColumns) -> OtherColumns:
    """Look through the columns of a table that are not read for what is no number."""
    cells: dict[str, set[str]] = {}
    places = {at: name for at, name in enumerate(table.header) if _is_unread(at, name, columns)}
    for _, row in rows_of(table):
        for at, heading in places.items():
            if at < len(row) and _says_something(row[at]):
                cells.setdefault(heading, set()).add(row[at].strip())
    return OtherColumns(table.label, {name: frozenset(said) for name, said in cells.items()})


def counts_left_out(
    table: FileTable, columns: PopulationColumns, counted: RateBase
) -> Iterator[str]:
    """Name the columns that count households in a table of people, or people in one of these."""
    others = [
        name
        for at, name in enumerate(table.header)
        if at not in {*columns.at.values(), *columns.years}
        and kind_in(name) not in (None, counted)
        and any(re.fullmatch(pattern, plain(name)) for pattern in NAMES["people"])
    ]
    if others:
        yield (
            f"{in_quotes(others)} in {table.label} left out: it was loaded for its "
            f"{counted.of_the_file}. Give the others in a file of their own."
        )


def _is_unread(at: int, heading: str, columns: PopulationColumns) -> bool:
    name = plain(heading)
    read = [pattern for what in columns.at for pattern in NAMES[what] if what != "people"]
    around = columns.is_of_small_areas and AROUND.fullmatch(name)
    is_known = around or any(re.fullmatch(pattern, name) for pattern in read)
    is_read = at in {*columns.at.values(), *columns.years}
    return not (is_read or is_known or BESIDE.fullmatch(name))


def _says_something(cell: str) -> bool:
    """Tell words, a band or the code of a part of a district from numbers and other codes."""
    said = cell.strip()
    if PART_OF_DISTRICT.fullmatch(said) or BAND.fullmatch(said):
        return True
    is_code = " " not in said and any(letter.isdigit() for letter in said)
    return not is_code and any(letter.isalpha() for letter in said)


def _is_everybody(cell: str) -> bool:
    words = WITH_SOMEBODY.sub("households", plain(cell)).split()
    return all(word in OF_EVERYBODY or A_YEAR.fullmatch(word) for word in words)
