"""Puts the record of a draft together from its matrix and from what people have decided."""

from dataclasses import replace

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.authorities import Agreement, responsible_authorities
from assessment.priorities.headings import chosen, priorities
from assessment.priorities.last_year import turns, year_before
from assessment.priorities.priority_line import Setting, reasons, setting
from assessment.priorities.record import VERSION, Record, RecordedIssue, recorded_scheme
from assessment.priorities.recorded_issues import Decided, recorded_issue
from assessment.risk_matrix import robustness
from assessment.risk_matrix.earlier_rankings import EarlierRanking
from assessment.risk_matrix.matrix import TOP_N, Matrix
from assessment.risk_matrix.ranking.rank_robustness import DRAWS, SEED, SPREAD
from assessment.workspace import Workspace


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="found")
def compose(
    workspace: Workspace, found: Matrix, earlier: tuple[EarlierRanking, ...] = ()
) -> Record:
    """Return the record of an assessment as the store has it now.

    `earlier` are the rankings it is set beside: only what is agreed has to keep them.
    """
    held = found.assessment
    if held is None:
        raise InvalidRequest("Start an assessment first: priorities are chosen from its issues.")
    authorities = responsible_authorities(found.partnership.districts)
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
        scheme=recorded_scheme(found.scheme),
        data_version=workspace.store.data_version,
        extracts=tuple(workspace.store.rows("extracts_counted")),
        robustness={"draws": DRAWS, "seed": SEED, "spread": SPREAD, "top": TOP_N},
        cut=stated.cut,
        # Fewer may be left than were once asked for, where a district has gone.
        quorum=min(stated.quorum, len(authorities)),
        issues=_issues(workspace, found, held.id, stated),
        priorities=priorities(workspace, held.id),
        year_before=f"{before.ending:%Y-%m}" if before else "",
        turns=turns(workspace, held),
        agreements=agreements(workspace, held.id),
        agreed_at="",
        agreed_by="",
        signed_off_at="",
        signed_off_by="",
        version=VERSION,
        earlier=earlier,
        authorities=authorities,
    )


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="number")
def agreements(workspace: Workspace, number: int) -> tuple[Agreement, ...]:
    """Return who has agreed to an assessment."""
    rows = workspace.store.rows("agreements", assessment=number)
    found = (Agreement(*row) for row in rows)
    return tuple(replace(one, recorded_by=workspace.name_of(one.recorded_by)) for one in found)


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
        recorded_issue(
            found,
            one,
            by_id[one.issue],
            Decided(
                is_above=one.rank is not None and one.rank <= stated.cut,
                above_share=ranges[one.issue].top_share,
                is_chosen=one.issue in among,
                reason=why.get(one.issue, ""),
            ),
        )
        for one in found.ranked
    )
