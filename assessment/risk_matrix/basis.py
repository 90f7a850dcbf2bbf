"""What an assessment rests on: its issues, the evidence, and what people have made of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.definitions import Criterion, Scheme
from assessment.partnerships import Partnership, partnership
from assessment.periods import Period
from assessment.risk_matrix.assessments import Assessment
from assessment.risk_matrix.grid import Scores
from assessment.risk_matrix.issues import Issue, issues_of, place_of
from assessment.risk_matrix.judgements import Standing, judgements, standing
from assessment.risk_matrix.prescoring import Cell, Evidence, prescored
from assessment.risk_matrix.schemes import scheme
from assessment.risk_matrix.span import year_ending
from assessment.risk_matrix.spread import spreads
from assessment.risk_matrix.workshop import workshop
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Basis:
    """An assessment under a scheme, with what the data say; people's scores are not part of it."""

    assessment: Assessment
    partnership: Partnership
    period: Period
    scheme: Scheme
    issues: tuple[Issue, ...]
    evidence: Mapping[Cell, Evidence]

    @property
    def is_own_scheme(self) -> bool:
        """Whether this is the scheme that people have scored under."""
        own = (self.assessment.scheme, self.assessment.scheme_version)
        return (self.scheme.id, self.scheme.version) == own

    def judged(self, issue: str) -> tuple[Criterion, ...]:
        """Return the criteria of an issue that no evidence scores, so that people do."""
        return tuple(
            criterion
            for criterion in self.scheme.criteria
            if criterion.is_judged and self.evidence[issue, criterion.id].score is None
        )


def basis(workspace: Workspace, found: Assessment, under: Scheme | None = None) -> Basis:
    """Return what an assessment rests on, under its own scheme or another."""
    place = partnership(workspace, found.partnership)
    used = under or scheme(workspace, found.scheme, found.scheme_version)
    issues, period = issues_of(workspace, found.id), year_ending(found.ending)
    evidence = prescored(workspace, place_of(place), period, issues, used)
    return Basis(found, place, period, used, issues, evidence)


def standings(workspace: Workspace, held: Basis) -> Mapping[Cell, Standing]:
    """Return, for each issue and criterion, what data, a desk and a panel say, and what counts.

    People score on the steps of the assessment's own scheme: under another only data count.
    """
    from_data = {cell: each.score for cell, each in held.evidence.items()}
    if not held.is_own_scheme:
        return standing(from_data, {}, ())
    there = workshop(workspace, held.assessment.id)
    said = spreads(workspace, there) if there else ()
    return standing(from_data, judgements(workspace, held.assessment.id), said)


def scores(held: Basis, counting: Mapping[Cell, Standing]) -> Mapping[str, Scores]:
    """Return the scores that count, by issue, as a scheme puts them together."""
    return {
        issue.id: {each.id: counting[issue.id, each.id].value for each in held.scheme.criteria}
        for issue in held.issues
    }
