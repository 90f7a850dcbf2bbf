"""Weights that come with the answers, in a column of their file."""

from assessment.disclosure import fewest_shown
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.raking import Weights
from assessment.survey.weighting.weighting_effect import Weighting, without_few
from assessment.workspace import Workspace


@needs(Permission.READ_FIGURES, of="wave")
def own_weights(workspace: Workspace, wave: Wave) -> tuple[Weights, Weighting]:
    """Return the weights of a wave's file, and what they cost: an answer weighs 1 on average.

    Raises InvalidRequest where all weigh nothing.
    """
    ((n, total, squares, least, most, without),) = workspace.store.rows(
        "sum_survey_weights", wave=wave.id
    )
    if not total:
        raise InvalidRequest(f"The weights of '{wave.id}' are all 0.")
    mean = total / n
    weighting = Weighting(
        variables=(),
        not_asked=(),
        refused={},
        merged=(),
        design_effect=n * squares / total**2,
        effective_base=total**2 / squares,
        least=least / mean,
        most=most / mean,
        capped=0,
        largest_gap=0.0,
        rounds=0,
        unknown={"weight": without} if without else {},
        margins=(),
        sources=(f"the column {wave.weight_column} of {wave.source.file}",),
        column=wave.weight_column or "",
    )
    fewest = fewest_shown(workspace.of(wave.partnership))
    return Weights(own=True), without_few(weighting, fewest)
