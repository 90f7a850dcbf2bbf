"""What loading a file of small areas does, and what has been loaded of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assessment.intake.load_status import LoadStatus


@dataclass(frozen=True)
class AreaReport:
    """What a file of boundaries or a look-up holds: what of, how many, in which districts.

    `with_ward` counts the LSOAs that have a ward once it is loaded; None where it was only checked.
    """

    file: str
    status: LoadStatus
    what: str
    areas: int
    districts: tuple[str, ...]
    notices: tuple[str, ...] = ()
    with_ward: int | None = None

    def as_json(self) -> dict[str, Any]:
        """Return what `areas load --json` promises to other programs."""
        return {
            "file": self.file,
            "status": self.status.value,
            "what": self.what,
            "areas": self.areas,
            "districts": list(self.districts),
            "lsoas_with_ward": self.with_ward,
            "problems": list(self.notices),
        }


@dataclass(frozen=True)
class LoadedAreas:
    """What one file has brought of one kind; `vintage` is None for a look-up."""

    file: str
    kind: str
    vintage: int | None
    areas: int
    districts: tuple[str, ...]
    loaded_at: datetime
    loaded_by: str

    @property
    def what(self) -> str:
        """What it is, in words: wards of 2025, LSOAs and their wards."""
        return in_words(self.kind, self.vintage)


def in_words(kind: str, vintage: int | None) -> str:
    """Say what a file holds of areas."""
    kinds = {
        "ward": "wards",
        "lsoa": "LSOAs",
        "msoa": "MSOAs",
        "district": "districts",
        "lsoa-to-lsoa": "LSOAs and what they have become",
        "lsoa-to-ward": "LSOAs and their wards",
        "ward-to-ward": "wards and what they have become",
        "beat": "police beats and their wards or districts",
    }
    return f"{kinds[kind]} of {vintage}" if vintage else kinds[kind]
