"""Draft, agreed, signed off: what each step asks for, and that nothing changes after the last."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.partnerships import add_partnership
from assessment.people import Audience, Person, Role
from assessment.priorities.agreement import agree, back_to_draft, record, record_agreement, sign_off
from assessment.priorities.authorities import Authority, council_of
from assessment.priorities.changes_since_agreement import moved_since
from assessment.priorities.headings import priorities, remove_priority, save_priority
from assessment.priorities.last_year import say_why_dropped
from assessment.priorities.priority_line import Setting, change_setting, give_reasons
from assessment.priorities.stored_documents import document
from assessment.risk_matrix.judgements import judge
from assessment.risk_matrix.workshop.scorers import join, save_score
from assessment.risk_matrix.workshop.workshops import WorkshopMove, move, open_workshop, workshop
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import (
    COUNCIL,
    DAY,
    QUORUM,
    SAFER,
    a_draft,
    agreed,
    counted,
    decided,
    quorum_agrees,
    signed_off,
    status,
)
from tests.risk_matrix.given import HIDDEN
from tests.stored import stored

TABLES = (
    *("assessment", "issue", "score", "workshop", "scorer", "priority", "priority_setting"),
    *("issue_reason", "dropped_priority", "agreement", "assessment_record"),
)


def everything(workspace: Workspace) -> dict[str, str]:
    return {name: stored(workspace, f"FROM {name}").to_csv() for name in TABLES}


def test_from_draft_to_signed_off(workspace: Workspace, draft: int) -> None:
    assert (status(workspace, draft), document(workspace.store, draft)) == ("draft", "")
    agreed(workspace, draft)
    assert (status(workspace, draft), record(workspace, draft).status) == ("agreed", "agreed")
    sealed = sign_off(workspace, draft)
    assert (status(workspace, draft), sealed.status) == ("signed off", "signed off")
    assert (sealed.agreed_by, sealed.signed_off_by) == ("Test analyst", "Test analyst")
    assert [(each.authority, each.body) for each in sealed.agreements] == [
        ("council of Rochford", "Essex council of Rochford"),
        ("county council", "Essex county council"),
        ("fire and rescue", "Essex fire and rescue"),
        ("police", "Essex police"),
    ]


def test_what_is_kept_is_whole_for_whomever_it_is_shown(workspace: Workspace, draft: int) -> None:
    shown = replace(workspace, audience=Audience.PUBLIC)
    agree(shown, decided(workspace, draft))
    quorum_agrees(workspace, draft)
    before = record(workspace, draft)
    sign_off(shown, draft)
    sealed = record(workspace, draft)
    assert (sealed.issues, sealed.agreements) == (before.issues, before.agreements)
    assert (sealed.agreed_by, sealed.signed_off_by) == ("Test analyst", "Test analyst")
    assert record(shown, draft).issues != before.issues


def test_everything_that_is_open_is_told(workspace: Workspace, draft: int) -> None:
    with pytest.raises(InvalidRequest) as told:
        agree(workspace, draft)
    assert str(told.value) == (
        "It cannot be agreed yet. There is no priority yet. "
        "No reason is given for Robbery, Shoplifting and County lines."
    )
    assert status(workspace, draft) == "draft"


SHORT = [
    ((), "None of the 6 .* 4 more must", "nobody"),
    ((Authority.POLICE,), "1 of the 6 responsible authorities has agreed; 3 more must", "one"),
    ((Authority.POLICE, COUNCIL, Authority.FIRE), "3 of the 6 .* 1 more must", "one too few"),
]


@pytest.mark.parametrize(("by", "said", "why"), SHORT)
def test_without_quorum_it_is_not_signed_off_and_nothing_is_lost(
    workspace: Workspace, draft: int, by: tuple[str, ...], said: str, why: str
) -> None:
    agreed(workspace, draft, by)
    before = everything(workspace)
    with pytest.raises(InvalidRequest, match=said) as told:
        sign_off(workspace, draft)
    assert "probation" in str(told.value), "who could still agree"
    assert everything(workspace) == before, why
    for each in QUORUM:
        record_agreement(workspace, draft, each, "Essex", "chief officer", DAY)
    assert sign_off(workspace, draft).status == "signed off"


def test_two_bodies_of_one_authority_are_one(workspace: Workspace, draft: int) -> None:
    agreed(workspace, draft, (Authority.POLICE, Authority.COUNTY, Authority.HEALTH))
    record_agreement(workspace, draft, Authority.HEALTH, "Another board", "director", DAY)
    with pytest.raises(InvalidRequest, match="3 of the 6"):
        sign_off(workspace, draft)


def test_two_councils_are_two_authorities(workspace: Workspace, covered: Given) -> None:
    counted(covered)
    add_partnership(workspace, "Rochford", ["Castle Point", "Rochford"])
    draft = a_draft(workspace)
    councils = (council_of("Castle Point"), COUNCIL)
    agreed(workspace, draft, (*councils, Authority.COUNTY))
    found = record(workspace, draft)
    assert (len(found.authorities), found.agreeing) == (7, (*councils, "county council"))
    record_agreement(workspace, draft, Authority.POLICE, "Essex Police", "inspector", DAY)
    assert sign_off(workspace, draft).has_quorum


def test_only_authorities_of_the_partnership_can_agree(workspace: Workspace, draft: int) -> None:
    agree(workspace, decided(workspace, draft))
    for other in (council_of("Castle Point"), Authority.COUNCIL, "Rochford"):
        with pytest.raises(InvalidRequest, match="is none of the responsible authorities here"):
            record_agreement(workspace, draft, other, "Its council", "leader", DAY)
    assert record(workspace, draft).agreements == ()


def test_what_was_put_to_five_kinds_is_signed_off_by_them(workspace: Workspace, draft: int) -> None:
    """Records up to version 2 name no authorities: what was agreed to then stays as it was."""
    agree(workspace, decided(workspace, draft))
    body = json.loads(document(workspace.store, draft))
    del body["authorities"]
    with workspace.store.writing() as writer:
        document_of_then = json.dumps(body | {"version": 2, "quorum": 3})
        writer.run("put_assessment_record", assessment=draft, document=document_of_then)
    for council in ("Castle Point", "Rochford"):
        record_agreement(workspace, draft, Authority.COUNCIL, council, "chief executive", DAY)
    record_agreement(workspace, draft, Authority.POLICE, "Essex Police", "inspector", DAY)
    with pytest.raises(InvalidRequest, match="2 of the 5 responsible authorities have agreed"):
        sign_off(workspace, draft)
    record_agreement(workspace, draft, Authority.FIRE, "Essex", "group manager", DAY)
    assert sign_off(workspace, draft).agreeing == ("police", "council", "fire and rescue")


def test_the_quorum_is_a_setting(workspace: Workspace, draft: int) -> None:
    change_setting(workspace, draft, Setting(5, 1))
    agreed(workspace, draft, (Authority.PROBATION,))
    assert sign_off(workspace, draft).quorum == 1


def test_a_draft_cannot_be_signed_off_nor_agreed_to(workspace: Workspace, draft: int) -> None:
    decided(workspace, draft)
    with pytest.raises(InvalidRequest, match="still a draft"):
        sign_off(workspace, draft)
    with pytest.raises(InvalidRequest, match="still a draft"):
        record_agreement(workspace, draft, Authority.POLICE, "Essex Police", "inspector", DAY)


def test_who_agreed_is_told_without_names_and_not_in_the_future(
    workspace: Workspace, draft: int
) -> None:
    agree(workspace, decided(workspace, draft))
    later = date.today() + timedelta(days=1)
    with pytest.raises(InvalidRequest, match=r"which body .* which role .* has not come yet"):
        record_agreement(workspace, draft, Authority.POLICE, " ", "", later)
    assert record(workspace, draft).agreements == ()


def test_back_to_draft_takes_agreements_back(workspace: Workspace, draft: int) -> None:
    agreed(workspace, draft)
    back_to_draft(workspace, draft)
    found = record(workspace, draft)
    assert (found.status, found.agreements) == ("draft", ())
    assert [each.name for each in found.priorities] == ["Safer streets"]
    trail = stored(workspace, "SELECT subject FROM audit_event")["subject"].tolist()[-1]
    assert trail.endswith(
        "taken back: Essex council of Rochford, Essex county council, Essex fire and rescue, "
        "Essex police"
    )
    with pytest.raises(InvalidRequest, match="still a draft"):
        back_to_draft(workspace, draft)


def test_a_reading_of_the_draft_that_has_been_overtaken_is_not_agreed_twice(
    workspace: Workspace, draft: int
) -> None:
    agreed(workspace, draft)
    with pytest.raises(InvalidRequest, match="not changed any more"):
        agree(workspace, draft)


Change = Callable[[Workspace, int], object]
CHANGES: dict[str, Change] = {
    "a new priority": lambda w, n: save_priority(w, n, SAFER),
    "a priority changed": lambda w, n: save_priority(w, n, priorities(w, n)[0]),
    "a priority removed": lambda w, n: remove_priority(w, n, priorities(w, n)[0]),
    "a reason": lambda w, n: give_reasons(w, n, {"robbery": "Other"}),
    "the line": lambda w, n: change_setting(w, n, Setting(1, 1)),
    "why dropped": lambda w, n: say_why_dropped(w, n, "Any", "Why"),
    "a score at a desk": lambda w, n: judge(w, n, "robbery", HIDDEN, 5, "Known"),
    "an override taken back": lambda w, n: judge(w, n, "robbery", HIDDEN, None, ""),
    "a workshop": open_workshop,
    "agreeing again": agree,
}
AFTER_SIGNING: dict[str, Change] = {
    "an agreement": lambda w, n: record_agreement(w, n, Authority.HEALTH, "ICB", "lead", DAY),
    "a draft again": back_to_draft,
    "signing again": sign_off,
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_been_agreed_is_not_changed(workspace: Workspace, draft: int, change: str) -> None:
    agreed(workspace, draft)
    before = everything(workspace)
    with pytest.raises(InvalidRequest):
        CHANGES[change](workspace, draft)
    assert everything(workspace) == before


@pytest.mark.parametrize("change", [*CHANGES, *AFTER_SIGNING])
def test_what_has_been_signed_off_is_changed_by_nothing(
    workspace: Workspace, draft: int, change: str
) -> None:
    signed_off(workspace, draft)
    before = everything(workspace)
    with pytest.raises(InvalidRequest):
        (CHANGES | AFTER_SIGNING)[change](workspace, draft)
    assert everything(workspace) == before


def test_what_people_are_scoring_is_not_agreed_before_they_have_seen_it(
    workspace: Workspace, draft: int
) -> None:
    """Else the record would lack what they gave, and today's data would seem to have moved it."""
    there = open_workshop(workspace, decided(workspace, draft))
    who = join(workspace, there.code, "Police", "inspector")
    save_score(workspace, who, "robbery", HIDDEN, 3)
    with pytest.raises(InvalidRequest, match="close the scoring first"):
        agree(workspace, draft)
    assert status(workspace, draft) == "draft"
    move(workspace, there, WorkshopMove.REVEAL)
    agree(workspace, draft)
    (robbery,) = (each for each in record(workspace, draft).issues if each.id == "robbery")
    assert {each.criterion: each.panel for each in robbery.criteria}["hidden"] == (3,)
    assert moved_since(workspace, draft) == ()


def test_agreeing_closes_the_scoring(workspace: Workspace, draft: int) -> None:
    there = open_workshop(workspace, draft)
    who = join(workspace, there.code, "Police", "inspector")
    save_score(workspace, who, "robbery", HIDDEN, 3)
    move(workspace, there, WorkshopMove.REVEAL)
    signed_off(workspace, draft)
    before = everything(workspace)
    with pytest.raises(InvalidRequest, match=r"closed.* you gave before is kept"):
        save_score(workspace, who, "robbery", HIDDEN, 0)
    now = workshop(workspace, draft)
    assert now is not None
    with pytest.raises(InvalidRequest, match="not changed any more"):
        move(workspace, now, WorkshopMove.REOPEN)
    with pytest.raises(InvalidRequest, match="nobody can join"):
        join(workspace, there.code, "Fire", "officer")
    assert everything(workspace) == before


def test_another_assessment_is_left_alone(workspace: Workspace, draft: int) -> None:
    other = a_draft(workspace)
    signed_off(workspace, draft)
    save_priority(workspace, other, SAFER)
    assert (status(workspace, other), len(priorities(workspace, other))) == ("draft", 1)


def test_a_partner_may_not(workspace: Workspace, draft: int) -> None:
    partner = Workspace(workspace.store, Person("A partner", Role.PARTNER))
    agreed(workspace, draft)
    for change in (agree, back_to_draft, sign_off, AFTER_SIGNING["an agreement"]):
        with pytest.raises(NotPermitted):
            change(partner, draft)
