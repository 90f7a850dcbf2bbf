"""The area whose residents a survey asks: its districts, and the wards that are known."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assessment.areas.wards import KnownWards
from assessment.definitions import districts
from assessment.definitions.spelling import plain

# A ward may have the name of another district, as Luton in Chatham has; two are no chance.
FEWEST_DISTRICTS = 2


@dataclass(frozen=True)
class OwnArea:
    """The districts whose residents are asked, if anybody's, and the wards that are known."""

    districts: tuple[str, ...] = ()
    wards: KnownWards = field(default_factory=lambda: KnownWards({}, {}))

    def has_ward(self, text: str) -> bool:
        """Tell whether a place is a ward of these districts."""
        return any(ward.district in self.districts for ward in self.wards.named(text))

    def ward_of_another(self, text: str) -> str | None:
        """Return the district whose ward a place is, where it is none of these."""
        wards = () if self.has_ward(text) else self.wards.named(text)
        return next((ward.district for ward in wards if ward.district), None)

    def other_district(self, text: str) -> str | None:
        """Return the district that a place names in its first words, if it is none of these."""
        words = f"{plain(text)} "
        if not self.districts or self.has_ward(text):
            return None
        if any(f" {plain(name)} " in f" {words}" for name in self.districts):
            return None
        named = [d.name for d in districts().all() if words.startswith(f"{plain(d.name)} ")]
        other = max(named, key=len, default=None)
        return None if other and self._begins_a_ward(other) else other

    def _begins_a_ward(self, district: str) -> bool:
        """Tell whether a ward of these districts is called so, in full or in its first words."""
        return any(
            f"{words} ".startswith(f"{plain(district)} ")
            for words, wards in self.wards.by_words.items()
            if any(ward.district in self.districts for ward in wards)
        )


def names_districts(found: Sequence[str]) -> bool:
    """Tell whether places begin with the names of so many districts that some are another's."""
    named = {
        district.name
        for district in districts().all()
        if any(f"{plain(text)} ".startswith(f"{plain(district.name)} ") for text in found)
    }
    return len(named) >= FEWEST_DISTRICTS
