"""The columns of a published table: of areas, of years and of numbers of people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import HeaderRules, Rows
from assessment.intake.files.header_row import SEARCHED_ROWS, filled

VINTAGE = r"(?: ?(?:\d\d|\d{4}))?"  # LAD23CD, LAD 2021 Code
SMALL = (
    "(?:lsoa|lower layer super output area|super output area lower layer|electoral ward|ward|wd)s?"
    rf"{VINTAGE}"
)
DISTRICT = "lad|ltla|la|laua|local authority|local authority district|district|area|authority"
LARGE = rf"(?:{DISTRICT}){VINTAGE}"
# Rows of an LSOA or a ward are small areas alike: what decides is their district.
# What a column is about, by its name reduced to words; of several that fit, the first here counts.
NAMES = {
    "small area code": (rf"{SMALL}(?: ?(?:cd|code))?",),
    "small area name": (rf"{SMALL} ?(?:nm|name)",),
    "code": (rf"{LARGE} ?(?:cd|code){VINTAGE}", "(?:ons |gss )?code", "geography code", "mnemonic"),
    "name": (
        rf"{LARGE} ?(?:nm|name){VINTAGE}",
        "name",
        "local authority district unitary.*",
        rf"{LARGE}",
        "geography(?: name)?",
    ),
    "year": ("(?:mid )?year", "date", "date name", "(?:time )?period", "time"),
    "sex": ("(?:sex|gender)(?: (?:name|label|2 categories))?",),
    "age": ("age(?: (?:group|band|name|label|in years|years|single year))?",),
    "people": (
        "people|persons|(?:usual )?residents|all usual residents",
        "(?:total |resident )?population|pop|(?:mid year )?population estimates?",
        "all (?:ages|persons|people)",
        "(?:(?:total|all|number of|estimated|occupied) ?)*households(?: estimates?| with .*)?",
        "total|obs value|value|observation|estimate|count",
    ),
}
# A column for a year: 2022, Mid-2022, population_2022, Estimated population mid-2022.
OF_A_YEAR = re.compile(
    r"(?:(?:estimated|population|pop|people|persons|households|estimate|all ages|total|mid"
    r"|mid year) ?)*"
    r"((?:19|20)\d\d)(?: (?:population|estimates?))?"
)


@dataclass(frozen=True)
class PopulationColumns:
    """Where a table says what; `years` are the columns that each give the people of a year."""

    at: dict[str, int]
    years: dict[int, int]

    @property
    def is_known(self) -> bool:
        """Whether the table says how many people are where."""
        return bool(self.areas and ("people" in self.at or self.years))

    @property
    def areas(self) -> list[str]:
        """What says where people are."""
        return [what for what in self.at if what not in ("year", "people", "sex", "age")]

    @property
    def is_of_small_areas(self) -> bool:
        """Whether a row is a small area, to be added up."""
        return "small area code" in self.at or "small area name" in self.at


def columns_of(header: Sequence[str]) -> PopulationColumns:
    """Return where a row of column names says what."""
    names = [plain(name) for name in header]
    places = {what: _first(names, patterns) for what, patterns in NAMES.items()}
    years = {
        at: int(match[1]) for at, name in enumerate(names) if (match := OF_A_YEAR.fullmatch(name))
    }
    return PopulationColumns({what: at for what, at in places.items() if at is not None}, years)


def _first(names: Sequence[str], patterns: Sequence[str]) -> int | None:
    fitting = (
        at for pattern in patterns for at, name in enumerate(names) if re.fullmatch(pattern, name)
    )
    return next(fitting, None)


def _scores(rows: Rows) -> Iterator[int]:
    for row in rows[:SEARCHED_ROWS]:
        columns = columns_of(row)
        yield len(columns.at) + columns.is_known * len(NAMES)


def _find(rows: Rows) -> int | None:
    scores = list(_scores(rows))
    if any(scores):
        return scores.index(max(scores))
    return next((at for at, row in enumerate(rows) if filled(row) >= 2), None)


def _worth(rows: Rows, header_at: int) -> tuple[int, int]:
    return len(columns_of(rows[header_at]).at), filled(rows[header_at])


def _is_known(row: Sequence[str]) -> bool:
    return columns_of(row).is_known


POPULATIONS = HeaderRules(_find, _worth, _is_known)
