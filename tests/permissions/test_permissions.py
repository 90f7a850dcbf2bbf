"""Who may ask what: each function × role tried, and what belongs to another partnership hidden."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assessment.disclosure import ENOUGH, fewest_shown
from assessment.errors import InvalidRequest, NotPermitted
from assessment.members import end, grant, members
from assessment.partnerships import add_partnership, partnerships, remove_partnership
from assessment.people import BOARD_ONLY, GRANTED, SHOWN_TO, Audience, Permission, Person, Role
from assessment.permissions import NEEDS
from assessment.priorities.priority_line import reasons
from assessment.risk_matrix.assessments import assessment, assessments
from assessment.risk_matrix.workshop.scorers import join
from assessment.risk_matrix.workshop.workshops import open_workshop
from assessment.survey.questionnaire import Mode, QuestionKind
from assessment.survey.reading.printed_results import SummarisedQuestion
from assessment.survey.waves.entered_wave import enter_summary
from assessment.survey.waves.export_check import is_remembered
from assessment.survey.waves.survey_names import surveys
from assessment.survey.waves.wave_register import list_waves
from assessment.survey.waves.wave_removal import what_goes
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS
from pages.components.caches.cached_evidence import SCORER
from pages.components.waiting import Waiting
from pages.load_survey import survey_upload
from tests.permissions.table import PEOPLE, table
from tests.permissions.trying import (
    DECIDES_ITSELF,
    ELSEWHERE,
    NOBODY,
    OTHERS,
    OWN,
    Held,
    hold,
    public_functions,
)

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"
ROLES = list(Role)
ASKED = [SummarisedQuestion("How safe?", QuestionKind.SINGLE, 50, {"Safe": 70.0, "Not": 30.0})]


@pytest.fixture
def owner(workspace: Workspace) -> Workspace:
    """Whoever is at the machine."""
    return replace(workspace, person=Person("Local owner", Role.OWNER))


@pytest.fixture
def two(owner: Workspace) -> tuple[Held, Held]:
    """Two partnerships, of which somebody of each role has a part in the first."""
    own, others = hold(owner, OWN), hold(owner, OTHERS)
    for role in Role:
        grant(owner, own.partnership, role.name, role, authority="health")
    grant(owner, others.partnership, ELSEWHERE, Role.OWNER)
    return own, others


def by(owner: Workspace, name: str, **given: object) -> Workspace:
    return replace(owner, person=Person(name), **given)  # type: ignore[arg-type]


def test_every_public_function_says_what_it_needs() -> None:
    functions = {name for name, _ in public_functions()}
    assert len(functions) > 100
    assert functions - NEEDS.keys() == DECIDES_ITSELF
    assert all(need.any_of for need in NEEDS.values())


def test_the_table_is_what_everybody_is_told_today() -> None:
    """Every function is tried as somebody of every role: 1,260 cells and more."""
    told = table()
    assert PAGE.read_text(encoding="utf-8") == told
    rows = [line for line in told.splitlines() if "." in line.partition("|")[2][:60]]
    assert all(line.count("|") == len(PEOPLE) + 2 for line in rows if line.startswith("|"))


@pytest.mark.parametrize(
    ("permission", "roles"),
    [
        (Permission.MANAGE_MEMBERS, {Role.OWNER}),
        (Permission.RUN_ASSESSMENTS, {Role.OWNER, Role.MANAGER, Role.ANALYST}),
        (Permission.LOAD_EXTRACTS, {Role.OWNER, Role.MANAGER, Role.ANALYST}),
        (Permission.SEE_REFUSED_ROWS, {Role.OWNER, Role.MANAGER, Role.ANALYST}),
        (Permission.SEE_SMALL_NUMBERS, {Role.OWNER, Role.MANAGER, Role.ANALYST}),
        (Permission.SEE_SMALL_AREAS, {Role.OWNER, Role.MANAGER, Role.ANALYST}),
        (Permission.SEE_NAMES, {Role.OWNER, Role.MANAGER, Role.ANALYST}),
        (Permission.SCORE_ISSUES, set(ROLES) - {Role.SCRUTINY, Role.PUBLIC}),
        (Permission.READ_DRAFTS, set(ROLES) - {Role.SCRUTINY, Role.PUBLIC}),
        (Permission.READ_FIGURES, set(ROLES) - {Role.SCORER}),
        (Permission.READ_ASSESSMENTS, set(ROLES) - {Role.SCORER}),
    ],
)
def test_a_permission_is_granted_to(permission: Permission, roles: set[Role]) -> None:
    assert {role for role in Role if permission in GRANTED[role]} == roles


def test_whoever_scores_on_a_phone_scores_and_no_more(owner: Workspace) -> None:
    asks = replace(owner, person=SCORER)
    assert {one for one in Permission if asks.may(one)} == {
        Permission.SCORE_ISSUES,
        Permission.READ_DRAFTS,
    }
    with pytest.raises(NotPermitted):
        partnerships(asks)
    with pytest.raises(NotPermitted):
        assessments(asks)


def test_another_partnerships_own_is_not_there(owner: Workspace, two: tuple[Held, Held]) -> None:
    own, others = two
    asks = by(owner, Role.ANALYST.name)
    assert {one.id for one in assessments(asks)} == {own.draft, own.signed_off}
    assert {wave.id for wave in list_waves(asks)} == {own.wave}
    assert {one.id for one in surveys(asks)} == {own.survey}
    # What others have, and what nobody has, are told alike.
    nowhere = others.draft + 1000
    for number in (others.draft, others.signed_off, nowhere):
        for ask in (assessment, reasons):
            with pytest.raises(InvalidRequest, match=rf"^There is no assessment {number}\.$"):
                ask(asks, number)
    # The partnership itself is no secret, and its figures are read.
    assert {one.id for one in partnerships(asks)} == {own.partnership, others.partnership}


def test_of_a_draft_scrutiny_does_not_learn(owner: Workspace, two: tuple[Held, Held]) -> None:
    own, others = two
    asks = by(owner, Role.SCRUTINY.name)
    assert {one.id for one in assessments(asks)} == {own.signed_off}
    with pytest.raises(InvalidRequest, match="There is no assessment"):
        assessment(asks, own.draft)
    # Nor with a role that is theirs everywhere.
    everywhere = replace(owner, person=Person("Committee", Role.SCRUTINY))
    assert {one.id for one in assessments(everywhere)} == {own.signed_off, others.signed_off}
    with pytest.raises(InvalidRequest, match="There is no assessment"):
        reasons(everywhere, own.draft)


def test_a_role_counts_in_its_own_partnership_alone(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    own, others = two
    grant(owner, others.partnership, Role.ANALYST.name, Role.PARTNER, authority="fire")
    asks = by(owner, Role.ANALYST.name)
    assert asks.of(own.partnership).role is Role.ANALYST
    assert asks.of(others.partnership).role is Role.PARTNER
    assert asks.role is Role.ANALYST
    with pytest.raises(NotPermitted, match="A partner may not"):
        remove_partnership(asks, others.partnership)


def test_without_a_partnership_any_role_lets_somebody_do_what_it_may(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    """Roles are no chain: whoever scores here may do so, also as a member of the public there."""
    own, others = two
    code = open_workshop(owner, own.draft).code
    grant(owner, own.partnership, "x", Role.SCORER)
    for there in (None, Role.PUBLIC):
        if there:
            grant(owner, others.partnership, "x", there)
        joined = join(by(owner, "x"), code, "Fire and rescue", f"officer, {there}")
        assert joined.assessment == own.draft
    with pytest.raises(NotPermitted, match="A member of the public may not load extracts"):
        by(owner, "x").require(Permission.LOAD_EXTRACTS)


@pytest.mark.parametrize("there", ROLES)
@pytest.mark.parametrize("here", ROLES)
def test_without_a_partnership_nobody_is_shown_more_than_in_each(
    owner: Workspace, two: tuple[Held, Held], here: Role, there: Role
) -> None:
    for held, role in zip(two, (here, there), strict=True):
        grant(owner, held.partnership, "x", role, authority="fire")
    asks, order = by(owner, "x"), list(Audience)
    each = [asks.of(held.partnership) for held in two]
    assert order.index(asks.shown_to) == max(order.index(one.shown_to) for one in each)
    for one in Permission:
        may = [where.may(one) for where in each]
        assert asks.may(one) is (all(may) if one in BOARD_ONLY else any(may))


def test_nobody_takes_over_what_is_anothers_by_its_name(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    _, others = two
    asks = by(owner, Role.ANALYST.name)
    with pytest.raises(NotPermitted):
        add_partnership(asks, OTHERS, ["Rochford"])
    for survey, wave in ((others.survey, "new"), ("mine", others.wave)):
        with pytest.raises(InvalidRequest, match="choose another name") as told:
            enter_summary(asks, survey=survey, wave=wave, mode=Mode.PANEL, questions=ASKED)
        assert others.partnership not in str(told.value).replace(survey, "").replace(wave, "")
    with pytest.raises(NotPermitted):
        enter_summary(
            asks,
            survey="mine",
            wave="new",
            mode=Mode.PANEL,
            questions=ASKED,
            partnership=others.partnership,
        )


def test_of_another_partnerships_survey_nothing_is_told_before_a_load(
    owner: Workspace, two: tuple[Held, Held], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page read the store itself: "What 100 people answered in wave-maldon before"."""
    own, others = two
    asks = by(owner, Role.ANALYST.name)
    assert what_goes(asks, own.survey, own.wave)[0].startswith(
        f"What 100 people answered in {own.wave} before"
    )
    assert not is_remembered(asks, own.survey)
    for ask in (
        lambda: what_goes(asks, others.survey, others.wave),
        lambda: what_goes(asks, own.survey, others.wave),
        lambda: what_goes(asks, others.survey, "new"),
        lambda: is_remembered(asks, others.survey),
    ):
        with pytest.raises(InvalidRequest, match="choose another name"):
            ask()
    # Nothing is remembered of what was entered as percentages; its name is no answer either.
    monkeypatch.setattr(survey_upload, "propose", lambda *_, **__: pytest.fail("it was read"))
    waiting = survey_upload.Arriving(Waiting(("answers.csv",), Path("nowhere")))
    told = survey_upload.proposal(asks, waiting, others.survey)
    assert "choose another name" in str(told)


def test_a_role_ends_on_its_day_and_when_it_is_taken(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    own, _ = two
    today = date.today()
    for until, role in ((today, None), (today + timedelta(1), Role.MANAGER), (None, Role.MANAGER)):
        grant(owner, own.partnership, "Kim", Role.MANAGER, until=until)
        assert by(owner, "Kim", partnership=own.partnership).role is role
    asks = by(owner, "Kim", partnership=own.partnership)
    end(owner, own.partnership, "Kim")
    assert asks.role is None
    with pytest.raises(NotPermitted, match="no part in this partnership"):
        partnerships(asks)
    with pytest.raises(InvalidRequest, match="has no role"):
        end(owner, own.partnership, "Kim")


def test_nobody_is_in_the_partnership(owner: Workspace, two: tuple[Held, Held]) -> None:
    with pytest.raises(NotPermitted):
        partnerships(by(owner, NOBODY))


def test_a_partnership_keeps_an_owner(owner: Workspace, two: tuple[Held, Held]) -> None:
    own, _ = two
    alone = by(owner, Role.OWNER.name)
    name, tomorrow = alone.person.name, date.today() + timedelta(1)
    with pytest.raises(InvalidRequest, match="only owner"):
        end(alone, own.partnership, name)
    with pytest.raises(InvalidRequest, match="only owner"):
        grant(alone, own.partnership, name, Role.MANAGER)
    with pytest.raises(InvalidRequest, match="only owner"):
        grant(alone, own.partnership, name, Role.OWNER, until=tomorrow)
    grant(alone, own.partnership, "Kim", Role.OWNER)
    end(alone, own.partnership, alone.person.name)
    assert [one.person for one in members(owner, own.partnership) if one.role is Role.OWNER] == [
        "Kim"
    ]


def test_roles_are_given_to_somebody_and_written_down(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    own, _ = two
    with pytest.raises(InvalidRequest, match="Say who"):
        grant(owner, own.partnership, " ", Role.ANALYST)
    with pytest.raises(InvalidRequest, match="which authority"):
        grant(owner, own.partnership, "Kim", Role.PARTNER)
    with owner.store._connection.cursor() as cursor:
        written = cursor.execute(
            "SELECT person, role, subject FROM audit_event WHERE action = 'granted role'"
        ).fetchall()
    assert ("Local owner", "owner", f"{OWN}: SCORER, scorer") in written


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("audience", list(Audience))
def test_an_audience_is_made_narrower_and_never_wider(
    owner: Workspace, role: Role, audience: Audience
) -> None:
    asks = replace(owner, person=Person("Kim", role), audience=audience)
    order = list(Audience)
    assert order.index(asks.shown_to) == max(order.index(audience), order.index(SHOWN_TO[role]))
    assert fewest_shown(asks) == (1 if asks.shown_to is Audience.BOARD else ENOUGH)


def test_nothing_kept_for_one_is_shown_to_another(owner: Workspace, two: tuple[Held, Held]) -> None:
    """Whatever an answer may depend on is in the key that it is kept by."""
    own, others = two
    key = KEYS[Workspace]
    everybody = [replace(owner, person=Person("Kim", role)) for role in Role]
    everybody += [replace(owner, audience=one) for one in (Audience.PARTNER, Audience.PUBLIC)]
    everybody += [owner.of(held.partnership) for held in (own, others)]
    everybody += [by(owner, name) for name in (Role.ANALYST.name, ELSEWHERE, NOBODY)]
    keys = [key(asks) for asks in everybody]
    # Whoever owns everything here is the same person as any other who does.
    assert len({*keys}) == len(everybody)
    assert key(owner) == key(replace(owner, person=Person("Lee", Role.OWNER)))


def test_roles_in_a_partnership_go_with_it(owner: Workspace) -> None:
    place = add_partnership(owner, OWN, [OWN])
    grant(owner, place.id, "Kim", Role.ANALYST)
    remove_partnership(owner, place.id)
    add_partnership(owner, OWN, [OWN])
    assert by(owner, "Kim", partnership=place.id).role is None
