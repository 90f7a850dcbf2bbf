"""Scores from evidence: what the rules of a scheme make of what is known, issue by issue.

What nothing is known of has no score: it is missing, which is never a zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.changes import Place
from assessment.definitions import Criterion, EvidenceValue, Scheme, prepared_issues
from assessment.periods import Period
from assessment.risk_matrix.concern import public_concern
from assessment.risk_matrix.counted import Counted, counted
from assessment.risk_matrix.evidence import FROM_RECORDS
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.known import Known, unknown
from assessment.risk_matrix.withholding import (
    fewest_shown,
    is_withheld,
    withheld_in_words,
    withheld_issues,
)
from assessment.workspace import Workspace

Cell = tuple[str, str]  # an issue and a criterion

NO_RULE = unknown("People judge this.")
MORE_MAY_BE_GOOD = (
    "Much of this is never reported: a rise may mean that more people come forward, and a fall "
    "that fewer do."
)
NOT_READ_AS_BETTER = " A fall is therefore scored as no change, not as better."


@dataclass(frozen=True)
class Evidence:
    """What is known of an issue for one criterion, and the score that the rule makes of it.

    `value` is not rounded. It and the score are None where nothing is known; the score alone where
    only people can judge, or where a range of values would give several.
    """

    criterion: str
    value: float | None
    in_words: str
    period: str
    source: str
    rule: str
    score: float | None
    caveats: tuple[str, ...]


def prescored(
    workspace: Workspace, place: Place, period: Period, issues: Sequence[Issue], scheme: Scheme
) -> Mapping[Cell, Evidence]:
    """Return the evidence for every issue and criterion, and the scores it gives.

    What whoever asks may not see is withheld; the steps of a scale are the same for everybody.
    """
    rules = [criterion.rule for criterion in scheme.criteria if criterion.rule]
    values = [rule.value for rule in rules]
    records = counted(workspace, place, period, issues)
    synthetic = any(one.synthetic for one in records.values())
    asked = issues if EvidenceValue.CONCERN in values else ()
    concern = public_concern(workspace, place, period, asked, synthetic)
    known = {issue.id: _known(issue, values, records, concern) for issue in issues}
    evidence = {
        (issue.id, criterion.id): _evidence(issue, criterion, known[issue.id], period)
        for issue in issues
        for criterion in scheme.criteria
    }
    return evidence | _withheld(fewest_shown(workspace), evidence, scheme, records)


def _withheld(
    fewest: int,
    evidence: Mapping[Cell, Evidence],
    scheme: Scheme,
    records: Mapping[str, Counted],
) -> dict[Cell, Evidence]:
    """Return what may not be shown of what the records say, without the numbers."""
    hidden = withheld_issues(records, fewest)
    words = withheld_in_words(fewest)
    return {
        (issue, criterion.id): _told_less(criterion, evidence[issue, criterion.id], words)
        for issue, found in records.items()
        for criterion in scheme.criteria
        if criterion.rule
        and criterion.rule.value is not EvidenceValue.CONCERN
        and (issue in hidden or is_withheld(criterion.rule.value, found, fewest))
    }


def _told_less(criterion: Criterion, found: Evidence, words: str) -> Evidence:
    # Without a scale the score is the number itself.
    score = found.score if criterion.steps else None
    return replace(found, value=None, in_words=words, score=score, caveats=())


def _known(
    issue: Issue,
    values: Iterable[EvidenceValue],
    records: Mapping[str, Counted],
    concern: Mapping[str, Known],
) -> Mapping[EvidenceValue, Known]:
    of_issue = records.get(issue.id)
    return {
        value: concern[issue.id]
        if value is EvidenceValue.CONCERN
        else (FROM_RECORDS[value](of_issue) if of_issue else _no_records(issue))
        for value in values
    }


def _no_records(issue: Issue) -> Known:
    why = {one.id: one.without_data for one in prepared_issues()}.get(issue.id)
    return unknown(" ".join(filter(None, ["No records count this issue.", why])))


def _evidence(
    issue: Issue, criterion: Criterion, known: Mapping[EvidenceValue, Known], period: Period
) -> Evidence:
    found = known[criterion.rule.value] if criterion.rule else NO_RULE
    score, caveat = _scored(issue, criterion, found)
    return Evidence(
        criterion=criterion.id,
        value=found.value if found.is_printable else None,
        in_words=_in_words(criterion, found),
        period=found.period or period.dates,
        source=found.source,
        rule=criterion.rule_in_words(),
        score=score,
        caveats=(*found.caveats, *filter(None, [caveat])),
    )


def _scored(issue: Issue, criterion: Criterion, found: Known) -> tuple[float | None, str]:
    """Return the score of the rule, with a caveat where fewer records need not be good news."""
    score = _by_rule(criterion, found)
    is_change = criterion.rule and criterion.rule.value is EvidenceValue.CHANGE
    if score is None or not is_change or not issue.under_reported:
        return score, ""
    no_change = criterion.score_for(0.0, -1.0, 1.0)
    if score < no_change:
        return no_change, MORE_MAY_BE_GOOD + NOT_READ_AS_BETTER
    return score, MORE_MAY_BE_GOOD


def _by_rule(criterion: Criterion, found: Known) -> float | None:
    if not criterion.steps:
        return found.value
    if found.between:
        least, most = _ends(criterion, found.between)
        # Whatever the mixture, the score is the same; else nobody guesses it.
        return least if least == most else None
    if found.value is None:
        return None
    return criterion.score_for(found.value, *(found.interval or (None, None)))


def _ends(criterion: Criterion, between: tuple[float, float]) -> tuple[int, int]:
    return criterion.score_for(between[0]), criterion.score_for(between[1])


def _in_words(criterion: Criterion, found: Known) -> str:
    if not found.between or not criterion.steps:
        return found.words
    least, most = _ends(criterion, found.between)
    if least == most:
        return found.words
    return f"{found.words} The score is one from {least} to {most}: people judge which."
