"""Partners see that the team did something, never the login name of who did; the audit has it."""

from collections.abc import Callable

import pytest

from assessment.people import Person, Role
from assessment.priorities.agreement import record
from assessment.priorities.record_restored import matrix_as_it_stands, opened
from assessment.risk_matrix import copy_scheme, list_schemes
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.explanations import explanations
from assessment.risk_matrix.judgements import judgements
from assessment.risk_matrix.matrix import matrix
from assessment.risk_matrix.printed_rankings import keep_published, published_rankings
from assessment.risk_matrix.scheme_use import use_scheme
from assessment.risk_matrix.schemes.scheme_store import versions
from assessment.risk_matrix.workshop.workshops import workshop
from assessment.workspace import TEAM, Workspace
from tests.priorities.given import agreed, decided
from tests.priorities.test_frozen import SCHEMES, scored
from tests.risk_matrix.given import SCHEME
from tests.risk_matrix.test_printed_rankings import printed
from tests.stored import stored

__all__ = ["scored"]

LOGIN = "Test analyst"
Read = Callable[[Workspace, int], object]
ANYTIME: dict[str, Read] = {
    "who started it": lambda asks, _: assessments(asks),
    "why an issue changed": explanations,
    "what was judged at the desk": judgements,
    "the matrix by today's data": lambda asks, _: matrix(asks, "rochford", scheme_id="ours"),
    "the matrix as it stands": lambda asks, _: matrix_as_it_stands(
        asks, "rochford", scheme_id="ours"
    ),
    "the record": record,
    "the scoring together": workshop,
    "a scheme of the team's": lambda asks, _: list_schemes(asks),
    "its versions": lambda asks, _: versions(asks, "ours"),
    "who entered a printed ranking": lambda asks, _: published_rankings(asks, "rochford"),
}
AGREED: dict[str, Read] = ANYTIME | {"the record with its matrix": opened}


@pytest.fixture
def worked_on(workspace: Workspace, scored: int) -> int:
    """A draft in which everything that holds a name has been done by the analyst."""
    ours = copy_scheme(workspace, SCHEME, "ours", "Ours")
    (draft,) = assessments(workspace)
    use_scheme(workspace, draft, ours)
    keep_published(workspace, printed("Robbery"))
    return scored


def told(workspace: Workspace, reads: dict[str, Read], number: int) -> None:
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    for what, read in reads.items():
        assert LOGIN in repr(read(workspace, number)), what
        seen = repr(read(partner, number))
        assert LOGIN not in seen, what
        assert TEAM in seen, what


def test_of_a_draft(workspace: Workspace, worked_on: int) -> None:
    told(workspace, ANYTIME, decided(workspace, worked_on))


def test_of_an_agreed_year(workspace: Workspace, worked_on: int) -> None:
    told(workspace, AGREED, agreed(workspace, worked_on))


def test_the_products_schemes_keep_their_author(workspace: Workspace) -> None:
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    assert [each.author for each in list_schemes(partner)] == [
        each.author for each in list_schemes(workspace)
    ]
    assert len(list_schemes(partner)) == len(SCHEMES)


def test_the_audit_keeps_who_it_was(workspace: Workspace, worked_on: int) -> None:
    agreed(workspace, worked_on)
    assert set(stored(workspace, "SELECT DISTINCT person FROM audit_event")["person"]) == {LOGIN}
