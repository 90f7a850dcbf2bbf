"""The line under the ranked issues, the quorum, and the reason for every issue chosen or not."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.authorities import responsible_authorities, usual_quorum
from assessment.risk_matrix.assessments import assessment as assessment_of
from assessment.risk_matrix.assessments import must_be_draft
from assessment.risk_matrix.issues import MOST_ISSUES
from assessment.risk_matrix.matrix import TOP_N
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Setting:
    """Down to which rank issues are above the line, and how many authorities must agree."""

    cut: int
    quorum: int


@needs(Permission.READ_ASSESSMENTS, of="assessment")
def setting(workspace: Workspace, assessment: int) -> Setting:
    """Return the line and the quorum of an assessment, the usual ones where none were set."""
    rows = workspace.store.rows("priority_setting", assessment=assessment)
    if rows:
        return Setting(*rows[0])
    return Setting(TOP_N, usual_quorum(_authorities(workspace, assessment)))


@needs(Permission.RUN_ASSESSMENTS, of="assessment")
def change_setting(workspace: Workspace, assessment: int, wanted: Setting) -> None:
    """Set the line and the quorum; raises InvalidRequest for one that cannot be."""
    if not 1 <= wanted.cut <= MOST_ISSUES:
        raise InvalidRequest(f"The line lies under rank 1 to {MOST_ISSUES}, not {wanted.cut}.")
    most = len(_authorities(workspace, assessment))
    if not 1 <= wanted.quorum <= most:
        raise InvalidRequest(
            f"The quorum is from 1 to {most} responsible authorities, not {wanted.quorum}."
        )
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, assessment)
        writer.run(
            "put_priority_setting", assessment=assessment, cut=wanted.cut, quorum=wanted.quorum
        )
        change = f"line under rank {wanted.cut}, quorum {wanted.quorum}"
        workspace.audit(writer, "set the line", f"assessment {assessment}: {change}")


def _authorities(workspace: Workspace, number: int) -> tuple[str, ...]:
    assessment = assessment_of(workspace, number)
    return responsible_authorities(partnership(workspace, assessment.partnership).districts)


@needs(Permission.READ_ASSESSMENTS, of="assessment")
def reasons(workspace: Workspace, assessment: int) -> Mapping[str, str]:
    """Return the reason given for each issue; none for those nobody has given one for."""
    rows = workspace.store.rows("issue_reasons", assessment=assessment)
    return {issue: reason for issue, reason in rows if reason}


@needs(Permission.RUN_ASSESSMENTS, of="assessment")
def give_reasons(workspace: Workspace, assessment: int, by_issue: Mapping[str, str]) -> None:
    """Say of some issues why they were chosen, or were not; an empty text takes one back.

    Raises InvalidRequest where no issue is named, or one that the assessment does not have.
    """
    if not by_issue:
        raise InvalidRequest("Choose the issues that this reason is for. Nothing was kept.")
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, assessment)
        rows = writer.rows("issues_of_assessment", assessment=assessment)
        unknown = sorted(set(by_issue) - {issue for issue, *_ in rows})
        if unknown:
            raise InvalidRequest(f"This assessment has no issue '{', '.join(unknown)}'.")
        writer.run(
            "put_issue_reasons",
            assessment=assessment,
            issues=list(by_issue),
            reasons=[reason.strip() for reason in by_issue.values()],
        )
        subject = f"assessment {assessment}: {', '.join(by_issue)}"
        workspace.audit(writer, "gave reasons", subject)
