"""What rose and fell, and whether anybody has said why."""

from collections.abc import Sequence

from assessment.changes import Change, Question, Verdict
from assessment.changes.explanations.change_explanation import ExplanationKind
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.explanation_wording import explanation_cells
from assessment.outputs.changes.headlines import without_repeats
from assessment.outputs.changes.row_order import name_of, with_verdict

HEADER = ("Finding", "Real change?", "Why", "In words", "How sure", "Written")
NOT_EXPLAINED = "not explained yet"


def findings(changes: Sequence[Change]) -> list[Change]:
    """Return what rose and fell: what nobody has explained first, then the unusual."""
    rows = without_repeats(changes)
    found = [*with_verdict(rows, Verdict.RISE), *with_verdict(rows, Verdict.FALL)]
    return sorted(found, key=lambda change: (is_explained(change), not change.unusual))


def is_explained(change: Change) -> bool:
    """Tell whether somebody has said why a figure changed, and not only that it is not known."""
    said = change.explanation
    return said is not None and said.kind is not ExplanationKind.UNKNOWN


def how_many_explained(changes: Sequence[Change]) -> str:
    """Say of how many rises and falls it is said why."""
    found = findings(changes)
    if not found:
        return "Nothing rose or fell by more than counting alone explains."
    explained = sum(map(is_explained, found))
    if len(found) == 1:
        return f"The one rise or fall is {'' if explained else 'not yet '}explained."
    return (
        f"Of {len(found):,} rises and falls, {explained or 'none'} "
        f"{'is' if explained < 2 else 'are'} explained."
    )


def finding_row(change: Change, question: Question) -> tuple[object, ...]:
    """Return a finding as a row: what changed, and why, or that nobody has said it."""
    head = (name_of(change, question), change_wording.verdict(change))
    if change.explanation is None:
        return *head, NOT_EXPLAINED, "", "", ""
    return *head, *explanation_cells(change.explanation)
