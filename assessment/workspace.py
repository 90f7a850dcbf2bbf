"""Who asks, and of what: every public function above this room takes a workspace first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assessment.errors import NotPermitted
from assessment.people import Permission, Person
from assessment.store import Store, Writer

# Partners see that somebody of the team did it; the audit trail has who.
TEAM = "the partnership's team"


@dataclass(frozen=True)
class Workspace:
    """A person at work on a store."""

    store: Store
    person: Person

    def require(self, permission: Permission) -> None:
        """Refuse what the person's role does not allow."""
        if not self.person.may(permission):
            raise NotPermitted(f"A {self.person.role} may not {permission}.")

    def name_of(self, who: str) -> str:
        """Return how somebody who works here is named to this person; nobody as nobody."""
        return who if not who or self.person.may(Permission.SEE_NAMES) else TEAM

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
            role=self.person.role.value,
            action=action,
            subject=subject,
        )
