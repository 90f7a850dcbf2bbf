"""What people wrote: without the respondent, and unseen until somebody has read it."""

from enum import StrEnum
from typing import TYPE_CHECKING

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

if TYPE_CHECKING:  # loading a file hands out no frames, and pandas takes time to import
    import pandas as pd


class CommentStatus(StrEnum):
    """Whether a comment has been read, and may be shown."""

    WAITING = "waiting"
    SHOWN = "shown"
    WITHHELD = "withheld"


@needs(Permission.READ_FIGURES, of="wave")
def comments(
    workspace: Workspace, wave: str, status: CommentStatus | None = None
) -> "pd.DataFrame":
    """Return question, slug, wording, number, text, status, theme, reviewed_by, reviewed_at.

    What is not shown may name people: only who may see the rows of an extract sees it.
    """
    if status is not CommentStatus.SHOWN:
        workspace.require(Permission.SEE_REFUSED_ROWS)
    found = workspace.store.frame("survey_comments", wave=wave, status=status and status.value)
    named = found["reviewed_by"].map(workspace.name_of, na_action="ignore")
    return found.assign(reviewed_by=named)


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
    # A row of a data frame gives its numbers as numpy's own, which the store does not take.
    which = {"wave": wave, "question": int(question), "number": int(number)}
    with workspace.store.writing() as writer:
        if not writer.rows("survey_comment_held", **which):
            raise InvalidRequest(f"There is no comment {number} on question {question} of {wave}.")
        writer.run(
            "review_survey_comment",
            **which,
            status=status.value,
            theme=(theme or "").strip() or None,
            reviewed_by=workspace.person.name,
        )
        subject = f"{wave}, question {question}, comment {number}: {status}"
        workspace.audit(writer, "reviewed comment", subject)
