"""Priorities as tables to download: each stands alone, with what it is of and how far it is."""

import re
from collections.abc import Iterator, Sequence

from assessment.outputs.methods_wording import stamp
from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.risk_matrix.risk_table import SCORE, SHARE
from assessment.outputs.risk_matrix.wording import tie_wording
from assessment.outputs.risk_matrix.wording.tie_wording import EqualScores
from assessment.outputs.tables import SYNTHETIC, Cell, Column, Table, marked
from assessment.priorities.changes_since_agreement import Moved, MovedCriterion
from assessment.priorities.headings import Priority
from assessment.priorities.record import Record, RecordedIssue, scheme_of
from assessment.risk_matrix.assessments import AssessmentStatus

THE_LINE = (
    "The share above the line is that of 1,000 draws in which every weight varies by up to 25%.",
    "The line does not choose by itself: an issue below it can be chosen, and one above it left.",
)
SINCE = (
    "Then: as agreed. Now: what the data of the day of this file give, under the same scheme.",
    "What was agreed stays as it was.",
)


def priorities(record: Record) -> Table:
    """Return the priorities that were chosen, each with its issues and what speaks for it."""
    beside = wording.BESIDE if record.year_before else wording.BESIDE[:-1]
    columns = (
        Column("Heading", 12),
        Column("Priority", 30),
        Column("Emphases", 30),
        Column("Issues", 44),
        *(Column(heading, 44) for heading in beside),
    )
    rows = tuple(_priority(record, priority) for priority in record.priorities)
    return _table(record, "Priorities", columns, rows, sheet="Priorities")


def _priority(record: Record, priority: Priority) -> tuple[Cell, ...]:
    issues = (
        f"{issue.label} ({wording.place(issue)})"
        for issue in record.issues
        if issue.id in priority.issues
    )
    return (
        priority.heading,
        priority.name,
        "; ".join(priority.emphases),
        "; ".join(issues),
        *(text for _, text in wording.beside(record, priority)),
    )


def line(record: Record) -> Table:
    """Return every issue above and below the line, with the reason it was chosen or not."""
    columns = (
        Column("Rank", 7),
        Column("Issue", 34),
        Column("Score", 9, SCORE),
        Column("Equal scores", 40),
        Column("Band", 12),
        Column("Confidence", 12),
        Column("The line", 9),
        Column("Share of draws above the line", 12, SHARE),
        Column("Chosen in", 36),
        Column("Why", 60),
        Column("Issue id", for_programs=True),
    )
    title = f"Above and below the line under rank {record.cut}"
    equal = tie_wording.in_record(record)
    rows = tuple(_issue(record, issue, equal.get(issue.id)) for issue in record.issues)
    return _table(record, title, columns, rows, THE_LINE, sheet="Line and reasons")


def _issue(record: Record, issue: RecordedIssue, equal: EqualScores | None) -> tuple[Cell, ...]:
    return (
        issue.rank,
        issue.label,
        issue.score,
        equal.said if equal else None,
        issue.band,
        issue.confidence,
        "above" if issue.is_above else "below",
        issue.above_share,
        wording.chosen_in(record, issue),
        issue.reason or None,
        issue.id,
    )


def last_year(record: Record) -> Table:
    """Return what became of every priority of last year and this year, and why."""
    columns = (
        Column("Priority", 36),
        Column("Is", 10),
        Column("Last year", 44),
        Column("Why", 60),
    )
    rows = tuple(
        (turn.name, turn.fate, "; ".join(turn.was), turn.why or None) for turn in record.turns
    )
    title = f"Beside {wording.year(record.year_before)}"
    return _table(record, title, columns, rows, sheet="Last year")


def since_then(record: Record, moved: Sequence[Moved]) -> Table:
    """Return what the data of today would change, an issue's rank first and then its evidence."""
    columns = (
        Column("Issue", 34),
        Column("What", 30),
        Column("Then", 10),
        Column("Now", 10),
        Column("Score then", 9, SCORE),
        Column("Score now", 9, SCORE),
        Column("Then, in words", 50),
        Column("Now, in words", 50),
    )
    rows = tuple(row for issue in moved for row in _moved(issue))
    title = "What has moved since it was agreed"
    return _table(record, title, columns, rows, SINCE, sheet="Since then")


def _moved(issue: Moved) -> Iterator[tuple[Cell, ...]]:
    ranks = (issue.rank_then, issue.rank_now, issue.score_then, issue.score_now)
    yield issue.label, "Rank", *ranks, None, None
    for criterion in issue.criteria:
        yield issue.label, criterion.label, *_criterion(criterion)


def _criterion(criterion: MovedCriterion) -> tuple[Cell, ...]:
    numbers = (criterion.value_then, criterion.value_now, criterion.score_then, criterion.score_now)
    return *numbers, criterion.words_then, criterion.words_now


def file_name(record: Record, what: str) -> str:
    """Name a file for what is in it, the partnership, the year and how far it has come."""
    parts = f"{what} {record.partnership} to {record.ending[:7]} {record.status}"
    return re.sub(r"[^a-z0-9]+", "-", parts.lower()).strip("-")[:120]


def _table(
    record: Record,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Cell, ...], ...],
    notes: tuple[str, ...] = (),
    *,
    sheet: str,
) -> Table:
    reading = [("How to read it", notes)] if notes else []
    of_scheme = (f"The scheme {record.scheme['label']}", (scheme_of(record).standing,))
    every, cells = marked(columns, rows, synthetic=record.synthetic)
    return Table(
        f"{title}: {record.partnership_name}",
        tuple(_about(record)),
        every,
        cells,
        (*reading, of_scheme),
        sheet=sheet,
    )


def _about(record: Record) -> Iterator[str]:
    if record.synthetic:
        yield f"{SYNTHETIC}; judgements invented"
    yield f"Period: {record.period}"
    yield f"Scheme: {record.scheme['label']}, version {record.scheme['version']}"
    yield stamp(record.methods_version)
    yield f"Standing: {wording.standing(record)}"
    if record.status != AssessmentStatus.DRAFT:
        yield wording.quorum(record)
    for agreement in record.agreements:
        yield f"Agreed: {agreement.body} ({agreement.authority}, {agreement.role})"
