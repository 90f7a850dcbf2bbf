"""What is known of an issue by one indicator, or why nothing is; and its numbers in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assessment.definitions.schemes.indicator_definition import Ends
from assessment.numbers import rounded


@dataclass(frozen=True)
class IndicatorValue:
    """A value with its words; without one, the words say why.

    `interval` are the ends of a 95% interval, by counting alone. Of a change `verdict`
    is what may be said of it, by its place among VERDICTS, None where nothing may; `alternatives`
    are changes with verdicts that counting might as well have given. `between` are the ends
    of a value that is only known to lie between the two. A value that rests on too few records is
    not `is_printable`: the rule uses it, and it is not shown; nor is one that `is_withheld` from
    the reader.
    """

    value: float | None
    words: str
    source: str = ""
    period: str = ""
    interval: Ends | None = None
    verdict: float | None = None
    alternatives: tuple[tuple[float, float], ...] = ()
    between: Ends | None = None
    is_printable: bool = True
    caveats: tuple[str, ...] = ()
    is_withheld: bool = False
    behind: "IndicatorValue | None" = field(default=None, repr=False)

    def withheld(self, words: str) -> "IndicatorValue":
        """Return it for readers who may not see the number: its step on a scale stays."""
        return IndicatorValue(
            value=None,
            words=words,
            source=self.source,
            period=self.period,
            is_printable=False,
            is_withheld=True,
            behind=self.for_scales,
        )

    @property
    def for_scales(self) -> "IndicatorValue":
        """What the steps of a scale are read from; written and shown nowhere."""
        return self.behind or self


def unknown(words: str, caveats: Sequence[str] = ()) -> IndicatorValue:
    """Return that something is not known, and why."""
    return IndicatorValue(None, words, caveats=tuple(caveats))


def number(value: float, places: int = 1) -> str:
    """Write a number rounded half away from zero, without a trailing .0."""
    short = rounded(value, places)
    whole = short.to_integral_value()
    return f"{whole if short == whole else short:,}".replace("-", "\N{MINUS SIGN}")


def signed(value: float) -> str:
    """Write a percentage with its sign."""
    return f"{'+' if value > 0 else ''}{number(value)}%"
