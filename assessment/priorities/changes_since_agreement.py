"""What later data have changed since an assessment was agreed; its record stays as it was."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isclose

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.record import Record, RecordedCriterion, RecordedIssue, scheme_of
from assessment.priorities.record_composition import compose
from assessment.priorities.record_json import read_document
from assessment.priorities.redacted_record import for_audience
from assessment.priorities.stored_documents import document
from assessment.risk_matrix.assessments import assessment
from assessment.risk_matrix.matrix import matrix_of
from assessment.workspace import Workspace


@dataclass(frozen=True)
class MovedCriterion:
    """Evidence that is another now, or scores otherwise; None: not known."""

    label: str
    value_then: float | None
    value_now: float | None
    words_then: str
    words_now: str
    score_then: float | None
    score_now: float | None


@dataclass(frozen=True)
class Moved:
    """An issue that later data have changed, with each criterion that they have."""

    issue: str
    label: str
    rank_then: int | None
    rank_now: int | None
    score_then: float | None
    score_now: float | None
    criteria: tuple[MovedCriterion, ...]

    @property
    def is_scored_otherwise(self) -> bool:
        """Whether its rank or its score is another, and not only values behind the same scores."""
        return self.rank_then != self.rank_now or not _same(self.score_then, self.score_now)


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="number")
def moved_since(workspace: Workspace, number: int) -> tuple[Moved, ...]:
    """Return which issues the data of today would score or rank otherwise, under the same scheme.

    Both are withheld alike from people who see no small numbers: they compare steps and places.
    Raises InvalidRequest for a draft, which is always of today.
    """
    text = document(workspace.store, number)
    if not text:
        raise InvalidRequest("This assessment is still a draft: it shows the data of today.")
    then = read_document(text)
    seen, now = (for_audience(workspace, whole) for whole in (then, _of_today(workspace, then)))
    today = {issue.id: issue for issue in now.issues}
    moves = (_moved(issue, _as_known(issue, today[issue.id], then)) for issue in seen.issues)
    return tuple(filter(None, moves))


def _of_today(workspace: Workspace, then: Record) -> Record:
    drafted = assessment(workspace, then.assessment)
    return compose(workspace, matrix_of(workspace, drafted, scheme_of(then)))


def _as_known(then: RecordedIssue, now: RecordedIssue, kept: Record) -> RecordedIssue:
    """Return an issue of today; what is withheld of its place has not moved.

    Without scales a place comes of numbers: where those are withheld, so is today's.
    """
    is_withheld = now.rank is None and not scheme_of(kept).is_stepped and then.score is None
    return replace(now, rank=then.rank) if is_withheld else now


def _moved(then: RecordedIssue, now: RecordedIssue) -> Moved | None:
    criteria = tuple(_criteria(then, now))
    same = then.rank == now.rank and _same(then.score, now.score)
    if same and not criteria:
        return None
    return Moved(then.id, then.label, then.rank, now.rank, then.score, now.score, criteria)


def _criteria(then: RecordedIssue, now: RecordedIssue) -> Iterator[MovedCriterion]:
    for before, after in zip(then.criteria, now.criteria, strict=True):
        if not _as_before(before, after):
            yield MovedCriterion(
                before.label,
                before.value,
                after.value,
                before.in_words,
                after.in_words,
                before.score,
                after.score,
            )


def _as_before(then: RecordedCriterion, now: RecordedCriterion) -> bool:
    """Tell whether value and scores are as they were, and the words of a value not printed."""
    return (
        _same(then.value, now.value)
        and _same(then.score, now.score)
        and _same(then.from_data, now.from_data)
        and (then.value is not None or then.in_words == now.in_words)
    )


def _same(then: float | None, now: float | None) -> bool:
    """Tell whether two numbers are one: sums of many threads differ in their last digits."""
    if then is None or now is None:
        return then is now
    return isclose(then, now, rel_tol=1e-9, abs_tol=1e-12)
