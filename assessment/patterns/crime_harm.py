"""How much harm an offence does, on average, from the weights of the Home Office subgroups.

A category that is a mixture of subgroups has a range of weights: the mixture is never guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assessment.definitions import HOME_OFFICE, harm_weights, measure_sets
from assessment.patterns.records_in_scope import Records
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

Range = tuple[float, float]


@dataclass(frozen=True)
class Harm:
    """Harm per offence: the least and the most that it can be; None where nothing has a weight.

    `weighed` is how many records have a weight, `unweighed` how many have none, as incidents of
    anti-social behaviour: they are left out, not counted as harmless.
    """

    least: float | None
    most: float | None
    weighed: int
    unweighed: int

    @property
    def is_exact(self) -> bool:
        """Whether one weight or one known mixture stands behind it."""
        return self.least == self.most


def harm_of(counted: Iterable[tuple[str, str, int]]) -> Harm:
    """Return the harm per offence of records given by measure set, leaf and number."""
    known = [(weight_range(measure_set, leaf), n) for measure_set, leaf, n in counted if n]
    weighed = [(weights, n) for weights, n in known if weights]
    number = sum(n for _, n in weighed)
    unweighed = sum(n for weights, n in known if weights is None)
    if not number:
        return Harm(None, None, 0, unweighed)
    least = sum(low * n for (low, _), n in weighed) / number
    most = sum(high * n for (_, high), n in weighed) / number
    return Harm(least, most, number, unweighed)


@cache
def weight_range(measure_set: str, leaf: str) -> Range | None:
    """Return the least and the most that a record under a leaf weighs; None if it has no weight.

    A subgroup has its own weight. What is recorded under a group only, or under a category of
    another set, is one of several subgroups, and lies between the lightest and the heaviest.
    """
    weights = harm_weights().by_measure
    if measure_set == HOME_OFFICE and leaf in weights:
        return weights[leaf], weights[leaf]
    measure = measure_sets()[measure_set].measure(leaf)
    parts = [weights.get(part) for part in measure.home_office or measure.leaves[1:]]
    known = [weight for weight in parts if weight is not None]
    return (min(known), max(known)) if known and len(known) == len(parts) else None


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="records")
def flagged_offences(
    workspace: Workspace, records: Records
) -> Mapping[str, Sequence[tuple[str, str, int]]]:
    """Return, for each flag, its records by measure set and leaf."""
    flags = set(zip(records.leaves["leaves"], records.leaves["leaf_subjects"], strict=True))
    chosen = zip(
        *(records.chosen[name] for name in ("subjects", "grounds", "sources")), strict=True
    )
    wanted = [
        (flag, ground, source)
        for subject, ground, source in chosen
        for flag, about in sorted(flags)
        if about == subject
    ]
    offences: dict[str, list[tuple[str, str, int]]] = {flag: [] for flag, _ in flags}
    for flag, measure_set, leaf, n in workspace.store.rows(
        "flagged_offences",
        flags=[flag for flag, _, _ in wanted],
        grounds=[ground for _, ground, _ in wanted],
        sources=[source for _, _, source in wanted],
        **records.months,
    ):
        offences[flag].append((measure_set, leaf, n))
    return offences
