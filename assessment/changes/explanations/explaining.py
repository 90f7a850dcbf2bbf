"""Writing why a figure changed: each saying is kept, and what is taken back is kept too."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.changes.explanations.change_explanation import (
    ChangeExplanation,
    Confidence,
    ExplanationKind,
    Finding,
    Said,
)
from assessment.changes.explanations.kept_explanations import must_be_of, versions
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership as partnership_named
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

LONGEST, LONGEST_EVIDENCE = 600, 300


@needs(Permission.EXPLAIN_CHANGES, of="partnership")
def explain_change(
    workspace: Workspace, partnership: str, finding: Finding, said: Said, seen: int | None = None
) -> int:
    """Keep why a figure changed as a version after the last, and return its number.

    `seen` is the version that stood when the writer looked, None where none did. Raises
    InvalidRequest with every fault, for a figure of somewhere else, and where another has written
    meanwhile.
    """
    said = replace(said, text=_one_line(said.text), evidence=_one_line(said.evidence))
    if faults := list(_faults(said)):
        raise InvalidRequest(" ".join(faults))
    return _keep(workspace, partnership, finding, said, seen)


@needs(Permission.EXPLAIN_CHANGES, of="partnership")
def withdraw_explanation(
    workspace: Workspace, partnership: str, finding: Finding, standing: ChangeExplanation
) -> None:
    """Take back the explanation that stands; the history keeps it. Raises InvalidRequest where it
    stands no longer."""
    said = Said(
        standing.kind, standing.text, standing.confidence, standing.evidence, standing.verdict
    )
    _keep(workspace, partnership, finding, said, standing.version, is_withdrawn=True)


def _keep(
    workspace: Workspace,
    partnership: str,
    finding: Finding,
    said: Said,
    seen: int | None,
    *,
    is_withdrawn: bool = False,
) -> int:
    own = partnership_named(workspace, partnership)
    must_be_of(own, finding)
    with workspace.store.writing() as writer:
        kept = versions(writer, finding, with_names=True)
        standing = next((one.version for one in kept[:1] if not one.is_withdrawn), None)
        if standing != seen:
            raise InvalidRequest(_overtaken(kept[0] if kept else None, said))
        writer.run(
            "insert_explanation",
            partnership=own.id,
            **finding.key,
            version=len(kept) + 1,
            kind=said.kind.value,
            text=said.text,
            evidence=said.evidence,
            confidence=said.confidence.value,
            verdict=said.verdict,
            is_withdrawn=is_withdrawn,
            written_by=workspace.person.name,
            written_as=str(workspace.role or ""),
        )
        did = "withdrew explanation" if is_withdrawn else "explained change"
        about = f"{finding.measure} in {finding.area}, {finding.start} until before {finding.end}"
        workspace.audit(writer, did, f"{about}: {said.kind}: {said.text}")
    return len(kept) + 1


def _faults(said: Said) -> Iterator[str]:
    if not said.text:
        yield "Say in a sentence or two why it changed: it is printed beside the figure."
    if len(said.text) > LONGEST:
        yield f"Say it in {LONGEST} characters or fewer: it has {len(said.text)}."
    if len(said.evidence) > LONGEST_EVIDENCE:
        yield f"Name the evidence in {LONGEST_EVIDENCE} characters or fewer."
    if said.confidence is not Confidence.CONFIRMED:
        return
    if said.kind is ExplanationKind.UNKNOWN:
        yield "What is not known yet cannot be confirmed: say that it is possible."
    elif not said.evidence:
        yield "Name the evidence of what is confirmed, or say that it is likely."


def _overtaken(now: ChangeExplanation | None, said: Said) -> str:
    did = "taken back what stood there"
    if now and not now.is_withdrawn:
        did = f"written: “{now.text}”"
    who = now.author if now else "Somebody"
    return f"{who} has since {did}, so yours was not kept. Yours was: “{said.text}”"


def _one_line(text: str) -> str:
    return " ".join(text.split())
