"""Puts the record of a draft together from its matrix and from what people have decided."""

from assessment.definitions import EvidenceValue
from assessment.definitions.scheme_files import as_body
from assessment.errors import AskedWrongly
from assessment.priorities.authorities import Agreement
from assessment.priorities.grouping import chosen, priorities
from assessment.priorities.last_year import turns, year_before
from assessment.priorities.reasons import Setting, reasons, setting
from assessment.priorities.record import Record, RecordedCriterion, RecordedIssue
from assessment.risk_matrix import Ranked, RankRange, robustness
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import Standing
from assessment.risk_matrix.matrix import Matrix
from assessment.risk_matrix.prescoring import Evidence
from assessment.risk_matrix.robustness import DRAWS, SEED, SPREAD
from assessment.workspace import Workspace


def compose(workspace: Workspace, found: Matrix) -> Record:
    """Return the record of an assessment as the store has it now."""
    held = found.assessment
    if held is None:
        raise AskedWrongly("Start an assessment first: priorities are chosen from its issues.")
    stated, before = setting(workspace, held.id), year_before(workspace, held)
    return Record(
        assessment=held.id,
        partnership=held.partnership,
        partnership_name=found.partnership.name,
        districts=found.partnership.districts,
        ending=f"{held.ending:%Y-%m}",
        period=found.period.dates,
        synthetic=held.synthetic,
        status=held.status.value,
        scheme=_scheme(found),
        data_version=workspace.store.data_version,
        extracts=tuple(workspace.store.rows("extracts_counted")),
        robustness={"draws": DRAWS, "seed": SEED, "spread": SPREAD},
        cut=stated.cut,
        quorum=stated.quorum,
        issues=_issues(workspace, found, held.id, stated),
        priorities=priorities(workspace, held.id),
        year_before=f"{before.ending:%Y-%m}" if before else "",
        turns=turns(workspace, held),
        agreements=agreements(workspace, held.id),
        agreed_at="",
        agreed_by="",
        signed_off_at="",
        signed_off_by="",
    )


def agreements(workspace: Workspace, number: int) -> tuple[Agreement, ...]:
    """Return who has agreed to an assessment."""
    rows = workspace.store.rows("agreements", assessment=number)
    return tuple(Agreement(*row) for row in rows)


def _scheme(found: Matrix) -> dict[str, object]:
    return {
        "id": found.scheme.id,
        "version": found.scheme.version,
        "label": found.scheme.label,
        "author": found.scheme.author,
        "dated": found.scheme.dated.isoformat(),
        "based_on": found.scheme.based_on,
        "body": as_body(found.scheme),
    }


def _issues(
    workspace: Workspace, found: Matrix, number: int, stated: Setting
) -> tuple[RecordedIssue, ...]:
    by_id = {issue.id: issue for issue in found.issues}
    given = {one.issue: one.scored.given for one in found.ranked}
    # Robustness is about this line, which need not be the matrix's own.
    ranges = robustness(found.scheme, given, top_n=stated.cut)
    why = reasons(workspace, number)
    among = chosen(priorities(workspace, number))
    return tuple(
        _issue(
            found,
            one,
            by_id[one.issue],
            ranges[one.issue],
            is_above=one.rank is not None and one.rank <= stated.cut,
            is_chosen=one.issue in among,
            reason=why.get(one.issue, ""),
        )
        for one in found.ranked
    )


def _issue(
    found: Matrix,
    one: Ranked,
    issue: Issue,
    reach: RankRange,
    *,
    is_above: bool,
    is_chosen: bool,
    reason: str,
) -> RecordedIssue:
    return RecordedIssue(
        id=issue.id,
        label=issue.label,
        measures=issue.measures,
        rank=one.rank,
        is_tied=one.is_tied,
        score=one.scored.score,
        band=one.scored.band.label if one.scored.band else None,
        confidence=one.scored.confidence.value,
        rank_low=reach.lowest,
        rank_high=reach.highest,
        above_share=reach.top_share,
        is_above=is_above,
        is_chosen=is_chosen,
        reason=reason,
        residents=_residents(found, issue.id),
        criteria=tuple(
            _criterion(
                criterion.label,
                one.scored.given[criterion.id],
                found.evidence[issue.id, criterion.id],
                found.standing.get((issue.id, criterion.id)),
            )
            for criterion in found.scheme.criteria
        ),
    )


def _residents(found: Matrix, issue: str) -> str:
    """Return what the survey says of an issue, where the scheme asks for it."""
    asking = (
        criterion.id
        for criterion in found.scheme.criteria
        if criterion.rule and criterion.rule.value is EvidenceValue.CONCERN
    )
    return next((found.evidence[issue, each].in_words for each in asking), "")


def _criterion(
    label: str, score: float | None, evidence: Evidence, stands: Standing | None
) -> RecordedCriterion:
    judged = stands.judgement if stands else None
    by = stands.by.value if stands and stands.by else None
    return RecordedCriterion(
        criterion=evidence.criterion,
        label=label,
        score=score,
        # Where counts stand themselves, nobody can have judged.
        by=by if stands or score is None else "data",
        from_data=evidence.score,
        judged_by=judged.who if judged and by == "desk" else "",
        reason=judged.reason if judged and by == "desk" else "",
        panel=tuple(stands.spread.values) if stands and stands.spread else (),
        value=evidence.value,
        in_words=evidence.in_words,
        period=evidence.period,
        source=evidence.source,
        rule=evidence.rule,
        caveats=evidence.caveats,
    )
