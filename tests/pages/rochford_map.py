"""The wards of Rochford as squares in a row, loaded into a store with the examples."""

from pathlib import Path

from assessment.intake.boundaries.area_loading import load_areas
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.areas.squares import feature, square, write

WARDS = (
    *("Downhall and Rawreth", "Foulness and The Wakerings", "Hawkwell East", "Hawkwell West"),
    *("Hockley", "Hockley and Ashingdon", "Hullbridge", "Lodge", "Roche North and Rural"),
    *("Roche South", "Sweyne Park and Grange", "Trinity", "Wheatley"),
)


def with_wards(path: Path, folder: Path) -> Path:
    """Load them into the store at a path, and one of which there is no record."""
    features = [
        feature(
            square(0.5 + 0.01 * at, 51.6),
            WD22CD=f"E0501{at:04d}",
            WD22NM=name,
            LAD22CD="E07000075",
        )
        for at, name in enumerate((*WARDS, "The Marshes"))
    ]
    store = Store.open(path)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    load_areas(workspace, write(folder / "wards.geojson", features))
    store.close()
    return path
