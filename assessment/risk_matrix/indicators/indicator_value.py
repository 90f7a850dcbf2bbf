"""One thing that is known of an issue, or why it is not, and how numbers are written in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

Ends = tuple[float, float]


@dataclass(frozen=True)
class Known:
    """A value with its words; without one, the words say why.

    `interval` are the ends of a 95% interval. `between` are the ends of a value that is only known
    to lie between the two. A value that rests on too few records `is_printable` no more: the rule
    may use it, and nobody is shown it; nor one that `is_withheld` from whoever asks.
    """

    value: float | None
    words: str
    source: str = ""
    period: str = ""
    interval: Ends | None = None
    between: Ends | None = None
    is_printable: bool = True
    caveats: tuple[str, ...] = ()
    is_withheld: bool = False
    behind: "Known | None" = field(default=None, repr=False)

    def withheld(self, words: str) -> "Known":
        """Return it for whoever may not see the number: its step on a scale stays."""
        return Known(
            value=None,
            words=words,
            source=self.source,
            period=self.period,
            is_printable=False,
            is_withheld=True,
            behind=self.for_scales,
        )

    @property
    def for_scales(self) -> "Known":
        """What the steps of a scale are read from; written and shown nowhere."""
        return self.behind or self


def unknown(words: str, caveats: Sequence[str] = ()) -> Known:
    """Return that something is not known, and why."""
    return Known(None, words, caveats=tuple(caveats))


def number(value: float, places: int = 1) -> str:
    """Write a number rounded half away from zero, without a trailing .0."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole = rounded.to_integral_value()
    return f"{whole if rounded == whole else rounded:,}".replace("-", "\N{MINUS SIGN}")


def signed(value: float) -> str:
    """Write a percentage with its sign."""
    return f"{'+' if value > 0 else ''}{number(value)}%"
