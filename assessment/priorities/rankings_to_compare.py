"""Rankings that an assessment is set beside: last year's first, then those that were printed."""

from collections.abc import Callable
from datetime import date

from assessment.people import Permission
from assessment.periods import PeriodKind, period_ending
from assessment.permissions import needs
from assessment.priorities.record_restored import opened
from assessment.risk_matrix import scheme
from assessment.risk_matrix.assessments import Assessment, AssessmentStatus, assessments
from assessment.risk_matrix.earlier_rankings import EarlierPlace, EarlierRanking
from assessment.risk_matrix.matrix import Matrix, matrix_of
from assessment.risk_matrix.printed_rankings import as_earlier, published_rankings
from assessment.workspace import Workspace

Gather = Callable[[Workspace, Assessment], Matrix]
MARCH = 3


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="held")
def of_today(workspace: Workspace, held: Assessment) -> Matrix:
    """Return the matrix of a draft under its own scheme."""
    return matrix_of(workspace, held, scheme(workspace, held.scheme, held.scheme_version))


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="held")
def rankings_before(
    workspace: Workspace, held: Assessment, gather: Gather = of_today
) -> tuple[EarlierRanking, ...]:
    """Return what an assessment is set beside; `gather` opens last year's where it is a draft."""
    before = _year_before(workspace, held)
    last = [_last_year(workspace, held, before, gather)] if before else []
    printed = (
        as_earlier(each)
        for each in published_rankings(workspace, held.partnership)
        if each.ending <= held.ending
    )
    return (*last, *printed)


def year_name(ending: date) -> str:
    """Return how reports name a year by its last month: 2020/21, or the year to September 2019."""
    if ending.month == MARCH:
        return period_ending(PeriodKind.FINANCIAL_YEAR, ending).label
    return f"the year to {ending:%B %Y}"


def _year_before(workspace: Workspace, held: Assessment) -> Assessment | None:
    every = assessments(workspace, held.partnership)
    return next((each for each in every if each.ending < held.ending), None)


def _last_year(
    workspace: Workspace, held: Assessment, before: Assessment, gather: Gather
) -> EarlierRanking:
    kept = opened(workspace, before.id)
    found = kept[1] if kept else gather(workspace, before)
    how = "by the data of today" if before.status is AssessmentStatus.DRAFT else "as it was agreed"
    same = (before.scheme, before.scheme_version) == (held.scheme, held.scheme_version)
    return EarlierRanking(
        name=year_name(before.ending),
        origin=f"assessment no. {before.id}, {before.status}, {how}",
        scheme=f"{found.scheme.label}, version {found.scheme.version}",
        is_same_scheme=same,
        is_whole=True,
        is_ordered=True,
        is_printed=False,
        places=tuple(
            EarlierPlace(
                one.issue,
                found.label(one.issue),
                one.rank,
                one.scored.band.label if one.scored.band else "",
            )
            for one in found.ranked
        ),
    )
