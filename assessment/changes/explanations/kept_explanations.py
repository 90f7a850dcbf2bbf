"""The explanations that are kept: what stands, and all that was ever said of a figure."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.changes.explanations.change_explanation import (
    ChangeExplanation,
    Confidence,
    ExplanationKind,
    Finding,
)
from assessment.errors import InvalidRequest
from assessment.partnerships import Partnership
from assessment.partnerships import partnership as partnership_named
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Store, Writer
from assessment.workspace import TEAM, Workspace

NOT_ITS_OWN = (
    "A partnership explains figures of its own districts: choose it, or one of them, as the place."
)
# So many columns say what is explained; the others are the explanation.
OF_FINDING = 7


@needs(Permission.SEE_SMALL_NUMBERS)
def standing_explanations(workspace: Workspace) -> Mapping[Finding, ChangeExplanation]:
    """Return the last that was said of each figure, without what was taken back."""
    with_names = workspace.may(Permission.SEE_NAMES)
    return {
        Finding(*row[:OF_FINDING]): _explanation(row[OF_FINDING:], with_names=with_names)
        for row in workspace.store.kept_rows("standing_explanations")
    }


@needs(Permission.EXPLAIN_CHANGES, of="partnership")
def explanation_history(
    workspace: Workspace, partnership: str, finding: Finding
) -> tuple[ChangeExplanation, ...]:
    """Return all that was said of a figure to those who may say it, the latest first.

    Raises InvalidRequest for a figure of somewhere else.
    """
    must_be_of(partnership_named(workspace, partnership), finding)
    return versions(workspace.store, finding, with_names=workspace.may(Permission.SEE_NAMES))


def must_be_of(own: Partnership, finding: Finding) -> None:
    """Raise InvalidRequest where a figure is not of a partnership's own districts."""
    if not finding.grounds or not set(own.districts).issuperset(finding.grounds):
        raise InvalidRequest(NOT_ITS_OWN)


def versions(
    store: Store | Writer, finding: Finding, *, with_names: bool
) -> tuple[ChangeExplanation, ...]:
    """Return all that was said of a figure, the latest first."""
    rows = store.rows("explanation_versions", **finding.key)
    return tuple(_explanation(row, with_names=with_names) for row in rows)


def _explanation(row: Sequence[Any], *, with_names: bool) -> ChangeExplanation:
    """Return an explanation as the store has it, by name or as of the team."""
    version, kind, text, evidence, confidence, verdict, is_withdrawn, by, role, on = row
    named = f"{by} ({role})" if role else by
    return ChangeExplanation(
        version,
        ExplanationKind(kind),
        text,
        evidence,
        Confidence(confidence),
        verdict,
        is_withdrawn,
        named if with_names else TEAM,
        on,
    )
