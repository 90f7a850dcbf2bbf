"""Named priorities: issues grouped under headings, and what else speaks for each of them.

Each save says which version the person saw. Where somebody else has been quicker nothing is
written, and an error says so; no version is ever lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.assessments import must_be_draft
from assessment.store import Writer
from assessment.workspace import Workspace

# What most plans use; any other heading can be given.
HEADINGS = ("Prevent", "Response", "Promote")


@dataclass(frozen=True)
class Priority:
    """A priority as one version of it says; `issues` are ids, and one issue may be in several.

    `continues` are names of last year's priorities. A new one has number 0 and version 0.
    """

    name: str
    heading: str
    issues: tuple[str, ...]
    emphases: tuple[str, ...] = ()
    reason: str = ""
    residents: str = ""
    police_and_crime_plan: str = ""
    county: str = ""
    continues: tuple[str, ...] = ()
    id: int = 0
    version: int = 0


@needs(Permission.READ_ASSESSMENTS, of="assessment")
def priorities(workspace: Workspace, assessment: int) -> tuple[Priority, ...]:
    """Return the priorities of an assessment, heading by heading."""
    rows = workspace.store.rows("priorities_of_assessment", assessment=assessment)
    return tuple(_priority(row) for row in rows)


def _priority(row: tuple[object, ...]) -> Priority:
    names = (
        *("id", "version", "name", "heading", "emphases", "issues", "reason", "residents"),
        *("police_and_crime_plan", "county", "continues"),
    )
    body = dict(zip(names, row, strict=True))
    return read_priority(body)


def read_priority(body: dict[str, object]) -> Priority:
    """Return a priority from its fields, whose lists become tuples."""
    values = {field.name: body[field.name] for field in fields(Priority)}
    return Priority(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in values.items()
        }  # type: ignore[arg-type]
    )


@needs(Permission.RUN_ASSESSMENTS, of="assessment")
def save_priority(workspace: Workspace, assessment: int, wanted: Priority) -> Priority:
    """Save a new priority, or the next version of the one it was; return it as it is kept.

    Raises InvalidRequest with every fault, where somebody else has changed it meanwhile, and where
    the assessment is no draft.
    """
    tidy = _tidied(wanted)
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, assessment)
        if faults := list(_faults(workspace, assessment, tidy)):
            raise InvalidRequest(" ".join(faults))
        kept = _write(workspace, writer, assessment, tidy, is_removed=False)
        workspace.audit(writer, "saved priority", f"assessment {assessment}: {kept.name}")
    return kept


@needs(Permission.RUN_ASSESSMENTS, of="assessment")
def remove_priority(workspace: Workspace, assessment: int, seen: Priority) -> None:
    """Take a priority away; its versions stay in the store."""
    with workspace.store.writing(leaves_counts=True) as writer:
        must_be_draft(writer, assessment)
        _write(workspace, writer, assessment, seen, is_removed=True)
        workspace.audit(writer, "removed priority", f"assessment {assessment}: {seen.name}")


def _write(
    workspace: Workspace, writer: Writer, assessment: int, wanted: Priority, *, is_removed: bool
) -> Priority:
    number = wanted.id or writer.value("last_priority_number", assessment=assessment) + 1
    rows = writer.rows(
        "insert_priority",
        assessment=assessment,
        id=number,
        seen=wanted.version,
        name=wanted.name,
        heading=wanted.heading,
        emphases=list(wanted.emphases),
        issues=list(wanted.issues),
        reason=wanted.reason,
        residents=wanted.residents,
        police_and_crime_plan=wanted.police_and_crime_plan,
        county=wanted.county,
        continues=list(wanted.continues),
        is_removed=is_removed,
        changed_by=workspace.person.name,
    )
    if not rows:
        raise InvalidRequest(_overtaken(writer, assessment, wanted))
    return replace(wanted, id=number, version=rows[0][0])


def _tidied(wanted: Priority) -> Priority:
    """Return a priority without the blanks around its words and without empty emphases."""
    emphases = (" ".join(emphasis.split()) for emphasis in wanted.emphases)
    return replace(
        wanted,
        name=" ".join(wanted.name.split()),
        heading=" ".join(wanted.heading.split()),
        emphases=tuple(emphasis for emphasis in emphases if emphasis),
        issues=tuple(dict.fromkeys(wanted.issues)),
        reason=wanted.reason.strip(),
        residents=wanted.residents.strip(),
        police_and_crime_plan=wanted.police_and_crime_plan.strip(),
        county=wanted.county.strip(),
    )


def _faults(workspace: Workspace, assessment: int, wanted: Priority) -> Iterator[str]:
    if not wanted.name:
        yield "A priority needs a name."
    if not wanted.heading:
        yield "A priority needs a heading, such as Prevent."
    if not wanted.issues:
        yield "A priority needs at least one issue: it is what links it to the evidence."
    rows = workspace.store.rows("issues_of_assessment", assessment=assessment)
    known = {issue for issue, *_ in rows}
    for issue in wanted.issues:
        if issue not in known:
            yield f"This assessment has no issue '{issue}'."
    others = (other for other in priorities(workspace, assessment) if other.id != wanted.id)
    if wanted.name.casefold() in {other.name.casefold() for other in others}:
        yield f"There is a priority '{wanted.name}' already."


def _overtaken(writer: Writer, assessment: int, wanted: Priority) -> str:
    rows = writer.rows("latest_priority", assessment=assessment, id=wanted.id)
    if not rows:
        return f"There is no priority '{wanted.name}' in this assessment."
    ((who, is_removed),) = rows
    did = "taken it away" if is_removed else "changed it"
    return (
        f"{who} has {did} since you opened '{wanted.name}'. Yours was not saved: look at it as it "
        "stands and make your changes there."
    )


def chosen(priorities: Sequence[Priority]) -> frozenset[str]:
    """Return which issues are in any priority."""
    return frozenset(issue for priority in priorities for issue in priority.issues)
