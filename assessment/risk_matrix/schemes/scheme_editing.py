"""A scheme while it is being written: it may have every fault, and is kept only without any.

Each function returns another scheme. What a way of scoring has no use for, such as the steps of a
scale where counts stand themselves, stays in the draft in case it is wanted again.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import nan
from typing import TypeVar

from assessment.definitions import Band, Criterion, CriterionSource, Indicator, Rule, Scheme, Step
from assessment.definitions.schemes.scheme_model import SIDES
from assessment.definitions.schemes.scoring_rules import Condition, Cut, ValuePart, cut_of
from assessment.definitions.spelling import plain
from assessment.risk_matrix.indicators.recorded_volume import RECORDS

T = TypeVar("T")

# The score of a step before one is given; it is told as a fault.
NO_SCORE = -1
# What a new criterion's steps are called until better words are found.
USUAL_WORDS = ("None", "Slight", "Some", "Material", "Large", "Severe")
USUAL_SCORES = tuple(range(len(USUAL_WORDS)))
EMPTY_CUT = cut_of([Condition(ValuePart.VALUE, may_equal=False, limit=nan)])


def to_be_saved(draft: Scheme) -> Scheme:
    """Return what a draft would be saved as."""
    is_stepped = draft.is_stepped
    return replace(
        draft,
        criteria=tuple(
            _as_scored(criterion, is_stepped=is_stepped) for criterion in draft.criteria
        ),
    )


def _as_scored(criterion: Criterion, *, is_stepped: bool) -> Criterion:
    if not is_stepped:
        counted = Rule(criterion.rule.indicator, ()) if criterion.rule else None
        return replace(criterion, steps=(), rule=counted)
    if criterion.source is CriterionSource.JUDGED:
        return replace(criterion, rule=None)
    return criterion


def id_of(label: str, taken: Sequence[str] = ()) -> str:
    """Return an id made of a name, for addresses and the command line."""
    wanted = plain(label).replace(" ", "-")
    ids = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(candidate for candidate in ids if candidate not in taken)


def with_criterion(scheme: Scheme, label: str) -> Scheme:
    """Add a criterion that people judge, on the scale that the others have."""
    scales = [criterion.steps for criterion in scheme.criteria if criterion.steps]
    scores = [step.score for step in scales[0]] if scales else USUAL_SCORES
    made = Criterion(
        id=id_of(label, [criterion.id for criterion in scheme.criteria]),
        label=label,
        group=sorted(SIDES[scheme.combine][0])[0],
        weight=1.0,
        steps=tuple(Step(score, _usual_words(score)) for score in scores),
        source=CriterionSource.JUDGED if scheme.is_stepped else CriterionSource.DATA,
        rule=None if scheme.is_stepped else Rule(RECORDS, ()),
    )
    return replace(scheme, criteria=(*scheme.criteria, made))


def _usual_words(score: int) -> str:
    return USUAL_WORDS[score] if 0 <= score < len(USUAL_WORDS) else f"Step {score}"


def with_one(scheme: Scheme, number: int, criterion: Criterion) -> Scheme:
    """Put another criterion in the place of one."""
    before, after = scheme.criteria[:number], scheme.criteria[number + 1 :]
    return replace(scheme, criteria=(*before, criterion, *after))


def without(items: Sequence[T], number: int) -> tuple[T, ...]:
    """Leave one of several out."""
    return (*items[:number], *items[number + 1 :])


def moved(items: Sequence[T], number: int, by: int) -> tuple[T, ...]:
    """Move one of several up or down; from either end it goes no further."""
    rest = list(without(items, number))
    rest.insert(max(0, number + by), items[number])
    return tuple(rest)


def cuts_of(criterion: Criterion) -> tuple[Cut, ...]:
    """Return a cut for every step but the highest, empty where there is none yet."""
    cuts = criterion.rule.cuts if criterion.rule else ()
    wanted = max(len(criterion.steps) - 1, 0)
    return (*cuts[:wanted], *(EMPTY_CUT for _ in range(wanted - len(cuts))))


def with_step(criterion: Criterion) -> Criterion:
    """Add a step above the highest."""
    score = criterion.steps[-1].score + 1 if criterion.steps else 0
    return _fitted(
        replace(criterion, steps=(*criterion.steps, Step(score, ""))), cuts_of(criterion)
    )


def without_step(criterion: Criterion, number: int) -> Criterion:
    """Leave a step out, with the limit up to which it went."""
    cuts = cuts_of(criterion)
    fewer = replace(criterion, steps=without(criterion.steps, number))
    return _fitted(fewer, without(cuts, min(number, len(cuts) - 1)))


def numbered(criterion: Criterion) -> Criterion:
    """Number the steps one after another, from the score of the first."""
    first = max(criterion.steps[0].score, 0) if criterion.steps else 0
    steps = [replace(step, score=score) for score, step in enumerate(criterion.steps, first)]
    return replace(criterion, steps=tuple(steps))


def measuring(criterion: Criterion, source: CriterionSource, indicator: Indicator) -> Criterion:
    """Say what scores a criterion; limits stay where the same kind of value is cut."""
    cuts = tuple(EMPTY_CUT for _ in criterion.steps[1:])
    if criterion.rule and _are_cut_alike(criterion.rule.indicator, indicator):
        cuts = criterion.rule.cuts
    return replace(criterion, source=source, rule=Rule(indicator, cuts))


def _are_cut_alike(before: Indicator, now: Indicator) -> bool:
    """Tell whether limits of one can be those of the other: where there are no intervals."""
    return before == now or not (before.has_interval or now.has_interval)


def with_band(scheme: Scheme) -> Scheme:
    """Add a band below the lowest."""
    return replace(scheme, bands=(*scheme.bands, Band("", 0.0)))


def _fitted(criterion: Criterion, cuts: tuple[Cut, ...]) -> Criterion:
    """Return a criterion with as many cuts as its steps need."""
    if criterion.rule is None:
        return criterion
    cut = replace(criterion, rule=Rule(criterion.rule.indicator, cuts))
    return replace(cut, rule=Rule(criterion.rule.indicator, cuts_of(cut)))
