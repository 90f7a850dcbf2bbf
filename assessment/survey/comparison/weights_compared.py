"""What answers weigh where waves are compared: all are weighted to the population, or none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.waves.wave_register import Wave, questions_as_stored
from assessment.survey.weighting.own_weights import own_weights
from assessment.survey.weighting.raking import Weights
from assessment.survey.weighting.wave_weights import weigh
from assessment.survey.weighting.weighting_effect import Weighting
from assessment.workspace import Workspace

ENTERED = "it was entered as percentages, without anybody's own answers."


@dataclass(frozen=True)
class WavesWeighted:
    """What answers weigh, by wave; `because` says, by wave, why one keeps all from being raked."""

    by_wave: Mapping[str, tuple[Weights, Weighting]] = field(default_factory=dict)
    because: Mapping[str, str] = field(default_factory=dict)

    def weighting(self, wave: Wave) -> Weighting | None:
        """Return how a wave is weighted, if it is."""
        return self.by_wave[wave.id][1] if wave.id in self.by_wave else None

    def doubts(self, wave: Wave, questions: Sequence[SurveyQuestion]) -> list[str]:
        """Return what was not decided of the questions that a wave is weighted by."""
        margins = self.by_wave[wave.id][0].questions if wave.id in self.by_wave else ()
        return [doubt for q in questions if q.number in margins for doubt in q.doubts]


@needs(Permission.READ_FIGURES)
def weights_compared(workspace: Workspace, waves: Sequence[Wave]) -> WavesWeighted:
    """Weight waves as their files say, the others to the population where each of them can be.

    A wave that is weighted beside one that is not would differ by the weighting.
    """
    own = {wave.id: own_weights(workspace, wave) for wave in waves if wave.weight_column}
    raked: dict[str, tuple[Weights, Weighting]] = {}
    because: dict[str, str] = {}
    for wave in (wave for wave in waves if wave.id not in own):
        try:
            raked[wave.id] = _raked(workspace, wave)
        except InvalidRequest as fault:
            because[wave.id] = str(fault)
    if because:
        return WavesWeighted(own, because if raked else {})
    return WavesWeighted(own | raked)


def _raked(workspace: Workspace, wave: Wave) -> tuple[Weights, Weighting]:
    if wave.summarised:
        raise InvalidRequest(f"'{wave.id}' cannot be weighted: {ENTERED}")
    return weigh(workspace, wave, questions_as_stored(workspace.store, wave.id))


def weighting_told(a: Wave, b: Wave, weighted: WavesWeighted) -> Iterator[str]:
    """Say how two waves that are compared are weighted, or why they are not."""
    how = {wave.id: w for wave in (a, b) if (w := weighted.weighting(wave)) is not None}
    if len(how) == 1:
        (only,) = how
        yield (
            f"{only} is weighted, as its file says, and the other wave is not: what differs may "
            "be the weighting."
        )
    elif how:
        ways = "; ".join(f"{wave} {_way(weighting)}" for wave, weighting in how.items())
        yield f"Both waves are weighted ({ways}); the test allows for what that costs."
    for fault in weighted.because.values():
        yield f"Unweighted shares are compared, because not every wave can be weighted. {fault}"


def _way(weighting: Weighting) -> str:
    if weighting.column:
        return "as its file says"
    return f"to the population by {joined(list(weighting.variables))}"
