"""When a source is due and whether it came, in the words that people read."""

import pytest

from assessment.outputs.sources.freshness_wording import due_in_words
from assessment.sources.due_dates import DueRule, Every


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (DueRule(Every.MONTH, 15), "every month, by day 15 of the month after"),
        (DueRule(Every.QUARTER, 31, 3), "every quarter, by the last day of the third month after"),
        (
            DueRule(Every.YEAR, 1, 9),
            "every financial year, by day 1 of the month 9 months after",
        ),
    ],
)
def test_when_data_are_due(rule: DueRule, words: str) -> None:
    assert due_in_words(rule) == words
