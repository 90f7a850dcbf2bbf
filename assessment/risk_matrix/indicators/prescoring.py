"""Scores from evidence: what the rules of a scheme make of what is known, issue by issue.

Where nothing is known there is no score: it is missing, which is never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import Criterion, Scheme
from assessment.definitions.schemes.indicator_definition import Ends
from assessment.definitions.schemes.scoring_rules import VERDICTS, ValuePart
from assessment.periods import Period
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, unknown
from assessment.risk_matrix.indicators.evidence_uncertainty import possible_scores
from assessment.risk_matrix.indicators.issue_facts import Facts
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.ranking.possible_scores import PossibleScores

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
# No change at all, in the middle of an interval that spans none, and so no clear one.
UNCHANGED, BELOW, ABOVE, NO_CLEAR_CHANGE = 0.0, -1.0, 1.0, float(VERDICTS.index("no clear change"))


@dataclass(frozen=True)
class Evidence:
    """What is known of an issue for one criterion, and the score that the rule makes of it.

    `value` is not rounded. It and the score are None where nothing is known; the score alone where
    only people can judge, or where a range of values would give several. `possible` are the scores
    that it might as well have given; a record of an agreed year has none.
    """

    criterion: str
    value: float | None
    in_words: str
    period: str
    source: str
    rule: str
    score: float | None
    caveats: tuple[str, ...]
    possible: PossibleScores = ()


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
        cell: replace(known, score=None, caveats=(*known.caveats, NO_PLACES), possible=())
        for cell, known in evidence.items()
    }


def _is_any_withheld(facts: Mapping[str, Facts], issues: Sequence[Issue], scheme: Scheme) -> bool:
    indicators = [criterion.rule.indicator for criterion in scheme.criteria if criterion.rule]
    return any(
        facts[issue.id].of(indicator).is_withheld for issue in issues for indicator in indicators
    )


def _evidence(issue: Issue, criterion: Criterion, facts: Facts, period: Period) -> Evidence:
    known = facts.of(criterion.rule.indicator) if criterion.rule else NO_RULE
    least = _least(issue, criterion)
    score, caveat = _scored(_by_rule(criterion, known), least)
    return Evidence(
        criterion=criterion.id,
        value=known.value if known.is_printable else None,
        in_words=_in_words(criterion, known),
        period=known.period or period.dates,
        source=known.source,
        rule=criterion.rule_in_words(),
        score=score,
        # That a fall is not read as better tells what was withheld.
        caveats=() if known.is_withheld else (*known.caveats, *filter(None, [caveat])),
        possible=_not_below(least, possible_scores(criterion, known)),
    )


def _least(issue: Issue, criterion: Criterion) -> float | None:
    """Return the least score there can be, where fewer records need not be good news."""
    rule = criterion.rule
    if rule is None or not rule.indicator.depends_on_reporting or not issue.under_reported:
        return None
    unchanged = (UNCHANGED, BELOW, ABOVE, NO_CLEAR_CHANGE)
    return criterion.score_for(*unchanged) if criterion.steps else None


def _scored(score: float | None, least: float | None) -> tuple[float | None, str | None]:
    """Return the score that counts, with a caveat where fewer records need not be good news."""
    if score is None or least is None:
        return score, None
    if score < least:
        return least, MORE_MAY_BE_GOOD + NOT_READ_AS_BETTER
    return score, MORE_MAY_BE_GOOD


def _not_below(least: float | None, possible: PossibleScores) -> PossibleScores:
    if least is None or not possible:
        return possible
    below = sum(likely for score, likely in possible if score <= least)
    above = tuple((score, likely) for score, likely in possible if score > least)
    return ((least, below), *above) if below else above


def _by_rule(criterion: Criterion, known: IndicatorValue) -> float | None:
    if not criterion.steps:
        # Without a scale the score is the number itself; there is no less than none.
        return None if known.value is None else max(0.0, known.value)
    exact = known.for_scales
    if exact.between:
        least, most = _ends(criterion, exact.between)
        # Whatever the mixture, the score is the same; else nobody guesses it.
        return least if least == most else None
    if exact.value is None:
        return None
    asks_verdict = criterion.rule and ValuePart.VERDICT in criterion.rule.parts
    if asks_verdict and exact.verdict is None:
        return None
    low, high = exact.interval or (None, None)
    return criterion.score_for(exact.value, low, high, exact.verdict)


def _ends(criterion: Criterion, between: Ends) -> tuple[int, int]:
    return criterion.score_for(between[0]), criterion.score_for(between[1])


def _in_words(criterion: Criterion, known: IndicatorValue) -> str:
    if not known.between or not criterion.steps:
        return known.words
    least, most = _ends(criterion, known.between)
    if least == most:
        return known.words
    return f"{known.words} The score is one from {least} to {most}: people judge which."
