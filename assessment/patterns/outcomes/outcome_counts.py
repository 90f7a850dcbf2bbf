"""How many records of each measure have which outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.changes.comparable.comparability import Comparability
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.counting.counts import leaf_lists
from assessment.definitions import OutcomeGroup, outcomes
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

# Of these it is known what became of them, if only that nothing has yet.
TOLD = (OutcomeGroup.SOLVED, OutcomeGroup.OTHER, OutcomeGroup.OPEN)


@dataclass(frozen=True)
class OutcomeCounts:
    """The records of a measure in a period by their outcome, as the source writes it.

    `unwritten` are those of which nothing is written, or that are known as counts alone.
    """

    by_words: Mapping[str, int] = field(default_factory=dict)
    unwritten: int = 0

    def of(self, group: OutcomeGroup) -> int:
        """Count the records of a group."""
        known = outcomes()
        written = sum(n for words, n in self.by_words.items() if known.of(words) is group)
        return written + (self.unwritten if group is OutcomeGroup.UNSAID else 0)

    @property
    def by_group(self) -> Mapping[OutcomeGroup, int]:
        """The records of every group; together they are all."""
        return {group: self.of(group) for group in OutcomeGroup}

    @property
    def total(self) -> int:
        """All records, as Year on year counts them."""
        return sum(self.by_words.values()) + self.unwritten

    @property
    def told(self) -> int:
        """Those of which it is known what became of them: shares are of these."""
        return sum(map(self.of, TOLD))

    def percent(self, group: OutcomeGroup) -> float | None:
        """Return the share of a group among what is told; None where nothing is."""
        return 100 * self.of(group) / self.told if self.told else None


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="comparability")
def outcome_counts(
    workspace: Workspace, comparability: Comparability, period: Period
) -> Mapping[str, Mapping[str | None, int]]:
    """Return the records of every measure that has any by outcome, as it is written."""
    question = comparability.question
    counted: dict[str, dict[str | None, int]] = {}
    for measure, outcome, n in workspace.store.rows(
        "outcome_counts",
        **leaf_lists(comparability.measures),
        **comparability.sources.lists,
        ground_kind=question.place.ground_kind,
        measure_sets=sets_searched(question.measure_set),
        first_day=period.start,
        end_day=period.end,
    ):
        counted.setdefault(measure, {})[outcome] = n
    return counted
