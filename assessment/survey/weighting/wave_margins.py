"""Margins of the population matched to the questions of a wave, and its respondents by cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from assessment.people import Permission
from assessment.periods import in_words
from assessment.permissions import needs
from assessment.store import Store
from assessment.survey.questionnaire import OptionRole, SurveyQuestion
from assessment.survey.reading.labels import as_key
from assessment.survey.waves.lookup_by_name import grouping_on
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.raking import UNKNOWN, Floats, Raked, Whole
from assessment.workspace import Workspace

MarginRow = tuple[str, str, int, str, date]


@dataclass(frozen=True)
class Category:
    """A category of a margin: its people, and the options that it is in the questionnaire."""

    label: str
    people: int
    options: tuple[int, ...]


@dataclass(frozen=True)
class Margin:
    """How many people there are of each age, sex or ward, and the question that asks it."""

    variable: str
    question: SurveyQuestion
    categories: tuple[Category, ...]
    sources: tuple[str, ...]

    @property
    def shares(self) -> Floats:
        """The population's shares."""
        people = np.array([category.people for category in self.categories], dtype=float)
        shares: Floats = people / people.sum()
        return shares

    def mismatches(self, cells: "Cells") -> list[str]:
        """Say which categories the population and those who answered do not share."""
        unmatched = " or ".join(f"'{category}'" for category in self._unmatched(cells))
        figures = f"The population figures by {self.variable}"
        return [
            *([f"{figures} have no {unmatched}, which people answered."] if unmatched else []),
            *(
                f"'{category.label}' is not an answer to “{self.question.wording}”."
                for category in self.categories
                if not category.options
            ),
        ]

    def _unmatched(self, cells: "Cells") -> tuple[str, ...]:
        """Return answers that somebody gave and the population has no category for."""
        matched = {option for category in self.categories for option in category.options}
        number = self.question.number
        answered = {answers_in_cell(name).get(number) for name in cells.names}
        return tuple(
            option.label
            for option in self.question.options
            if option.role is OptionRole.ANSWER
            and option.number not in matched
            and option.number in answered
        )


@dataclass(frozen=True)
class Margins:
    """What a wave can be weighted to; `not_asked` are margins that it has no question for."""

    margins: tuple[Margin, ...]
    not_asked: tuple[str, ...]

    @property
    def numbers(self) -> list[int]:
        """The questions of the margins."""
        return [margin.question.number for margin in self.margins]


@dataclass(frozen=True)
class Cells:
    """Respondents by what they answered to the margins' questions, with each one's categories."""

    names: tuple[str, ...]
    people: Whole
    categories: Whole

    def answered(self, margin: Margin) -> int:
        """Return how many gave any answer to a margin's question, in a category of it or not."""
        number = margin.question.number
        answered = np.array([number in answers_in_cell(name) for name in self.names], dtype=bool)
        return int(self.people[answered].sum())

    def counts(self, margin: int, size: int, raked: Raked | None = None) -> Floats:
        """Return how many respondents, perhaps weighted, each category of a margin has."""
        column = self.categories[:, margin]
        known = column != UNKNOWN
        weights = raked.weights if raked else np.ones(len(self.people))
        counts = np.bincount(column[known], (weights * self.people)[known], minlength=size)
        return counts.astype(float)


def answers_in_cell(name: str) -> Mapping[int, int]:
    """Return the option given to each question, from the name that SQL gives a cell: 3:1 7:2."""
    answers = (answer.split(":") for answer in name.split())
    return {int(question): int(option) for question, option in answers}


@needs(Permission.READ_FIGURES, of="wave")
def margins_of(workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion]) -> Margins:
    """Return the margins loaded for a wave's survey, with the questions that ask them."""
    rows = workspace.store.rows("margins_of_survey", survey=wave.survey)
    variables = list(dict.fromkeys(row[0] for row in rows))
    questions_by_variable = {variable: grouping_on(questions, variable) for variable in variables}
    return Margins(
        tuple(
            _margin(variable, question, [row for row in rows if row[0] == variable])
            for variable, question in questions_by_variable.items()
            if question
        ),
        tuple(variable for variable, question in questions_by_variable.items() if not question),
    )


def _margin(variable: str, question: SurveyQuestion, rows: Sequence[MarginRow]) -> Margin:
    options = {as_key(option.label): option.number for option in question.options}
    categories = [
        Category(label, n, (options[key],) if (key := as_key(label)) in options else ())
        for _, label, n, *_ in rows
    ]
    # As the questionnaire lists them.
    categories.sort(key=lambda category: (not category.options, category.options))
    sources = dict.fromkeys(f"{source} ({in_words(as_at)})" for *_, source, as_at in rows)
    return Margin(variable, question, tuple(categories), tuple(sources))


def cells_of(store: Store, wave: Wave, margins: Margins) -> Cells:
    """Count a wave's respondents by cell; what no category stands for is as good as not said.

    Nothing of it is withheld: it is shown to nobody as it is.
    """
    rows = store.rows("respondents_by_cell", wave=wave.id, margins=margins.numbers)
    place_of = {
        (margin.question.number, option): (at, number)
        for at, margin in enumerate(margins.margins)
        for number, category in enumerate(margin.categories)
        for option in category.options
    }
    categories = np.full((len(rows), len(margins.margins)), UNKNOWN, dtype=np.int64)
    for row, (name, _) in enumerate(rows):
        for answer in answers_in_cell(name).items():
            if place := place_of.get(answer):
                margin_at, category = place
                categories[row, margin_at] = category
    people = np.array([n for _, n in rows], dtype=np.int64)
    return Cells(tuple(name for name, _ in rows), people, categories)
