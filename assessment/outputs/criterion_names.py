"""What groups of criteria are called, and what a tie-break between equal scores goes by."""

from collections.abc import Mapping

from assessment.definitions import CriterionGroup, Scheme

GROUPS: Mapping[CriterionGroup, str] = {
    CriterionGroup.IMPACT: "impact",
    CriterionGroup.LIKELIHOOD: "likelihood",
    CriterionGroup.HARM: "harm",
    CriterionGroup.EVIDENCE: "other evidence",
    CriterionGroup.POSITION: "position of the organisations (beside the score)",
    CriterionGroup.CONFIDENCE: "confidence in the evidence (beside the score)",
}


def tie_break(scheme: Scheme, name: str) -> str:
    """Return what a tie-break goes by: a criterion, or a group of them."""
    labels = {criterion.id: criterion.label for criterion in scheme.criteria}
    groups_used = {criterion.group for criterion in scheme.criteria}
    groups = {group.value: f"all of {GROUPS[group]}" for group in groups_used}
    return labels.get(name) or groups.get(name) or f"{name} (no longer a criterion)"
