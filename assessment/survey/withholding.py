"""Which groups of a breakdown are withheld, so that nothing published gives a small one back."""

from collections.abc import Iterable, Mapping

# A group with fewer answers to a question could be about people whom a reader knows.
SMALLEST_BASE = 10

Counts = Mapping[int, int]


def withheld_groups(bases: Counts, options: Iterable[Counts]) -> frozenset[int]:
    """Return the groups of a question whose numbers must not be shown.

    `bases` are how many answered, by group; `options` how many of them gave each answer. Besides
    the groups that are small, others are withheld, the smallest first, until those withheld
    together are no small group themselves and hold everything that anybody said and did not say.
    Else the total less what is shown would tell that all of them, or none, gave an answer. An
    empty group holds nobody's answers and is shown as empty.
    """
    filled = sorted((group for group, base in bases.items() if base), key=lambda g: (bases[g], g))
    hidden = [group for group in filled if bases[group] < SMALLEST_BASE]
    shown = filled[len(hidden) :]
    said = [one for option in options for one in (option, _unsaid(bases, option))]
    while hidden and shown:
        if len(hidden) < 2 or sum(bases[group] for group in hidden) < SMALLEST_BASE:
            hidden.append(shown.pop(0))
        elif lacking := next((one for one in said if _gives_away(one, hidden)), None):
            helping = next(group for group in shown if lacking.get(group))
            shown.remove(helping)
            hidden.append(helping)
        else:
            break
    return frozenset(hidden)


def _unsaid(bases: Counts, option: Counts) -> Counts:
    return {group: base - option.get(group, 0) for group, base in bases.items()}


def _gives_away(said: Counts, hidden: Iterable[int]) -> bool:
    """Tell whether all that was said is in the groups shown: then nobody hidden said it."""
    return sum(said.values()) > 0 and not any(said.get(group) for group in hidden)
