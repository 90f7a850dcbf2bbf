"""Who is asking, and what their role may do."""

import getpass
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The three people of the design: who builds, who answers for the data, who explores."""

    MANAGER = "CSP manager"
    ANALYST = "analyst"
    PARTNER = "partner"


class Permission(StrEnum):
    """What a role may or may not do; the text completes 'may not …'."""

    LOAD_EXTRACTS = "load extracts"
    MAP_CATEGORIES = "say what a source's categories mean"
    EDIT_PARTNERSHIPS = "add or change partnerships"
    SEE_REFUSED_ROWS = "see rows of an extract"
    RUN_ASSESSMENTS = "run a risk assessment"
    SCORE_ISSUES = "score issues"
    EDIT_SCHEMES = "add or change schemes"
    SEE_SMALL_AREAS = "see which small areas an issue concentrates in"
    KEEP_COPIES = "make or see copies of the store"
    SEE_NAMES = "see who of the partnership's team did what"


GRANTED: dict[Role, frozenset[Permission]] = {
    Role.MANAGER: frozenset(Permission),
    Role.ANALYST: frozenset(Permission),
    Role.PARTNER: frozenset({Permission.SCORE_ISSUES}),
}


@dataclass(frozen=True)
class Person:
    """Someone named in the audit trail, with the role that decides what they may do."""

    name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Tell whether this person's role grants the permission."""
        return permission in GRANTED[self.role]


def local_person() -> Person:
    """Return whoever is at this machine: with no sign-in, they answer for the data themselves."""
    try:
        name = getpass.getuser()
    # No such user on this machine, as in some containers; on Windows, no module to ask.
    except (OSError, KeyError, ImportError):
        name = "local user"
    return Person(name, Role.ANALYST)
