"""What differs between two versions of a scheme, a sentence for each difference."""

from collections.abc import Iterator

from assessment.definitions import Criterion, Scheme
from assessment.outputs.criterion_names import GROUPS, tie_break
from assessment.outputs.schemes import scheme_wording as wording


def differences(before: Scheme, after: Scheme) -> tuple[str, ...]:
    """Return every difference in words, those of the whole scheme first."""
    return (*_whole(before, after), *_criteria(before, after))


def _whole(before: Scheme, after: Scheme) -> Iterator[str]:
    if before.label != after.label:
        yield f"Name: {before.label} → {after.label}"
    if before.standing != after.standing:
        yield "What it is and is not: other words"
    if before.combine != after.combine:
        yield f"Put together: {_combined(before)} → {_combined(after)}"
    if before.direction != after.direction:
        yield f"Order: {wording.ORDERS[after.direction]}"
    if before.bands != after.bands:
        yield f"Bands: {bands(before)} → {bands(after)}"
    if before.tie_breaks != after.tie_breaks:
        yield f"Tie-breaks: {_ties(before)} → {_ties(after)}"


def _criteria(before: Scheme, after: Scheme) -> Iterator[str]:
    then = {criterion.id: criterion for criterion in before.criteria}
    now = {criterion.id: criterion for criterion in after.criteria}
    for name, gone in then.items():
        if name not in now:
            yield f"{gone.label}: taken out"
    for name, new in now.items():
        if name not in then:
            yield f"{new.label}: new, weight {wording.figure(new.weight)}"
    both = [name for name in then if name in now]
    if both != [name for name in now if name in then]:
        yield "Criteria: another order"
    for name in both:
        yield from _criterion(then[name], now[name])


def _criterion(then: Criterion, now: Criterion) -> Iterator[str]:
    if then.label != now.label:
        yield f"{then.label}: now called {now.label}"
    weights = [wording.figure(criterion.weight) for criterion in (then, now)]
    if weights[0] != weights[1]:
        yield f"{now.label}: weight {' → '.join(weights)}"
    if then.group != now.group:
        yield f"{now.label}: {GROUPS[then.group]} → {GROUPS[now.group]}"
    if wording.scored_by(then) != wording.scored_by(now):
        yield f"{now.label}: now {wording.scored_by(now)}"
    if then.steps != now.steps:
        yield f"{now.label}: other steps (scores that people gave it do not count under these)"
    elif then.rule != now.rule and then.rule and now.rule:
        yield f"{now.label}: other limits"


def bands(scheme: Scheme) -> str:
    """Return the bands in one line."""
    starts = [f"{band.label or '?'} from {wording.figure(band.at_least)}" for band in scheme.bands]
    return ", ".join(starts)


def _combined(scheme: Scheme) -> str:
    return wording.COMBINED[scheme.combine][0]


def _ties(scheme: Scheme) -> str:
    return ", ".join(tie_break(scheme, name) for name in scheme.tie_breaks) or "none"
