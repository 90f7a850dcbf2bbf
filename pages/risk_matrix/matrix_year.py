"""The year that is looked at: as it was agreed, from its record alone, or with today's data."""

from collections.abc import Callable
from dataclasses import dataclass

from assessment.definitions import Scheme
from assessment.priorities.rankings_to_compare import rankings_before
from assessment.priorities.record_restored import as_agreed, opened
from assessment.risk_matrix.assessments import Assessment
from assessment.risk_matrix.earlier_rankings import EarlierRanking
from assessment.risk_matrix.matrix import Matrix, matrix_from
from assessment.workspace import Workspace
from pages.components.address.choices import choose_part
from pages.components.caches import cached_evidence

AS_AGREED, TODAY = "As agreed", "With today's data"
DATA = "data"


@dataclass(frozen=True)
class Year:
    """The matrix of a year, what it is set beside, and how another scheme is put to it."""

    matrix: Matrix
    earlier: Callable[[], tuple[EarlierRanking, ...]]
    under: Callable[[Scheme], Matrix]


def open_year(workspace: Workspace, assessment: Assessment) -> Year:
    """Open a year; where it was agreed, let it be chosen with whose data."""
    agreed = opened(workspace, assessment.id)
    if agreed and _is_as_agreed():
        record, matrix = agreed
        return Year(
            matrix, lambda: record.earlier, lambda scheme: as_agreed(assessment, record, scheme)
        )
    return Year(
        today(workspace, assessment),
        lambda: rankings_before(workspace, assessment, today),
        lambda scheme: matrix_from(
            workspace, cached_evidence.basis(workspace, assessment.id, scheme)
        ),
    )


def today(workspace: Workspace, assessment: Assessment) -> Matrix:
    """Return the matrix of an assessment by the data of today."""
    return matrix_from(workspace, cached_evidence.basis(workspace, assessment.id))


def _is_as_agreed() -> bool:
    return choose_part("Data", DATA, (AS_AGREED, TODAY)) == AS_AGREED
