"""How far scorers agree: median and quartiles of each issue and criterion, and who differs.

Nothing is told of a round that has not been revealed: people score alone first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import median, quantiles

from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.workshop.workshops import Workshop, WorkshopState, workshop
from assessment.workspace import Workspace

# A score this many steps from the median, or a middle half this wide, is worth talking about.
APART = 2
# With fewer scores there is no middle half to speak of: then the lowest and highest count.
FEWEST_FOR_QUARTILES = 4


@dataclass(frozen=True)
class Opinion:
    """What one scorer has given, under their own code, agency and role; None: cannot say.

    What an agency has given (`of_agencies`) may lie between two steps.
    """

    scorer: str
    agency: str
    role: str
    value: float | None
    reason: str
    given_at: datetime


@dataclass(frozen=True)
class Spread:
    """What the scorers gave to one issue for one criterion."""

    issue: str
    criterion: str
    opinions: tuple[Opinion, ...]

    @property
    def values(self) -> list[float]:
        """The scores in order, without those who cannot say."""
        return sorted(opinion.value for opinion in self.opinions if opinion.value is not None)

    @property
    def cannot_say(self) -> int:
        """How many could not say."""
        return len(self.opinions) - len(self.values)

    @property
    def median(self) -> float | None:
        """The score in the middle, which may lie between two steps; None where nobody could say."""
        return median(self.values) if self.values else None

    @property
    def quartiles(self) -> tuple[float, float] | None:
        """Where the middle half of the scores begins and ends; with few scores, all of them."""
        values = self.values
        if not values:
            return None
        if len(values) < FEWEST_FOR_QUARTILES:
            return float(values[0]), float(values[-1])
        lower, _, upper = quantiles(values, n=4, method="inclusive")
        return lower, upper

    @property
    def is_disagreed(self) -> bool:
        """Whether the scores are far enough apart to be talked about."""
        ends = self.quartiles
        return ends is not None and ends[1] - ends[0] >= APART

    @property
    def apart(self) -> tuple[Opinion, ...]:
        """The opinions that are far from the median."""
        middle = self.median
        return tuple(
            opinion
            for opinion in self.opinions
            if middle is not None
            and opinion.value is not None
            and abs(opinion.value - middle) >= APART
        )


def of_agencies(spread: Spread) -> Spread:
    """Return the same with one opinion for each agency: the median of those who came from it.

    So twelve of one agency have no more weight than one of another.
    """
    by_agency: dict[str, list[Opinion]] = {}
    for number, opinion in enumerate(spread.opinions):
        # The oldest records do not say who gave what: nobody of these is known to be of one.
        by_agency.setdefault(opinion.agency.casefold() or f"{number}", []).append(opinion)
    return replace(spread, opinions=tuple(map(_together, by_agency.values())))


def _together(opinions: Sequence[Opinion]) -> Opinion:
    values = [opinion.value for opinion in opinions if opinion.value is not None]
    last = max(opinions, key=lambda opinion: opinion.given_at)
    return replace(
        last,
        agency=opinions[0].agency,
        role=last.role if len(opinions) == 1 else f"{len(opinions)} people",
        value=median(values) if values else None,
    )


def shown_round(seen: Workshop) -> int:
    """Return the last round whose scores may be seen; 0 before any has been revealed."""
    return seen.round - 1 if seen.state is WorkshopState.OPEN else seen.round


@needs(Permission.READ_ASSESSMENTS, of="assessment")
def spreads(workspace: Workspace, assessment: int) -> tuple[Spread, ...]:
    """Return the spread of every issue and criterion that has been scored, as last revealed.

    What has been revealed is read here, and not taken from the caller.
    """
    seen = workshop(workspace, assessment)
    if seen is None:
        return ()
    rows = workspace.store.rows("scores_counting", assessment=assessment, round=shown_round(seen))
    opinions: dict[tuple[str, str], list[Opinion]] = {}
    for issue, criterion, *opinion in rows:
        opinions.setdefault((issue, criterion), []).append(Opinion(*opinion))
    return tuple(
        Spread(issue, criterion, tuple(of_cell)) for (issue, criterion), of_cell in opinions.items()
    )
