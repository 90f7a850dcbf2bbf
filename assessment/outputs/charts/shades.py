"""The colours of areas on a map, each for what it says, on a light and on a dark page.

Steps run from little to much, away from the page's own brightness. Orange is worse and blue better;
purple and green are for what is neither. Everybody tells these pairs apart (Okabe & Ito's orange
and blue; purple and green differ in brightness too), and each class has its words beside it.
"""

from enum import StrEnum

from assessment.outputs.charts.plotly_style import ON_DARK, Ink


class Shade(StrEnum):
    """What the colour of an area says."""

    NONE = "none"
    STEP_1 = "step 1"
    STEP_2 = "step 2"
    STEP_3 = "step 3"
    STEP_4 = "step 4"
    STEP_5 = "step 5"
    MUCH_WORSE = "much worse"
    WORSE = "worse"
    BETTER = "better"
    MUCH_BETTER = "much better"
    MUCH_MORE = "much more"
    MORE = "more"
    LESS = "less"
    MUCH_LESS = "much less"
    USUAL = "usual"
    UNKNOWN = "unknown"  # hatched


# On a colour of this luminance black and white stand out alike.
EVEN = 0.179
STEPS = (Shade.STEP_1, Shade.STEP_2, Shade.STEP_3, Shade.STEP_4, Shade.STEP_5)
# On light, on dark.
COLOURS = {
    Shade.NONE: ("#f4f6f8", "#1d2631"),
    Shade.STEP_1: ("#cfe1f2", "#1f3f5f"),
    Shade.STEP_2: ("#93c4e3", "#275f8f"),
    Shade.STEP_3: ("#4f9bcb", "#3a86c0"),
    Shade.STEP_4: ("#2171b5", "#78b6e6"),
    Shade.STEP_5: ("#08306b", "#d3e8fa"),
    Shade.MUCH_WORSE: ("#a84300", "#ffb26b"),
    Shade.WORSE: ("#f0a868", "#a35a1c"),
    Shade.BETTER: ("#9cc7ea", "#2a6498"),
    Shade.MUCH_BETTER: ("#1f6aa8", "#8ccbff"),
    Shade.MUCH_MORE: ("#5b3c9c", "#cdb8f0"),
    Shade.MORE: ("#b9a3e0", "#69509f"),
    Shade.LESS: ("#9ad4c8", "#22695d"),
    Shade.MUCH_LESS: ("#0f6e60", "#7fdccb"),
    Shade.USUAL: ("#dfe4e9", "#35414f"),
    Shade.UNKNOWN: ("#8a929c", "#9aa3ae"),
}


def colour(shade: Shade, ink: Ink) -> str:
    """Return the colour of a shade on a background."""
    return COLOURS[shade][ink == ON_DARK]


def written_on(shade: Shade, ink: Ink) -> str:
    """Return black or white, whichever is read better on a shade (WCAG's relative luminance)."""
    red, green, blue = (int(colour(shade, ink)[at : at + 2], 16) / 255 for at in (1, 3, 5))
    luminance = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return "#000000" if luminance > EVEN else "#ffffff"


def steps(number: int) -> tuple[Shade, ...]:
    """Return so many steps from little to much, as far apart as they can be."""
    if number == 1:
        return (Shade.STEP_3,)
    return tuple(STEPS[round(at * (len(STEPS) - 1) / (number - 1))] for at in range(number))
