"""Assessments: which issues of a partnership are scored, for which year, under which scheme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.people import Permission
from assessment.permissions import needs, sees
from assessment.risk_matrix.issues import MOST_ISSUES, Issue
from assessment.risk_matrix.schemes.scheme_store import keep_scheme
from assessment.store import Writer
from assessment.workspace import Workspace


class AssessmentStatus(StrEnum):
    """How far an assessment has come; only a draft can be changed."""

    DRAFT = "draft"
    AGREED = "agreed"
    SIGNED_OFF = "signed off"


@dataclass(frozen=True)
class Assessment:
    """An assessment as it was started. `ending` is the first day of the last month looked at."""

    id: int
    partnership: str
    ending: date
    scheme: str
    scheme_version: int
    status: AssessmentStatus
    started_at: datetime
    started_by: str
    synthetic: bool


@needs(Permission.READ_ASSESSMENTS)
def assessments(workspace: Workspace, partnership_id: str | None = None) -> tuple[Assessment, ...]:
    """Return every assessment, or a partnership's, the latest of each partnership first."""
    every = (_assessment(workspace, row) for row in workspace.store.rows("assessments"))
    return tuple(
        started
        for started in every
        if partnership_id in (None, started.partnership)
        and sees(
            workspace, started.partnership, is_open=started.status is AssessmentStatus.SIGNED_OFF
        )
    )


@needs(Permission.READ_ASSESSMENTS, Permission.SCORE_ISSUES, of="assessment", named="number")
def assessment(workspace: Workspace, number: int) -> Assessment:
    """Return one assessment; raises InvalidRequest where there is none of that number."""
    for started in assessments(workspace):
        if started.id == number:
            return started
    raise InvalidRequest(f"There is no assessment {number}.")


@needs(Permission.RUN_ASSESSMENTS, of="partnership", named="partnership_id")
def start_assessment(
    workspace: Workspace,
    partnership_id: str,
    ending: date,
    scheme: Scheme,
    issues: Sequence[Issue],
) -> Assessment:
    """Start an assessment of some issues as a draft; raises InvalidRequest with every fault."""
    place = partnership(workspace, partnership_id)
    if faults := list(_faults(issues)):
        raise InvalidRequest(" ".join(faults))
    with workspace.store.writing() as writer:
        number: int = writer.value(
            "insert_assessment",
            partnership=place.id,
            ending=ending.replace(day=1),
            scheme=scheme.id,
            scheme_version=scheme.version,
            started_by=workspace.person.name,
            synthetic=place.synthetic,
        )
        keep_scheme(writer, scheme)
        writer.run(
            "insert_issues",
            assessment=number,
            ids=[issue.id for issue in issues],
            labels=[issue.label for issue in issues],
            measure_sets=[[of for of, _ in issue.measures] for issue in issues],
            measures=[[measure for _, measure in issue.measures] for issue in issues],
            under_reported=[issue.under_reported for issue in issues],
            carried_from=[issue.carried_from for issue in issues],
        )
        what = f"{place.name}, to {ending:%B %Y}, {len(issues)} issues, {scheme.id}"
        workspace.audit(writer, "started assessment", f"assessment {number}: {what}")
    return assessment(workspace, number)


def must_be_draft(writer: Writer, assessment: int) -> None:
    """Refuse, in the transaction that would do it, to change what has been agreed."""
    if not writer.rows("draft_assessment", assessment=assessment):
        raise InvalidRequest(
            f"There is no assessment {assessment} that is still a draft: one that has been agreed "
            "is not changed any more."
        )


def _faults(issues: Sequence[Issue]) -> Iterator[str]:
    if not issues:
        yield "An assessment needs at least one issue."
    if len(issues) > MOST_ISSUES:
        yield f"{len(issues)} issues are too many to score: choose at most {MOST_ISSUES}."
    ids = [issue.id for issue in issues]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"The issue '{twice}' is there twice."
    for issue in issues:
        if not issue.label.strip():
            yield f"The issue '{issue.id}' has no name."


def _assessment(
    workspace: Workspace, row: tuple[int, str, date, str, int, str, datetime, str, bool]
) -> Assessment:
    number, of, ending, scheme, version, status, started_at, started_by, synthetic = row
    who = workspace.of(of).name_of(started_by)
    return Assessment(
        number, of, ending, scheme, version, AssessmentStatus(status), started_at, who, synthetic
    )
