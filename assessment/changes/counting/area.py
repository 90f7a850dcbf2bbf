"""An area that an answer has rows for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """An area with rows of its own, and the grounds that must be covered for them.

    One that is not given is of the records that do not say theirs. Of one that is irregular a
    look-up says that its code changed so that nothing of before is of the same ground.
    """

    name: str
    code: str | None
    grounds: tuple[str, ...]
    is_given: bool = True
    is_irregular: bool = False
