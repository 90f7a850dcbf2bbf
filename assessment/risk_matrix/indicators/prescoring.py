"""Scores from evidence: what the rules of a scheme make of what is known, issue by issue.

What nothing is known of has no score: it is missing, which is never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import Criterion, EvidenceValue, Scheme
from assessment.periods import Period
from assessment.risk_matrix.indicators.indicator_value import Known, unknown
from assessment.risk_matrix.indicators.issue_facts import Facts
from assessment.risk_matrix.issues import Issue

Cell = tuple[str, str]  # an issue and a criterion

NO_RULE = unknown("People judge this.")
MORE_MAY_BE_GOOD = (
    "Much of this is never reported: a rise may mean that more people come forward, and a fall "
    "that fewer do."
)
NO_PLACES = (
    "No issue has a score or a place here, because some of the numbers are withheld from you and a "
    "place would tell of them."
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
    facts: Mapping[str, Facts], period: Period, issues: Sequence[Issue], scheme: Scheme
) -> Mapping[Cell, Evidence]:
    """Return the evidence for every issue and criterion, and the scores it gives.

    Of what is withheld the steps of a scale stay: they are the same for everybody. Without steps
    nothing is scored where anything is withheld: the places of the others would be other ones than
    the team's, or tell where what is withheld comes among them.
    """
    evidence = {
        (issue.id, criterion.id): _evidence(issue, criterion, facts[issue.id], period)
        for issue in issues
        for criterion in scheme.criteria
    }
    if scheme.is_stepped or not _is_any_withheld(facts, issues, scheme):
        return evidence
    return {
        cell: replace(each, score=None, caveats=(*each.caveats, NO_PLACES))
        for cell, each in evidence.items()
    }


def _is_any_withheld(facts: Mapping[str, Facts], issues: Sequence[Issue], scheme: Scheme) -> bool:
    rules = [each.rule for each in scheme.criteria if each.rule]
    return any(facts[issue.id].of(rule.value).is_withheld for issue in issues for rule in rules)


def _evidence(issue: Issue, criterion: Criterion, facts: Facts, period: Period) -> Evidence:
    found = facts.of(criterion.rule.value) if criterion.rule else NO_RULE
    score, caveat = _scored(issue, criterion, found)
    return Evidence(
        criterion=criterion.id,
        value=found.value if found.is_printable else None,
        in_words=_in_words(criterion, found),
        period=found.period or period.dates,
        source=found.source,
        rule=criterion.rule_in_words(),
        score=score,
        # That a fall is not read as better tells what was withheld.
        caveats=() if found.is_withheld else (*found.caveats, *filter(None, [caveat])),
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
        # Without a scale the score is the number itself.
        return found.value
    known = found.for_scales
    if known.between:
        least, most = _ends(criterion, known.between)
        # Whatever the mixture, the score is the same; else nobody guesses it.
        return least if least == most else None
    if known.value is None:
        return None
    return criterion.score_for(known.value, *(known.interval or (None, None)))


def _ends(criterion: Criterion, between: tuple[float, float]) -> tuple[int, int]:
    return criterion.score_for(between[0]), criterion.score_for(between[1])


def _in_words(criterion: Criterion, found: Known) -> str:
    if not found.between or not criterion.steps:
        return found.words
    least, most = _ends(criterion, found.between)
    if least == most:
        return found.words
    return f"{found.words} The score is one from {least} to {most}: people judge which."
