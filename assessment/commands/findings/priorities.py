"""`priorities`: what partnerships chose, why, who agreed, and how far it has come."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.periods import parse_month
from assessment.priorities.agreement import record, without_quorum
from assessment.priorities.record import Record, RecordedIssue
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.workspace import Workspace

# Of an issue, what is about priorities; `score` says the rest.
OF_ISSUE = (
    *("id", "label", "rank", "score", "band", "confidence", "rank_low", "rank_high"),
    *("above_share", "is_above", "is_chosen", "reason"),
)
OF_RECORD = (
    *("partnership", "ending", "assessment", "status", "synthetic", "cut", "quorum"),
    *("agreed_at", "signed_off_at", "year_before", "methods_version"),
)
NO_REASON = "No reason given."


def priorities(options: Namespace) -> int:
    """Show the priorities of the latest assessment of one partnership or of each."""
    with opened(options) as workspace:
        records = [record(workspace, assessment.id) for assessment in _chosen(workspace, options)]
    if options.json:
        say_json([_row(document) for document in records], ensure_ascii=False)
    elif not records:
        say("No assessment has been started yet: begin one on the page Risk matrix.")
    else:
        # A line without anything between one partnership and the next.
        say(*[line for document in records for line in ("", *_lines(document))][1:])
    return 0


def _chosen(workspace: Workspace, options: Namespace) -> Iterator[Assessment]:
    """Yield an assessment for each partnership asked about: the latest, or that of a month."""
    ending = None if options.ending is None else parse_month(options.ending)
    named = options.partnership
    only = None if named is None else partnership(workspace, named).id
    every = assessments(workspace, only)
    answered: set[str] = set()
    for assessment in every:
        if ending in (None, assessment.ending) and assessment.partnership not in answered:
            answered.add(assessment.partnership)
            yield assessment
    if every and not answered:
        raise InvalidRequest(f"No assessment is of the year to {ending:%B %Y}.")


def _row(document: Record) -> dict[str, Any]:
    return {
        **{name: getattr(document, name) for name in OF_RECORD},
        "scheme": {name: document.scheme[name] for name in ("id", "version")},
        "agreements": [asdict(agreement) for agreement in document.agreements],
        "priorities": [asdict(priority) for priority in document.priorities],
        "issues": [{name: getattr(issue, name) for name in OF_ISSUE} for issue in document.issues],
        "since_last_year": [asdict(turn) for turn in document.turns],
    }


def _lines(document: Record) -> Iterator[str]:
    yield f"{document.partnership_name}: {document.period} ({document.status})"
    if document.synthetic:
        yield "Note: synthetic example records and invented decisions, not real."
    for priority in document.priorities:
        issues = ", ".join(document.label(issue) for issue in priority.issues)
        yield f"  {priority.heading}: {priority.name} ({issues})"
    if not document.priorities:
        yield "  No priority has been chosen yet."
    for issue in document.issues:
        if issue.is_above and not issue.is_chosen:
            yield f"  Above the line and not chosen: {_why(issue)}"
    for turn in document.turns:
        if turn.fate == "dropped":
            why = turn.why or NO_REASON
            yield f"  Dropped since {document.year_before}: {turn.name}. {why}"
    yield f"  {without_quorum(document) or 'The quorum has agreed.'}"


def _why(issue: RecordedIssue) -> str:
    return f"{issue.label} (rank {issue.rank}). {issue.reason or NO_REASON}"
