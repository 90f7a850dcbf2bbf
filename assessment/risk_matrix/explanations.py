"""Why an issue changed, in the words of people who know: beside the evidence, never a score."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.assessments import must_be_draft
from assessment.store import Store, Writer
from assessment.workspace import Workspace

LONGEST = 2000


@dataclass(frozen=True)
class Explanation:
    """What a person has written about an issue, and on which day, as YYYY-MM-DD."""

    text: str
    who: str
    on: str


@needs(Permission.READ_ASSESSMENTS, Permission.SCORE_ISSUES, of="assessment")
def explanations(workspace: Workspace, assessment: int) -> Mapping[str, Explanation]:
    """Return, by issue, the last explanation, without those that were taken back."""
    written = _written(workspace.store, assessment)
    return {
        issue: replace(explanation, who=workspace.name_of(explanation.who))
        for issue, explanation in written.items()
    }


@needs(Permission.RUN_ASSESSMENTS, of="assessment")
def explain(
    workspace: Workspace,
    assessment: int,
    issue: str,
    text: str,
    seen: Explanation | None = None,
) -> None:
    """Keep why an issue changed; an empty text takes back what was written before.

    `seen` is what was there when the writer looked. Raises InvalidRequest, with their text in it,
    where another person has written meanwhile.
    """
    if len(text) > LONGEST:
        raise InvalidRequest(f"An explanation has at most {LONGEST:,} letters, not {len(text):,}.")
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, assessment)
        rows = writer.rows("issues_of_assessment", assessment=assessment)
        if issue not in {name for name, *_ in rows}:
            raise InvalidRequest(f"This assessment has no issue '{issue}'.")
        if (now := _written(writer, assessment).get(issue)) != seen:
            raise InvalidRequest(_overtaken(now, text))
        writer.run(
            "insert_issue_explanation",
            assessment=assessment,
            issue=issue,
            text=text.strip(),
            who=workspace.person.name,
        )
        workspace.audit(writer, "explained", f"assessment {assessment}: {issue}")


def _written(store: Store | Writer, assessment: int) -> Mapping[str, Explanation]:
    rows = store.rows("issue_explanations", assessment=assessment)
    return {issue: Explanation(*fields) for issue, *fields in rows}


def _overtaken(now: Explanation | None, text: str) -> str:
    did = f"{now.who} has written of it" if now else "Somebody has taken back what was written"
    return f"{did} since you looked, so yours was not kept. Yours was: “{text.strip()}”"
