"""Charts: each is described once, as data, and drawn from that wherever it is shown.

A description (line_chart, …) says what a chart shows: its finding, its values, what they count,
which of them matter, and the same in words and as a table. It knows no plotly, browser or office
library. What draws one (in `drawing`) knows no measure and no verdict. So a page, a
document and a table cannot disagree.
"""

from assessment.outputs.charts.plotly_style import (
    BEFORE,
    CONFIG,
    NOW,
    ON_DARK,
    ON_LIGHT,
    TEXT_SIZE,
    Figure,
    Ink,
    inked,
)

__all__ = [
    "BEFORE",
    "CONFIG",
    "NOW",
    "ON_DARK",
    "ON_LIGHT",
    "TEXT_SIZE",
    "Figure",
    "Ink",
    "inked",
]
