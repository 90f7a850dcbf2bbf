"""Weighting answers to the population's margins, with what must hold for that to be fair."""

from collections.abc import Iterator, Sequence

from assessment.errors import AskedWrongly
from assessment.survey.answer import Wave, Weighting
from assessment.survey.population import (
    Cells,
    Margin,
    Margins,
    cells_of,
    margins_of,
    represented,
)
from assessment.survey.questionnaire import Question
from assessment.survey.raking import (
    MOST_WEIGHT,
    STOP_WITHIN,
    UNKNOWN,
    Raked,
    Weights,
    rake,
)
from assessment.workspace import Workspace

# With fewer, each of them would speak for too many.
FEWEST_IN_CELL = 10
A_HAIR = 1e-6


def weigh(
    workspace: Workspace, wave: Wave, questions: Sequence[Question]
) -> tuple[Weights, Weighting]:
    """Rake a wave to its survey's margins; raises AskedWrongly with every reason against it."""
    margins = margins_of(workspace, wave, questions)
    if not margins.margins:
        raise AskedWrongly(_nothing_to_weight_to(wave, margins))
    cells = cells_of(workspace, wave, margins)
    faults = [fault for n, one in enumerate(margins.margins) for fault in _faults(n, one, cells)]
    if faults:
        raise AskedWrongly(f"The answers of '{wave.id}' cannot be weighted. " + " ".join(faults))
    targets = [margin.shares for margin in margins.margins]
    raked = rake(cells.people, cells.categories, targets)
    by_cell = dict(zip(cells.names, raked.weights.tolist(), strict=True))
    return Weights(tuple(margins.numbers), by_cell), _weighting(wave, margins, cells, raked)


def _nothing_to_weight_to(wave: Wave, margins: Margins) -> str:
    if margins.not_asked:
        return (
            f"'{wave.id}' cannot be weighted: it asked nobody their "
            f"{' or '.join(margins.not_asked)}, which is what the population is known by."
        )
    return (
        f"No population figures have been loaded for the survey '{wave.survey}', so its answers "
        "cannot be weighted."
    )


def _faults(n: int, margin: Margin, cells: Cells) -> Iterator[str]:
    if unmatched := margin.unmatched(cells):
        said = " or ".join(f"'{each}'" for each in unmatched)
        yield f"The population figures by {margin.variable} have no {said}, which people answered."
    for category, held in zip(
        margin.categories, cells.held(n, len(margin.categories)), strict=True
    ):
        if category.option is None:
            yield f"'{category.label}' is not an answer to “{margin.question.wording}”."
        elif held < FEWEST_IN_CELL:
            yield (
                f"Only {int(held)} answered '{category.label}' ({margin.variable}): each category "
                f"needs at least {FEWEST_IN_CELL}."
            )


def _weighting(wave: Wave, margins: Margins, cells: Cells, raked: Raked) -> Weighting:
    # Whoever said nothing that the margins ask counts as one.
    silent = wave.respondents - int(cells.people.sum())
    total = float(raked.weights @ cells.people) + silent
    squares = float(raked.weights**2 @ cells.people) + silent
    said = (cells.categories != UNKNOWN).T @ cells.people
    variables = tuple(margin.variable for margin in margins.margins)
    return Weighting(
        variables=variables,
        not_asked=margins.not_asked,
        design_effect=wave.respondents * squares / total**2,
        effective_base=total**2 / squares,
        least=float(raked.weights.min()),
        most=float(raked.weights.max()),
        capped=int(cells.people[raked.weights >= MOST_WEIGHT - A_HAIR].sum()),
        largest_gap=raked.gap,
        rounds=raked.rounds,
        unknown={
            variable: wave.respondents - int(n) for variable, n in zip(variables, said, strict=True)
        },
        margins=tuple(represented(margins, cells, raked)),
        sources=tuple(dict.fromkeys(each for one in margins.margins for each in one.sources)),
    )


def weighting_caveats(weighting: Weighting) -> Iterator[str]:
    """Say what weighting did not do."""
    for variable, n in weighting.unknown.items():
        if n:
            yield (
                f"{n:,} did not say their {variable}: they are weighted by what else they said, "
                "and count as one where they said nothing else."
            )
    for variable in weighting.not_asked:
        yield f"Not weighted by {variable}: this wave did not ask it."
    if weighting.largest_gap > STOP_WITHIN:
        held = f", with {weighting.capped:,} at the largest weight allowed" * bool(weighting.capped)
        yield (
            f"The weights do not reach the population's shares{held}: the worst stays "
            f"{weighting.largest_gap:.1f} points off."
        )
