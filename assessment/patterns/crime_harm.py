"""How much harm an offence does, on average, by a set of weights.

An offence whose code is held has its own weight where the set has one for it; others have that of
their Home Office subgroup. A category that is a mixture of subgroups has a range of weights: the
mixture is never guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import sqrt

from assessment.definitions import (
    HARM,
    HOME_OFFICE,
    harm_weights,
    measure_sets,
)
from assessment.patterns.recorded_offences import Recorded

Range = tuple[float, float]
# Offences without a weight are left out of the mean; beyond this share it no longer speaks for all.
MOST_UNWEIGHED = 0.5


@dataclass(frozen=True)
class Harm:
    """Harm per offence: the least and the most that it can be; None where nothing has a weight.

    `weighed` is how many records have a weight, `unweighed` how many have none, as incidents of
    anti-social behaviour: they are left out, not counted as harmless. `deviation` is the standard
    deviation among offences, where the harm is exact. `by_subgroup` is how many have the weight of
    a subgroup that stands for offences of different weight, `left_out` how many were found by the
    police and left out.
    """

    least: float | None
    most: float | None
    weighed: int
    unweighed: int
    deviation: float = 0.0
    by_subgroup: int = 0
    left_out: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether one weight or one known mixture stands behind it."""
        return self.least == self.most

    @property
    def is_mostly_unweighed(self) -> bool:
        """Whether too few records have a weight for them to speak for the others."""
        return self.unweighed > MOST_UNWEIGHED * (self.weighed + self.unweighed)

    @property
    def total(self) -> Range | None:
        """The harm of all records that have a weight: the least and the most that it can be."""
        if self.least is None or self.most is None:
            return None
        return self.weighed * self.least, self.weighed * self.most


def harm_of(counted: Iterable[Recorded], of: str = HARM, *, without_found: bool = False) -> Harm:
    """Return the harm per offence of records, by a set of weights.

    With `without_found`, offences that the police find by looking for them are left out.
    """
    known = [recorded for recorded in counted if recorded.n]
    looked_for = [recorded for recorded in known if without_found and is_found(recorded, of)]
    weights = [(recorded, weight_range(*recorded[:2], recorded.offence, of)) for recorded in known]
    weighed = [
        (recorded, ends) for recorded, ends in weights if ends and recorded not in looked_for
    ]
    number = sum(recorded.n for recorded, _ in weighed)
    unweighed = sum(
        recorded.n for recorded, ends in weights if ends is None and recorded not in looked_for
    )
    left_out = sum(recorded.n for recorded in looked_for)
    if not number:
        return Harm(None, None, 0, unweighed, left_out=left_out)
    least = sum(low * recorded.n for recorded, (low, _) in weighed) / number
    most = sum(high * recorded.n for recorded, (_, high) in weighed) / number
    squares = sum((low - least) ** 2 * recorded.n for recorded, (low, _) in weighed)
    return Harm(
        least,
        most,
        number,
        unweighed,
        sqrt(squares / number) if least == most else 0.0,
        sum(recorded.n for recorded, _ in weighed if _stands_for_many(recorded, of)),
        left_out,
    )


@cache
def weight_range(measure_set: str, leaf: str, offence: str = "", of: str = HARM) -> Range | None:
    """Return the least and the most that a record under a leaf weighs; None if it has no weight.

    An offence has its own weight, a subgroup too. What is recorded under a group only, or under a
    category of another set, is one of several subgroups, and lies between the lightest and the
    heaviest.
    """
    weights = harm_weights(of)
    own = weights.by_offence.get(offence)
    if measure_set == HOME_OFFICE and own is None:
        own = weights.by_measure.get(leaf)
    if own is not None:
        return own, own
    measure = measure_sets()[measure_set].measure(leaf)
    parts = [weights.by_measure.get(part) for part in measure.home_office or measure.leaves[1:]]
    known = [weight for weight in parts if weight is not None]
    return (min(known), max(known)) if known and len(known) == len(parts) else None


def is_found(recorded: Recorded, of: str = HARM) -> bool:
    """Tell whether the police find such offences by looking for them, all of them."""
    measure = measure_sets()[recorded.measure_set].measure(recorded.leaf)
    parts = measure.home_office or measure.leaves[1:] or (recorded.leaf,)
    return set(parts) <= harm_weights(of).found_by_police


def _stands_for_many(recorded: Recorded, of: str) -> bool:
    weights = harm_weights(of)
    if recorded.offence in weights.by_offence:
        return False
    measure = measure_sets()[recorded.measure_set].measure(recorded.leaf)
    parts = measure.home_office or measure.leaves[1:] or (recorded.leaf,)
    return any(least < most for least, most in (weights.ranges.get(p, (0, 0)) for p in parts))
