"""What a risk matrix rests on: its issues, and what the data say of them under a scheme.

People's scores are no part of it. They change from moment to moment while many score at once; what
was counted does not, and can be kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.definitions import Criterion, Scheme, methods_version
from assessment.partnerships import Partnership, partnership
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.assessments import Assessment
from assessment.risk_matrix.indicators.issue_facts import Facts, facts_of
from assessment.risk_matrix.indicators.prescoring import Cell, Evidence, prescored
from assessment.risk_matrix.issues import Issue, issues_of, place_of
from assessment.risk_matrix.schemes.scheme_store import scheme
from assessment.workspace import Workspace


@dataclass(frozen=True)
class EvidenceBase:
    """Issues under a scheme, with the evidence for each criterion, and all that is known of them.

    `assessment` is None where none has been started. `methods_version` is that of the methods by
    which changes are judged.
    """

    partnership: Partnership
    period: Period
    scheme: Scheme
    assessment: Assessment | None
    issues: tuple[Issue, ...]
    facts: Mapping[str, Facts]
    evidence: Mapping[Cell, Evidence]
    methods_version: int

    def judged(self, issue: str) -> tuple[Criterion, ...]:
        """Return the criteria of an issue that no evidence scores, so that people do."""
        return tuple(
            criterion
            for criterion in self.scheme.criteria
            if criterion.is_judged and self.evidence[issue, criterion.id].score is None
        )

    def label(self, issue: str) -> str:
        """Return the name of an issue."""
        return next(candidate.label for candidate in self.issues if candidate.id == issue)


@needs(Permission.READ_ASSESSMENTS, Permission.SCORE_ISSUES, of="assessment", named="assessment")
def evidence_base(
    workspace: Workspace, assessment: Assessment, under: Scheme | None = None
) -> EvidenceBase:
    """Return what an assessment rests on, under its own scheme or another."""
    place, period = partnership(workspace, assessment.partnership), year_ending(assessment.ending)
    chosen = under or scheme(workspace, assessment.scheme, assessment.scheme_version)
    issues = issues_of(workspace, assessment.id)
    return gather_evidence(workspace, place, period, chosen, issues, assessment)


@needs(Permission.READ_ASSESSMENTS, of="partnership", named="place")
def gather_evidence(
    workspace: Workspace,
    place: Partnership,
    period: Period,
    scheme: Scheme,
    issues: tuple[Issue, ...],
    assessment: Assessment | None = None,
) -> EvidenceBase:
    """Return issues with what the data of today say of them."""
    facts = facts_of(workspace, place_of(place), period, issues)
    evidence = prescored(facts, period, issues, scheme)
    version = methods_version()
    return EvidenceBase(place, period, scheme, assessment, issues, facts, evidence, version)
