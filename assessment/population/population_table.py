"""The rows of a published table: so many people, in an area, in a year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import RateBase, districts
from assessment.intake.files.file_tables import ArrivedFile, FileTable, in_quotes, rows_of, shown
from assessment.intake.mapping.people_counted import EXPECTED, people_counted
from assessment.numbers import count_of
from assessment.population.other_columns import counts_left_out, other_columns
from assessment.population.people_or_households import counted_in
from assessment.population.population_columns import PopulationColumns, columns_of
from assessment.population.sexes_and_ages import EVERY_AGE, Ages, Sex, ages_of, sex_of
from assessment.population.table_years import FIRST_YEAR, year_in, years_of_people

EXAMPLE = "code,name,year,people and a row such as E06000032,Luton,2023,231000"
DISTRICT = re.compile(r"(?:E0[6-9]|W06)\d{6}")
SMALL_AREA = re.compile(r"[EW]0[15]\d{6}")  # LSOAs and wards
# The code of a county, a region, a country, or of anything in Scotland or Northern Ireland.
ANY_CODE = re.compile(r"[A-Z]\d{8}|95[A-Z]\w{5}")
OF_ONE_SEX = re.compile(r"\b(?:fe)?males?\b", re.IGNORECASE)


@dataclass(frozen=True)
class PopulationRow:
    """How many people, or households, are in an area in a year; `where` is for messages.

    A small area is to be added up; its district may stand beside it, or not.
    """

    where: str
    code: str
    name: str
    small_code: str
    small_name: str
    is_small: bool
    year: int
    number: int
    sex: Sex = Sex.EVERYBODY
    ages: Ages = EVERY_AGE
    counted: RateBase = RateBase.RESIDENTS

    @property
    def is_of_everybody(self) -> bool:
        """Whether it is of both sexes and all ages."""
        return self.sex is Sex.EVERYBODY and self.ages == EVERY_AGE


def population_rows(
    arrived: ArrivedFile, faults: list[str], notices: list[str]
) -> list[PopulationRow]:
    """Return what the tables of a file say of districts and small areas of England and Wales.

    Adds every fault that it meets, and how many rows are about something else.
    """
    rows: list[PopulationRow] = []
    elsewhere = 0
    for file_table in _of_everybody(arrived.tables):
        columns = columns_of(file_table.header)
        if not columns.is_known:
            faults.append(
                f"{file_table.label} does not say how many people live where, nor how many "
                "households there are: expected columns "
                f"such as {EXAMPLE}; found {in_quotes(filter(None, file_table.header))}."
            )
        elif years := years_of_people(file_table, columns, faults):
            others = other_columns(file_table, columns)
            faults += others.faults()
            counted = counted_in(file_table, columns, others.kinds())
            notices += counts_left_out(file_table, columns, counted)
            table = _PopulationTable(file_table, columns, years, counted, faults)
            rows += table.rows()
            elsewhere += table.elsewhere()
    if elsewhere:
        notices.append(
            f"{count_of(elsewhere, 'row was', 'rows were')} left out, of Scotland, Northern "
            "Ireland, or of counties, regions and countries."
        )
    return rows


def _of_everybody(tables: Sequence[FileTable]) -> Sequence[FileTable]:
    """Leave out the sheets of one sex where others are of everybody."""
    return [table for table in tables if not OF_ONE_SEX.search(table.sheet or "")] or tables


@dataclass(frozen=True)
class _PopulationTable:
    """A table with what its columns are, and which of them are people, of which year."""

    file_table: FileTable
    columns: PopulationColumns
    years: dict[int, int | None]
    counted: RateBase
    faults: list[str]

    def rows(self) -> Iterator[PopulationRow]:
        """Yield the rows of districts or small areas; totals and notes are passed over."""
        for number, row in rows_of(self.file_table):
            cells = self._cells(row)
            for at in self.years:
                people = row[at].strip() if at < len(row) else ""
                if self._is_about_people(cells, people):
                    yield from self._row(
                        f"{self.file_table.label}, row {number:,}", cells, people, at
                    )

    def elsewhere(self) -> int:
        """Count the rows that are about another kind of area."""
        codes = (self._code(self._cells(row)) for _, row in rows_of(self.file_table))
        return sum(1 for code in codes if ANY_CODE.fullmatch(code) and not self._is_ours(code))

    def _cells(self, row: Sequence[str]) -> dict[str, str]:
        return {
            what: row[at].strip() if at < len(row) else "" for what, at in self.columns.at.items()
        }

    def _code(self, cells: dict[str, str]) -> str:
        return cells.get("small area code" if self.columns.is_of_small_areas else "code", "")

    def _is_ours(self, code: str) -> bool:
        pattern = SMALL_AREA if self.columns.is_of_small_areas else DISTRICT
        return bool(pattern.fullmatch(code))

    def _is_about_people(self, cells: dict[str, str], people: str) -> bool:
        code = self._code(cells)
        name = cells.get("small area name" if self.columns.is_of_small_areas else "name", "")
        if self._is_ours(code):
            return True
        # A note stands in the column of names as well, but has no people beside it.
        is_named = bool(name) and (bool(people) or districts().find(name) is not None)
        return not ANY_CODE.fullmatch(code) and (is_named or bool(code and people))

    def _row(
        self, where: str, cells: dict[str, str], text: str, at: int
    ) -> Iterator[PopulationRow]:
        year, people = self.years[at] or year_in(cells["year"]), people_counted(text)
        sex, ages = sex_of(cells.get("sex", "")), ages_of(cells.get("age", ""))
        if people is None and text == "0" and ages != EVERY_AGE:
            people = 0  # nobody of an age is no fault
        if year is None:
            self.faults.append(
                f"{where}: the year is '{shown(cells['year'])}'. Expected one from {FIRST_YEAR} "
                f"to {date.today().year}."
            )
        if people is None:
            self.faults.append(
                f"{where}, column '{shown(self.file_table.header[at])}': the number of "
                f"{self.counted.of_the_file} is "
                f"'{shown(text)}'. Expected {EXPECTED}: correct it, and load the file again."
            )
        for what, meaning in (("sex", sex), ("age", ages)):
            if meaning is None:
                self.faults.append(
                    f"{where}: the {what} is '{shown(cells[what])}', which is not understood. Keep "
                    "the rows of all persons alone, and load the file again."
                )
        if year and people is not None and sex and ages:
            yield PopulationRow(
                where,
                cells.get("code", ""),
                cells.get("name", ""),
                cells.get("small area code", ""),
                cells.get("small area name", ""),
                self.columns.is_of_small_areas,
                year,
                people,
                sex,
                ages,
                self.counted,
            )
