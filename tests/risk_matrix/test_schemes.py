"""Users' schemes: copied, edited into new versions that never change, refused in plain words."""

import json
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from assessment.definitions import Scheme, Step
from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.risk_matrix import (
    DEFAULT_SCHEME,
    copy_scheme,
    keep_scheme,
    list_schemes,
    save_scheme,
    scheme,
    shipped_schemes,
    versions,
)
from assessment.workspace import TEAM, Workspace
from tests.stored import stored

DEFAULT = shipped_schemes()[DEFAULT_SCHEME]


@pytest.fixture
def ours(workspace: Workspace) -> Scheme:
    return copy_scheme(workspace, DEFAULT, "ours", "Ours")


def weighing(of: Scheme, weight: float) -> Scheme:
    """The scheme with another weight of its first criterion."""
    first, *rest = of.criteria
    return replace(of, criteria=(replace(first, weight=weight), *rest))


def audited(workspace: Workspace) -> list[tuple[str, str, str]]:
    events = stored(workspace, "SELECT person, action, subject FROM audit_event ORDER BY ALL")
    return [tuple(row) for row in events.to_numpy().tolist()]


def test_the_six_are_there_and_the_default_comes_first(workspace: Workspace) -> None:
    assert [each.id for each in list_schemes(workspace)] == [
        "weighted-evidence",
        "composite-index",
        "four-by-four",
        "harm-and-likelihood",
        "harm-only",
        "likelihood-by-impact",
    ]
    assert scheme(workspace, DEFAULT_SCHEME) == DEFAULT


def test_a_copy_says_what_it_is_a_copy_of_and_whose(workspace: Workspace, ours: Scheme) -> None:
    assert (ours.id, ours.version, ours.label) == ("ours", 1, "Ours")
    assert (ours.author, ours.dated) == ("Test analyst", date.today())
    assert ours.based_on == f"weighted-evidence {DEFAULT.version}"
    assert ours.standing.startswith(f"A copy of Weighted evidence, version {DEFAULT.version}. ")
    assert ours.criteria == DEFAULT.criteria
    assert scheme(workspace, "ours") == ours
    assert list_schemes(workspace)[-1] == ours
    assert audited(workspace) == [
        ("Test analyst", "copied scheme", f"ours, from weighted-evidence {DEFAULT.version}")
    ]


def test_each_change_is_a_new_version_and_earlier_ones_stay(
    workspace: Workspace, ours: Scheme
) -> None:
    second = save_scheme(workspace, weighing(ours, 4))
    third = save_scheme(workspace, replace(second, label="Ours, again"))
    assert [each.version for each in (ours, second, third)] == [1, 2, 3]
    assert [scheme(workspace, "ours", n) for n in (1, 2, 3)] == [ours, second, third]
    assert scheme(workspace, "ours") == third
    assert [each for each in list_schemes(workspace) if each.id == "ours"] == [third]
    assert third.based_on == ours.based_on
    assert ("Test analyst", "changed scheme", "ours, version 3") in audited(workspace)


def test_every_version_is_there_the_latest_first(workspace: Workspace, ours: Scheme) -> None:
    second = save_scheme(workspace, weighing(ours, 4))
    assert versions(workspace, "ours") == (second, ours)
    assert versions(workspace, DEFAULT_SCHEME) == (DEFAULT,)
    assert versions(workspace, "nothing") == ()


def test_a_scheme_cannot_take_anothers_name(workspace: Workspace, ours: Scheme) -> None:
    with pytest.raises(InvalidRequest, match="called 'Weighted evidence' already"):
        save_scheme(workspace, replace(ours, label="Weighted  Evidence"))


def test_saved_unchanged_nothing_is_written(workspace: Workspace, ours: Scheme) -> None:
    before = workspace.store.data_version
    saved = save_scheme(workspace, ours)
    assert (saved.version, workspace.store.data_version) == (1, before)
    assert len(stored(workspace, "SELECT * FROM scheme")) == 1


def test_two_who_edit_at_once_cannot_undo_one_another(workspace: Workspace, ours: Scheme) -> None:
    other = Workspace(workspace.store, Person("Other manager", Role.MANAGER))
    theirs = save_scheme(other, weighing(ours, 4))
    with pytest.raises(InvalidRequest, match="Other manager has made version 2 of 'Ours' since"):
        save_scheme(workspace, weighing(ours, 1))
    assert scheme(workspace, "ours") == theirs


@pytest.mark.parametrize(
    ("new_id", "label", "said"),
    [
        ("weighted-evidence", "Mine", "There is a scheme 'weighted-evidence' already"),
        ("ours", "Mine", "There is a scheme 'ours' already"),
        ("Our own", "Mine", "id: expected small letters, digits and hyphens"),
        ("", "Mine", "id: expected a text"),
        ("mine", " ", "label: expected a text"),
        ("mine", "ours", "There is a scheme called 'Ours' already: choose a name"),
        ("mine", "Official MoRiLE", "label: expected a name that does not claim to be official"),
    ],
)
def test_a_copy_needs_an_id_and_a_name_of_its_own(
    workspace: Workspace, ours: Scheme, new_id: str, label: str, said: str
) -> None:
    with pytest.raises(InvalidRequest, match=said):
        copy_scheme(workspace, ours, new_id, label)
    assert len(stored(workspace, "SELECT * FROM scheme")) == 1


def test_every_fault_is_told_at_once_and_nothing_is_lost(
    workspace: Workspace, ours: Scheme
) -> None:
    first, second, *rest = ours.criteria
    wrong = replace(
        ours,
        criteria=(
            replace(first, weight=0.0, steps=(Step(0, "none"), Step(2, "some"))),
            replace(second, label=first.label),
            *rest,
        ),
        bands=(),
    )
    with pytest.raises(InvalidRequest) as told:
        save_scheme(workspace, wrong)
    for said in (
        "[volume] weight: expected a number above 0",
        "[volume] steps: expected scores one after another",
        "[volume] cuts: expected 1, one less than steps",
        "criterion: expected each name once, found 'volume'",
        "band: expected [[band]] tables",
    ):
        assert said in str(told.value)
    assert scheme(workspace, "ours") == ours


def test_what_comes_with_the_product_is_not_edited(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match="'Weighted evidence' comes with the product: copy it"):
        save_scheme(workspace, weighing(DEFAULT, 4))


def test_what_nobody_has_copied_cannot_be_saved(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match="There is no scheme 'mine': copy one first"):
        save_scheme(workspace, replace(DEFAULT, id="mine"))


@pytest.mark.parametrize(
    ("asked", "version", "said"),
    [
        ("weighted", None, "There is no scheme 'weighted'. Did you mean weighted-evidence?"),
        ("ours", 2, "There is no version 2 of the scheme 'ours': the versions are 1."),
        ("harm-only", 0, "There is no version 0 of the scheme 'harm-only'"),
    ],
)
def test_unknown_schemes_are_told(
    workspace: Workspace, ours: Scheme, asked: str, version: int | None, said: str
) -> None:
    with pytest.raises(InvalidRequest) as told:
        scheme(workspace, asked, version)
    assert said in str(told.value)


def test_a_partner_may_look_and_not_change(workspace: Workspace, ours: Scheme) -> None:
    partner = Workspace(workspace.store, Person("Partner", Role.PARTNER))
    assert scheme(partner, "ours") == replace(ours, author=TEAM)
    with pytest.raises(NotPermitted, match="may not add or change schemes"):
        save_scheme(partner, weighing(ours, 4))
    with pytest.raises(NotPermitted):
        copy_scheme(partner, ours, "theirs", "Theirs")


def test_a_shipped_version_that_was_used_outlives_a_release(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):  # two assessments use it: it is kept once
        with workspace.store.writing() as writer:
            keep_scheme(writer, DEFAULT)
    later = replace(weighing(DEFAULT, 9), version=2)
    module = import_module("assessment.risk_matrix.schemes.scheme_store")
    monkeypatch.setattr(module, "shipped_schemes", lambda: {DEFAULT_SCHEME: later})
    assert scheme(workspace, DEFAULT_SCHEME) == later
    assert scheme(workspace, DEFAULT_SCHEME, DEFAULT.version) == DEFAULT
    assert [each.version for each in list_schemes(workspace)] == [2]


@pytest.fixture
def path(tmp_path: Path) -> str:
    made = str(tmp_path / "commands.duckdb")
    assert main(["init", "--empty", "--store", made]) == 0
    return made


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments]) == 0
    return capsys.readouterr().out


def test_commands(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    copied = ["schemes", "copy", "four-by-four", "ours", "--label", "Ours", "--store", path]
    assert said_by(capsys, *copied) == "ours: Ours (version 1, from four-by-four 1)\n"
    listed = said_by(capsys, "schemes", "list", "--store", path).splitlines()
    assert len(listed) == 7
    assert listed[0].startswith("weighted-evidence: Weighted evidence (version 3, ")
    shown = said_by(capsys, "schemes", "show", "ours", "--store", path)
    for words in (
        "A copy of Fife's 4×4, version 1.",
        "Impact (impact, weight 1, data-or-judged)",
        "  Harm per offence: 1 if at most 2 days;",
        "  4  Very serious: over 500 days",
        "Combined: product, highest first.",
        "Bands: Very high from 12; High from 8; Medium from 4; Low from 1.",
        "Ties are broken by: impact.",
    ):
        assert words in shown


def test_commands_for_other_programs(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(said_by(capsys, "schemes", "list", "--json", "--store", path))
    assert listed[0]["id"] == DEFAULT_SCHEME
    shown: dict[str, Any] = json.loads(
        said_by(capsys, "schemes", "show", DEFAULT_SCHEME, "--json", "--store", path)
    )
    assert shown["dated"] == DEFAULT.dated.isoformat()
    assert len(shown["criterion"]) == 9
    assert shown["criterion"][0]["cuts"] == ["<= 0", "< 1", "< 3", "< 6", "< 12"]


def test_a_scheme_that_is_not_there_leaves_with_status_2(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["schemes", "show", "nothing", "--store", path]) == 2
    assert capsys.readouterr().err.startswith("There is no scheme 'nothing'.")
