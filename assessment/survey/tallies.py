"""Counting: what SQL counts of a wave, kept so that groups and options can be added up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from assessment.survey.questionnaire import Question, QuestionKind
from assessment.survey.raking import Weights
from assessment.workspace import Workspace

# Two more things that are counted like options: any answer at all, and a number given.
BASE, NUMBER = 0, -1
# The group of those who did not say which group they are in.
NO_GROUP = 0
SEVERAL = (QuestionKind.MULTIPLE, QuestionKind.RANKING)
# What these say is not in the counts of options.
MEANS = (QuestionKind.RANKING, QuestionKind.NUMBER)


@dataclass(frozen=True)
class Tally:
    """Sums over respondents: how many, their weights and squared weights, ranks and numbers."""

    n: int = 0
    weight: float = 0.0
    squares: float = 0.0
    ranks: float = 0.0
    numbers: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.n + other.n,
            self.weight + other.weight,
            self.squares + other.squares,
            self.ranks + other.ranks,
            self.numbers + other.numbers,
        )


@dataclass(frozen=True)
class Tallies:
    """Tallies by question, group and option."""

    by_key: Mapping[tuple[int, int, int], Tally]
    everyone: tuple[int, ...] = (NO_GROUP,)

    def of(self, question: int, groups: Iterable[int], options: Iterable[int]) -> Tally:
        """Return the tally of whoever, in some groups, gave any of some exclusive answers."""
        keys = product((question,), tuple(groups), options)
        return sum((self.by_key.get(key, Tally()) for key in keys), Tally())

    def base(self, question: int, groups: Iterable[int]) -> Tally:
        """Return the tally of whoever, in some groups, gave any answer to a question."""
        return self.of(question, groups, (BASE,))


def tallies(
    workspace: Workspace,
    wave: str,
    questions: Sequence[Question],
    by: Question | None,
    weights: Weights | None,
) -> Tallies:
    """Count some questions; answers are read only where counts by option cannot tell."""
    if by or weights:
        return _from_answers(workspace, wave, questions, by, weights)
    counted = _from_counts(workspace, wave)
    means = [each for each in questions if each.kind in MEANS]
    if not means:
        return counted
    return Tallies({**counted.by_key, **_from_answers(workspace, wave, means, None, None).by_key})


def _from_counts(workspace: Workspace, wave: str) -> Tallies:
    rows = workspace.store.rows("survey_totals", wave=wave)
    return Tallies({(q, NO_GROUP, option or BASE): Tally(n, n, n) for q, option, n in rows})


def _from_answers(
    workspace: Workspace,
    wave: str,
    questions: Sequence[Question],
    by: Question | None,
    weights: Weights | None,
) -> Tallies:
    rows = workspace.store.rows(
        "survey_tallies",
        wave=wave,
        questions=[each.number for each in questions],
        several=[each.number for each in questions if each.kind in SEVERAL],
        by=by.number if by else None,
        margins=list(weights.questions) if weights else [],
        cells=list(weights.by_cell) if weights else [],
        weights=list(weights.by_cell.values()) if weights else [],
    )
    found = {
        (question, group or NO_GROUP, BASE if is_base else option or NUMBER): Tally(*sums)
        for question, group, is_base, option, *sums in rows
    }
    return Tallies(found, tuple(sorted({group for _, group, _ in found})))
