"""What a source may be called, and what its name says of whose records it sends."""

import re
from collections.abc import Collection, Sequence
from pathlib import PurePath

from assessment.definitions import POLICE, districts
from assessment.definitions.spelling import plain
from assessment.errors import InvalidRequest
from assessment.intake.files.file_tables import FileTable

SOURCE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# The sources of the example partnerships begin so: nobody's own data may stand among them.
EXAMPLES = "example-"

OF_POLICE = frozenset({"police", "constabulary"})
# Others that write down crimes in the words of the police, or incidents that look like them.
OF_OTHERS = frozenset(
    (
        *("bid", "bids", "shop", "shops", "shopwatch", "retail", "retailer", "retailers", "store"),
        *("business", "businesses", "pubwatch", "school", "schools", "college", "university"),
        *("council", "councils", "borough", "housing", "homes", "landlord", "landlords", "estate"),
        *("tenancy", "tenants", "association", "nhs", "hospital", "ambulance", "health", "fire"),
        *("probation", "prison", "court", "courts", "wardens", "warden", "patrol", "patrols"),
        *("security", "cctv", "rail", "railway", "transport", "bus", "buses", "station", "charity"),
        *("refuge", "idva", "marac", "licensing", "noise", "environment", "parks", "youth", "yot"),
    )
)


def must_name_a_source(source: str, *, synthetic: bool = False) -> None:
    """Raise InvalidRequest where a source cannot be called so."""
    if not SOURCE_ID.fullmatch(source):
        raise InvalidRequest(
            f"'{source}' cannot name a source. Use lower-case letters, digits and hyphens, "
            "e.g. essex-police."
        )
    if source.startswith(EXAMPLES) and not synthetic:
        raise InvalidRequest(
            f"The source {source} is an example's: its records go when the examples are removed. "
            "Choose another name."
        )


def names_the_police(source: str) -> bool:
    """Tell whether a source is called after a police force, or after the police."""
    words = plain(source)
    return not OF_POLICE.isdisjoint(words.split()) or districts().find_force(words) is not None


def names_another(source: str) -> bool:
    """Tell whether a source is called after somebody else: "town-centre-bid"."""
    return not OF_OTHERS.isdisjoint(plain(source).split()) and not names_the_police(source)


def proposed_name(data_set: str, forces: Collection[str], *, of_counts: bool = False) -> str:
    """Propose what a source is called that nobody named: after its force, or its data set.

    Counts have a source of their own, as they would stand beside the records that they count.
    """
    name = _of_force(forces) if data_set == POLICE else data_set
    return f"{name}-counts" if of_counts else name


def names_of_files(tables: Sequence[FileTable]) -> str:
    """Return what a file, its members and its sheets are called, as one text."""
    names = (
        name
        for table in tables
        for name in (PurePath(table.file).stem, PurePath(table.name).stem, table.sheet or "")
    )
    return " ".join(dict.fromkeys(filter(None, names)))


def _of_force(forces: Collection[str]) -> str:
    if len(forces) != 1:
        return POLICE
    (force,) = forces
    name = "-".join(plain(force).split())
    return f"{name}-police" if OF_POLICE.isdisjoint(name.split("-")) else name
