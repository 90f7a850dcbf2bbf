"""A slide: a finding as a hall is shown it."""

from dataclasses import dataclass

from assessment.outputs.charts.dot_chart import DotChart
from assessment.outputs.escaping import Html


@dataclass(frozen=True)
class Slide:
    """A finding: `title` has it in a few words, `sentence` with its counts and dates.

    `chart` is described as data; a drawing that is no chart, as the matrix, is `picture`.
    `caveats` are what must be known with it.
    """

    title: str
    sentence: str
    caveats: tuple[str, ...] = ()
    chart: DotChart | None = None
    picture: Html = ""
