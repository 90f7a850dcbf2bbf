"""Puts the record of a draft together from its matrix and from what people have decided."""

from dataclasses import replace

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.authorities import Agreement, responsible_authorities
from assessment.priorities.headings import chosen, priorities
from assessment.priorities.last_year import turns, year_before
from assessment.priorities.priority_line import Setting, reasons, setting
from assessment.priorities.record import (
    SCORES_VARIED,
    VERSION,
    Record,
    RecordedIssue,
    recorded_scheme,
)
from assessment.priorities.recorded_issues import Decided, recorded_issue
from assessment.risk_matrix import robustness
from assessment.risk_matrix.earlier_rankings import EarlierRanking
from assessment.risk_matrix.matrix import TOP_N, Matrix
from assessment.risk_matrix.ranking.rank_robustness import DRAWS, SEED, SPREAD
from assessment.workspace import Workspace


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="matrix")
def compose(
    workspace: Workspace, matrix: Matrix, earlier: tuple[EarlierRanking, ...] = ()
) -> Record:
    """Return the record of an assessment as the store has it now.

    `earlier` are the rankings it is set beside: only what is agreed has to keep them.
    """
    draft = matrix.assessment
    if draft is None:
        raise InvalidRequest("Start an assessment first: priorities are chosen from its issues.")
    authorities = responsible_authorities(matrix.partnership.districts)
    line, before = setting(workspace, draft.id), year_before(workspace, draft)
    return Record(
        assessment=draft.id,
        partnership=draft.partnership,
        partnership_name=matrix.partnership.name,
        districts=matrix.partnership.districts,
        ending=f"{draft.ending:%Y-%m}",
        period=matrix.period.dates,
        synthetic=draft.synthetic,
        status=draft.status.value,
        scheme=recorded_scheme(matrix.scheme),
        data_version=workspace.store.data_version,
        extracts=tuple(workspace.store.rows("extracts_counted")),
        robustness={
            "draws": DRAWS,
            "seed": SEED,
            "spread": SPREAD,
            "top": TOP_N,
            SCORES_VARIED: matrix.possible is not None,
        },
        cut=line.cut,
        # Fewer may be left than were once asked for, where a district has gone.
        quorum=min(line.quorum, len(authorities)),
        issues=_issues(workspace, matrix, draft.id, line),
        priorities=priorities(workspace, draft.id),
        year_before=f"{before.ending:%Y-%m}" if before else "",
        turns=turns(workspace, draft),
        agreements=agreements(workspace, draft.id),
        agreed_at="",
        agreed_by="",
        signed_off_at="",
        signed_off_by="",
        version=VERSION,
        earlier=earlier,
        authorities=authorities,
        methods_version=matrix.methods_version,
    )


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="number")
def agreements(workspace: Workspace, number: int) -> tuple[Agreement, ...]:
    """Return who has agreed to an assessment."""
    rows = workspace.store.rows("agreements", assessment=number)
    recorded = (Agreement(*row) for row in rows)
    return tuple(
        replace(agreement, recorded_by=workspace.name_of(agreement.recorded_by))
        for agreement in recorded
    )


def _issues(
    workspace: Workspace, matrix: Matrix, number: int, line: Setting
) -> tuple[RecordedIssue, ...]:
    by_id = {issue.id: issue for issue in matrix.issues}
    scores = {ranked.issue: ranked.scored.given for ranked in matrix.ranked}
    # Robustness is about this line, which need not be the matrix's own.
    ranges = robustness(matrix.scheme, scores, top_n=line.cut, possible=matrix.possible)
    given_reasons = reasons(workspace, number)
    chosen_issues = chosen(priorities(workspace, number))
    return tuple(
        recorded_issue(
            matrix,
            ranked,
            by_id[ranked.issue],
            Decided(
                is_above=ranked.rank is not None and ranked.rank <= line.cut,
                above_share=ranges[ranked.issue].top_share,
                is_chosen=ranked.issue in chosen_issues,
                reason=given_reasons.get(ranked.issue, ""),
            ),
        )
        for ranked in matrix.ranked
    )
