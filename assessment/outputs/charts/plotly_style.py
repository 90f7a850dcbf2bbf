"""Charts as plain dictionaries in one template.

A page hands the dictionary to the browser as it is: building plotly objects on every rerun costs
more than everything else on a page. The lines' colours stand out from light and dark alike; text
and grid are inked for one or the other.
"""

from dataclasses import dataclass
from typing import Any

Figure = dict[str, Any]

NOW = "#0d7fc0"
BEFORE = "#80868f"
TEXT_SIZE = 17


@dataclass(frozen=True)
class Ink:
    """The colours of text and grid on a background."""

    text: str
    grid: str


ON_LIGHT = Ink("#14181f", "#d5dbe2")
ON_DARK = Ink("#f4f6f9", "#3a4756")

TEMPLATE: Figure = {
    # None of plotly's own beside this one: it is checked and sent again with every chart.
    "template": {},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"size": TEXT_SIZE, "family": "Source Sans, sans-serif"},
    "height": 400,
    "margin": {"l": 8, "r": 76, "t": 44, "b": 8},
    "showlegend": False,
    "hovermode": "x unified",
    "dragmode": False,
    "xaxis": {
        "type": "category",
        "showgrid": False,
        "fixedrange": True,
        "automargin": True,
        "tickangle": 0,
    },
    "yaxis": {
        "rangemode": "tozero",
        "fixedrange": True,
        "automargin": True,
        "tickformat": ",d",
        "nticks": 6,
        "zeroline": False,
    },
}
# The tool bar of a chart is small, unlabelled for keyboards, and offers nothing that is not here.
CONFIG: Figure = {"displayModeBar": False, "responsive": True}


def inked(ink: Ink) -> Figure:
    """Return the template with its text and grid in the colours for a background."""
    return TEMPLATE | {
        "font": TEMPLATE["font"] | {"color": ink.text},
        "hoverlabel": {"bgcolor": ink.grid, "font": {"color": ink.text, "size": TEXT_SIZE}},
        "xaxis": TEMPLATE["xaxis"] | {"linecolor": ink.text, "tickcolor": ink.text},
        "yaxis": TEMPLATE["yaxis"] | {"gridcolor": ink.grid},
    }
