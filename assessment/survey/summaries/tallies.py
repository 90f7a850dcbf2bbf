"""Counting: what SQL counts of a wave, kept so that groups and options can be added up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from assessment.store import Store
from assessment.survey.questionnaire import QuestionKind, SurveyQuestion
from assessment.survey.survey_disclosure import is_withheld_whole
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.raking import Weights

# Two more things that are counted like options: any answer at all, and a number given.
BASE, NUMBER = 0, -1
# The cell of those who answered nothing of what they could be grouped by.
NO_CELL = ""
# A question, a cell and an option.
Key = tuple[int, str, int]
SEVERAL = (QuestionKind.MULTIPLE, QuestionKind.RANKING)
# What these say is not in the counts of options.
MEANS = (QuestionKind.RANKING, QuestionKind.NUMBER)


@dataclass(frozen=True)
class Tally:
    """Sums over respondents: how many, their weights and squared weights, ranks and numbers, the
    squares of these, both weighted, and how many ranked it first.
    """

    n: int = 0
    weight: float = 0.0
    squares: float = 0.0
    ranks: float = 0.0
    numbers: float = 0.0
    number_squares: float = 0.0
    weighted_numbers: float = 0.0
    weighted_number_squares: float = 0.0
    firsts: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.n + other.n,
            self.weight + other.weight,
            self.squares + other.squares,
            self.ranks + other.ranks,
            self.numbers + other.numbers,
            self.number_squares + other.number_squares,
            self.weighted_numbers + other.weighted_numbers,
            self.weighted_number_squares + other.weighted_number_squares,
            self.firsts + other.firsts,
        )


@dataclass(frozen=True)
class Tallies:
    """Tallies by question, cell and option. A cell is what people answered to some questions.

    Nothing is shown of a question that fewer than `fewest` people answered, or a small group of all
    `respondents`.
    """

    by_key: Mapping[Key, Tally]
    everyone: tuple[str, ...] = (NO_CELL,)
    fewest: int = 1
    respondents: int = 0

    def of(self, question: int, cells: Iterable[str], options: Iterable[int]) -> Tally:
        """Return the tally of those who, in some cells, gave any of some exclusive answers."""
        keys = product((question,), tuple(cells), options)
        return sum((self.by_key.get(key, Tally()) for key in keys), Tally())

    def base(self, question: int, cells: Iterable[str]) -> Tally:
        """Return the tally of those who, in some cells, gave any answer to a question."""
        return self.of(question, cells, (BASE,))

    def withholds(self, question: SurveyQuestion) -> bool:
        """Tell whether a question is withheld whole; one that nobody answered is not."""
        answered = self.base(question.number, self.everyone).n
        return is_withheld_whole(answered, self.respondents, self.fewest)


def tallies(
    store: Store,
    wave: Wave,
    questions: Sequence[SurveyQuestion] = (),
    by: Sequence[SurveyQuestion] = (),
    weights: Weights | None = None,
    *,
    fewest: int,
) -> Tallies:
    """Count some questions, for those who are shown no question that fewer than so many answered.

    Answers are read only where counts by option cannot tell. What is counted is not withheld yet:
    whoever asks for it has decided who may read the wave, and shows no cell as it is.
    """
    if by or weights:
        by_key = _from_answers(store, wave.id, questions, by, weights)
    else:
        by_key = _from_counts(store, wave.id)
        if means := [question for question in questions if question.kind in MEANS]:
            by_key |= _from_answers(store, wave.id, means, (), None)
    cells = {cell for _, cell, _ in by_key}
    return Tallies(by_key, tuple(sorted(cells)), fewest, wave.respondents)


def _from_counts(store: Store, wave: str) -> dict[Key, Tally]:
    rows = store.rows("survey_totals", wave=wave)
    return {(q, NO_CELL, option or BASE): Tally(n, n, n) for q, option, n in rows}


def _from_answers(
    store: Store,
    wave: str,
    questions: Sequence[SurveyQuestion],
    by: Sequence[SurveyQuestion],
    weights: Weights | None,
) -> dict[Key, Tally]:
    rows = store.rows(
        "survey_tallies",
        wave=wave,
        questions=[question.number for question in questions],
        several=[question.number for question in questions if question.kind in SEVERAL],
        by=[question.number for question in by],
        margins=list(weights.questions) if weights else [],
        cells=list(weights.by_cell) if weights else [],
        weights=list(weights.by_cell.values()) if weights else [],
        own=bool(weights and weights.own),
    )
    return {
        (question, cell or NO_CELL, BASE if is_base else option or NUMBER): Tally(*sums)
        for question, cell, is_base, option, *sums in rows
    }
