"""Who answered beside the population: each category of a margin, as it is and as it answered."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.disclosure import fewest_shown, is_few
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.survey_disclosure import is_withheld_whole
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.raking import Floats, Raked
from assessment.survey.weighting.wave_margins import Cells, Margins, cells_of, margins_of
from assessment.survey.weighting.weighting_effect import Represented
from assessment.workspace import Workspace


@needs(Permission.READ_FIGURES, of="wave")
def who_answered(
    workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion]
) -> tuple[Represented, ...]:
    """Set who answered beside the population, as far as both are known in the same categories.

    A margin that very few answered, all in all or in some category, is left out for people who may
    not see what those few said.
    """
    margins = margins_of(workspace, wave, questions)
    cells = cells_of(workspace.store, wave, margins)
    fewest = fewest_shown(workspace)
    shown = {
        margin.variable
        for n, margin in enumerate(margins.margins)
        if not margin.mismatches(cells)
        and not is_withheld_whole(cells.answered(margin), wave.respondents, fewest)
        and not any(is_few(int(of), fewest) for of in cells.counts(n, len(margin.categories)))
    }
    doubts = {margin.variable: margin.question.doubts for margin in margins.margins}
    return tuple(
        replace(category, doubts=doubts[category.variable])
        for category in represented(margins, cells)
        if category.variable in shown
    )


def represented(
    margins: Margins, cells: Cells, raked: Raked | None = None
) -> Iterator[Represented]:
    """Yield every category of every margin, as it is and as it answered."""
    for n, margin in enumerate(margins.margins):
        size = len(margin.categories)
        answered = cells.counts(n, size)
        weighted = cells.counts(n, size, raked) if raked else None
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


def _percent(counts: Floats, place: int) -> float:
    total = float(counts.sum())
    return 100 * float(counts[place]) / total if total else 0.0
