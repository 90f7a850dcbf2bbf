"""What is to be decided about an export: doubts that are alike are asked about once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.survey.reading.proposal import Doubt, DoubtKind, Proposal

# With so few codes in one question, nothing tells that those of another are the same.
FEWEST_CODES = 3
# These are about one question only, whatever others ask.
ALONE = (
    DoubtKind.REWORDED,
    DoubtKind.NO_WORDING,
    DoubtKind.TWO_NUMBERS,
    DoubtKind.SAME_TEXT,
)


@dataclass(frozen=True)
class SameDoubt:
    """One thing to decide, which may be asked of several questions: they are answered together."""

    doubt: Doubt
    headers: tuple[str, ...]


def asked(proposal: Proposal) -> list[Doubt]:
    """Return the doubts that a person can settle, what must be decided before the others."""
    settled = [
        doubt
        for doubt in proposal.doubts
        if doubt.blocks or doubt.suggestion or doubt.kind is DoubtKind.NO_WORDING
    ]
    return sorted(settled, key=lambda doubt: not doubt.blocks)


def following(doubt: Doubt, among: Sequence[Doubt]) -> list[Doubt]:
    """Return what is settled with a doubt: the "Other, please specify" of a reworded question."""
    if doubt.kind is not DoubtKind.REWORDED:
        return []
    reworded = [other for other in among if other.kind is DoubtKind.REWORDED and other is not doubt]
    return [other for other in reworded if other.header.startswith(doubt.header)]


def to_decide(proposal: Proposal) -> list[SameDoubt]:
    """Return what is to be decided about an export, each thing once."""
    doubts = asked(proposal)
    behind = {id(follower) for doubt in doubts for follower in following(doubt, doubts)}
    return together([doubt for doubt in doubts if id(doubt) not in behind])


def together(doubts: Iterable[Doubt]) -> list[SameDoubt]:
    """Put doubts together that are the same of several questions, and have the same answers.

    In whatever order people gave them. A code that nobody gave in one question is no difference.
    """
    alike: dict[object, list[Doubt]] = {}
    for doubt in doubts:
        alike.setdefault(_key(doubt), []).append(doubt)
    groups = sorted(_with_fewer_codes(list(alike.values())), key=lambda same: not same[0].blocks)
    return [
        SameDoubt(same[0], tuple(dict.fromkeys(doubt.header for doubt in same))) for same in groups
    ]


def _key(doubt: Doubt) -> object:
    alone = doubt.header if doubt.kind in ALONE else ""
    return doubt.kind, doubt.blocks, frozenset(doubt.answers), repr(doubt.suggestion), alone


def _with_fewer_codes(groups: Sequence[list[Doubt]]) -> list[list[Doubt]]:
    """Add questions in which not every code was given to those in which it was."""
    kept: list[list[Doubt]] = []
    for same in sorted(groups, key=lambda same: -len(same[0].answers)):
        whole = next((other for other in kept if _are_codes_of(same[0], other[0])), None)
        if whole is None:
            kept.append(list(same))
        else:
            whole.extend(same)
    return sorted(kept, key=lambda same: groups.index(next(g for g in groups if g[0] is same[0])))


def _are_codes_of(doubt: Doubt, whole: Doubt) -> bool:
    are_codes = doubt.kind is whole.kind is DoubtKind.CODES and doubt.blocks and whole.blocks
    without_list = doubt.suggestion == whole.suggestion and not (
        doubt.suggestion and doubt.suggestion.codes
    )
    fits = len(doubt.answers) >= FEWEST_CODES and {*doubt.answers} <= {*whole.answers}
    return are_codes and without_list and fits
