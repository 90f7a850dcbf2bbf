"""Partnerships on a real store."""

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.partnerships import (
    Partnership,
    add_partnership,
    partnership,
    partnerships,
    remove_partnership,
)
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.stored import stored

NAME = "Castle Point and Rochford"
ONE_OF_TWO = Partnership("castle-point-and-rochford", NAME, ("Castle Point", "Rochford"), False)


def audited(workspace: Workspace) -> list[tuple[str, str, str]]:
    events = stored(workspace, "SELECT person, action, subject FROM audit_event")
    return [tuple(event) for event in events.to_numpy().tolist()]


def test_a_partnership_of_two_districts(workspace: Workspace) -> None:
    assert add_partnership(workspace, NAME, ["Rochford", "E07000069"]) == ONE_OF_TWO
    assert partnerships(workspace) == [ONE_OF_TWO]
    assert partnership(workspace, "castle-point-and-rochford") == ONE_OF_TWO
    assert audited(workspace) == [
        ("Test analyst", "added partnership", f"{NAME}: Castle Point, Rochford")
    ]


def test_a_district_named_twice_counts_once(workspace: Workspace) -> None:
    named = ["Rochford", "rochford district council", "E07000075", "Castle Point"]
    assert add_partnership(workspace, NAME, named) == ONE_OF_TWO


def test_the_same_again_changes_nothing(workspace: Workspace) -> None:
    add_partnership(workspace, NAME, ["Castle Point", "Rochford"])
    before = workspace.store.data_version
    assert add_partnership(workspace, NAME, ["Rochford", "Castle Point"]) == ONE_OF_TWO
    assert workspace.store.data_version == before
    assert len(audited(workspace)) == 1


def test_other_districts_under_the_same_id_replace_the_first(workspace: Workspace) -> None:
    add_partnership(workspace, NAME, ["Castle Point", "Rochford"])
    changed = add_partnership(workspace, "Castle Point & Rochford", ["Castle Point", "Maldon"])
    assert changed.id == ONE_OF_TWO.id
    assert partnerships(workspace) == [changed]
    assert changed.districts == ("Castle Point", "Maldon")
    assert audited(workspace)[-1] == (
        "Test analyst",
        "changed partnership",
        "Castle Point & Rochford: Castle Point, Maldon "
        "(before, Castle Point and Rochford: Castle Point, Rochford)",
    )


def test_a_synthetic_partnership_stays_marked(workspace: Workspace) -> None:
    add_partnership(workspace, "Medway", ["Medway"], synthetic=True)
    assert partnership(workspace, "medway").synthetic


@pytest.mark.parametrize(
    ("name", "partnership_id"),
    [
        ("Safer Colchester", "safer-colchester"),
        ("  King's   Lynn ", "kings-lynn"),
        ("Stoke-on-Trent", "stoke-on-trent"),
        ("Ynys Môn", "ynys-mon"),
    ],
)
def test_ids(workspace: Workspace, name: str, partnership_id: str) -> None:
    assert add_partnership(workspace, name, ["Colchester"]).id == partnership_id


@pytest.mark.parametrize(
    ("name", "named", "said"),
    [
        ("", ["Rochford"], "A partnership needs a name."),
        (" - ", ["Rochford"], "A partnership needs a name."),  # nothing is left for an id
        ("X", [], "A partnership needs at least one district"),
        ("X", ["Rochfrod"], "'Rochfrod' is not a district .* Did you mean Rochford"),
        ("X", [""], "'' is not a district"),
        ("", ["Aa", "Rochford", "Bb"], "needs a name.*'Aa' is not.*'Bb' is not"),  # all at once
    ],
)
def test_what_cannot_be_added(workspace: Workspace, name: str, named: list[str], said: str) -> None:
    with pytest.raises(InvalidRequest, match=said):
        add_partnership(workspace, name, named)
    assert partnerships(workspace) == []


def test_an_unknown_partnership_says_which_there_are(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match="none has been added yet"):
        partnership(workspace, "castle")
    add_partnership(workspace, NAME, ["Castle Point", "Rochford"])
    with pytest.raises(InvalidRequest, match=r"Did you mean castle-point.*There are: castle-point"):
        partnership(workspace, "castle")


def test_who_may_add(store: Store) -> None:
    partner = Workspace(store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted, match="may not add or change partnerships"):
        add_partnership(partner, NAME, ["Castle Point"])
    assert partnerships(partner) == []


def test_a_partnership_is_removed_and_named(workspace: Workspace) -> None:
    add_partnership(workspace, NAME, ["Castle Point", "Rochford"])
    medway = add_partnership(workspace, "Medway", ["Medway"])
    assert remove_partnership(workspace, ONE_OF_TWO.id) == ONE_OF_TWO
    assert partnerships(workspace) == [medway]
    left = stored(workspace, "SELECT district FROM partnership_district")
    assert left.district.tolist() == ["Medway"]
    assert audited(workspace)[-1] == (
        "Test analyst",
        "removed partnership",
        f"{NAME}: Castle Point, Rochford",
    )


def test_what_cannot_be_removed(workspace: Workspace) -> None:
    add_partnership(workspace, "Medway", ["Medway"], synthetic=True)
    version = workspace.store.data_version
    with pytest.raises(InvalidRequest, match=r"no partnership 'medwey'.* Did you mean medway"):
        remove_partnership(workspace, "medwey")
    with pytest.raises(InvalidRequest, match="Medway is an example"):
        remove_partnership(workspace, "medway")
    assert workspace.store.data_version == version


def test_who_may_remove(workspace: Workspace) -> None:
    add_partnership(workspace, NAME, ["Castle Point"])
    partner = Workspace(workspace.store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted, match="may not add or change partnerships"):
        remove_partnership(partner, ONE_OF_TWO.id)


def test_control_characters_are_no_part_of_a_name(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match=r"control characters \(found U\+0007 and U\+001B\)"):
        add_partnership(workspace, "Luton\x1b[2J\x07", ["Luton"])
    assert partnerships(workspace) == []
    assert add_partnership(workspace, "Luton\nand Bedford", ["Luton"]).name == "Luton and Bedford"
