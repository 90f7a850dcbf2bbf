"""Two kinds of indicators: those that records answer, issue by issue, and those that a survey does.

An indicator is one object with everything that is its own: what schemes call it, its value in
words, and what would give a small number away. `indicator_registry` lists them; nothing else names
one of them, so that a new one is a module, a line there and a rule in a scheme.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from assessment.changes import Place
from assessment.definitions import Indicator, prepared_issues
from assessment.periods import Period
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace


class CardDetail(Enum):
    """What the evidence card shows below the words of an indicator."""

    MONTHS = auto()
    BUSIEST_AREAS = auto()


@dataclass(frozen=True)
class CardLine:
    """Where an indicator stands on the evidence card, under which name, and with which detail."""

    label: str
    place: int
    detail: CardDetail | None = None


@dataclass(frozen=True)
class EvidenceQuestion:
    """The issues of a place and a year, with the counts of those that have measures."""

    workspace: Workspace
    place: Place
    period: Period
    issues: Sequence[Issue]
    counts: Mapping[str, IssueCounts]

    @property
    def is_synthetic(self) -> bool:
        """Whether the records are generated."""
        return any(counts.synthetic for counts in self.counts.values())


def _hides_nothing_more(_withholding: Withholding, _counts: IssueCounts) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class ComputedIndicator(Indicator, ABC):
    """An indicator that can be computed; one that has no `card` is not on the evidence card.

    `hides` tells whether it would give a small number away that the counts of the issue do not.
    """

    card: CardLine | None = None
    hides: Callable[[Withholding, IssueCounts], bool] = field(
        default=_hides_nothing_more, repr=False
    )

    @abstractmethod
    def values(self, question: EvidenceQuestion) -> Mapping[str, IndicatorValue]:
        """Return, by issue, what is known, or why nothing is."""

    def is_hidden(self, withholding: Withholding, counts: IssueCounts) -> bool:
        """Tell whether the value of an issue is withheld, with everything that is said of it."""
        # What residents say is known only where enough of them answered.
        return not self.is_surveyed and (
            withholding.hides_counts(counts) or self.hides(withholding, counts)
        )


@dataclass(frozen=True, kw_only=True)
class RecordIndicator(ComputedIndicator):
    """What records say of an issue; `tell` makes the value of what was counted."""

    tell: Callable[[IssueCounts], IndicatorValue] = field(repr=False)

    def values(self, question: EvidenceQuestion) -> Mapping[str, IndicatorValue]:
        """Return what the records say of issues that have measures, and of others that none do."""
        return {
            issue.id: self.tell(question.counts[issue.id])
            if issue.id in question.counts
            else _no_records(issue)
            for issue in question.issues
        }


@dataclass(frozen=True, kw_only=True)
class SurveyIndicator(ComputedIndicator):
    """What residents say of an issue; `ask` asks their surveys of all issues at once."""

    is_surveyed: bool = True
    ask: Callable[
        [Workspace, Place, Period, Iterable[Issue], bool], Mapping[str, IndicatorValue]
    ] = field(repr=False)

    def values(self, question: EvidenceQuestion) -> Mapping[str, IndicatorValue]:
        """Return what residents say of every issue."""
        return self.ask(
            question.workspace,
            question.place,
            question.period,
            question.issues,
            question.is_synthetic,
        )


def _no_records(issue: Issue) -> IndicatorValue:
    reasons = {prepared.id: prepared.without_data for prepared in prepared_issues()}
    sentences = ["No records count this issue.", reasons.get(issue.id)]
    return unknown(" ".join(filter(None, sentences)))
