"""From draft to agreed to signed off, and who agreed.

Agreeing fixes everything as it is then, in one document: what the authorities agree to is what is
signed off, whatever is loaded meanwhile. Nothing changes it any more once it is signed off.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.priorities.rankings_to_compare import rankings_before
from assessment.priorities.record import Record
from assessment.priorities.record_composition import agreements, compose
from assessment.priorities.record_json import as_document, read_document
from assessment.priorities.redacted_record import for_audience
from assessment.priorities.stored_documents import document
from assessment.risk_matrix.assessments import (
    Assessment,
    AssessmentStatus,
    assessment,
    must_be_draft,
)
from assessment.risk_matrix.matrix import Matrix, matrix_of
from assessment.risk_matrix.schemes.scheme_store import scheme
from assessment.risk_matrix.workshop.workshops import must_not_be_open
from assessment.store import Writer
from assessment.workspace import Workspace


@needs(Permission.READ_ASSESSMENTS, of="assessment", named="number")
def record(workspace: Workspace, number: int, matrix: Matrix | None = None) -> Record:
    """Return the record of an assessment: of a draft as it is now, else as it was agreed.

    `matrix` is that of a draft where the caller has it already.
    """
    if text := document(workspace.store, number):
        agreed = for_audience(workspace, read_document(text))
        # Who has agreed is added until it is signed off, when the document holds that too.
        return agreed if agreed.signed_off_at else _with_agreements(workspace, agreed)
    return compose(workspace, matrix or _matrix(workspace, assessment(workspace, number)))


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="number")
def agree(workspace: Workspace, number: int) -> Record:
    """Fix an assessment as it is now; raises InvalidRequest with everything that is still open.

    And while people are scoring: what they give counts, and is seen, once the round is over.
    """
    # The one writer's place is held: nobody scores, loads or decides while it is put together.
    with workspace.store.writing() as writer:
        must_be_draft(writer, number)
        must_not_be_open(writer, number)
        now = _as_it_is(workspace.in_full(), number)
        if points := now.open_points():
            raise InvalidRequest("It cannot be agreed yet. " + " ".join(points))
        agreed = replace(
            now,
            status=AssessmentStatus.AGREED.value,
            agreed_at=_now(),
            agreed_by=workspace.person.name,
        )
        writer.run("put_assessment_record", assessment=number, document=as_document(agreed))
        writer.run("close_workshop_of", assessment=number, changed_by=workspace.person.name)
        _move(writer, number, AssessmentStatus.DRAFT, AssessmentStatus.AGREED)
        workspace.audit(writer, "agreed", f"assessment {number}")
    return for_audience(workspace, agreed)


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="number")
def back_to_draft(workspace: Workspace, number: int) -> None:
    """Make an agreed assessment a draft again; authorities then have to agree anew."""
    with workspace.store.writing() as writer:
        _must_be_agreed(workspace, number)
        taken_back = (
            ", ".join(agreement.body for agreement in agreements(workspace, number)) or "none"
        )
        writer.run("clear_agreements", assessment=number)
        writer.run("clear_assessment_record", assessment=number)
        _move(writer, number, AssessmentStatus.AGREED, AssessmentStatus.DRAFT)
        subject = f"assessment {number}: agreements taken back: {taken_back}"
        workspace.audit(writer, "made a draft again", subject)


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="number")
def record_agreement(
    workspace: Workspace, number: int, authority: str, body: str, role: str, on: date
) -> None:
    """Record that a body of a responsible authority has agreed, by the role of who said so.

    Raises InvalidRequest with every fault there is, also for an authority that is none of the
    assessment's own.
    """
    named = {"body": " ".join(body.split()), "role": " ".join(role.split())}
    with workspace.store.writing() as writer:
        _must_be_agreed(workspace, number)
        known = read_document(document(workspace.store, number)).authorities
        if faults := list(_faults(authority, known, named, on)):
            raise InvalidRequest(" ".join(faults))
        writer.run(
            "put_agreement",
            assessment=number,
            authority=str(authority),
            body=named["body"],
            role=named["role"],
            agreed_on=on,
            recorded_by=workspace.person.name,
        )
        subject = f"assessment {number}: {authority}, {named['body']}"
        workspace.audit(writer, "recorded agreement", subject)


@needs(Permission.RUN_ASSESSMENTS, of="assessment", named="number")
def sign_off(workspace: Workspace, number: int) -> Record:
    """Seal an agreed assessment for good; raises InvalidRequest, saying who is missing."""
    with workspace.store.writing() as writer:
        _must_be_agreed(workspace, number)
        agreed = record(workspace.in_full(), number)
        if refusal := without_quorum(agreed):
            raise InvalidRequest(f"It cannot be signed off. {refusal} Nothing was changed.")
        sealed = replace(
            agreed,
            status=AssessmentStatus.SIGNED_OFF.value,
            signed_off_at=_now(),
            signed_off_by=workspace.person.name,
        )
        writer.run("put_assessment_record", assessment=number, document=as_document(sealed))
        _move(writer, number, AssessmentStatus.AGREED, AssessmentStatus.SIGNED_OFF)
        workspace.audit(writer, "signed off", f"assessment {number}")
    return for_audience(workspace, sealed)


def without_quorum(record: Record) -> str:
    """Say how many authorities the quorum still lacks, and which could be; '' where it is there."""
    if record.has_quorum:
        return ""
    return f"{record.agreed_so_far}; {still_missing(record)}"


def still_missing(record: Record) -> str:
    """Say how many more authorities must agree, and which have not."""
    return (
        f"{record.quorum - len(record.agreeing)} more must. Not yet: {', '.join(record.missing)}."
    )


def _as_it_is(workspace: Workspace, number: int) -> Record:
    """Return what is agreed to: all of it, whichever view somebody agreed in."""
    drafted = assessment(workspace, number)
    return compose(workspace, _matrix(workspace, drafted), rankings_before(workspace, drafted))


def _matrix(workspace: Workspace, drafted: Assessment) -> Matrix:
    return matrix_of(workspace, drafted, scheme(workspace, drafted.scheme, drafted.scheme_version))


def _with_agreements(workspace: Workspace, agreed: Record) -> Record:
    return replace(agreed, agreements=agreements(workspace, agreed.assessment))


def _must_be_agreed(workspace: Workspace, number: int) -> None:
    status = assessment(workspace, number).status
    if status is AssessmentStatus.DRAFT:
        raise InvalidRequest("This assessment is still a draft: it has to be agreed first.")
    if status is AssessmentStatus.SIGNED_OFF:
        raise InvalidRequest("This assessment has been signed off and is not changed any more.")


def _faults(
    authority: str, known: tuple[str, ...], named: dict[str, str], on: date
) -> Iterator[str]:
    if authority not in known:
        yield f"'{authority}' is none of the responsible authorities here: {', '.join(known)}."
    if not named["body"]:
        yield "Say which body agreed, such as Rochford District Council."
    if not named["role"]:
        yield "Say which role agreed for it, such as chief executive; no names of people."
    if on > date.today():
        yield f"{on:%d %B %Y} has not come yet."


def _move(writer: Writer, number: int, status: AssessmentStatus, to: AssessmentStatus) -> None:
    writer.run(
        "set_assessment_status", assessment=number, from_status=status.value, status=to.value
    )


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")
