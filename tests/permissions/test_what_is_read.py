"""What somebody reads, not only whether they are answered: names, numbers and others' decisions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.changes import By, Place, Question, year_on_year
from assessment.changes.counting.row_areas import areas_of
from assessment.errors import InvalidRequest, NotPermitted
from assessment.members import grant
from assessment.partnerships import add_partnership
from assessment.people import Audience, Permission, Person, Role
from assessment.periods import Period, PeriodKind
from assessment.priorities.agreement import record
from assessment.priorities.record_composition import compose
from assessment.priorities.record_restored import opened
from assessment.priorities.redacted_record import as_named, for_audience
from assessment.priorities.stored_documents import record_file
from assessment.risk_matrix.assessments import assessment, assessments
from assessment.risk_matrix.evidence_base import EvidenceBase, evidence_base
from assessment.risk_matrix.judgements import judge, judgements
from assessment.risk_matrix.matrix import matrix_from
from assessment.risk_matrix.workshop.scorers import join, save_score, scores_of
from assessment.risk_matrix.workshop.workshops import open_workshop
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.waves.lookup_by_name import wave_named
from assessment.survey.waves.wave_comments import CommentStatus, comments
from assessment.survey.waves.wave_register import list_waves
from assessment.workspace import TEAM, Workspace
from pages.components.caches.cache import KEYS
from tests.changes.given import Given
from tests.permissions.trying import ELSEWHERE, OTHERS, OWN, Held, hold
from tests.priorities.given import a_draft, counted, signed_off
from tests.risk_matrix.given import HIDDEN, PARTNERSHIP
from tests.risk_matrix.records import NOW, SUBJECTS, TWO_YEARS, covered, given_store

__all__ = ["covered", "given_store"]
REASON = "We have seen it on our own estate."


@pytest.fixture
def owner(workspace: Workspace) -> Workspace:
    return replace(workspace, person=Person("Local owner", Role.OWNER))


@pytest.fixture
def two(owner: Workspace) -> tuple[Held, Held]:
    return hold(owner, OWN), hold(owner, OTHERS)


def as_member(owner: Workspace, **roles: Role) -> Workspace:
    """Let Kim have a role in some partnerships, and none anywhere else."""
    for partnership, role in roles.items():
        authority = "fire" if role is Role.PARTNER else None
        grant(owner, partnership, "Kim", role, authority=authority)
    return replace(owner, person=Person("Kim"))


def test_an_analyst_of_one_sees_another_as_the_partner_that_they_are_there(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    own, others = two
    asks = as_member(owner, rochford=Role.ANALYST, maldon=Role.PARTNER)
    started_by = {each.partnership: each.started_by for each in assessments(asks)}
    assert started_by == {own.partnership: "Local owner", others.partnership: TEAM}
    assert {wave.id: wave.source.loaded_by for wave in list_waves(asks)} == {
        own.wave: "Local owner",
        others.wave: TEAM,
    }


def test_what_was_said_is_named_by_the_role_where_it_was_said(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    own, others = two
    for held in two:
        judge(owner, held.draft, "burglary", PARTNERSHIP, 3, REASON)
    asks = as_member(owner, rochford=Role.ANALYST, maldon=Role.PARTNER)
    for held, name in ((own, "Local owner"), (others, TEAM)):
        (said,) = judgements(asks, held.draft).values()
        assert said.who == name


@pytest.mark.usefixtures("covered")
def test_what_others_made_opens_nothing_to_whoever_comes_by_it(
    owner: Workspace, covered: Given
) -> None:
    """A matrix or a record names its assessment: having it in hand is no permission."""
    counted(covered)
    own = hold(owner, OTHERS)
    number = a_draft(owner)
    theirs = evidence_base(owner, assessment(owner, number))
    found, kept = matrix_from(owner, theirs), record(owner, number)
    grant(owner, own.partnership, ELSEWHERE, Role.OWNER)
    asks = replace(owner, person=Person(ELSEWHERE))
    for ask in (
        lambda: matrix_from(asks, theirs),
        lambda: compose(asks, found),
        lambda: as_named(asks, kept),
        lambda: for_audience(asks, kept),
    ):
        with pytest.raises(InvalidRequest, match=rf"^There is no assessment {number}\.$"):
            ask()


@pytest.mark.usefixtures("covered")
def test_a_matrix_before_its_assessment_is_nobodys_decision(
    owner: Workspace, covered: Given
) -> None:
    counted(covered)
    number = a_draft(owner)
    rests_on: EvidenceBase = replace(
        evidence_base(owner, assessment(owner, number)), assessment=None
    )
    asks = as_member(owner, rochford=Role.ANALYST)
    assert matrix_from(asks, rests_on).assessment is None


@pytest.mark.usefixtures("covered")
@pytest.mark.parametrize("role", [Role.PARTNER, Role.SCRUTINY, Role.PUBLIC])
def test_the_record_letter_by_letter_is_the_teams(
    owner: Workspace, covered: Given, role: Role
) -> None:
    """It holds every name and every number, however small: others are given it withheld."""
    counted(covered)
    number = signed_off(owner, a_draft(owner))
    asks = as_member(owner, rochford=role)
    with pytest.raises(NotPermitted):
        record_file(asks, number)
    seen = opened(asks, number)
    assert seen is not None
    assert seen[0].signed_off_by == TEAM
    assert "Local owner" in record_file(owner, number)


FORCES = {"Rochford": "Essex Police", "Maldon": "Essex Police", "Medway": "Kent Police"}
WARDS = Period(PeriodKind.CUSTOM, date(2021, 4, 1), date(2022, 4, 1))


def robberies(asks: Workspace, district: str, by: By = By.MEASURE) -> set[int | None]:
    """Return the counts of robbery that somebody reads of a district, none left out."""
    place = Place(district, (district,))
    question = Question(place, WARDS, WARDS.year_before(), "home-office", by, "robbery")
    return {change.current for change in year_on_year(asks, question).changes} - {0}


@pytest.fixture
def three(owner: Workspace, given_store: Given) -> None:
    """A few robberies in each of three districts, two of them of one force."""
    given_store.extract(
        covers=[("district", name) for name in FORCES], subjects=SUBJECTS, when=TWO_YEARS
    )
    for district, force in FORCES.items():
        add_partnership(owner, district, [district])
        for ward in ("North", "South"):
            given_store.records(1, NOW, "robbery", district=district, ward=ward, force=force)
    given_store.seal()


@pytest.mark.usefixtures("three")
def test_a_role_in_one_force_opens_no_small_number_of_another(owner: Workspace) -> None:
    asks = as_member(owner, rochford=Role.ANALYST, medway=Role.PUBLIC)
    # As the public there they are refused; nor does their role elsewhere open it.
    for one in (asks, asks.of("medway"), asks.of("rochford")):
        for by in (By.MEASURE, By.DISTRICT, By.WARD):
            assert robberies(one, "Medway", by) <= {None}
        with pytest.raises(NotPermitted):
            areas_of(one, Place("Medway", ("Medway",)), (), ())  # type: ignore[arg-type]
    # What the force of their own partnership recorded is theirs to read, in each of its districts.
    for one in (asks, asks.of("rochford")):
        for district in ("Rochford", "Maldon"):
            assert robberies(one, district) == {2}
            assert robberies(one, district, By.WARD) == {1}
    assert robberies(asks.of("medway"), "Rochford") <= {None}


@pytest.mark.usefixtures("three")
def test_of_several_roles_in_a_force_the_widest_reads_what_it_recorded(owner: Workspace) -> None:
    asks = as_member(owner, rochford=Role.ANALYST, maldon=Role.PUBLIC)
    assert robberies(asks, "Maldon", By.WARD) == {1}
    assert robberies(asks.of("maldon"), "Maldon") <= {None}
    # A place of two forces is covered by no partnership of one of them.
    both = Place("Both", ("Rochford", "Medway"))
    question = Question(both, WARDS, WARDS.year_before(), "home-office", By.MEASURE, "robbery")
    assert {each.current for each in year_on_year(asks, question).changes} <= {None}
    assert robberies(replace(asks, audience=Audience.PUBLIC), "Rochford") <= {None}


def test_who_looked_a_comment_over_is_the_teams_to_know(
    owner: Workspace, two: tuple[Held, Held]
) -> None:
    own, _ = two
    with owner.store._connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO survey_comment VALUES (?, 1, 1, 'Dark.', 'shown', NULL, 'Lee', NULL)",
            [own.wave],
        )
    asks = as_member(owner, rochford=Role.PARTNER)
    for reader, name in ((owner, "Lee"), (asks, TEAM)):
        (comment,) = comments(reader, own.wave, CommentStatus.SHOWN)
        assert comment.reviewed_by == name


@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PUBLIC])
def test_for_others_the_owner_is_shown_what_they_will_see(
    owner: Workspace, two: tuple[Held, Held], audience: Audience
) -> None:
    asks = replace(owner, audience=audience)
    assert assessment(asks, two[0].draft).started_by == TEAM
    assert not asks.may(Permission.SEE_SMALL_AREAS)
    with pytest.raises(NotPermitted, match=f"What is made for {audience} may not see rows"):
        asks.require(Permission.SEE_REFUSED_ROWS)
    # What the owner does stays theirs to do.
    assert asks.may(Permission.RUN_ASSESSMENTS)


def test_waves_of_others_are_not_compared_with(owner: Workspace, two: tuple[Held, Held]) -> None:
    own, others = two
    asks = as_member(owner, rochford=Role.OWNER)
    for ask in (
        lambda: compare(asks, own.wave, others.wave),
        lambda: compare(asks, others.wave, own.wave),
        lambda: wave_named(asks, others.wave),
    ):
        with pytest.raises(InvalidRequest, match=f"no survey wave '{others.wave}'") as told:
            ask()
        assert OTHERS.lower() not in str(told.value).replace(others.wave, "")


def test_a_code_scores_in_its_own_workshop_alone(owner: Workspace, two: tuple[Held, Held]) -> None:
    _, others = two
    code, _ = (open_workshop(owner, held.draft).code for held in two)
    who = join(owner, code, "Fire and rescue", "officer")
    with pytest.raises(InvalidRequest, match="Nobody has joined with this code"):
        save_score(owner, replace(who, assessment=others.draft), "burglary", HIDDEN, 3)
    save_score(owner, who, "burglary", HIDDEN, 3)
    assert len(scores_of(owner, who)) == 1


def test_nothing_kept_outlives_the_role_that_it_was_shown_to(
    owner: Workspace, two: tuple[Held, Held], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of two roles ends at midnight: nothing is written, and every key is another."""
    own, others = two
    tomorrow = date.today() + timedelta(1)
    grant(owner, own.partnership, "Kim", Role.ANALYST)
    grant(owner, others.partnership, "Kim", Role.ANALYST, until=tomorrow)
    asks, key = replace(owner, person=Person("Kim")), KEYS[Workspace]
    before = key(asks)

    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(tomorrow.year, tomorrow.month, tomorrow.day)

    monkeypatch.setattr("assessment.workspace.date", Tomorrow)
    assert {each.partnership for each in assessments(asks)} == {own.partnership}
    assert key(asks) != before


def test_a_refusal_is_a_sentence(owner: Workspace) -> None:
    for role, said in ((Role.ANALYST, "An analyst may not"), (Role.PARTNER, "A partner may not")):
        with pytest.raises(NotPermitted, match=said):
            replace(owner, person=Person("Kim", role)).require(Permission.MANAGE_MEMBERS)
