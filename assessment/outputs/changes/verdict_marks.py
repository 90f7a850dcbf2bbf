"""A verdict as it stands on a page: symbol, word and judgement."""

from assessment.changes import Change, Verdict
from assessment.definitions import Direction
from assessment.outputs.changes import change_wording


def judged(change: Change) -> str:
    """Say whether a change is for the better, by the measure's own direction: '' if neither."""
    if change.verdict not in (Verdict.RISE, Verdict.FALL):
        return ""
    if change.measure.direction is Direction.NEUTRAL:
        return ""
    rose = change.verdict is Verdict.RISE
    return "better" if rose == (change.measure.direction is Direction.UP) else "worse"


def verdict(change: Change) -> str:
    """Return a verdict as symbol, word and judgement: colour only repeats what they say."""
    judgement = judged(change)
    after = f", {judgement}" if judgement else ""
    return f'<span class="verdict {judgement}">{change_wording.verdict(change)}{after}</span>'
