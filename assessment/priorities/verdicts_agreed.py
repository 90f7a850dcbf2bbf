"""Verdicts of Year on year that were others when the year was agreed, and what made them so.

Of what somebody read on a page nothing is kept. What was agreed is: there a verdict of today stands
beside the one that it was agreed with.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from assessment.changes import By, Change, Question, Status, Verdict, YearOnYear
from assessment.definitions.schemes.scoring_rules import VERDICTS
from assessment.partnerships import partnerships
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.record import Record, RecordedIssue
from assessment.priorities.record_json import read_document
from assessment.priorities.redacted_record import for_audience
from assessment.priorities.stored_documents import document
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.indicators.recorded_change import CHANGE, both_counts, verdict_of
from assessment.workspace import Workspace


class Cause(StrEnum):
    """What a verdict is another by."""

    DATA = "data"
    METHODS = "methods"
    BOTH = "data and methods"


@dataclass(frozen=True)
class AgreedVerdict:
    """What was agreed of a measure, where it is another today: when, and by which methods."""

    verdict: str
    agreed_at: str
    methods_version: int
    cause: Cause

    @property
    def as_json(self) -> dict[str, Any]:
        """The same for another program."""
        return {**asdict(self), "cause": self.cause.value}


@needs(Permission.READ_FIGURES, of="place", named="answer")
def verdicts_agreed(workspace: Workspace, answer: YearOnYear) -> Mapping[str, AgreedVerdict]:
    """Return what was agreed of the measures of an answer that have another verdict today.

    Only issues of a single measure are compared, in a table of a partnership's measures.
    """
    changes = {(answer.question.measure_set, row.measure.id): row for row in answer.changes}
    others: dict[str, AgreedVerdict] = {}
    for kept in _records(workspace, answer.question):
        for issue in kept.issues:
            change = changes.get(issue.measures[0]) if len(issue.measures) == 1 else None
            if change and (other := _other(issue, change, kept, answer.methods_version)):
                others[change.measure.id] = other
    return others


def _records(workspace: Workspace, question: Question) -> Iterator[Record]:
    """Yield what was agreed of a question's place and year, as the person who asks may see it."""
    is_table = question.by is By.MEASURE and question.as_at is None and not question.place.force
    for place in partnerships(workspace) if is_table else ():
        if set(place.districts) != set(question.place.districts):
            continue
        for started in assessments(workspace, place.id):
            year = year_ending(started.ending)
            periods = (question.period, question.comparison)
            is_of_year = all(
                (asked.start, asked.end) == (own.start, own.end)
                for asked, own in zip(periods, (year, year.year_before()), strict=True)
            )
            if is_of_year and (text := document(workspace.store, started.id)):
                yield for_audience(workspace, read_document(text))


def _other(
    issue: RecordedIssue, change: Change, kept: Record, version: int
) -> AgreedVerdict | None:
    then = issue.facts.of(CHANGE) if issue.facts else None
    if then is None or then.verdict is None or change.status is Status.WITHHELD:
        return None
    now = verdict_of(change)
    if now == then.verdict or (now is None and change.verdict is not Verdict.NOT_COMPARABLE):
        return None
    is_same = then.words.startswith(both_counts(change))
    by_methods = kept.methods_version != version
    # Of the same counts, other rows or months speak for how much they vary.
    cause = (Cause.METHODS if is_same else Cause.BOTH) if by_methods else Cause.DATA
    return AgreedVerdict(VERDICTS[int(then.verdict)], kept.agreed_at, kept.methods_version, cause)
