"""The responsible authorities of a partnership, and how many of them have to agree."""

from dataclasses import dataclass
from enum import StrEnum


class Authority(StrEnum):
    """A kind of responsible authority under section 5 of the Crime and Disorder Act 1998."""

    POLICE = "police"
    COUNCIL = "council"
    FIRE = "fire and rescue"
    HEALTH = "health (integrated care board)"
    PROBATION = "probation"


# More than half of the five. No law sets a quorum, so every partnership sets its own.
USUAL_QUORUM = 3


@dataclass(frozen=True)
class Agreement:
    """That a body, such as a council, has agreed: by which role and on which day, as YYYY-MM-DD."""

    authority: str
    body: str
    role: str
    agreed_on: str
    recorded_by: str


def agreeing(agreements: tuple[Agreement, ...]) -> tuple[Authority, ...]:
    """Return which kinds of authority have agreed: two councils are one kind."""
    said = {each.authority for each in agreements}
    return tuple(each for each in Authority if each.value in said)
