"""What is said of verdicts that were others when their year was agreed."""

from collections.abc import Iterator, Mapping
from datetime import date

from assessment.changes import YearOnYear
from assessment.outputs.changes import change_wording
from assessment.periods import in_words
from assessment.priorities.verdicts_agreed import AgreedVerdict, Cause

CAUSES = {
    Cause.DATA: "by data that came since",
    Cause.METHODS: "by the methods, of the same counts",
    Cause.BOTH: "by data that came since, or by the methods: both are others",
}


def agreed_otherwise(answer: YearOnYear, agreed: Mapping[str, AgreedVerdict]) -> Iterator[str]:
    """Yield a sentence for each row whose verdict was another when the year was agreed."""
    for change in answer.changes:
        if then := agreed.get(change.measure.id):
            day = in_words(date.fromisoformat(then.agreed_at[:10]))
            yield (
                f"{change.measure.label}: {then.verdict} when the year was agreed on {day} "
                f"(methods version {then.methods_version}), {change_wording.verdict(change)} "
                f"today: {CAUSES[then.cause]}. What was agreed stays as it was."
            )
