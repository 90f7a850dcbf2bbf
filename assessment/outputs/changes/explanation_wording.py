"""Why a figure changed, in words: what follows its sentence, and who said it."""

from assessment.changes import Change
from assessment.changes.explanations.change_explanation import ChangeExplanation, ExplanationKind
from assessment.periods import in_words

HISTORY_HEADER = ("Version", "Why", "In words", "How sure", "Written")


def why(said: ChangeExplanation | None) -> str:
    """Return an explanation as it follows its figure; '' where there is none."""
    if said is None:
        return ""
    if said.kind is ExplanationKind.UNKNOWN:
        return f"Why is not known yet: {_text(said)}"
    return f"Why ({said.kind}, {said.confidence}): {_text(said)}"


def _text(said: ChangeExplanation) -> str:
    ended = said.text if said.text.endswith((".", "!", "?")) else f"{said.text}."
    return f"{ended} Evidence: {said.evidence}" if said.evidence else ended


def who_said(change: Change) -> str:
    """Say who explained a figure when, and where its verdict is another since; '' if nobody did."""
    said = change.explanation
    if said is None:
        return ""
    written = f"Explained by {said.author}, {in_words(said.written_on)}."
    if said.verdict and said.verdict != change.verdict.value:
        return f"{written} It was written of “{said.verdict}”: see whether it still holds."
    return written


def history_row(said: ChangeExplanation) -> tuple[object, ...]:
    """Return a version of an explanation as a row."""
    return f"{said.version}{' (taken back)' if said.is_withdrawn else ''}", *explanation_cells(said)


def explanation_cells(said: ChangeExplanation) -> tuple[object, ...]:
    """Return what an explanation says, how sure it is and who wrote it, as cells of a row."""
    text = (said.text, f"Evidence: {said.evidence}") if said.evidence else said.text
    return said.kind.value, text, said.confidence.value, (said.author, in_words(said.written_on))
