"""What a scheme must be for its scores to mean something; no fault stops another being noted."""

from collections.abc import Mapping, Sequence
from math import prod

from assessment.definitions.schemes.criterion_checks import check_criterion
from assessment.definitions.schemes.indicator_definition import Indicator
from assessment.definitions.schemes.scheme_model import (
    SIDES,
    Combine,
    Criterion,
    CriterionGroup,
    Scheme,
)
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Entry, twice


def check_scheme(
    entry: Entry, entries: Sequence[Entry], scheme: Scheme, indicators: Mapping[str, Indicator]
) -> None:
    """Note what is wrong with a scheme; `entries` are those of its criteria, in order."""
    # The id stands in addresses and on the command line.
    if scheme.id != plain(scheme.id).replace(" ", "-"):
        entry.wrong("id", "small letters, digits and hyphens", scheme.id)
    if not scheme.version:
        entry.wrong("version", "1 or more", scheme.version)
    if "official" in plain(scheme.label).split():
        entry.wrong("label", "a name that does not claim to be official", scheme.label)
    _check_names(entry, scheme)
    _check_sides(entry, entries, scheme)
    _check_bands(entry, scheme)
    _check_tie_breaks(entry, scheme)
    for its_entry, criterion in zip(entries, scheme.criteria, strict=True):
        check_criterion(its_entry, criterion, indicators, is_stepped=scheme.is_stepped)


def _check_names(entry: Entry, scheme: Scheme) -> None:
    for repeated in twice(criterion.id for criterion in scheme.criteria):
        entry.wrong("criterion", "each id once", repeated)
    for repeated in twice(plain(criterion.label) for criterion in scheme.criteria):
        entry.wrong("criterion", "each name once", repeated)


def _check_sides(entry: Entry, entries: Sequence[Entry], scheme: Scheme) -> None:
    """Note a side of the score that nothing fills, and what stands on no side."""
    sides = SIDES[scheme.combine]
    for groups, criteria in zip(sides, scheme.sides, strict=True):
        if not criteria:
            expected = f"at least one of the group {' or '.join(sorted(groups))}"
            entry.wrong("criterion", expected, "none")
    beside = {CriterionGroup.POSITION, CriterionGroup.CONFIDENCE}
    for its_entry, criterion in zip(entries, scheme.criteria, strict=True):
        if criterion.group not in beside.union(*sides):
            expected = f"groups that a scheme of the kind {scheme.combine} counts"
            its_entry.wrong("group", expected, criterion.group.value)
    of_confidence = scheme.of(frozenset({CriterionGroup.CONFIDENCE}))
    if len(of_confidence) > 1:
        entry.wrong("criterion", "one of the group confidence", [c.id for c in of_confidence])
    if scheme.combine is Combine.HARM and len(scheme.counted) > 1:
        entry.wrong("criterion", "one, counted in days of harm", [c.id for c in scheme.counted])


def _check_bands(entry: Entry, scheme: Scheme) -> None:
    starts = [band.at_least for band in scheme.bands]
    for repeated in twice(plain(band.label) for band in scheme.bands):
        entry.wrong("band", "each name once", repeated)
    if starts != sorted(set(starts), reverse=True):
        entry.wrong("band", "bands from the highest to the lowest", starts)
    lowest, highest = _reach(scheme)
    if starts and min(starts) > lowest:
        entry.wrong("band", f"a band for the lowest score there can be, {lowest:g}", min(starts))
    for band in scheme.bands:
        if highest is not None and band.at_least > highest:
            entry.wrong("band", f"bands that a score can reach, up to {highest:g}", band.at_least)


def _reach(scheme: Scheme) -> tuple[float, float | None]:
    """Return the lowest and the highest score there can be; counts have no highest."""
    if not scheme.is_stepped or not all(criterion.steps for criterion in scheme.counted):
        return 0.0, None
    if scheme.combine is Combine.WEIGHTED:
        return _side(scheme.counted, 0) * 100 / (_side(scheme.counted, -1) or 1), 100.0
    ends = [prod(_side(side, end) for side in scheme.sides) for end in (0, -1)]
    if scheme.combine is Combine.PRODUCT:
        whole = prod(sum(criterion.weight for criterion in side) or 1 for side in scheme.sides)
        ends = [end / whole for end in ends]
    return ends[0], ends[1]


def _side(criteria: Sequence[Criterion], end: int) -> float:
    return sum(criterion.weight * criterion.steps[end].score for criterion in criteria)


def _check_tie_breaks(entry: Entry, scheme: Scheme) -> None:
    groups = {criterion.group.value for criterion in scheme.criteria}
    known = {criterion.id for criterion in scheme.criteria} | groups
    entry.known("tie_breaks", scheme.tie_breaks, known)
    for repeated in twice(scheme.tie_breaks):
        entry.wrong("tie_breaks", "each once", repeated)
