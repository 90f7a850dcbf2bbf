"""Weighting answers to the population's margins, with what must hold for that to be fair."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.disclosure import fewest_shown
from assessment.errors import InvalidRequest
from assessment.numbers import rounded
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.merged_bands import FEWEST_IN_CELL, merged
from assessment.survey.weighting.raking import (
    MOST_WEIGHT,
    STOP_WITHIN,
    UNKNOWN,
    Raked,
    Weights,
    rake,
)
from assessment.survey.weighting.respondent_profile import represented
from assessment.survey.weighting.wave_margins import Cells, Margin, Margins, cells_of, margins_of
from assessment.survey.weighting.weighting_effect import Weighting, without_few
from assessment.workspace import Workspace

A_HAIR = 1e-6


@needs(Permission.READ_FIGURES, of="wave")
def weigh(
    workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion], *, merge: bool = False
) -> tuple[Weights, Weighting]:
    """Rake a wave to those margins of its survey that allow it.

    With `merge`, bands of fewer than ten are first taken together with a neighbour. Raises
    InvalidRequest with every reason where no margin is left.
    """
    known = margins_of(workspace, wave, questions)
    if not known.margins:
        raise InvalidRequest(_nothing_to_weight_to(wave, known))
    cells = cells_of(workspace.store, wave, known)
    if merge:
        known = merged(known, cells)
        cells = cells_of(workspace.store, wave, known)
    fewest = fewest_shown(workspace.of(wave.partnership))
    refused = {
        margin.variable: faults
        for n, margin in enumerate(known.margins)
        if (faults := " ".join(_faults(n, margin, cells, fewest)))
    }
    used = replace(known, margins=tuple(m for m in known.margins if m.variable not in refused))
    if not used.margins:
        reasons = " ".join(refused.values())
        raise InvalidRequest(f"The answers of '{wave.id}' cannot be weighted. {reasons}")
    cells = cells_of(workspace.store, wave, used)
    raked = rake(cells.people, cells.categories, [margin.shares for margin in used.margins])
    by_cell = dict(zip(cells.names, raked.weights.tolist(), strict=True))
    weighting = _weighting(wave, used, cells, raked, refused)
    return Weights(tuple(used.numbers), by_cell), without_few(weighting, fewest)


def _nothing_to_weight_to(wave: Wave, margins: Margins) -> str:
    if margins.not_asked:
        return (
            f"'{wave.id}' cannot be weighted: it asked nobody their "
            f"{' or '.join(margins.not_asked)}, which is what the population is known by."
        )
    return (
        f"No population figures have been loaded for “{wave.survey_name}”, so its answers "
        "cannot be weighted."
    )


def _faults(n: int, margin: Margin, cells: Cells, fewest: int) -> Iterator[str]:
    # More than that would tell what these few said.
    if cells.answered(margin) < FEWEST_IN_CELL:
        yield f"Fewer than {FEWEST_IN_CELL} answered “{margin.question.wording}”."
        return
    faults = [*margin.mismatches(cells), *_small(n, margin, cells)]
    if faults and fewest > 1:
        yield (
            f"The answers to “{margin.question.wording}” are not the categories of the population, "
            f"or a category has fewer than {FEWEST_IN_CELL}."
        )
        return
    yield from faults


def _small(n: int, margin: Margin, cells: Cells) -> Iterator[str]:
    counts = cells.counts(n, len(margin.categories))
    for category, people in zip(margin.categories, counts, strict=True):
        if category.options and people < FEWEST_IN_CELL:
            few = f"Only {int(people)}" if people else "Nobody"
            yield (
                f"{few} answered '{category.label}' ({margin.variable}): each category needs at "
                f"least {FEWEST_IN_CELL}."
            )


def _weighting(
    wave: Wave, margins: Margins, cells: Cells, raked: Raked, refused: Mapping[str, str]
) -> Weighting:
    # Respondents who answered none of the margins count as one.
    silent = wave.respondents - int(cells.people.sum())
    total = float(raked.weights @ cells.people) + silent
    squares = float(raked.weights**2 @ cells.people) + silent
    answered = (cells.categories != UNKNOWN).T @ cells.people
    variables = tuple(margin.variable for margin in margins.margins)
    return Weighting(
        variables=variables,
        not_asked=margins.not_asked,
        refused=refused,
        merged=tuple(
            band.label
            for margin in margins.margins
            for band in margin.categories
            if len(band.options) > 1
        ),
        design_effect=wave.respondents * squares / total**2,
        effective_base=total**2 / squares,
        least=float(raked.weights.min()),
        most=float(raked.weights.max()),
        capped=int(cells.people[raked.weights >= MOST_WEIGHT - A_HAIR].sum()),
        largest_gap=raked.gap,
        rounds=raked.rounds,
        unknown={
            variable: wave.respondents - int(n)
            for variable, n in zip(variables, answered, strict=True)
        },
        margins=tuple(represented(margins, cells, raked)),
        sources=tuple(
            dict.fromkeys(source for margin in margins.margins for source in margin.sources)
        ),
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
    for variable, reasons in weighting.refused.items():
        yield f"Not weighted by {variable}. {reasons}"
    for band in weighting.merged:
        yield f"Weighted as one band, because one of them has too few: {band}."
    if weighting.largest_gap > STOP_WITHIN:
        at_most = f", with {weighting.capped:,} at the largest weight allowed"
        capped = at_most if weighting.capped else ""
        yield (
            f"The weights do not reach the population's shares{capped}: the worst stays "
            f"{rounded(weighting.largest_gap, 1)} points off."
        )
