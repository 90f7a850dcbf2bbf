"""Who asks, and of what: every public function above this room takes a workspace first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from assessment.defined_data_sets import own_sets_in
from assessment.definitions import OwnSets
from assessment.errors import NotPermitted
from assessment.people import BOARD_ONLY, GRANTED, SHOWN_TO, Audience, Permission, Person, Role
from assessment.store import Store, Writer

# Partners see that somebody of the team did it; the audit trail has who.
TEAM = "the partnership's team"
_NARROW = list(Audience).index


def by(who: str) -> str:
    """Say by whom: a name is of who sat at this computer, who need not have decided it."""
    return f"by {who}" if who == TEAM else f"on this computer by {who}"


@dataclass(frozen=True)
class Workspace:
    """A person at work on a store, for a partnership and an audience.

    No partnership is all of those that the person has a part in: what any of their roles allows
    they may do, and they are shown what the narrowest of them is. No audience is the widest that
    the person's role allows; a narrower one shows what others will see.
    """

    store: Store
    person: Person
    partnership: str | None = None
    audience: Audience | None = None

    @property
    def own_sets(self) -> OwnSets:
        """The measure sets that partnerships of this store have defined, by the data's version."""
        return self.store.kept_said(own_sets_in, "own sets")

    def of(self, partnership: str | None) -> "Workspace":
        """Return the same for another partnership."""
        return replace(self, partnership=partnership)

    def in_full(self) -> "Workspace":
        """Return the same for the widest audience that the person's role allows."""
        return replace(self, audience=None)

    def role_in(self, partnership: str | None) -> Role | None:
        """Return what the person is in a partnership, or the most that they are in any."""
        return next(iter(self.roles_in(partnership)), None)

    def roles_in(self, partnership: str | None) -> tuple[Role, ...]:
        """Return what the person is in a partnership, or everything that they are in any."""
        if self.person.role is not None:
            return (self.person.role,)
        granted = self.granted
        found = granted.values() if partnership is None else [granted.get(partnership)]
        return tuple(role for role in Role if role in found)

    @property
    def role(self) -> Role | None:
        """What the person is in the partnership that is asked of."""
        return self.role_in(self.partnership)

    @property
    def shown_to(self) -> Audience:
        """For whom answers are: the audience asked for, and never a wider one than the role's."""
        roles = self.roles_in(self.partnership)
        widest = max((SHOWN_TO[role] for role in roles), key=_NARROW, default=Audience.PUBLIC)
        return max(widest, self.audience or widest, key=_NARROW)

    def may(self, permission: Permission) -> bool:
        """Tell whether any role of the person grants the permission, for the audience in mind."""
        is_shown = permission not in BOARD_ONLY or self.shown_to is Audience.BOARD
        return is_shown and self._is_granted(permission)

    def require(self, *any_of: Permission) -> None:
        """Refuse what the person's role does not allow."""
        if not any(self.may(permission) for permission in any_of):
            raise NotPermitted(self._refusal(any_of[0]))

    def name_of(self, who: str) -> str:
        """Return how somebody who works here is named to this person; nobody as nobody."""
        return who if not who or self.may(Permission.SEE_NAMES) else TEAM

    @contextmanager
    def work(self, what: str) -> Iterator[None]:
        """Note down that this person is at long work, so that it is told if it is cut short."""
        with self.store.work(what, self.person.name):
            yield

    def audit(self, writer: Writer, action: str, subject: str) -> None:
        """Record, in the transaction that does it, that this person changed something."""
        writer.run(
            "record_audit_event",
            person=self.person.name,
            role=self.role.value if self.role else "",
            action=action,
            subject=subject,
        )

    @property
    def granted(self) -> dict[str, Role]:
        """The roles that the store grants this person today, by partnership."""
        rows = self.store.kept_rows("memberships_of", person=self.person.name)
        return {of: Role(role) for of, role, until in rows if until is None or date.today() < until}

    def _is_granted(self, permission: Permission) -> bool:
        # Roles are no chain: a scorer may score, and a member of the public may not.
        return any(permission in GRANTED[role] for role in self.roles_in(self.partnership))

    def _refusal(self, wanted: Permission) -> str:
        if self.role is None:
            return "You have no part in this partnership. Its owner can give you one."
        if self._is_granted(wanted):
            return f"What is made for {self.shown_to} may not {wanted}."
        return f"{'An' if self.role[0] in 'aeiou' else 'A'} {self.role} may not {wanted}."
