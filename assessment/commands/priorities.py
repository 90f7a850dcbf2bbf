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
    *("agreed_at", "signed_off_at", "year_before"),
)


def priorities(asked: Namespace) -> int:
    """Show the priorities of the latest assessment of one partnership or of each."""
    with opened(asked) as workspace:
        found = [record(workspace, each.id) for each in _chosen(workspace, asked)]
    if asked.json:
        say_json([_row(each) for each in found], ensure_ascii=False)
    elif not found:
        say("No assessment has been started yet: begin one on the page Risk matrix.")
    else:
        # A line without anything between one partnership and the next.
        say(*[line for each in found for line in ("", *_lines(each))][1:])
    return 0


def _chosen(workspace: Workspace, asked: Namespace) -> Iterator[Assessment]:
    """Yield an assessment for each partnership asked about: the latest, or that of a month."""
    ending = parse_month(asked.ending) if asked.ending else None
    of = partnership(workspace, asked.partnership).id if asked.partnership else None
    every = assessments(workspace, of)
    met: set[str] = set()
    for each in every:
        if ending in (None, each.ending) and each.partnership not in met:
            met.add(each.partnership)
            yield each
    if every and not met:
        raise InvalidRequest(f"No assessment is of the year to {ending:%B %Y}.")


def _row(found: Record) -> dict[str, Any]:
    return {
        **{name: getattr(found, name) for name in OF_RECORD},
        "scheme": {name: found.scheme[name] for name in ("id", "version")},
        "agreements": [asdict(each) for each in found.agreements],
        "priorities": [asdict(each) for each in found.priorities],
        "issues": [{name: getattr(each, name) for name in OF_ISSUE} for each in found.issues],
        "since_last_year": [asdict(each) for each in found.turns],
    }


def _lines(found: Record) -> Iterator[str]:
    yield f"{found.partnership_name}: {found.period} ({found.status})"
    if found.synthetic:
        yield "Note: synthetic example records and invented decisions, not real."
    for each in found.priorities:
        issues = ", ".join(found.label(issue) for issue in each.issues)
        yield f"  {each.heading}: {each.name} ({issues})"
    if not found.priorities:
        yield "  No priority has been chosen yet."
    left_out = [each for each in found.issues if each.is_above and not each.is_chosen]
    for issue in left_out:
        yield f"  Above the line and not chosen: {_why(issue)}"
    for turn in (one for one in found.turns if one.fate == "dropped"):
        yield f"  Dropped since {found.year_before}: {turn.name}. {turn.why or 'No reason given.'}"
    yield f"  {without_quorum(found) or 'The quorum has agreed.'}"


def _why(issue: RecordedIssue) -> str:
    return f"{issue.label} (rank {issue.rank}). {issue.reason or 'No reason given.'}"
