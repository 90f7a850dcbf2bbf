"""Prepared issues: the shipped file, and every fault of a wrong one at once."""

from pathlib import Path

import pytest

from assessment.definitions import measure_sets, police_sets, prepared_issues
from assessment.definitions.prepared_issues import read_prepared_issues
from assessment.errors import DefinitionFault

HEAD = 'author = "x"\nchecker = "x"\nreviewed = 2026-11-21\nsource = "x"\n'
KNOWN = {"home-office": ["arson", "rape"], "flags": ["hate-crime", "knife-crime"]}


def test_every_subgroup_and_category_is_part_of_some_issue() -> None:
    """What is recorded is not left out of the matrix because a list forgot it."""
    for name in police_sets():
        found = measure_sets()[name]
        prepared = {
            leaf
            for one in prepared_issues()
            for measure in one.measures.get(name, ())
            for leaf in found.measure(measure).leaves
        }
        recorded = {
            each.id
            for each in found.measures
            if each.kind in ("offence", "incident") and each.leaves == (each.id,)
        }
        assert recorded <= prepared


def test_no_record_is_part_of_two_issues() -> None:
    for name, found in measure_sets().items():
        leaves = [
            leaf
            for one in prepared_issues()
            for measure in one.measures.get(name, ())
            for leaf in found.measure(measure).leaves
        ]
        assert len(leaves) == len(set(leaves))


@pytest.mark.parametrize(
    ("issue", "fault"),
    [
        ('id = "a"\nlabel = "A"\nhome-office = ["arsn"]', "home-office: expected the id of"),
        ('id = "a"\nlabel = "A"', "without_data: expected why nothing counts it, or measures"),
        ('id = "a"\nlabel = "A"\nflags = ["hate-crime", "knife-crime"]', "expected one flag"),
        ('id = "a"\nhome-office = ["arson"]', "label: expected a text"),
        ('id = "a"\nlabel = "A"\nhome-ofice = ["arson"]', "home-ofice: expected no such field"),
        ('id = "b"\nlabel = "A"\nhome-office = ["rape"]', "expected an id that no other issue has"),
    ],
)
def test_faults(tmp_path: Path, issue: str, fault: str) -> None:
    path = tmp_path / "issues.toml"
    good = '[[issue]]\nid = "b"\nlabel = "B"\nhome-office = ["arson"]\n'
    path.write_text(f"{HEAD}{good}[[issue]]\n{issue}\n", encoding="utf-8")
    with pytest.raises(DefinitionFault, match=fault):
        read_prepared_issues(path, KNOWN)


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "issues.toml"
    path.write_text(f'{HEAD}[[issue]]\nid = "a"\n[[issue]]\nlabel = "B"\n', encoding="utf-8")
    with pytest.raises(DefinitionFault) as told:
        read_prepared_issues(path, KNOWN)
    assert "[a] label" in str(told.value)
    assert "[issue 2] id" in str(told.value)
