"""Two measures of two data sets in words: how many of each, and how each has changed."""

from collections.abc import Sequence
from datetime import date

from assessment.changes import By, Change, Status, Verdict
from assessment.definitions import POLICE, measure_sets
from assessment.numbers import count_of, ordinal, rounded
from assessment.outputs.changes import change_wording
from assessment.patterns.beside import AreaBeside, AreasBeside, Beside, Side
from assessment.patterns.beside.areas_beside import FEW, TOP
from assessment.patterns.beside.months_beside import FEWEST_RECORDS, FEWEST_SHARED
from assessment.periods import joined, months_in_words

POLICE_NAMED = "the police"
NO_SHARE = (
    "Each counts what it was called to or told of: one event may stand in both, in one or in "
    "neither. So no number here is a share of the other, and where they differ neither is wrong."
)
NO_FIGURE = (
    f"There is no figure of months: both need at least {FEWEST_SHARED} months that both cover, "
    f"with {FEWEST_RECORDS} records in them."
)
MONTHS_ARE_SMALL = "Single months are small numbers, which are shown to the own team alone."
NOTHING_BESIDE = (
    "Nothing of another data set is loaded for this place. Load a partner's records under Upload "
    "data: fire, ambulance, hospital, council cases, referrals, or a data set of your own."
)
AREAS = {By.DISTRICT: "district", By.WARD: "ward", By.LSOA: "small area"}


def short_name(side: Side) -> str:
    """Name whose figures they are, as short as a line's end has room for."""
    known = measure_sets()[side.measure.measure_set]
    return "Police" if known.data_set == POLICE else known.label


def whose(side: Side) -> str:
    """Say who counted."""
    known = measure_sets()[side.measure.measure_set]
    return POLICE_NAMED if known.data_set == POLICE else side.measure.owner


def finding(found: Beside) -> str:
    """Say in a sentence how both have changed."""
    other, own = (_happened(side) for side in (found.other, found.own))
    return f"{other}; {own}"


def _happened(side: Side) -> str:
    return f"{side.measure.label} ({short_name(side).lower()}) {happened(side.change)}"


def happened(change: Change) -> str:
    """Say what became of a measure, by its verdict: rose by 12%."""
    if change.status is Status.WITHHELD:
        return "is withheld"
    if change.verdict is Verdict.NOT_COMPARABLE:
        return "cannot be compared"
    if change.verdict is Verdict.NO_CLEAR_CHANGE:
        return "did not clearly change"
    verb = "rose" if change.verdict is Verdict.RISE else "fell"
    if change.percent is None:
        return f"{verb} from {change.previous:,} to {change.current:,}"
    size = change_wording.percent(abs(change.percent), change.previous or 0).removeprefix("+")
    return f"{verb} by {size}"


def gap(found: Beside) -> str:
    """Say how many of each were recorded."""
    own, other = (_recorded(side) for side in found.sides)
    question = found.own.question
    return f"In {question.place.where}, {question.period.dates}: {own}; {other}."


def _recorded(side: Side) -> str:
    count = side.change.current
    if count is None:
        return f"how many {side.measure.label} {whose(side)} recorded is not known"
    noun = count_of(count, *side.measure.noun)
    return f"{whose(side)} recorded {noun} ({side.measure.label})"


def sentences(found: Beside) -> tuple[str, ...]:
    """Say of each what Year on year says, and whether they went apart."""
    each = (change_wording.sentence(side.change, side.question) for side in found.sides)
    return tuple(filter(None, (*each, went_apart(found))))


def went_apart(found: Beside) -> str:
    """Say whether one changed otherwise than the other; '' where either is not compared."""
    apart = found.apart
    if apart is None:
        return ""
    verb = "rose" if apart.percent > 0 else "fell"
    told = (
        f"Beside {found.own.measure.label}, {found.other.measure.label} {verb} by "
        f"{rounded(abs(apart.percent), 1):,}% a day (between {_bound(apart.low)} and "
        f"{_bound(apart.high)})"
    )
    if apart.is_clear:
        return f"{told}: the two went apart by more than counting alone explains."
    return f"{told}: it is not clear that the two went apart."


def _bound(percent: float) -> str:
    return f"{'+' if percent > 0 else '−' if percent < 0 else ''}{rounded(abs(percent), 0):,}%"


def both_covered(found: Beside, shared: Sequence[date]) -> str:
    """Say which months both have, where one of them cannot be compared; '' where both can."""
    if all(side.change.verdict is not Verdict.NOT_COMPARABLE for side in found.sides):
        return ""
    if not shared:
        return "There is no month that both data sets cover here."
    return f"Both data sets cover {months_in_words(shared)} here."


def areas_in_words(found: Beside) -> tuple[str, ...]:
    """Say how alike the two orders of areas are, and where they differ most."""
    areas = found.areas
    kind = AREAS[areas.by]
    said = []
    if len(areas.ranked) > 2 * TOP:
        said.append(_first_of_both(areas, kind))
    if furthest := areas.furthest_apart:
        said.append(_furthest(furthest, found))
    return (*said, *_nowhere(found))


def _first_of_both(areas: AreasBeside, kind: str) -> str:
    both = [area.name for area in areas.top_of_both]
    number = {0: "none is", 1: "1 is"}.get(len(both), f"{len(both)} are")
    named = f": {joined(both)}" if both else ""
    few = " So few records make places largely chance." if areas.are_few else ""
    return f"Of the first {TOP} {kind}s by either, {number} among the first by both{named}.{few}"


def no_areas(found: Beside) -> str:
    """Say why no area has a place by both measures."""
    kind = AREAS[found.areas.by]
    without = [side.measure.label for side in found.sides if not _names_areas(found, side)]
    named = f" ({joined(without)})" if without else ""
    return found.areas.withheld or f"No {kind} is known of the records of both measures{named}."


def _names_areas(found: Beside, side: Side) -> bool:
    counts = [(area.own, area.other)[side is found.other] for area in found.areas.areas]
    return any(counts)


def _furthest(area: AreaBeside, found: Beside) -> str:
    own, other = found.own.measure.label, found.other.measure.label
    ranks = ordinal(area.own_rank or 0), ordinal(area.other_rank or 0)
    return (
        f"Furthest apart of those with {FEW} records or more of each: {area.name}, {ranks[0]} by "
        f"{own} and {ranks[1]} by {other}."
    )


def _nowhere(found: Beside) -> tuple[str, ...]:
    kind = AREAS[found.areas.by]
    return tuple(
        f"{count_of(n, *side.measure.noun)} of {side.measure.label} with no {kind} given."
        for n, side in zip(found.areas.nowhere, found.sides, strict=True)
        if n
    )


def places_up(area: AreaBeside) -> str:
    """Say where an area stands by the other measure, beside where it stands by the first."""
    up = area.places_up
    if up is None:
        return ""
    if not up:
        return "the same"
    return f"{count_of(abs(up), 'place')} {'higher' if up > 0 else 'lower'}"


def caveats(found: Beside) -> tuple[str, ...]:
    """Return what must be known of both measures and their data, each once."""
    own = (side.measure.caveats_of(side.question.place.forces) for side in found.sides)
    of_answers = (side.answer.caveats for side in found.sides)
    return tuple(dict.fromkeys(text for texts in (*of_answers, *own) for text in texts))
