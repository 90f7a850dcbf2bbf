"""Which data each responsible authority is to share with a partnership, and whether they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import AuthorityData, authority_data
from assessment.people import Permission
from assessment.periods import add_months, month_start
from assessment.permissions import needs
from assessment.sources.due_dates import DueRule, Every
from assessment.sources.month_states import CoveredMonth, covered_months
from assessment.workspace import Workspace

# By the end of the quarter that follows the one that the data are about.
BY_LAW = DueRule(Every.QUARTER, due_day=31, months_after=3)


@dataclass(frozen=True)
class SharedByAuthority:
    """Data that an authority is to share: from which sources they came, and how far they reach.

    `reaches` is the last month that some source has whole in every district; `quarter` the first
    month of the last quarter that is due by law, and `lacks` those of its months and districts that
    did not come.
    """

    data: AuthorityData
    sources: tuple[str, ...]
    reaches: date | None
    quarter: date
    lacks: tuple[tuple[str, date], ...]

    @property
    def has_place_here(self) -> bool:
        """Whether any data set here holds such data."""
        return bool(self.data.subjects)

    @property
    def has_come(self) -> bool:
        """Whether all of the last quarter that is due is there."""
        return bool(self.sources) and not self.lacks


@needs(Permission.SEE_SMALL_NUMBERS)
def data_shared(
    workspace: Workspace, districts: Sequence[str], today: date | None = None
) -> tuple[SharedByAuthority, ...]:
    """Return all that authorities are to share about some districts, in the order of the file."""
    cells = covered_months(workspace, districts)
    quarter = _quarter_due(today or date.today())
    return tuple(_shared(data, cells, districts, quarter) for data in authority_data())


def _quarter_due(today: date) -> date:
    """Return the first month of the last quarter whose data are due before a day."""
    quarter = BY_LAW.period_of(month_start(today))
    while BY_LAW.due(quarter) >= today:
        quarter = add_months(quarter, -BY_LAW.length)
    return quarter


def _shared(
    data: AuthorityData, cells: Sequence[CoveredMonth], districts: Sequence[str], quarter: date
) -> SharedByAuthority:
    own = [cell for cell in cells if cell.subject in data.subjects]
    whole = {(cell.district, cell.month) for cell in own if not cell.is_partial}
    everywhere = [
        month for _, month in whole if all((district, month) in whole for district in districts)
    ]
    wanted = [(district, add_months(quarter, step)) for district in districts for step in range(3)]
    return SharedByAuthority(
        data,
        tuple(sorted({cell.source for cell in own})),
        max(everywhere, default=None),
        quarter,
        tuple(place for place in wanted if place not in whole),
    )
