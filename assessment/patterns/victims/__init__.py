"""Victims: who they were by band, who of them comes again, and which places do."""

from assessment.patterns.victims.band_lines import BandLine, VictimBands, victim_bands
from assessment.patterns.victims.band_shares import BandShare, KindOfVictims, band_shares
from assessment.patterns.victims.repeats import (
    PlaceKind,
    PlacesAgain,
    Repeats,
    VictimsAgain,
    repeats,
)
from assessment.patterns.victims.victims import MeasureVictims, Victims, victims, victims_of_row

__all__ = [
    "BandLine",
    "BandShare",
    "KindOfVictims",
    "MeasureVictims",
    "PlaceKind",
    "PlacesAgain",
    "Repeats",
    "VictimBands",
    "Victims",
    "VictimsAgain",
    "band_shares",
    "repeats",
    "victim_bands",
    "victims",
    "victims_of_row",
]
