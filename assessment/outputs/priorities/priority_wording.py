"""Priorities in words: places and how firm they are, what has moved, what is still open."""

from collections.abc import Iterator

from assessment.outputs.risk_matrix.wording.firmness_wording import top_share
from assessment.outputs.risk_matrix.wording.risk_wording import DASH, NO_BAND, number
from assessment.outputs.risk_matrix.wording.year_wording import day, recorded
from assessment.periods import parse_month
from assessment.priorities.changes_since_agreement import Moved, MovedCriterion
from assessment.priorities.headings import Priority
from assessment.priorities.record import Record, RecordedIssue
from assessment.risk_matrix import RankRange
from assessment.risk_matrix.assessments import AssessmentStatus

READY = "The quorum has agreed: it can be signed off."
NOT_READY = "It can be signed off once the quorum has agreed."
NOT_KNOWN = "not known"
NOTHING = "Nothing is recorded."
BESIDE = ("Why", "Residents", "Police and Crime Plan", "County", "Last year")


def rank(issue: RecordedIssue) -> str:
    """Return a rank as tables print it: 1, 2= where it is shared, a dash without one."""
    return DASH if issue.rank is None else f"{issue.rank}{'=' if issue.is_tied else ''}"


def place(issue: RecordedIssue) -> str:
    """Return rank, score and band of an issue in a few words."""
    if issue.rank is None:
        return "no score: too little is known"
    return f"rank {rank(issue)}, {number(issue.score)}, {issue.band or NO_BAND}"


def above(issue: RecordedIssue) -> str:
    """Return in how many draws an issue is above the line."""
    return top_share(
        RankRange(issue.rank, None, issue.rank_low, issue.rank_high, issue.above_share)
    )


def chosen_in(record: Record, issue: RecordedIssue) -> str:
    """Return the priorities that an issue is in."""
    names = [priority.name for priority in record.priorities if issue.id in priority.issues]
    return "; ".join(names) or "no priority"


def beside(record: Record, priority: Priority) -> Iterator[tuple[str, str]]:
    """Yield what is recorded beside a priority; what nobody has said is said to be missing."""
    before = ", ".join(priority.continues)
    texts = (
        priority.reason or "No reason is given yet.",
        priority.residents or _survey(record, priority),
        priority.police_and_crime_plan or NOTHING,
        priority.county or NOTHING,
        *((f"Goes on with {before}." if before else "New.",) if record.year_before else ()),
    )
    yield from zip(BESIDE, texts, strict=False)


def _survey(record: Record, priority: Priority) -> str:
    """Return what the survey says of the issues of a priority, each once."""
    words = (issue.residents for issue in record.issues if issue.id in priority.issues)
    return " ".join(dict.fromkeys(filter(None, words))) or NOTHING


def standing(record: Record) -> str:
    """Say how far an assessment has come, and what comes next."""
    match record.status:
        case AssessmentStatus.DRAFT:
            return "Draft: everything can still be changed."
        case AssessmentStatus.AGREED:
            next_step = READY if record.has_quorum else NOT_READY
            return (
                f"Kept as it was on {day(record.agreed_at)} for the responsible authorities to "
                f"agree to ({recorded(record.agreed_by)}). {next_step}"
            )
    return (
        f"Signed off on {day(record.signed_off_at)} ({recorded(record.signed_off_by)}). It is "
        "shown exactly as it was then, and nothing changes it any more."
    )


def quorum(record: Record) -> str:
    """Return how many responsible authorities have agreed, and how many must."""
    return f"{record.agreed_so_far}; the quorum is {record.quorum}."


def year(ending: str) -> str:
    """Return which year a month ends: the year to March 2022."""
    return f"the year to {parse_month(ending):%B %Y}"


def value(amount: float | None) -> str:
    """Return a value of evidence; None is never a zero."""
    return NOT_KNOWN if amount is None else number(amount)


def scores(moved: Moved | MovedCriterion) -> str:
    """Return the score then and now, or that it is the same."""
    then, now = value(moved.score_then), value(moved.score_now)
    return f"{then}, as before" if then == now else f"{then} → {now}"
