"""An area that an answer has rows for."""

from dataclasses import dataclass

from assessment.areas.bridges import KnownArea


@dataclass(frozen=True)
class Area:
    """An area with rows of its own, and the grounds that must be covered for them.

    One that is not given is of the records that do not say theirs. Of one that is irregular a
    look-up says that it changed so that nothing of before is of the same ground. Of one that
    `is_in_look_up` it says what it was or became, which has no records. A small area is `known_as`
    what look-ups and boundaries call it; one put together, as each of those of today.
    """

    name: str
    code: str | None
    grounds: tuple[str, ...]
    is_given: bool = True
    is_irregular: bool = False
    is_in_look_up: bool = False
    known_as: tuple[KnownArea, ...] = ()
