"""Who has which role in a partnership. Used once people sign in; until then all is the owner's."""

from dataclasses import dataclass
from datetime import date, datetime

from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.people import Permission, Role
from assessment.permissions import PARTNERSHIP, needs
from assessment.store import Writer
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Member:
    """Somebody with a role; `until` is the first day on which they no longer have it."""

    person: str
    role: Role
    authority: str | None
    until: date | None
    granted_at: datetime
    granted_by: str


@needs(Permission.MANAGE_MEMBERS, of=PARTNERSHIP, named="partnership_id")
def members(workspace: Workspace, partnership_id: str) -> tuple[Member, ...]:
    """Return who has a role in a partnership, by name; those whose day has passed among them."""
    rows = workspace.store.rows("members", partnership=partnership(workspace, partnership_id).id)
    return tuple(Member(person, Role(role), *rest) for person, role, *rest in rows)


@needs(Permission.MANAGE_MEMBERS, of=PARTNERSHIP, named="partnership_id")
def grant(
    workspace: Workspace,
    partnership_id: str,
    person: str,
    role: Role,
    *,
    authority: str | None = None,
    until: date | None = None,
) -> None:
    """Give somebody a role in a partnership, in place of the one that they have there.

    Raises InvalidRequest for nobody, a partner of no authority, and the last owner's other role.
    """
    place = partnership(workspace, partnership_id)
    if not person.strip():
        raise InvalidRequest("Say who is to have the role.")
    if role is Role.PARTNER and not (authority or "").strip():
        raise InvalidRequest(f"Say which authority {person} is a partner of.")
    with workspace.store.writing() as writer:
        if role is not Role.OWNER or until is not None:
            _leave_an_owner(workspace, writer, place.id, person)
        writer.run("end_membership", partnership=place.id, person=person)
        writer.run(
            "insert_membership",
            partnership=place.id,
            person=person,
            role=role.value,
            authority=authority,
            until=until,
            granted_by=workspace.person.name,
        )
        ends = f" until {until:%d %B %Y}" if until else ""
        workspace.audit(writer, "granted role", f"{place.name}: {person}, {role}{ends}")


@needs(Permission.MANAGE_MEMBERS, of=PARTNERSHIP, named="partnership_id")
def end(workspace: Workspace, partnership_id: str, person: str) -> None:
    """Take somebody's role in a partnership away; raises InvalidRequest where they have none."""
    place = partnership(workspace, partnership_id)
    with workspace.store.writing() as writer:
        there = [row[0] for row in writer.rows("members", partnership=place.id)]
        if person not in there:
            raise InvalidRequest(f"{person} has no role in {place.name}.")
        _leave_an_owner(workspace, writer, place.id, person)
        writer.run("end_membership", partnership=place.id, person=person)
        workspace.audit(writer, "ended role", f"{place.name}: {person}")


def _leave_an_owner(workspace: Workspace, writer: Writer, partnership: str, person: str) -> None:
    """Refuse to leave a partnership to nobody, unless whoever asks owns everything here."""
    others = [
        name
        for name, role, _, until, *_ in writer.rows("members", partnership=partnership)
        if role == Role.OWNER.value and until is None and name != person
    ]
    if not others and workspace.person.role is None:
        raise InvalidRequest(
            f"{person} is the only owner for good. Make somebody else an owner first."
        )
