"""Who is asking, which roles there are, and what each role may do."""

import getpass
from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """For whom something is shown, from the widest view to the narrowest."""

    BOARD = "the partnership's own team"
    PARTNER = "partners"
    PUBLIC = "the public"


class Role(StrEnum):
    """What somebody is in a partnership, from the one who may do most to the one who may least."""

    OWNER = "owner"
    MANAGER = "CSP manager"
    ANALYST = "analyst"
    PARTNER = "partner"
    SCRUTINY = "scrutiny"
    PUBLIC = "member of the public"
    SCORER = "scorer"


class Permission(StrEnum):
    """What a role may or may not do; the text completes 'may not …'."""

    READ_FIGURES = "read figures"
    READ_ASSESSMENTS = "read assessments"
    READ_DRAFTS = "read what is not signed off"
    SCORE_ISSUES = "score issues"
    EXPLAIN_CHANGES = "say why figures changed"
    LOAD_EXTRACTS = "load extracts"
    MAP_CATEGORIES = "say what a source's categories mean"
    EDIT_PARTNERSHIPS = "add or change partnerships"
    SEE_REFUSED_ROWS = "see rows of an extract"
    RUN_ASSESSMENTS = "run a risk assessment"
    EDIT_SCHEMES = "add or change schemes"
    SEE_SMALL_NUMBERS = "see numbers before small ones are withheld"
    SEE_SMALL_AREAS = "see which small areas an issue concentrates in"
    KEEP_COPIES = "make or see copies of the store"
    SEE_NAMES = "see who of the partnership's team did what"
    MANAGE_MEMBERS = "say who has which role"


TEAM = frozenset(Permission) - {Permission.MANAGE_MEMBERS}
SIGNED_OFF = frozenset({Permission.READ_FIGURES, Permission.READ_ASSESSMENTS})
GRANTED: dict[Role, frozenset[Permission]] = {
    Role.OWNER: frozenset(Permission),
    Role.MANAGER: TEAM,
    Role.ANALYST: TEAM,
    Role.PARTNER: SIGNED_OFF | {Permission.READ_DRAFTS, Permission.SCORE_ISSUES},
    Role.SCRUTINY: SIGNED_OFF,
    Role.PUBLIC: SIGNED_OFF,
    # The page of whoever came by a code: the draft that they score, and no figure beside it.
    Role.SCORER: frozenset({Permission.SCORE_ISSUES, Permission.READ_DRAFTS}),
}
# What may tell of one person: only those who answer for the data see it, and no other readers.
BOARD_ONLY = frozenset(
    {
        Permission.SEE_REFUSED_ROWS,
        Permission.SEE_SMALL_NUMBERS,
        Permission.SEE_SMALL_AREAS,
        Permission.SEE_NAMES,
    }
)
# A scrutiny committee meets in public, and its papers are published.
SHOWN_TO: dict[Role, Audience] = {
    Role.OWNER: Audience.BOARD,
    Role.MANAGER: Audience.BOARD,
    Role.ANALYST: Audience.BOARD,
    Role.PARTNER: Audience.PARTNER,
    Role.SCRUTINY: Audience.PUBLIC,
    Role.PUBLIC: Audience.PUBLIC,
    Role.SCORER: Audience.PARTNER,
}


@dataclass(frozen=True)
class Person:
    """Someone named in the audit trail.

    `role` is what they are in every partnership; None leaves it to what the store grants them.
    """

    name: str
    role: Role | None = None


def local_person() -> Person:
    """Return whoever is at this machine: with no sign-in, everything here is theirs."""
    try:
        name = getpass.getuser()
    # No such user on this machine, as in some containers; on Windows, no module to ask.
    except (OSError, KeyError, ImportError):
        name = "local user"
    return Person(name, Role.OWNER)
