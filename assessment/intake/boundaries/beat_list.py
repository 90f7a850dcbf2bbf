"""A list of police beats: which ward or district each is in, as a force hands it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.areas.area_codes import LinkKind
from assessment.definitions import districts
from assessment.definitions.spelling import plain
from assessment.intake.boundaries.area_link import AreaLink
from assessment.intake.files.file_tables import shown

BEAT = ("beat code", "beat", "beat name", "police beat", "policing beat")
WARD = ("ward name", "ward", "electoral ward", "ward code")
DISTRICT = ("district", "district name", "local authority", "local authority district", "council")


@dataclass(frozen=True)
class BeatColumns:
    """Where a list's columns are; it has a ward, a district or both."""

    beat: int
    ward: int | None
    district: int | None

    def link(self, row: Sequence[str]) -> AreaLink:
        """Read a row; the district is the one that is meant, if it is known."""
        ward, district = self._cell(row, self.ward), self._cell(row, self.district)
        known = districts().find(district)
        name = known.name if known else None
        # What tells the lines of one beat apart.
        area = ", ".join(filter(None, (ward, name)))
        return AreaLink(LinkKind.BEAT, self._cell(row, self.beat), area, ward, name)

    def fault(self, row: Sequence[str]) -> str | None:
        """Say what is wrong with a row; None where nothing is."""
        district = self._cell(row, self.district)
        if not self._cell(row, self.beat):
            return "expected the code or name of a beat, found nothing."
        if district and not districts().find(district):
            return f"'{shown(district)}' is not a district of England or Wales that we know."
        if not district and not self._cell(row, self.ward):
            return "expected the ward or the district of the beat, found neither."
        return None

    @staticmethod
    def _cell(row: Sequence[str], at: int | None) -> str:
        return row[at].strip() if at is not None and at < len(row) else ""


def beat_columns(header: Sequence[str]) -> BeatColumns | None:
    """Find the columns of a list of beats in a header; None where it is no such list."""
    places = {plain(text): at for at, text in reversed(list(enumerate(header)))}
    beat, ward, district = (
        next((places[name] for name in names if name in places), None)
        for names in (BEAT, WARD, DISTRICT)
    )
    if beat is None or (ward is None and district is None):
        return None
    return BeatColumns(beat, ward, district)
