"""Places: where records are, by ward or small area, and where they gather."""

from assessment.patterns.places.hot_spots import Heat, gi_star, hot_spots, top_tenth
from assessment.patterns.places.places import HeatBy, HotSpots, Places, places
from assessment.patterns.places.spots import NoMap, Spot, Together

__all__ = [
    "Heat",
    "HeatBy",
    "HotSpots",
    "NoMap",
    "Places",
    "Spot",
    "Together",
    "gi_star",
    "hot_spots",
    "places",
    "top_tenth",
]
