"""The risk matrix of a partnership: evidence, judgements, scores, ranks, and how firm they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessment.definitions import Scheme
from assessment.errors import AskedWrongly
from assessment.partnerships import partnership
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.risk_matrix.basis import Basis, basis
from assessment.risk_matrix.grid import Scores
from assessment.risk_matrix.issues import Issue, candidates, place_of
from assessment.risk_matrix.judgements import Standing, judgements, standing
from assessment.risk_matrix.prescoring import Cell, Evidence, prescored
from assessment.risk_matrix.ranking import Ranked, ranked
from assessment.risk_matrix.robustness import RankRange, robustness
from assessment.risk_matrix.schemes import DEFAULT_SCHEME, scheme
from assessment.risk_matrix.span import latest_ending, year_ending
from assessment.risk_matrix.spread import spreads
from assessment.risk_matrix.workshop import workshop
from assessment.workspace import Workspace

# Partnerships settle on about five priorities: whether an issue stays among them is what counts.
TOP_N = 5


@dataclass(frozen=True)
class Matrix(Basis):
    """Everything about one assessment under one scheme; `ranked` has the issues in their order.

    Where nobody has started an assessment, evidence alone gives the scores.
    """

    standing: Mapping[Cell, Standing]
    ranked: tuple[Ranked, ...]
    ranges: Mapping[str, RankRange]


def matrix(
    workspace: Workspace,
    partnership_id: str,
    *,
    scheme_id: str = DEFAULT_SCHEME,
    ending: date | None = None,
) -> Matrix:
    """Score a partnership's issues for the 12 months to the end of a month.

    Without an ending, those of its latest assessment, or else the latest 12 that are covered.
    Raises AskedWrongly for an unknown partnership or scheme, and for a year without records.
    """
    found = partnership(workspace, partnership_id)
    held = _assessment(workspace, found.id, ending)
    chosen = _scheme(workspace, scheme_id, held)
    if held:
        return matrix_of(workspace, held, chosen)
    month = ending or latest_ending(workspace, place_of(found))
    issues, period = candidates(workspace, found.id, month), year_ending(month)
    evidence = prescored(workspace, place_of(found), period, issues, chosen)
    return matrix_from(workspace, Basis(found, period, chosen, None, issues, evidence))


def matrix_of(workspace: Workspace, held: Assessment, chosen: Scheme) -> Matrix:
    """Score the issues of one assessment, under its own scheme or any other."""
    return matrix_from(workspace, basis(workspace, held, chosen))


def matrix_from(workspace: Workspace, held: Basis) -> Matrix:
    """Put together what the data say and what people have made of it by now."""
    stands = _standing(workspace, held.evidence, held.scheme, held.assessment)
    scores = _scores(held.issues, held.scheme, held.evidence, stands)
    return Matrix(
        partnership=held.partnership,
        period=held.period,
        scheme=held.scheme,
        assessment=held.assessment,
        issues=held.issues,
        evidence=held.evidence,
        standing=stands,
        ranked=ranked(held.scheme, scores),
        ranges=robustness(held.scheme, scores, top_n=TOP_N),
    )


def _assessment(
    workspace: Workspace, partnership_id: str, ending: date | None
) -> Assessment | None:
    every = assessments(workspace, partnership_id)
    return next((each for each in every if ending in (None, each.ending)), None)


def _scheme(workspace: Workspace, scheme_id: str, held: Assessment | None) -> Scheme:
    """Return a scheme: in the version that the assessment uses, if it uses it."""
    version = held.scheme_version if held and held.scheme == scheme_id else None
    return scheme(workspace, scheme_id, version)


def _standing(
    workspace: Workspace, evidence: Mapping[Cell, Evidence], chosen: Scheme, held: Assessment | None
) -> Mapping[Cell, Standing]:
    """Return what counts for each cell of a scheme with scales; none where counts stand themselves.

    What people have scored counts for criteria with the same steps as when they did.
    """
    if not chosen.is_stepped:
        return {}
    from_data = {cell: one.score for cell, one in evidence.items()}
    if held is None:
        return standing(from_data, {}, ())
    same = _same_scales(scheme(workspace, held.scheme, held.scheme_version), chosen)
    judged = {cell: one for cell, one in judgements(workspace, held.id).items() if cell[1] in same}
    seen = workshop(workspace, held.id)
    shown = [one for one in spreads(workspace, seen) if one.criterion in same] if seen else []
    return standing(from_data, judged, shown)


def _same_scales(used: Scheme, chosen: Scheme) -> frozenset[str]:
    steps = {criterion.id: criterion.steps for criterion in used.criteria}
    return frozenset(
        criterion.id for criterion in chosen.criteria if steps.get(criterion.id) == criterion.steps
    )


def _scores(
    issues: tuple[Issue, ...],
    chosen: Scheme,
    evidence: Mapping[Cell, Evidence],
    stands: Mapping[Cell, Standing],
) -> Mapping[str, Scores]:
    if not issues:
        raise AskedWrongly("This assessment has no issues to score.")
    return {
        issue.id: {
            criterion.id: stands[issue.id, criterion.id].value
            if chosen.is_stepped
            else evidence[issue.id, criterion.id].score
            for criterion in chosen.criteria
        }
        for issue in issues
    }
