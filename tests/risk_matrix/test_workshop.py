"""A workshop: joined with a code, moved by facilitators who cannot undo one another."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.risk_matrix.workshop.join_codes import LETTERS, as_typed, in_groups, new_code
from assessment.risk_matrix.workshop.scorers import join, scorer
from assessment.risk_matrix.workshop.workshops import (
    Workshop,
    WorkshopMove,
    WorkshopState,
    move,
    open_workshop,
    progress,
    workshop,
    workshop_with_code,
)
from assessment.store import Store
from assessment.workspace import TEAM, Workspace
from tests.risk_matrix.given import a_draft, a_workshop, give, scorers
from tests.stored import stored


@pytest.fixture
def partner(store: Store) -> Workspace:
    return Workspace(store, Person("A partner", Role.PARTNER))


MOVES = [
    ([], (1, "open"), {WorkshopMove.REVEAL, WorkshopMove.CLOSE}),
    ([WorkshopMove.REVEAL], (1, "revealed"), {WorkshopMove.SECOND_ROUND, WorkshopMove.CLOSE}),
    (
        [WorkshopMove.REVEAL, WorkshopMove.SECOND_ROUND],
        (2, "open"),
        {WorkshopMove.REVEAL, WorkshopMove.CLOSE},
    ),
    # There is no third round.
    (
        [WorkshopMove.REVEAL, WorkshopMove.SECOND_ROUND, WorkshopMove.REVEAL],
        (2, "revealed"),
        {WorkshopMove.CLOSE},
    ),
    ([WorkshopMove.CLOSE], (1, "closed"), {WorkshopMove.REOPEN}),
    # Closed too early: the round goes on, with what was given.
    (
        [WorkshopMove.CLOSE, WorkshopMove.REOPEN],
        (1, "open"),
        {WorkshopMove.REVEAL, WorkshopMove.CLOSE},
    ),
]


@pytest.mark.parametrize(("made", "where", "next_moves"), MOVES)
def test_moves(
    workspace: Workspace,
    made: list[WorkshopMove],
    where: tuple[int, str],
    next_moves: set[WorkshopMove],
) -> None:
    there = a_workshop(workspace)
    for each in made:
        there = move(workspace, there, each)
    assert (there.round, there.state) == where
    assert set(there.moves()) == next_moves
    assert workshop(workspace, there.assessment) == there
    for other in set(WorkshopMove) - next_moves:
        with pytest.raises(InvalidRequest, match="cannot do that"):
            move(workspace, there, other)


def test_who_moved_it_is_in_the_audit_trail(workspace: Workspace) -> None:
    there = move(workspace, a_workshop(workspace), WorkshopMove.REVEAL)
    assert there.changed_by == "Test analyst"
    trail = stored(workspace, "SELECT action FROM audit_event ORDER BY happened_at")
    assert list(trail["action"])[-2:] == ["opened the scoring", "revealed the scores"]


def test_a_facilitator_who_was_overtaken_changes_nothing(workspace: Workspace) -> None:
    seen_by_both = a_workshop(workspace)
    other = Workspace(workspace.store, Person("Second facilitator", Role.MANAGER))
    move(other, seen_by_both, WorkshopMove.CLOSE)
    with pytest.raises(InvalidRequest, match=r"Second facilitator has changed .* now closed"):
        move(workspace, seen_by_both, WorkshopMove.REVEAL)
    now = workshop(workspace, seen_by_both.assessment)
    assert now is not None
    assert (now.state, now.changed_by) == (WorkshopState.CLOSED, "Second facilitator")


def test_of_two_facilitators_at_once_one_moves_it(workspace: Workspace) -> None:
    for _ in range(20):
        seen = a_workshop(workspace)
        at_once = Barrier(2)

        def go(wanted: WorkshopMove, seen: Workshop = seen, at_once: Barrier = at_once) -> bool:
            at_once.wait()
            try:
                move(workspace, seen, wanted)
            except InvalidRequest:
                return False
            return True

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(go, (WorkshopMove.REVEAL, WorkshopMove.CLOSE))) == [False, True]


def test_opened_twice_it_is_one_workshop(workspace: Workspace) -> None:
    draft = a_draft(workspace)
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_workshop(workspace, draft), range(8)))
    assert len(set(opened)) == 1


AGREED = "UPDATE assessment SET status = 'agreed'"


def agreed(workspace: Workspace, draft: int) -> None:
    with workspace.store._connection.cursor() as cursor:
        cursor.execute(f"{AGREED} WHERE id = $id", {"id": draft})


def test_what_is_agreed_is_not_opened_again(workspace: Workspace) -> None:
    there = move(workspace, a_workshop(workspace), WorkshopMove.CLOSE)
    agreed(workspace, there.assessment)
    with pytest.raises(InvalidRequest, match="not changed any more"):
        move(workspace, there, WorkshopMove.REOPEN)
    draft = a_draft(workspace)
    agreed(workspace, draft)
    with pytest.raises(InvalidRequest, match="not changed any more"):
        open_workshop(workspace, draft)


def test_only_who_runs_assessments_moves_a_workshop(
    workspace: Workspace, partner: Workspace
) -> None:
    there = a_workshop(workspace)
    refused: list[Callable[[], object]] = [
        lambda: open_workshop(partner, there.assessment),
        lambda: move(partner, there, WorkshopMove.REVEAL),
    ]
    for each in refused:
        with pytest.raises(NotPermitted, match="may not run a risk assessment"):
            each()


def test_partners_join_with_the_code_and_come_back_with_their_own(
    workspace: Workspace, partner: Workspace
) -> None:
    there = a_workshop(workspace)
    typed = f" {there.code[:2].lower()} {there.code[2:]} "
    joined = join(partner, typed, " Essex   Police ", "inspector")
    assert (joined.assessment, joined.agency) == (there.assessment, "Essex Police")
    assert scorer(partner, in_groups(joined.token).lower()) == (
        joined,
        replace(there, changed_by=TEAM),
    )


@pytest.mark.parametrize(
    ("code", "agency", "role", "told"),
    [
        ("ZZZ", "Police", "officer", "There is no workshop with the code ZZZ"),
        (None, " ", "", "Give your agency. Give your role."),
        (None, "x" * 61, "officer", "Give your agency in at most 60 letters."),
    ],
)
def test_joining_wrongly(
    workspace: Workspace, code: str | None, agency: str, role: str, told: str
) -> None:
    there = a_workshop(workspace)
    with pytest.raises(InvalidRequest, match=told):
        join(workspace, code or there.code, agency, role)


def test_nobody_joins_what_is_closed(workspace: Workspace) -> None:
    there = move(workspace, a_workshop(workspace), WorkshopMove.CLOSE)
    with pytest.raises(InvalidRequest, match="nobody can join any more"):
        join(workspace, there.code, "Police", "officer")


def test_a_code_of_nobody_is_told(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match="Join with the code on the screen"):
        scorer(workspace, "BBBB-BBBB-BBBB")


def test_codes_are_easily_read() -> None:
    assert not set("AEIOUVQ0123456789") & set(LETTERS)
    assert len({new_code(12) for _ in range(1000)}) == 1000
    assert in_groups("KXMRTWPDBHLS") == "KXMR-TWPD-BHLS"
    assert as_typed(" kx-mr ") == "KXMR"


def test_code_leads_to_its_own_workshop(workspace: Workspace) -> None:
    first, second = a_workshop(workspace), a_workshop(workspace)
    assert workshop_with_code(workspace, first.code) == first
    assert workshop_with_code(workspace, second.code) == second


def how_far(workspace: Workspace, there: Workshop) -> list[tuple[str, int, int]]:
    return [(each.agency, each.scored, each.in_round) for each in progress(workspace, there)]


def test_the_facilitator_sees_how_far_everybody_is(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    ahead, behind = scorers(workspace, there, 2)
    give(workspace, ahead, 3)
    give(workspace, ahead, 4)  # changed: still one
    give(workspace, ahead, None, "county-lines")  # cannot say: dealt with all the same
    assert how_far(workspace, there) == [
        ("Agency 0", 2, 2),
        ("Agency 1", 0, 0),
    ]
    again = move(workspace, move(workspace, there, WorkshopMove.REVEAL), WorkshopMove.SECOND_ROUND)
    give(workspace, ahead, 2)
    give(workspace, behind, 2)
    assert how_far(workspace, again) == [
        ("Agency 0", 2, 1),
        ("Agency 1", 1, 1),
    ]
