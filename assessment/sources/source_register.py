"""Every source: what it has sent, what stands of it, whose it is, and whether it is in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assessment.definitions import data_set_in_words, measure_sets, recipes
from assessment.people import Permission
from assessment.permissions import needs
from assessment.sources.due_dates import Freshness, freshness
from assessment.sources.month_states import CoveredMonth, came_on, covered_months
from assessment.sources.source_settings import SourceSetting, source_settings
from assessment.store.writer import Row
from assessment.workspace import Workspace

# What tables of counts are read by, which is no recipe of a file of records.
COUNTS = "counts"


@dataclass(frozen=True)
class Source:
    """An agency's recurring data, as far as it has been loaded.

    `records` stand in the store today, and so do `counts`, the cells of tables of counts; `refused`
    rows are those of all its extracts. `freshness` is None where nothing is expected, or where
    nothing of the districts asked about has come; `is_of_place` tells whether it covers any.
    """

    id: str
    measure_sets: tuple[str, ...]
    recipes: tuple[str, ...]
    extracts: int
    records: int
    counts: int
    refused: int
    months: tuple[date, ...]
    latest_file: str
    latest_loaded_at: datetime
    is_synthetic: bool
    is_of_place: bool
    setting: SourceSetting
    freshness: Freshness | None

    @property
    def data_sets(self) -> tuple[str, ...]:
        """Whose records it has: police records, council cases."""
        sets = (measure_sets()[name].data_set for name in self.measure_sets)
        return tuple(dict.fromkeys(map(data_set_in_words, sets)))

    @property
    def counted_in(self) -> tuple[str, ...]:
        """What the sets that it is counted in are called."""
        return tuple(measure_sets()[name].label for name in self.measure_sets)

    @property
    def layouts(self) -> tuple[str, ...]:
        """What the layouts of its files are called."""
        known = recipes()
        return tuple(
            known[name].label if name in known else "Table of counts" if name == COUNTS else name
            for name in self.recipes
        )


@needs(Permission.SEE_SMALL_NUMBERS)
def sources(
    workspace: Workspace, districts: Sequence[str], today: date | None = None
) -> tuple[Source, ...]:
    """Return every source in the store, with how fresh what it has of some districts is."""
    settings = source_settings(workspace)
    cells = covered_months(workspace, districts)
    day = today or date.today()
    return tuple(
        _source(row, settings.get(row[0], SourceSetting()), cells, day)
        for row in workspace.store.rows("sources_loaded")
    )


def _source(row: Row, setting: SourceSetting, cells: Sequence[CoveredMonth], today: date) -> Source:
    source, sets, layouts, extracts, records, counts, refused, months, file, at, synthetic = row
    due = setting.due
    return Source(
        source,
        tuple(sets),
        tuple(layouts),
        extracts,
        records,
        counts,
        refused,
        tuple(sorted(months)),
        file,
        at,
        synthetic,
        any(cell.source == source for cell in cells),
        setting,
        freshness(due, came_on(cells, source), today) if due else None,
    )
