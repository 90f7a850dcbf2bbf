"""What the data can carry for some grounds and subjects: the months, the years, the obstacles."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from assessment.changes.comparable.refusal_reasons import months_cut, reasons
from assessment.changes.comparable.source_coverage import Choice, Months
from assessment.changes.counting.counts import history_end
from assessment.changes.dispersion import MONTHS, MOST_YEARS
from assessment.changes.question import Question
from assessment.definitions import Measure, subject_of
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """Months whose counts can be shown, whole years of history, every reason against comparing."""

    whole: Months
    years: int
    against: tuple[str, ...]


@dataclass(frozen=True)
class Standings:
    """The standing of all grounds and subjects of a question, each worked out once."""

    question: Question
    choice: Choice
    month_only: frozenset[tuple[str, str]]
    found: dict[tuple[Keys, Keys], Standing] = field(default_factory=dict)

    def of(self, grounds: Keys, subjects: Keys) -> Standing:
        """Return the standing of a figure that needs all of these grounds and subjects."""
        if (grounds, subjects) not in self.found:
            whole = self.choice.whole(grounds, subjects)
            keys = {(ground, subject) for ground in grounds for subject in subjects}
            # Which of a cut month's records fall inside the period is not known.
            cut = set(months_cut(self.question)) if keys & self.month_only else set()
            self.found[grounds, subjects] = Standing(
                whole - cut,
                covered_years(whole, history_end(self.question)),
                reasons(self.question, self.choice, grounds, subjects, self.month_only),
            )
        return self.found[grounds, subjects]


def covered_years(whole: Months, end: date) -> int:
    """Count the blocks of 12 covered months before a date, at most five, none left out."""
    for years in range(MOST_YEARS):
        block = {add_months(end, -MONTHS * years - month) for month in range(1, MONTHS + 1)}
        if not block <= whole:
            return years
    return MOST_YEARS


@needs(Permission.READ_FIGURES, of="place", named="question")
def month_only_records(
    workspace: Workspace, question: Question, measures: Sequence[Measure], choice: Choice
) -> frozenset[tuple[str, str]]:
    """Return the grounds and subjects that cannot be cut inside a month, where that is asked."""
    months = months_cut(question)
    if not months:
        return frozenset()
    leaves = sorted({leaf for measure in measures for leaf in measure.leaves})
    rows = workspace.store.rows(
        "month_only_records",
        ground_kind=question.place.ground_kind,
        months=months,
        leaves=leaves,
        leaf_subjects=[subject_of(leaf, question.measure_set) for leaf in leaves],
        **choice.lists(),
    )
    return frozenset((ground, subject) for ground, subject in rows)
