"""Which place the figures are about: a partnership, some of its districts, or a whole force."""

from assessment.changes import Place
from assessment.workspace import Workspace
from pages.components import cache
from pages.components.choices import choose

WHOLE = "all districts"


def choose_partnership(workspace: Workspace, notices: list[str]) -> Place | None:
    """Let a partnership or a force be chosen; None where there is neither."""
    options = cache.places(workspace)
    if not options:
        return None
    return choose("Partnership", "partnership", options, notices)


def choose_area(place: Place, notices: list[str]) -> Place:
    """Let one district of a partnership be chosen."""
    if len(place.districts) < 2:
        return place
    options = {WHOLE: place} | {name: Place(name, (name,)) for name in place.districts}
    return choose("Area", "area", options, notices)
