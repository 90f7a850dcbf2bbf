"""What people wrote: without the respondent, and unseen until somebody has read it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


class CommentStatus(StrEnum):
    """Whether a comment has been read, and may be shown."""

    WAITING = "waiting"
    SHOWN = "shown"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Comment:
    """What somebody wrote, with its number among the answers to its question."""

    question: int
    slug: str
    wording: str
    number: int
    text: str
    status: CommentStatus
    theme: str | None
    reviewed_by: str | None
    reviewed_at: datetime | None


@needs(Permission.READ_FIGURES, of="wave")
def comments(
    workspace: Workspace, wave: str, status: CommentStatus | None = None
) -> tuple[Comment, ...]:
    """Return the comments of a wave, of one status or of any, question by question.

    What is not shown may name people: only those who may see the rows of an extract see it.
    """
    if status is not CommentStatus.SHOWN:
        workspace.require(Permission.SEE_REFUSED_ROWS)
    rows = workspace.store.rows("survey_comments", wave=wave, status=status and status.value)
    return tuple(_as_named_to(workspace, Comment(*row)) for row in rows)


def _as_named_to(workspace: Workspace, comment: Comment) -> Comment:
    return replace(
        comment,
        status=CommentStatus(comment.status),
        reviewed_by=comment.reviewed_by and workspace.name_of(comment.reviewed_by),
    )


@needs(Permission.SEE_REFUSED_ROWS, of="wave")
def review_comment(
    workspace: Workspace,
    wave: str,
    question: int,
    number: int,
    status: CommentStatus,
    theme: str | None = None,
) -> None:
    """Say that a comment has been read: it is shown, withheld, or to wait; and its theme."""
    with workspace.store.writing() as writer:
        reviewed = writer.rows(
            "review_survey_comment",
            wave=wave,
            question=question,
            number=number,
            status=status.value,
            theme=(theme or "").strip() or None,
            reviewed_by=workspace.person.name,
        )
        if not reviewed:
            raise InvalidRequest(f"There is no comment {number} on question {question} of {wave}.")
        subject = f"{wave}, question {question}, comment {number}: {status}"
        workspace.audit(writer, "reviewed comment", subject)
