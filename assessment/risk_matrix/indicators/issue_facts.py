"""What the data say of an issue whatever the scheme: its values, its months, where it concentrates.

All of it is kept when an assessment is agreed, so that any scheme can be set beside it later.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.changes import Place
from assessment.definitions import Indicator
from assessment.disclosure import fewest_shown
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding, withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts, count_issues
from assessment.risk_matrix.indicators.indicator_kinds import ComputedIndicator, EvidenceQuestion
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace

Months = tuple[int | None, ...]
NOT_KEPT = unknown("The record of this year does not hold it.")
# Fewer records than this in a small area are not told: a person might be recognised.
FEWEST_NAMED = 5
# The order in which the records of agreed years have had them since the first; others follow.
IN_RECORDS = (
    "share-of-all",
    "change",
    "rate-against-peers",
    "harm-per-offence",
    "harm-days",
    "concentration",
    "records",
    "repeat-victims",
    "public-concern",
)


@dataclass(frozen=True)
class Facts:
    """What is known of an issue, by the id of each indicator.

    `before` and `now` are the records of each month, None where it is not covered. `busiest` are
    small areas with the most records. Partners get neither.
    """

    known: Mapping[str, IndicatorValue]
    before: Months = ()
    now: Months = ()
    busiest: tuple[tuple[str, int], ...] = ()

    def of(self, indicator: Indicator) -> IndicatorValue:
        """Return what is known by one indicator."""
        return self.known.get(indicator.id, NOT_KEPT)

    def withheld(self, words: str) -> "Facts":
        """Return them without any number from records; what residents say stays."""
        return Facts(
            {
                name: value if INDICATORS[name].is_surveyed else value.withheld(words)
                for name, value in self.known.items()
            }
        )


@needs(Permission.READ_FIGURES, of="place")
def facts_of(
    workspace: Workspace, place: Place, period: Period, issues: Sequence[Issue]
) -> Mapping[str, Facts]:
    """Return, by issue, everything that records and surveys say."""
    counts = count_issues(workspace, place, period, issues)
    question = EvidenceQuestion(workspace, place, period, issues, counts)
    known = {indicator.id: indicator.values(question) for indicator in _in_order_of_records()}
    names = _area_names(workspace, counts.values())
    facts = {
        issue.id: _facts(
            {name: values[issue.id] for name, values in known.items()},
            counts.get(issue.id),
            names,
        )
        for issue in issues
    }
    if fewest_shown(workspace) <= 1 or not counts:
        return facts
    hidden = withholding(workspace, place, period, counts)
    return {**facts, **_without_hidden(facts, counts, hidden)} if hidden else facts


def read_facts(body: Mapping[str, Any]) -> Facts:
    """Read facts as a JSON document holds them."""
    known = {
        name: IndicatorValue(**{key: _listed(field) for key, field in value.items()})
        for name, value in body["known"].items()
    }
    return Facts(known, *(_listed(body[name]) for name in ("before", "now", "busiest")))


def _listed(value: Any) -> Any:
    return tuple(_listed(item) for item in value) if isinstance(value, list) else value


def _in_order_of_records() -> Sequence[ComputedIndicator]:
    ids = [name for name in IN_RECORDS if name in INDICATORS]
    return [INDICATORS[name] for name in dict.fromkeys([*ids, *INDICATORS])]


def _facts(
    known: Mapping[str, IndicatorValue], counts: IssueCounts | None, names: Mapping[str, str]
) -> Facts:
    if counts is None:
        return Facts(known)
    change = counts.change
    busiest = tuple(_busiest(counts, names))
    return Facts(known, change.previous_months, change.current_months, busiest)


def _without_hidden(
    facts: Mapping[str, Facts], counts_of: Mapping[str, IssueCounts], hidden: Withholding
) -> Mapping[str, Facts]:
    """Return facts without the numbers that may not be shown; of months none, as most are small."""
    return {
        issue: Facts(
            {
                name: value.withheld(hidden.words(counts))
                if INDICATORS[name].is_hidden(hidden, counts)
                else value
                for name, value in facts[issue].known.items()
            }
        )
        for issue, counts in counts_of.items()
    }


def _area_names(workspace: Workspace, every_count: Iterable[IssueCounts]) -> Mapping[str, str]:
    """Return the names of the busiest small areas; none to those who may not see them."""
    if not workspace.may(Permission.SEE_SMALL_AREAS):
        return {}
    spreads = (counts.concentration for counts in every_count)
    codes = sorted({code for spread in spreads if spread for code in spread.busiest})
    return {code: code for code in codes} | dict(workspace.store.rows("area_names", codes=codes))


def _busiest(counts: IssueCounts, names: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    if spread := counts.concentration:
        for code, count in zip(spread.busiest, spread.counts, strict=False):
            if code in names and count >= FEWEST_NAMED:
                yield names[code], count
