"""Whatever people say in a workshop or at a desk leaves what is counted as it is, and says so."""

from collections.abc import Callable

import pandas as pd
import pytest

from assessment.partnerships import add_partnership
from assessment.priorities.headings import Priority, save_priority
from assessment.priorities.priority_line import Setting, change_setting, give_reasons
from assessment.risk_matrix.explanations import explain
from assessment.risk_matrix.judgements import judge
from assessment.risk_matrix.printed_rankings import (
    keep_published,
    match_published,
    remove_published,
)
from assessment.risk_matrix.workshop.duplicate_scorers import remove_duplicate
from assessment.risk_matrix.workshop.scorers import join
from assessment.risk_matrix.workshop.taken_out import let_in, take_out
from assessment.risk_matrix.workshop.workshops import Workshop, WorkshopMove, move, progress
from assessment.workspace import Workspace
from tests.risk_matrix.given import PARTNERSHIP, a_workshop, give
from tests.risk_matrix.test_printed_rankings import printed
from tests.stored import stored

# What nothing is counted from, or for.
SAID = {"score", "scorer", "scorer_taken_out", "workshop", "audit_event", "store_state"}
SAID |= {"priority", "priority_setting", "issue_reason", "dropped_priority"}
SAID |= {"issue_explanation", "published_ranking", "published_place"}
TABLES = "SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY table_name"

Said = Callable[[Workspace, Workshop], object]


def score(workspace: Workspace, there: Workshop) -> None:
    give(workspace, join(workspace, there.code, "Probation", "officer"), 3)


def remove(workspace: Workspace, there: Workshop) -> None:
    for _ in range(2):
        join(workspace, there.code, "Police", "officer", is_another=True)
    remove_duplicate(workspace, there, progress(workspace, there)[0])


def leave_out(workspace: Workspace, there: Workshop) -> None:
    give(workspace, join(workspace, there.code, "Housing", "officer"), 2)
    (who,) = progress(workspace, there)
    take_out(workspace, there, who)
    let_in(workspace, there, who)
    take_out(workspace, there, who)


def print_rankings(workspace: Workspace, _: Workshop) -> None:
    kept = keep_published(workspace, printed("Robbery", "Rape"))
    match_published(workspace, kept, ["burglary", None])
    remove_published(workspace, kept)
    keep_published(workspace, printed("Arson"))


SAYING: dict[str, Said] = {
    "joining and scoring": score,
    "taking away a double": remove,
    "taking somebody out and letting them in": leave_out,
    "showing the scores": lambda workspace, there: move(workspace, there, WorkshopMove.REVEAL),
    "judging at a desk": lambda workspace, there: judge(
        workspace, there.assessment, "burglary", PARTNERSHIP, 3, ""
    ),
    "setting the line": lambda workspace, there: change_setting(
        workspace, there.assessment, Setting(4, 3)
    ),
    "giving reasons": lambda workspace, there: give_reasons(
        workspace, there.assessment, {"burglary": "few"}
    ),
    "explaining": lambda workspace, there: explain(
        workspace, there.assessment, "burglary", "A gang."
    ),
    "entering, matching and taking away printed rankings": print_rankings,
    "writing a priority": lambda workspace, there: save_priority(
        workspace,
        there.assessment,
        Priority(name="Safer homes", heading="Prevent", issues=("burglary",), reason="many"),
    ),
}


def counted_from(workspace: Workspace) -> dict[str, pd.DataFrame]:
    names = set(stored(workspace, TABLES)["table_name"]) - SAID
    return {name: stored(workspace, f"FROM {name} ORDER BY ALL") for name in names}


@pytest.mark.parametrize("what", SAYING)
def test_what_people_say(workspace: Workspace, what: str) -> None:
    there = a_workshop(workspace)
    store, before = workspace.store, counted_from(workspace)
    data, counted = store.data_version, store.counted_version
    SAYING[what](workspace, there)
    assert store.data_version > data
    assert store.counted_version == counted
    after = counted_from(workspace)
    assert before.keys() == after.keys()
    for name, table in before.items():
        pd.testing.assert_frame_equal(after[name], table, obj=name)


def test_what_is_counted_for_a_new_partnership_is_counted_anew(workspace: Workspace) -> None:
    counted = workspace.store.counted_version
    add_partnership(workspace, "Luton", ["Luton"])
    assert workspace.store.counted_version > counted
