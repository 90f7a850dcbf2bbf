"""Wards as the public may know them: rounded numbers, nothing small, nothing about few people."""

from assessment.patterns.wards.ward_profile import (
    FEWEST_TOLD,
    Ward,
    WardFigure,
    WardProfile,
    ward_profile,
    wards_of,
)

__all__ = ["FEWEST_TOLD", "Ward", "WardFigure", "WardProfile", "ward_profile", "wards_of"]
