"""Neighbouring bands of a margin taken together, where one alone has too few to be weighted."""

from collections.abc import Sequence
from dataclasses import replace

from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import Concept, SurveyQuestion
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.wave_margins import (
    Category,
    Cells,
    Margin,
    Margins,
    cells_of,
    margins_of,
)
from assessment.workspace import Workspace

# With fewer, each of them would speak for too many.
FEWEST_IN_CELL = 10
# What has bands in an order, so that two neighbours are a band again.
IN_BANDS = (Concept.AGE,)


def merged(margins: Margins, cells: Cells) -> Margins:
    """Take bands of fewer than ten together with a neighbour, as few bands as will do."""
    return replace(
        margins,
        margins=tuple(
            _merged(margin, cells.counts(n, len(margin.categories)).tolist())
            for n, margin in enumerate(margins.margins)
        ),
    )


@needs(Permission.READ_FIGURES, of="wave")
def could_merge(workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion]) -> bool:
    """Tell whether merging bands would let a wave be weighted by more than it is without."""
    margins = margins_of(workspace, wave, questions)
    return merged(margins, cells_of(workspace.store, wave, margins)) != margins


def _merged(margin: Margin, counts: Sequence[float]) -> Margin:
    if margin.question.concept not in IN_BANDS or not all(c.options for c in margin.categories):
        return margin
    bands = list(zip(margin.categories, counts, strict=True))
    while len(bands) > 2 and min(n for _, n in bands) < FEWEST_IN_CELL:
        fewest = min(range(len(bands)), key=lambda at: bands[at][1])
        beside = [at for at in (fewest - 1, fewest + 1) if 0 <= at < len(bands)]
        other = min(beside, key=lambda at: bands[at][1])
        first = min(fewest, other)
        (a, n), (b, m) = bands[first : first + 2]
        bands[first : first + 2] = [(_together(a, b), n + m)]
    if min(n for _, n in bands) < FEWEST_IN_CELL:
        return margin
    return replace(margin, categories=tuple(band for band, _ in bands))


def _together(a: Category, b: Category) -> Category:
    return Category(f"{a.label} with {b.label}", a.people + b.people, (*a.options, *b.options))
