"""The colours of bands: the higher, the further from the page, be it light or dark."""

from assessment.outputs.charts import ON_DARK, ON_LIGHT, Ink

# Fill and letters of each band, the highest first and furthest from the page: on a light one the
# darkest, on a dark one the lightest. They are told apart without hue.
BANDS_ON_LIGHT = (
    ("#7a2900", "#ffffff"),
    ("#b34700", "#ffffff"),
    ("#e0924a", "#14181f"),
    ("#cfd6de", "#14181f"),
)
BANDS_ON_DARK = (
    ("#ffe3c7", "#14181f"),
    ("#ffa04d", "#14181f"),
    ("#a85a1e", "#ffffff"),
    ("#3f4a57", "#ffffff"),
)


def band_colours(band: int, ink: Ink) -> tuple[str, str]:
    """Return fill and letters of a band by its place from the highest."""
    colours = BANDS_ON_DARK if ink == ON_DARK else BANDS_ON_LIGHT
    return colours[min(band, len(colours) - 1)]


def band_fill(band: int) -> str:
    """Return the fill of a band as a style sheet has it, for a light page and a dark one."""
    return f"light-dark({band_colours(band, ON_LIGHT)[0]},{band_colours(band, ON_DARK)[0]})"
