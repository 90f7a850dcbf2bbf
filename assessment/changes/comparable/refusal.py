"""A reason against comparing, for those who see every number and for those who do not."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """A reason against comparing, without a full stop.

    `without_numbers` is what those are told who are not shown small numbers, where the reason
    itself gives any.
    """

    text: str
    without_numbers: str = ""

    @property
    def shared(self) -> str:
        """The reason as everybody may read it."""
        return self.without_numbers or self.text


def in_sentences(reasons: Iterable[str]) -> str:
    """Join reasons to one sentence; '' where there are none."""
    joined = "; ".join(dict.fromkeys(reasons))
    return joined and f"{joined[0].upper()}{joined[1:]}."
