"""One item over all waves of a survey that asked the same, each against the wave shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assessment.chance import wilson
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import Comparison, Difference, WaveShare
from assessment.survey.comparison.weights_compared import weights_compared
from assessment.survey.waves.lookup_by_name import wave_named
from assessment.survey.waves.wave_register import Wave, list_waves
from assessment.workspace import Workspace

NOT_ASKED = "It did not ask this."


@dataclass(frozen=True)
class TrendPoint:
    """What a wave says about an item; `against` compares the wave shown with it, but for itself.

    `doubts` are what was not decided of it when it was loaded.
    """

    wave: Wave
    side: WaveShare
    low: float
    high: float
    against: Difference | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trend:
    """An item over waves, the earliest first; `left_out` says why a wave is not among them."""

    item: Difference
    points: tuple[TrendPoint, ...]
    left_out: Mapping[str, str]


@needs(Permission.READ_FIGURES, of="wave")
def trends(workspace: Workspace, wave: str) -> tuple[Trend, ...]:
    """Follow every item that is tested between a wave and any other of its survey.

    The verdicts are those of comparing two waves, adjusted for all items of them: an item that is
    looked up alone is judged no less strictly. All waves are weighted to the population, or none.
    Raises InvalidRequest for an unknown wave.
    """
    shown = wave_named(workspace, wave)
    others = [other for other in list_waves(workspace) if other.survey == shown.survey]
    weighted = weights_compared(workspace, others)
    comparisons = [
        compare(workspace, wave, other.id, weighted) for other in others if other.id != wave
    ]
    tested = {
        _key(row): row for comparison in comparisons for row in comparison.rows if row.p is not None
    }
    return tuple(_trend(shown, row, comparisons) for row in tested.values())


def _trend(shown: Wave, item: Difference, comparisons: Iterable[Comparison]) -> Trend:
    every = [(comparison.b, row) for comparison in comparisons for row in comparison.rows]
    rows = [(wave, row) for wave, row in every if _key(row) == _key(item)]
    points = [*_points(shown, item), *(p for wave, row in rows for p in _points(wave, row, row))]
    points.sort(key=lambda point: (str(point.wave.last_day), point.wave.id))
    taken = {point.wave.id for point in points}
    reasons = {wave.id: row.reason for wave, row in reversed(rows)}
    others = (comparison.b.id for comparison in comparisons)
    left_out = {wave: reasons.get(wave) or NOT_ASKED for wave in others if wave not in taken}
    return Trend(item, tuple(points), left_out)


def _points(wave: Wave, row: Difference, against: Difference | None = None) -> Iterator[TrendPoint]:
    side = row.b if against else row.a
    if side and side.base and side.percent is not None and row.comparable:
        count, base = side.tested
        doubts = row.doubts_b if against else row.doubts_a
        yield TrendPoint(wave, side, *wilson(count / base, base), against, doubts)


def _key(row: Difference) -> tuple[str, str, bool]:
    return row.question, row.option, row.is_net
