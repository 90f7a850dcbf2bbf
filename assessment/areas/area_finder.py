"""The small area, ward and district that positions lie in, by the boundaries that are loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assessment.areas.area_codes import AreaKind
from assessment.store import Store, Writer

if TYPE_CHECKING:
    from assessment.areas.outlines import Outlines

Coordinates = npt.NDArray[np.float64]
Names = npt.NDArray[np.object_]


@dataclass(frozen=True)
class FoundAreas:
    """For each of some positions its LSOA by code, ward and district by name; None for no such."""

    lsoas: Names
    wards: Names
    districts: Names

    @property
    def is_inside(self) -> npt.NDArray[np.bool_]:
        """Tell which of the positions lie in any area."""
        return np.array(
            (self.lsoas != None) | (self.wards != None) | (self.districts != None)  # noqa: E711
        )


class _Layer:
    """The boundaries of one kind: code, name, district and outline of each, read when asked."""

    def __init__(self, reader: Store | Writer, kind: AreaKind) -> None:
        self._reader, self._kind = reader, kind

    @cached_property
    def areas(self) -> Sequence[tuple[str, str, str | None, bytes]]:
        return self._reader.rows("boundaries_of_kind", kind=self._kind.value)

    @cached_property
    def outlines(self) -> "Outlines":
        from assessment.areas.outlines import Outlines

        return Outlines([shape for *_, shape in self.areas])

    def at(self, longitudes: Coordinates, latitudes: Coordinates) -> npt.NDArray[np.int64]:
        """Return which of the areas each position is in; -1, the last of any list, for none."""
        if not self.areas:
            return np.full(len(longitudes), -1, dtype=np.int64)
        return self.outlines.at(longitudes, latitudes)

    def column(self, number: int) -> Names:
        """Return the codes, names or districts of the areas, and None for what is in none."""
        return np.array([*(area[number] for area in self.areas), None], dtype=object)


class AreaFinder:
    """The boundaries that are loaded, to be asked what positions lie in."""

    def __init__(self, reader: Store | Writer) -> None:
        self._lsoas, self._wards, self._districts = (
            _Layer(reader, kind) for kind in (AreaKind.LSOA, AreaKind.WARD, AreaKind.DISTRICT)
        )
        # Outlines are many bytes, and most files need none of them.
        self.has_boundaries = bool(reader.rows("kinds_of_boundaries"))

    def at(self, longitudes: Coordinates, latitudes: Coordinates) -> FoundAreas:
        """Return what each position lies in: the district is the ward's, else the LSOA's."""
        lsoa, ward, district = (
            layer.at(longitudes, latitudes) for layer in (self._lsoas, self._wards, self._districts)
        )
        districts = self._wards.column(2)[ward]
        for layer, places in ((self._lsoas, lsoa), (self._districts, district)):
            districts = np.where(districts == None, layer.column(2)[places], districts)  # noqa: E711
        return FoundAreas(self._lsoas.column(0)[lsoa], self._wards.column(1)[ward], districts)
