"""Who answered beside the population: margins as loaded, matched to a wave's own questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from assessment.disclosure import fewest_shown, is_few
from assessment.people import Permission
from assessment.periods import in_words
from assessment.permissions import needs
from assessment.store import Store
from assessment.survey.questionnaire import OptionRole, SurveyQuestion
from assessment.survey.reading.questions.labels import as_key
from assessment.survey.waves.lookup_by_name import grouping_on
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.raking import UNKNOWN, Floats, Raked, Whole
from assessment.survey.weighting.weighting_effect import Represented
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
        people = np.array([each.people for each in self.categories], dtype=float)
        shares: Floats = people / people.sum()
        return shares

    def mismatches(self, cells: "Cells") -> list[str]:
        """Say which categories the population and those who answered do not share."""
        unmatched = " or ".join(f"'{each}'" for each in self._unmatched(cells))
        figures = f"The population figures by {self.variable}"
        return [
            *([f"{figures} have no {unmatched}, which people answered."] if unmatched else []),
            *(
                f"'{each.label}' is not an answer to “{self.question.wording}”."
                for each in self.categories
                if not each.options
            ),
        ]

    def _unmatched(self, cells: "Cells") -> tuple[str, ...]:
        """Return answers that somebody gave and the population has no category for."""
        matched = {option for each in self.categories for option in each.options}
        given = {said for name in cells.names for said in name.split()}
        return tuple(
            option.label
            for option in self.question.options
            if option.role is OptionRole.ANSWER
            and option.number not in matched
            and f"{self.question.number}:{option.number}" in given
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
        asked = f"{margin.question.number}:"
        given = [any(said.startswith(asked) for said in name.split()) for name in self.names]
        return int(self.people[np.array(given, dtype=bool)].sum())

    def held(self, margin: int, size: int, raked: Raked | None = None) -> Floats:
        """Return how many respondents, perhaps weighted, each category of a margin has."""
        column = self.categories[:, margin]
        said = column != UNKNOWN
        weights = raked.weights if raked else np.ones(len(self.people))
        held = np.bincount(column[said], (weights * self.people)[said], minlength=size)
        return held.astype(float)


@needs(Permission.READ_FIGURES, of="wave")
def who_answered(
    workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion]
) -> tuple[Represented, ...]:
    """Set who answered beside the population, as far as both are known in the same categories.

    A margin that very few answered is left out for whoever is not shown what they said.
    """
    margins = margins_of(workspace, wave, questions)
    cells = cells_of(workspace.store, wave, margins)
    fewest = fewest_shown(workspace)
    told = {
        each.variable
        for each in margins.margins
        if not each.mismatches(cells) and not is_few(cells.answered(each), fewest)
    }
    return tuple(each for each in represented(margins, cells) if each.variable in told)


@needs(Permission.READ_FIGURES, of="wave")
def margins_of(workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion]) -> Margins:
    """Return the margins loaded for a wave's survey, with the questions that ask them."""
    rows = workspace.store.rows("margins_of_survey", survey=wave.survey)
    variables = list(dict.fromkeys(row[0] for row in rows))
    asked = {variable: grouping_on(questions, variable) for variable in variables}
    return Margins(
        tuple(
            _margin(variable, question, [row for row in rows if row[0] == variable])
            for variable, question in asked.items()
            if question
        ),
        tuple(variable for variable, question in asked.items() if not question),
    )


def _margin(variable: str, question: SurveyQuestion, rows: Sequence[MarginRow]) -> Margin:
    options = {as_key(option.label): option.number for option in question.options}
    categories = [
        Category(label, n, (options[key],) if (key := as_key(label)) in options else ())
        for _, label, n, *_ in rows
    ]
    # As the questionnaire lists them.
    categories.sort(key=lambda each: (not each.options, each.options))
    sources = dict.fromkeys(f"{source} ({in_words(as_at)})" for *_, source, as_at in rows)
    return Margin(variable, question, tuple(categories), tuple(sources))


def cells_of(store: Store, wave: Wave, margins: Margins) -> Cells:
    """Count a wave's respondents by cell; what no category stands for is as good as not said.

    Nothing of it is withheld: it is shown to nobody as it is.
    """
    rows = store.rows("respondents_by_cell", wave=wave.id, margins=margins.numbers)
    place = {
        (margin.question.number, option): (at, number)
        for at, margin in enumerate(margins.margins)
        for number, category in enumerate(margin.categories)
        for option in category.options
    }
    categories = np.full((len(rows), len(margins.margins)), UNKNOWN, dtype=np.int64)
    for row, (name, _) in enumerate(rows):
        for said in name.split():
            question, option = map(int, said.split(":"))
            if found := place.get((question, option)):
                categories[row, found[0]] = found[1]
    people = np.array([n for _, n in rows], dtype=np.int64)
    return Cells(tuple(name for name, _ in rows), people, categories)


def represented(
    margins: Margins, cells: Cells, raked: Raked | None = None
) -> Iterator[Represented]:
    """Yield every category of every margin, as it is and as it answered."""
    for n, margin in enumerate(margins.margins):
        size = len(margin.categories)
        answered = cells.held(n, size)
        weighted = cells.held(n, size, raked) if raked else None
        for place, category in enumerate(margin.categories):
            yield Represented(
                variable=margin.variable,
                category=category.label,
                people=category.people,
                population_percent=100 * float(margin.shares[place]),
                respondents=int(answered[place]),
                respondent_percent=_percent(answered, place),
                weighted_percent=None if weighted is None else _percent(weighted, place),
                source="; ".join(margin.sources),
            )


def _percent(held: Floats, place: int) -> float:
    total = float(held.sum())
    return 100 * float(held[place]) / total if total else 0.0
