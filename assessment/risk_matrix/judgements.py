"""Scores given at a desk: what only people can judge, and a score from data overridden with reason.

Nothing is overwritten. A judgement, the panel's median and the score from data stand beside one
another, and one of them counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assessment.definitions import Criterion
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.indicators.prescoring import Cell
from assessment.risk_matrix.schemes.scoring_scales import must_be_in_use
from assessment.risk_matrix.workshop.scorer_agreement import Spread
from assessment.workspace import Workspace


class ScoredBy(StrEnum):
    """Where the score that counts comes from."""

    DATA = "data"
    DESK = "desk"
    PANEL = "panel"


@dataclass(frozen=True)
class Judgement:
    """The last judgement at a desk; its value is None where it was taken back."""

    issue: str
    criterion: str
    value: int | None
    reason: str
    who: str
    evidence_value: float | None
    given_at: datetime


@dataclass(frozen=True)
class EffectiveScore:
    """The score that counts for an issue and a criterion, with all others that were given."""

    value: float | None
    by: ScoredBy | None
    data: float | None
    judgement: Judgement | None
    spread: Spread | None

    @property
    def is_overridden(self) -> bool:
        """Whether people have put another score in the place of the one from data."""
        return self.data is not None and self.by is not ScoredBy.DATA and self.value != self.data


@needs(Permission.RUN_ASSESSMENTS, of="assessment")
def judge(
    workspace: Workspace,
    assessment: int,
    issue: str,
    criterion: Criterion,
    value: int | None,
    reason: str,
    evidence_value: float | None = None,
) -> None:
    """Keep a judgement; no value takes back the one before.

    `evidence_value` is what the store said, kept beside the judgement. A score in the place of one
    from data needs a reason. Raises InvalidRequest without one, for what is no step of the scale in
    use, and where the assessment is no draft.
    """
    if value is not None:
        criterion.step(value)
    stands_over_data = evidence_value is not None or not criterion.is_judged
    if value is not None and stands_over_data and not reason.strip():
        raise InvalidRequest("Say why this score is put in the place of the one from data.")
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_in_use(writer, assessment, criterion)
        kept = writer.rows(
            "insert_judgement",
            assessment=assessment,
            issue=issue,
            criterion=criterion.id,
            value=value,
            reason=reason.strip(),
            evidence_value=evidence_value,
            who=workspace.person.name,
        )
        if not kept:
            raise InvalidRequest(
                f"Nothing was judged: assessment {assessment} has no issue {issue}, or has been "
                "agreed and is not changed any more."
            )
        workspace.audit(writer, "judged", f"assessment {assessment}: {issue}, {criterion.id}")


@needs(Permission.READ_ASSESSMENTS, of="assessment")
def judgements(workspace: Workspace, assessment: int) -> Mapping[Cell, Judgement]:
    """Return the latest judgement of each issue and criterion, one taken back among them.

    What the store said when one was made may be a small number: it is for who answers for them.
    """
    rows = workspace.store.rows("judgements_counting", assessment=assessment)
    sees = workspace.may(Permission.SEE_SMALL_NUMBERS)
    return {
        (judgement.issue, judgement.criterion): replace(
            judgement,
            who=workspace.name_of(judgement.who),
            evidence_value=judgement.evidence_value if sees else None,
        )
        for judgement in (Judgement(*row) for row in rows)
    }


def effective_scores(
    from_data: Mapping[Cell, float | None],
    judged: Mapping[Cell, Judgement],
    spreads: Iterable[Spread],
) -> Mapping[Cell, EffectiveScore]:
    """Return the score that counts for each issue and criterion with anything known.

    People come before data, and of what people have said the last counts: the panel's median before
    a judgement from before the workshop, and a judgement made after it before the median.
    """
    spread_of = {(spread.issue, spread.criterion): spread for spread in spreads}
    return {
        cell: _effective_score(from_data.get(cell), judged.get(cell), spread_of.get(cell))
        for cell in {**from_data, **judged, **spread_of}
    }


def _effective_score(
    data: float | None, judgement: Judgement | None, spread: Spread | None
) -> EffectiveScore:
    desk = judgement.value if judgement else None
    panel = spread.median if spread else None
    if desk is not None and panel is not None and judgement and spread:
        panel_at = max(opinion.given_at for opinion in spread.opinions)
        desk, panel = (desk, None) if judgement.given_at > panel_at else (None, panel)
    for value, by in ((desk, ScoredBy.DESK), (panel, ScoredBy.PANEL), (data, ScoredBy.DATA)):
        if value is not None:
            return EffectiveScore(value, by, data, judgement, spread)
    return EffectiveScore(None, None, data, judgement, spread)
