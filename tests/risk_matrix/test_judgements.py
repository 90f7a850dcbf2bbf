"""Judged at a desk: overrides carry a reason, everything stays visible, and one score counts."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.risk_matrix.judgements import (
    Judgement,
    ScoredBy,
    effective_scores,
    judge,
    judgements,
)
from assessment.risk_matrix.workshop.scorer_agreement import Opinion, Spread
from assessment.workspace import Workspace
from tests.risk_matrix.given import PARTNERSHIP, SCHEME, a_draft
from tests.stored import stored

CELL = ("burglary", "partnership")
NOON = datetime(2026, 11, 21, 12)


def a_judgement(value: int | None, hours: int = 0) -> Judgement:
    return Judgement(*CELL, value, "as agreed", "Chair", None, NOON + timedelta(hours=hours))


def a_spread(*values: int | None) -> Spread:
    return Spread(*CELL, tuple(Opinion("S", "Police", "officer", v, "", NOON) for v in values))


COUNTS = [
    (3, None, None, 3, ScoredBy.DATA, "only data"),
    (None, a_judgement(2), None, 2, ScoredBy.DESK, "only a desk"),
    (None, None, a_spread(4, 4), 4, ScoredBy.PANEL, "only a panel"),
    (None, None, a_spread(2, 3), 2.5, ScoredBy.PANEL, "a median between two steps stays there"),
    (3, a_judgement(5), None, 5, ScoredBy.DESK, "data overridden"),
    (3, a_judgement(0), None, 0, ScoredBy.DESK, "0 is a score, and stands over data"),
    (3, a_judgement(None), None, 3, ScoredBy.DATA, "an override taken back"),
    (None, a_judgement(2, -1), a_spread(4), 4, ScoredBy.PANEL, "judged before the workshop"),
    (None, a_judgement(2, +1), a_spread(4), 2, ScoredBy.DESK, "judged after the workshop"),
    (None, a_judgement(None, +1), a_spread(4), 4, ScoredBy.PANEL, "taken back after the workshop"),
    (1, None, a_spread(None), 1, ScoredBy.DATA, "a panel that cannot say gives way to data"),
    (None, None, a_spread(None), None, None, "nobody can say: missing, and not 0"),
]


@pytest.mark.parametrize(
    ("data", "judgement", "spread", "value", "by", "why"), COUNTS, ids=[row[-1] for row in COUNTS]
)
def test_what_counts(
    data: int | None,
    judgement: Judgement | None,
    spread: Spread | None,
    value: int | None,
    by: ScoredBy | None,
    why: str,
) -> None:
    found = effective_scores(
        {CELL: data}, {CELL: judgement} if judgement else {}, [spread] if spread else []
    )[CELL]
    assert (found.value, found.by) == (value, by)
    # What does not count stays visible beside what does.
    assert (found.data, found.judgement, found.spread) == (data, judgement, spread)
    assert found.is_overridden is (data is not None and value != data)


def test_a_judgement_is_kept_with_who_why_and_what_the_data_said(workspace: Workspace) -> None:
    draft = a_draft(workspace)
    judge(
        workspace, draft, "burglary", PARTNERSHIP, 2, " a new unit since May ", evidence_value=7.5
    )
    found = judgements(workspace, draft)[CELL]
    assert (found.value, found.reason) == (2, "a new unit since May")
    assert (found.who, found.evidence_value) == ("Test analyst", 7.5)
    judge(workspace, draft, "burglary", PARTNERSHIP, None, "taken back")
    assert judgements(workspace, draft)[CELL].value is None
    assert len(stored(workspace, "SELECT * FROM score")) == 2


def test_an_override_needs_a_reason(workspace: Workspace) -> None:
    draft = a_draft(workspace)
    for criterion, value in ((PARTNERSHIP, 7.5), (SCHEME.criterion("volume"), None)):
        with pytest.raises(InvalidRequest, match="Say why"):
            judge(workspace, draft, "burglary", criterion, 2, " ", evidence_value=value)
    judge(
        workspace, draft, "burglary", PARTNERSHIP, 2, ""
    )  # where only people can judge, a reason is welcome
    assert judgements(workspace, draft)[CELL].value == 2


def test_judging_wrongly(workspace: Workspace) -> None:
    draft = a_draft(workspace)
    with pytest.raises(InvalidRequest, match="6 is not a score"):
        judge(workspace, draft, "burglary", PARTNERSHIP, 6, "")
    with pytest.raises(InvalidRequest, match="has no issue arson"):
        judge(workspace, draft, "arson", PARTNERSHIP, 2, "")
    with workspace.store._connection.cursor() as cursor:
        cursor.execute("UPDATE assessment SET status = 'signed off'")
    with pytest.raises(InvalidRequest, match="not changed any more"):
        judge(workspace, draft, "burglary", PARTNERSHIP, 2, "")
    partner = Workspace(workspace.store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted, match="may not run a risk assessment"):
        judge(partner, draft, "burglary", PARTNERSHIP, 2, "")


def test_the_last_of_many_judgements_at_once_counts(workspace: Workspace) -> None:
    draft = a_draft(workspace)
    with ThreadPoolExecutor(8) as pool:
        list(
            pool.map(
                lambda value: judge(workspace, draft, "burglary", PARTNERSHIP, value % 6, ""),
                range(40),
            )
        )
    every = stored(workspace, "SELECT value, scored_at FROM score ORDER BY scored_at")
    assert (len(every), every["scored_at"].nunique()) == (40, 40)
    assert judgements(workspace, draft)[CELL].value == every["value"].iloc[-1]
