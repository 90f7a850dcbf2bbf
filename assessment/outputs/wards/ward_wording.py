"""A ward in words that need no explanation."""

from assessment.changes import Verdict
from assessment.numbers import ordinal
from assessment.outputs.changes.change_wording import SYMBOLS
from assessment.patterns.wards import WardFigure, WardProfile

ROUNDED = (
    "Numbers are rounded to the nearest five, and kinds of crime of which any ward has fewer than "
    "five are not told by ward, so that nobody can be recognised. A real change is more than "
    "counting alone explains; wards have few records, so most changes in one are no clear change."
)
NO_WARDS = (
    "No records of this place name a ward. The partnership's analyst loads ward boundaries, or a "
    "look-up of wards, under Upload data; the figures of wards are here after that."
)
PLACED_OTHERWISE = (
    "the share of records that name no ward moved between the years: what is said of the change "
    "holds with those shared out, the numbers are of the records that name a ward"
)
REAL = {Verdict.RISE: "a real rise", Verdict.FALL: "a real fall"}


NONE_TOLD = (
    "No kind of crime is told by ward here: of each, some ward has fewer than five records, so "
    "that people could be recognised, or none is loaded. Ask the partnership for the district's "
    "figures."
)


def number(count: int | None) -> str:
    """Return a rounded count as it is told; not wholly known is not none."""
    return "not known" if count is None else f"about {count:,}"


def change_in_words(figure: WardFigure) -> str:
    """Say whether a figure has changed: ▲ a real rise, bigger than the usual ups and downs."""
    if None in (figure.now, figure.before):
        return "○ one of the two years is not wholly known"
    if figure.verdict is None:
        return "○ too few, or not recorded alike, to say whether it changed"
    if figure.verdict not in REAL:
        return f"{SYMBOLS[figure.verdict]} no clear change"
    size = "bigger than" if figure.unusual else "within"
    return f"{SYMBOLS[figure.verdict]} {REAL[figure.verdict]}, {size} the usual ups and downs"


def rank_in_words(figure: WardFigure, wards: int) -> str:
    """Say where the ward stands among those of its partnership; '' where that is not told."""
    if figure.rank is None or wards < 2:
        return ""
    if figure.rank == 1:
        return f"the most of {wards} wards"
    return f"{ordinal(figure.rank)} most of {wards} wards"


def what_changed(profile: WardProfile) -> str:
    """Say what rose and what fell in a ward."""
    parts = [
        f"{', '.join(figure.measure.label for figure in figures)} {verb}."
        for figures, verb in ((profile.rose, "rose"), (profile.fell, "fell"))
        if figures
    ]
    if parts:
        return " ".join(parts)
    if not any(figure.verdict for figure in profile.cards):
        return "It cannot be said whether anything changed: there are too few records to compare."
    return "Of what can be compared, nothing changed by more than counting alone explains."
