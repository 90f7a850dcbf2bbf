"""An assessment goes over to another scheme: what counts then, and who is refused."""

from dataclasses import replace

import pytest

from assessment.definitions import Criterion, Scheme
from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.risk_matrix import copy_scheme, list_schemes, save_scheme, shipped_schemes
from assessment.risk_matrix.assessments import Assessment, assessment
from assessment.risk_matrix.judgements import judge, judgements
from assessment.risk_matrix.scheme_use import Loss, losses, use_scheme, used_by
from assessment.risk_matrix.workshop.scorer_agreement import spreads
from assessment.risk_matrix.workshop.scorers import save_score, scores_of
from assessment.risk_matrix.workshop.workshops import WorkshopMove, move, open_workshop, workshop
from assessment.workspace import Workspace
from tests.risk_matrix.given import HIDDEN, PARTNERSHIP, SCHEME, a_draft, a_workshop, give, scorers
from tests.stored import stored

LOSS = Loss(PARTNERSHIP.label, 1)


def other_words(criterion: Criterion) -> Criterion:
    """The criterion with another word for its lowest step."""
    first, *rest = criterion.steps
    return replace(criterion, steps=(replace(first, words="Nobody can help"), *rest))


def with_criteria(scheme: Scheme, *changed: Criterion) -> Scheme:
    by_id = {each.id: each for each in changed}
    return replace(scheme, criteria=tuple(by_id.get(each.id, each) for each in scheme.criteria))


@pytest.fixture
def ours(workspace: Workspace) -> Scheme:
    """A copy of the default: one judged criterion has other words, all have other weights."""
    copied = copy_scheme(workspace, SCHEME, "ours", "Ours")
    heavier = [replace(each, weight=each.weight + 1) for each in copied.criteria]
    words = other_words(replace(PARTNERSHIP, weight=3))
    return save_scheme(workspace, with_criteria(copied, *heavier, words))


def judged(workspace: Workspace) -> int:
    """A draft in which both judged criteria of one issue have a score."""
    draft = a_draft(workspace)
    judge(workspace, draft, "burglary", PARTNERSHIP, 4, "")
    judge(workspace, draft, "burglary", HIDDEN, 2, "")
    return draft


def go_over(
    workspace: Workspace, draft: int, wanted: Scheme, accepted: tuple[Loss, ...] = ()
) -> Assessment:
    """Whoever does it has seen the draft as it stands."""
    return use_scheme(workspace, assessment(workspace, draft), wanted, accepted)


def counting(workspace: Workspace, draft: int) -> dict[str, int | None]:
    return {cell[1]: each.value for cell, each in judgements(workspace, draft).items()}


def test_scores_on_the_same_steps_stay_and_others_count_no_more(
    workspace: Workspace, ours: Scheme
) -> None:
    draft = judged(workspace)
    assert losses(workspace, draft, ours) == (LOSS,)
    moved = go_over(workspace, draft, ours, (LOSS,))
    assert (moved.scheme, moved.scheme_version) == ("ours", 2)
    assert [each.id for each in used_by(workspace, "ours")] == [draft]
    assert counting(workspace, draft) == {"hidden": 2}
    assert len(stored(workspace, "SELECT * FROM score")) == 2, "nothing is thrown away"


def test_a_score_given_after_it_counts_and_the_earlier_one_comes_back(
    workspace: Workspace, ours: Scheme
) -> None:
    draft = judged(workspace)
    go_over(workspace, draft, ours, (LOSS,))
    judge(workspace, draft, "burglary", ours.criterion("partnership"), 1, "")
    assert counting(workspace, draft) == {"partnership": 1, "hidden": 2}
    back = go_over(workspace, draft, SCHEME, (LOSS,))
    assert (back.scheme, back.scheme_version) == ("weighted-evidence", SCHEME.version)
    assert counting(workspace, draft) == {"partnership": 4, "hidden": 2}


def test_a_criterion_that_was_away_does_not_come_back_on_other_steps(
    workspace: Workspace, ours: Scheme
) -> None:
    draft = judged(workspace)
    fewer = replace(
        ours, criteria=tuple(each for each in ours.criteria if each.id != "partnership")
    )
    without = save_scheme(workspace, replace(fewer, version=ours.version))
    go_over(workspace, draft, without, (LOSS,))
    assert counting(workspace, draft) == {"hidden": 2}
    go_over(workspace, draft, ours)
    assert counting(workspace, draft) == {"hidden": 2}


def test_a_panels_scores_follow_the_same_rule(workspace: Workspace, ours: Scheme) -> None:
    there = a_workshop(workspace)
    who = scorers(workspace, there, 3)
    for scorer, value in zip(who, (2, 3, None), strict=True):
        give(workspace, scorer, value)
    there = move(workspace, there, WorkshopMove.CLOSE)
    # Who could not say has given no score.
    lost = (Loss(PARTNERSHIP.label, 2),)
    assert losses(workspace, there.assessment, ours) == lost
    go_over(workspace, there.assessment, ours, lost)
    assert spreads(workspace, there.assessment) == ()
    assert scores_of(workspace, who[0]) == {}
    go_over(workspace, there.assessment, SCHEME)
    assert [each.values for each in spreads(workspace, there.assessment)] == [[2, 3]]


def test_a_page_from_before_keeps_no_score_on_steps_of_before(
    workspace: Workspace, ours: Scheme
) -> None:
    """Read on the new steps it would mean something else, or stop the matrix from opening."""
    there = a_workshop(workspace)
    draft, (who,) = there.assessment, scorers(workspace, there, 1)
    closed = move(workspace, there, WorkshopMove.CLOSE)
    go_over(workspace, draft, ours)
    with pytest.raises(InvalidRequest, match="other steps by now"):
        judge(workspace, draft, "burglary", PARTNERSHIP, 5, "")
    move(workspace, closed, WorkshopMove.REOPEN)
    with pytest.raises(InvalidRequest, match="other steps by now"):
        give(workspace, who, 5)
    assert len(stored(workspace, "FROM score")) == 0
    # Where the steps are the same, a page from before goes on: weights are no matter of scorers.
    judge(workspace, draft, "burglary", HIDDEN, 2, "")
    assert counting(workspace, draft) == {"hidden": 2}


def test_a_clock_that_is_put_back_hides_no_score(workspace: Workspace, ours: Scheme) -> None:
    """On the last Sunday of October an hour comes twice."""
    there = a_workshop(workspace)
    draft, (who,) = there.assessment, scorers(workspace, there, 1)
    there = move(workspace, there, WorkshopMove.CLOSE)
    go_over(workspace, draft, ours)
    with workspace.store._connection.cursor() as cursor:
        ahead = "UPDATE scale_used SET used_from = used_from + INTERVAL 1 HOUR"
        cursor.execute(f"{ahead} WHERE used_from > TIMESTAMP '1970-01-01'")
    judge(workspace, draft, "burglary", HIDDEN, 2, "")
    assert counting(workspace, draft) == {"hidden": 2}
    there = move(workspace, there, WorkshopMove.REOPEN)
    save_score(workspace, who, "burglary", ours.criterion("partnership"), 3)
    assert len(scores_of(workspace, who)) == 1


def test_what_was_taken_back_is_no_loss(workspace: Workspace, ours: Scheme) -> None:
    draft = judged(workspace)
    judge(workspace, draft, "burglary", PARTNERSHIP, None, "taken back")
    assert losses(workspace, draft, ours) == ()
    go_over(workspace, draft, ours)


def test_losses_that_nobody_was_told_of_are_told_first(workspace: Workspace, ours: Scheme) -> None:
    draft = judged(workspace)
    with pytest.raises(InvalidRequest, match="1 score that people have given would not count"):
        go_over(workspace, draft, ours)
    # Somebody has judged another issue since.
    judge(workspace, draft, "county-lines", PARTNERSHIP, 4, "")
    with pytest.raises(InvalidRequest, match="2 scores that people have given would not count"):
        go_over(workspace, draft, ours, (LOSS,))
    assert assessment(workspace, draft).scheme == "weighted-evidence"


def test_who_was_quicker_is_not_undone(workspace: Workspace, ours: Scheme) -> None:
    """Whatever of the two the scores allow: both leave all of them as they are."""
    seen = assessment(workspace, a_draft(workspace))
    use_scheme(workspace, seen, shipped_schemes()["four-by-four"])
    with pytest.raises(
        InvalidRequest, match=r"Somebody has changed the scheme .* it is .*, version 1"
    ):
        use_scheme(workspace, seen, ours)
    assert assessment(workspace, seen.id).scheme == "four-by-four"


def test_while_people_score_nothing_is_moved(workspace: Workspace, ours: Scheme) -> None:
    draft = judged(workspace)
    open_workshop(workspace, draft)
    with pytest.raises(InvalidRequest, match="close the scoring first"):
        go_over(workspace, draft, ours, (LOSS,))
    seen = workshop(workspace, draft)
    assert seen is not None
    move(workspace, seen, WorkshopMove.CLOSE)
    go_over(workspace, draft, ours, (LOSS,))


@pytest.mark.parametrize("status", ["agreed", "signed off"])
def test_what_is_agreed_keeps_its_scheme(workspace: Workspace, ours: Scheme, status: str) -> None:
    draft = a_draft(workspace)
    with workspace.store._connection.cursor() as cursor:
        cursor.execute("UPDATE assessment SET status = ?", [status])
    with pytest.raises(InvalidRequest, match="not changed any more"):
        go_over(workspace, draft, ours)
    assert assessment(workspace, draft).scheme == "weighted-evidence"


def test_a_partner_may_not(workspace: Workspace, ours: Scheme) -> None:
    draft = a_draft(workspace)
    partner = Workspace(workspace.store, Person("Partner", Role.PARTNER))
    with pytest.raises(NotPermitted, match="may not run a risk assessment"):
        go_over(partner, draft, ours)


def test_it_is_audited_and_evidence_is_gathered_anew(workspace: Workspace, ours: Scheme) -> None:
    draft = a_draft(workspace)
    before = workspace.store.counted_version
    go_over(workspace, draft, ours)
    assert workspace.store.counted_version > before
    events = stored(workspace, "SELECT person, subject FROM audit_event ORDER BY happened_at DESC")
    assert tuple(events.iloc[0]) == (
        "Test analyst",
        f"assessment {draft}: ours 2, before weighted-evidence {SCHEME.version}",
    )


def test_a_shipped_scheme_that_is_gone_over_to_is_kept(workspace: Workspace) -> None:
    draft = a_draft(workspace)
    go_over(workspace, draft, shipped_schemes()["four-by-four"])
    kept = stored(workspace, "SELECT id FROM scheme")["id"].tolist()
    assert sorted(kept) == ["four-by-four", "weighted-evidence"]
    assert len(list_schemes(workspace)) == 6


def test_a_version_that_is_not_there_is_refused(workspace: Workspace, ours: Scheme) -> None:
    with pytest.raises(InvalidRequest, match="There is no version 9 of the scheme 'ours'"):
        go_over(workspace, a_draft(workspace), replace(ours, version=9))
