"""Priorities as tables to download: each stands alone, with what it is of and how far it is."""

import re
from collections.abc import Iterator, Sequence

from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.risk_matrix import tie_wording
from assessment.outputs.risk_matrix.risk_table import SCORE, SHARE
from assessment.outputs.risk_matrix.tie_wording import EqualScores
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


def priorities(found: Record) -> Table:
    """Return the priorities that were chosen, each with its issues and what speaks for it."""
    beside = wording.BESIDE if found.year_before else wording.BESIDE[:-1]
    columns = (
        Column("Heading", 12),
        Column("Priority", 30),
        Column("Emphases", 30),
        Column("Issues", 44),
        *(Column(each, 44) for each in beside),
    )
    rows = tuple(_priority(found, each) for each in found.priorities)
    return _table(found, "Priorities", columns, rows, sheet="Priorities")


def _priority(found: Record, priority: Priority) -> tuple[Cell, ...]:
    issues = (
        f"{each.label} ({wording.place(each)})"
        for each in found.issues
        if each.id in priority.issues
    )
    return (
        priority.heading,
        priority.name,
        "; ".join(priority.emphases),
        "; ".join(issues),
        *(text for _, text in wording.beside(found, priority)),
    )


def line(found: Record) -> Table:
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
    title = f"Above and below the line under rank {found.cut}"
    equal = tie_wording.in_record(found)
    rows = tuple(_issue(found, each, equal.get(each.id)) for each in found.issues)
    return _table(found, title, columns, rows, THE_LINE, sheet="Line and reasons")


def _issue(found: Record, each: RecordedIssue, equal: EqualScores | None) -> tuple[Cell, ...]:
    return (
        each.rank,
        each.label,
        each.score,
        equal.said if equal else None,
        each.band,
        each.confidence,
        "above" if each.is_above else "below",
        each.above_share,
        wording.chosen_in(found, each),
        each.reason or None,
        each.id,
    )


def last_year(found: Record) -> Table:
    """Return what became of every priority of last year and this year, and why."""
    columns = (
        Column("Priority", 36),
        Column("Is", 10),
        Column("Last year", 44),
        Column("Why", 60),
    )
    rows = tuple(
        (each.name, each.fate, "; ".join(each.was), each.why or None) for each in found.turns
    )
    title = f"Beside {wording.year(found.year_before)}"
    return _table(found, title, columns, rows, sheet="Last year")


def since_then(found: Record, moved: Sequence[Moved]) -> Table:
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
    rows = tuple(row for each in moved for row in _moved(each))
    title = "What has moved since it was agreed"
    return _table(found, title, columns, rows, SINCE, sheet="Since then")


def _moved(each: Moved) -> Iterator[tuple[Cell, ...]]:
    ranks = (each.rank_then, each.rank_now, each.score_then, each.score_now)
    yield each.label, "Rank", *ranks, None, None
    for one in each.criteria:
        yield each.label, one.label, *_criterion(one)


def _criterion(one: MovedCriterion) -> tuple[Cell, ...]:
    numbers = (one.value_then, one.value_now, one.score_then, one.score_now)
    return *numbers, one.words_then, one.words_now


def file_name(found: Record, what: str) -> str:
    """Name a file for what is in it, the partnership, the year and how far it has come."""
    parts = f"{what} {found.partnership} to {found.ending[:7]} {found.status}"
    return re.sub(r"[^a-z0-9]+", "-", parts.lower()).strip("-")[:120]


def _table(
    found: Record,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Cell, ...], ...],
    notes: tuple[str, ...] = (),
    *,
    sheet: str,
) -> Table:
    said = [("How to read it", notes)] if notes else []
    of_scheme = (f"The scheme {found.scheme['label']}", (scheme_of(found).standing,))
    every, cells = marked(columns, rows, synthetic=found.synthetic)
    return Table(
        f"{title}: {found.partnership_name}",
        tuple(_about(found)),
        every,
        cells,
        (*said, of_scheme),
        sheet=sheet,
    )


def _about(found: Record) -> Iterator[str]:
    if found.synthetic:
        yield f"{SYNTHETIC}; judgements invented"
    yield f"Period: {found.period}"
    yield f"Scheme: {found.scheme['label']}, version {found.scheme['version']}"
    yield f"Standing: {wording.standing(found)}"
    if found.status != AssessmentStatus.DRAFT:
        yield wording.quorum(found)
    for each in found.agreements:
        yield f"Agreed: {each.body} ({each.authority}, {each.role})"
