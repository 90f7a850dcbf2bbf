"""Codes of areas: their kind, their year, and how a file of the ONS names their columns."""

import re
from dataclasses import dataclass
from enum import StrEnum


class AreaKind(StrEnum):
    """A kind of area, as files name it in their columns."""

    WARD = "ward"
    LSOA = "lsoa"
    MSOA = "msoa"
    DISTRICT = "district"

    @property
    def in_words(self) -> str:
        """What several of them are called."""
        return {"ward": "wards", "district": "districts"}.get(self.value, f"{self.upper()}s")


class LinkKind(StrEnum):
    """What a look-up leads from and to."""

    LSOA_TO_LSOA = "lsoa-to-lsoa"
    LSOA_TO_WARD = "lsoa-to-ward"
    WARD_TO_WARD = "ward-to-ward"
    BEAT = "beat"


KINDS = {
    "WD": AreaKind.WARD,
    "LSOA": AreaKind.LSOA,
    "MSOA": AreaKind.MSOA,
    "LAD": AreaKind.DISTRICT,
}
# LSOA21CD and LSOA21NM: the code and the name of an LSOA of 2021.
COLUMN = re.compile(r"(WD|LSOA|MSOA|LAD)(\d\d)(CD|NM)", re.IGNORECASE)
# Nine characters, of which the first three say what it is: E01 an LSOA of England.
CODES = {
    AreaKind.WARD: re.compile(r"[EW]05\d{6}"),
    AreaKind.LSOA: re.compile(r"[EW]01\d{6}"),
    AreaKind.MSOA: re.compile(r"[EW]02\d{6}"),
    AreaKind.DISTRICT: re.compile(r"(?:E0[6-9]|W06)\d{6}"),
}


@dataclass(frozen=True, order=True)
class AreaColumn:
    """What a column of codes or names is about."""

    kind: AreaKind
    vintage: int
    is_code: bool


def area_column(heading: str) -> AreaColumn | None:
    """Read a heading such as LSOA21CD; None where it is no such one."""
    match = COLUMN.fullmatch(heading.strip().lstrip("\ufeff"))
    if not match:
        return None
    prefix, year, what = match.groups()
    return AreaColumn(KINDS[prefix.upper()], 2000 + int(year), what.upper() == "CD")


def is_code(kind: AreaKind, text: str) -> bool:
    """Tell whether a text is written as the code of an area of a kind."""
    return bool(CODES[kind].fullmatch(text))
