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
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class FoundAreas:
    """What each of some positions lies in: the numbers of its LSOA, ward and district; 0 for none.

    `lsoa_codes`, `ward_names` and `districts` are what the numbers mean, counted from 1.
    """

    lsoa: Numbers
    ward: Numbers
    district: Numbers
    lsoa_codes: Sequence[str]
    ward_names: Sequence[str]
    districts: Sequence[str]

    @property
    def is_inside(self) -> npt.NDArray[np.bool_]:
        """Tell which of the positions lie in any area."""
        return (self.lsoa > 0) | (self.ward > 0) | (self.district > 0)


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

    def at(self, longitudes: Coordinates, latitudes: Coordinates) -> Numbers:
        """Return the number of the area that each position is in, from 1; 0 for none."""
        if not self.areas:
            return np.zeros(len(longitudes), dtype=np.int64)
        return self.outlines.at(longitudes, latitudes) + 1

    def districts_among(self, districts: Sequence[str]) -> Numbers:
        """Return for the number of each area that of its district among some; 0 for none."""
        number = {district: at for at, district in enumerate(districts, start=1)}
        return np.array([0, *(number.get(district or "", 0) for _, _, district, _ in self.areas)])


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
        layers = (self._wards, self._lsoas, self._districts)
        named = {district for layer in layers for _, _, district, _ in layer.areas if district}
        districts = sorted(named)
        ward, lsoa, district = (layer.at(longitudes, latitudes) for layer in layers)
        found = np.zeros(len(longitudes), dtype=np.int64)
        for layer, numbers in zip(layers, (ward, lsoa, district), strict=True):
            found = np.where(found == 0, layer.districts_among(districts)[numbers], found)
        return FoundAreas(
            lsoa,
            ward,
            found,
            [code for code, *_ in self._lsoas.areas],
            [name for _, name, *_ in self._wards.areas],
            districts,
        )
