"""What the page is about: who asks, the place, its districts and its partnership."""

from dataclasses import dataclass

from assessment.changes import Place
from assessment.definitions import districts
from assessment.partnerships import partnerships
from assessment.workspace import Workspace


@dataclass(frozen=True)
class SourcesAsked:
    """A place, and its partnership; a whole force has none."""

    workspace: Workspace
    place: Place
    districts: tuple[str, ...]
    partnership: str | None

    @classmethod
    def of(cls, workspace: Workspace, place: Place) -> "SourcesAsked":
        """Find the districts of a place, and the partnership that it is."""
        inside = districts().of_force(place.force) if place.force else place.districts
        ids = {known.name: known.id for known in partnerships(workspace)}
        own = None if place.force else ids.get(place.label)
        return cls(workspace, place, inside, own)

    @property
    def file_name(self) -> str:
        """What files about this place begin with."""
        return self.place.label.lower().replace(" ", "-")
