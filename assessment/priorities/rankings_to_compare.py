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


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="assessment")
def of_today(workspace: Workspace, assessment: Assessment) -> Matrix:
    """Return the matrix of a draft under its own scheme."""
    return matrix_of(
        workspace, assessment, scheme(workspace, assessment.scheme, assessment.scheme_version)
    )


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="assessment")
def rankings_before(
    workspace: Workspace, assessment: Assessment, gather: Gather = of_today
) -> tuple[EarlierRanking, ...]:
    """Return what an assessment is set beside; `gather` opens last year's where it is a draft."""
    before = _year_before(workspace, assessment)
    last = [_last_year(workspace, assessment, before, gather)] if before else []
    printed = (
        as_earlier(ranking)
        for ranking in published_rankings(workspace, assessment.partnership)
        if ranking.ending <= assessment.ending
    )
    return (*last, *printed)


def year_name(ending: date) -> str:
    """Return how reports name a year by its last month: 2020/21, or the year to September 2019."""
    if ending.month == MARCH:
        return period_ending(PeriodKind.FINANCIAL_YEAR, ending).label
    return f"the year to {ending:%B %Y}"


def _year_before(workspace: Workspace, assessment: Assessment) -> Assessment | None:
    years = assessments(workspace, assessment.partnership)
    return next((year for year in years if year.ending < assessment.ending), None)


def _last_year(
    workspace: Workspace, current: Assessment, previous: Assessment, gather: Gather
) -> EarlierRanking:
    agreed = opened(workspace, previous.id)
    matrix = agreed[1] if agreed else gather(workspace, previous)
    how = (
        "by the data of today" if previous.status is AssessmentStatus.DRAFT else "as it was agreed"
    )
    same = (previous.scheme, previous.scheme_version) == (current.scheme, current.scheme_version)
    return EarlierRanking(
        name=year_name(previous.ending),
        origin=f"assessment no. {previous.id}, {previous.status}, {how}",
        scheme=f"{matrix.scheme.label}, version {matrix.scheme.version}",
        is_same_scheme=same,
        is_whole=True,
        is_ordered=True,
        is_printed=False,
        places=tuple(
            EarlierPlace(
                ranked.issue,
                matrix.label(ranked.issue),
                ranked.rank,
                ranked.scored.band.label if ranked.scored.band else "",
            )
            for ranked in matrix.ranked
        ),
    )
