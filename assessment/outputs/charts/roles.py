"""What a part of a chart is there for, and the colour that it has for it.

Blue and orange are told apart by everybody; whatever a colour says, a word or a shape says too.
"""

from enum import StrEnum

from assessment.outputs.charts.plotly_style import BEFORE, NOW


class Role(StrEnum):
    """What a line, band, bar or mark is there for."""

    NOW = "now"
    BEFORE = "before"
    USUAL = "usual"  # what is expected: a middle, limits, an average of others
    WORSE = "worse"
    BETTER = "better"
    NOTABLE = "notable"  # out of the usual, and neither good nor bad
    BESIDE = "beside"  # another measure on the same chart
    OTHER = "other"  # what stands around what is looked at


COLOURS = {
    Role.NOW: NOW,
    Role.BEFORE: BEFORE,
    Role.USUAL: "#80868f",
    Role.WORSE: "#d2691e",
    Role.BETTER: "#1f77b4",
    Role.NOTABLE: "#8d6cc4",
    Role.BESIDE: "#8d6cc4",
    Role.OTHER: "#9aa3ae",
}
