"""Partnerships: any list of districts under a name, kept in the store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from assessment.definitions import District, districts
from assessment.definitions.spelling import close_to, plain
from assessment.errors import InvalidRequest
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Partnership:
    """A community safety partnership and its districts, in alphabetical order of their names."""

    id: str
    name: str
    districts: tuple[str, ...]
    synthetic: bool


@needs(Permission.READ_FIGURES)
def partnerships(workspace: Workspace) -> list[Partnership]:
    """Return every partnership, by name."""
    return [
        Partnership(found, name, tuple(names), synthetic)
        for found, name, names, synthetic in workspace.store.rows("partnerships")
    ]


@needs(Permission.READ_FIGURES)
def partnership(workspace: Workspace, partnership_id: str) -> Partnership:
    """Return one partnership; raises InvalidRequest, saying which there are."""
    by_id = {each.id: each for each in partnerships(workspace)}
    if partnership_id in by_id:
        return by_id[partnership_id]
    if not by_id:
        raise InvalidRequest(
            f"There is no partnership '{partnership_id}': none has been added yet."
        )
    close = close_to(partnership_id, by_id)
    hint = f" Did you mean {' or '.join(close)}?" if close else ""
    raise InvalidRequest(
        f"There is no partnership '{partnership_id}'.{hint} There are: {', '.join(by_id)}."
    )


@needs(Permission.EDIT_PARTNERSHIPS)
def add_partnership(
    workspace: Workspace, name: str, named: Sequence[str], synthetic: bool = False
) -> Partnership:
    """Add a partnership of districts given by ONS code or name.

    Its id is its name in lower case with hyphens. What the id already stands for is replaced, and
    if nothing differs nothing is written. Raises InvalidRequest with every fault there is.
    """
    found = [(text, districts().find(text)) for text in named]
    if faults := list(_faults(name, found)):
        raise InvalidRequest(" ".join(faults))
    wanted = Partnership(
        id=plain(name).replace(" ", "-"),
        name=" ".join(name.split()),
        districts=tuple(sorted({district.name for _, district in found if district})),
        synthetic=synthetic,
    )
    before = next((each for each in partnerships(workspace) if each.id == wanted.id), None)
    if before:
        workspace.of(before.id).require(Permission.EDIT_PARTNERSHIPS)
    if wanted != before:
        _put(workspace, wanted, before)
    return wanted


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership", named="partnership_id")
def remove_partnership(workspace: Workspace, partnership_id: str) -> Partnership:
    """Remove a partnership; the records of its districts and its surveys stay.

    Raises InvalidRequest for one that is unknown, an example, or has assessments.
    """
    gone = partnership(workspace, partnership_id)
    if gone.synthetic:
        raise InvalidRequest(f"{gone.name} is an example: the examples are removed together.")
    with workspace.store.writing() as writer:
        if count := writer.value("assessments_of_partnership", id=gone.id):
            raise InvalidRequest(
                f"{gone.name} has {count_of(count, 'assessment')}, which "
                "would be left without a partnership: it is not removed."
            )
        writer.run("clear_partnership_districts", id=gone.id)
        writer.run("clear_lead_sources", id=gone.id)
        writer.run("clear_recording_events", id=gone.id)
        writer.run("clear_own_variations", id=gone.id)
        writer.run("clear_explanations", id=gone.id)
        writer.run("leave_surveys", id=gone.id)
        writer.run("leave_data_sets", id=gone.id)
        writer.run("end_memberships", partnership=gone.id)
        writer.run("remove_partnership", id=gone.id)
        said = f"{gone.name}: {', '.join(gone.districts)}"
        workspace.audit(writer, "removed partnership", said)
    return gone


def _faults(name: str, found: Sequence[tuple[str, District | None]]) -> Iterator[str]:
    if not plain(name):
        yield "A partnership needs a name."
    # What parts words is made one space; what else commands a terminal is no part of a name.
    commands = {ord(each) for each in "".join(name.split()) if category(each) == "Cc"}
    if commands:
        named = joined([f"U+{each:04X}" for each in sorted(commands)])
        yield f"A partnership's name cannot hold control characters (found {named})."
    if not found:
        yield "A partnership needs at least one district, by its ONS code or its name."
    for text, district in found:
        if district is None:
            near = districts().suggest(text)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            yield f"'{text}' is not a district of England or Wales.{hint}"


def _put(workspace: Workspace, wanted: Partnership, before: Partnership | None) -> None:
    said = f"{wanted.name}: {', '.join(wanted.districts)}"
    if before:
        said += f" (before, {before.name}: {', '.join(before.districts)})"
    with workspace.store.writing() as writer:
        writer.run("put_partnership", id=wanted.id, label=wanted.name, synthetic=wanted.synthetic)
        writer.run("clear_partnership_districts", id=wanted.id)
        writer.run("insert_partnership_districts", id=wanted.id, districts=list(wanted.districts))
        workspace.audit(writer, "changed partnership" if before else "added partnership", said)
