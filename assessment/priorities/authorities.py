"""The responsible authorities of a partnership, and how many of them have to agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.definitions import District, districts

# The codes of districts under a county council begin so; all other councils are of one tier.
UNDER_A_COUNTY, IN_WALES = "E07", "W"


class Authority(StrEnum):
    """A kind of responsible authority under section 5 of the Crime and Disorder Act 1998."""

    POLICE = "police"
    COUNCIL = "council"
    COUNTY = "county council"
    FIRE = "fire and rescue"
    HEALTH = "health (integrated care board)"
    HEALTH_IN_WALES = "health (local health board)"
    PROBATION = "probation"


# What records up to version 2 counted: kinds, of which two councils were one.
KINDS: tuple[str, ...] = (
    Authority.POLICE,
    Authority.COUNCIL,
    Authority.FIRE,
    Authority.HEALTH,
    Authority.PROBATION,
)


@dataclass(frozen=True)
class Agreement:
    """That a body, such as a council, has agreed: by which role and on which day, as YYYY-MM-DD."""

    authority: str
    body: str
    role: str
    agreed_on: str
    recorded_by: str


def council_of(district: str) -> str:
    """Name the council of a district as an authority."""
    return f"{Authority.COUNCIL} of {district}"


def responsible_authorities(names: Iterable[str]) -> tuple[str, ...]:
    """Return the responsible authorities for some districts: every council is one of its own.

    Section 5 also makes the county council one, where a district lies under one, and the police of
    every force whose area is touched.
    """
    places = [place for name in names if (place := districts().find(name))]
    health = {
        Authority.HEALTH_IN_WALES if place.code.startswith(IN_WALES) else Authority.HEALTH
        for place in places
    }
    return tuple(
        str(authority)
        for authority in (
            *_police(places),
            *(council_of(place.name) for place in places),
            *([Authority.COUNTY] if any(_is_under_a_county(place) for place in places) else ()),
            Authority.FIRE,
            *sorted(health),
            Authority.PROBATION,
        )
    )


def usual_quorum(authorities: Sequence[str]) -> int:
    """Return more than half. No law sets a quorum, so every partnership sets its own."""
    return len(authorities) // 2 + 1


def agreeing(authorities: Sequence[str], agreements: Iterable[Agreement]) -> tuple[str, ...]:
    """Return which authorities have agreed: two bodies of one authority are one."""
    agreed = {agreement.authority for agreement in agreements}
    return tuple(authority for authority in authorities if authority in agreed)


def _police(places: Sequence[District]) -> Iterable[str]:
    forces = sorted({place.force for place in places})
    if len(forces) < 2:
        return (Authority.POLICE,)
    return (f"{Authority.POLICE} ({place})" for place in forces)


def _is_under_a_county(district: District) -> bool:
    return district.code.startswith(UNDER_A_COUNTY)
