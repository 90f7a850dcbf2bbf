"""What a criterion can be scored from when data answer it, as schemes and pages speak of it.

How an indicator is computed is said where the records can be read: `risk_matrix/indicators`.
The reader of a scheme hands over the indicators that its rules may name.
"""

from dataclasses import dataclass

Ends = tuple[float, float]


@dataclass(frozen=True)
class ExampleValue:
    """What an issue might have: in words, as a number, with its interval and its verdict."""

    words: str
    value: float
    interval: Ends | None = None
    verdict: float | None = None


@dataclass(frozen=True)
class Indicator:
    """Something that data can say of an issue; schemes name it by its id.

    `unit` is written after its numbers. Residents answer it if it `is_surveyed`, else records do.
    If it `has_interval`, limits may look at the ends of its 95% interval, and at the verdict. If it
    `depends_on_reporting`, a fall of what is seldom reported is not read as better.
    """

    id: str
    label: str
    unit: str
    example: ExampleValue
    is_surveyed: bool = False
    has_interval: bool = False
    depends_on_reporting: bool = False
