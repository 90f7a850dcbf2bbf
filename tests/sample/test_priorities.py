"""What the example partnership chose: a draft from its own issues, taken out with the rest."""

from pathlib import Path

import pytest

from assessment.examples import load_example_priorities, remove_examples
from assessment.people import Person, Role
from assessment.priorities.agreement import agree, record, record_agreement
from assessment.priorities.authorities import Authority
from assessment.priorities.headings import priorities, remove_priority
from assessment.priorities.priority_line import Setting, change_setting, give_reasons
from assessment.risk_matrix.assessments import assessments
from assessment.store import Store
from assessment.workspace import Workspace
from data.sample import example_decision
from tests.priorities.given import DAY
from tests.stored import stored

TABLES = (
    *("priority", "priority_setting", "issue_reason", "dropped_priority", "agreement"),
    "assessment_record",
)


@pytest.fixture
def loaded(own_store: Path) -> Workspace:
    return Workspace(Store.open(own_store), Person("Analyst", Role.ANALYST))


def test_the_example_from_loading_to_removal(loaded: Workspace) -> None:
    (held,) = assessments(loaded, "rochford")
    found = record(loaded, held.id)
    example = example_decision()
    assert {each.name for each in found.priorities} == {each.name for each in example.priorities}
    assert {each.id: each.reason for each in found.issues if each.reason} == example.reasons
    # Every issue above the line was chosen; each that was not says why.
    assert all(each.is_chosen for each in found.issues if each.is_above)
    assert found.open_points() == ["No reason is given for County lines."]
    assert (found.status, found.agreements, found.turns) == ("draft", (), ())
    # What somebody has decided since stays.
    remove_priority(loaded, held.id, found.priorities[0])
    load_example_priorities(loaded)
    assert len(priorities(loaded, held.id)) == len(example.priorities) - 1
    # And all of it goes with the examples.
    give_reasons(loaded, held.id, {"county-lines": "Nobody has scored it."})
    change_setting(loaded, held.id, Setting(5, 2))
    agree(loaded, held.id)
    record_agreement(loaded, held.id, Authority.POLICE, "Essex Police", "inspector", DAY)
    remove_examples(loaded)
    assert [len(stored(loaded, f"FROM {table}")) for table in TABLES] == [0] * len(TABLES)
    loaded.store.close()
