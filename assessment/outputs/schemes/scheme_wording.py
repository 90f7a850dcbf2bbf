"""Schemes in words: what they count and how, what is wrong with a draft, and an example."""

from collections.abc import Mapping
from math import isfinite, isnan

from assessment.definitions import (
    Combine,
    Criterion,
    CriterionSource,
    RankOrder,
    Scheme,
)
from assessment.definitions.schemes.scheme_files import A_LIMIT
from assessment.definitions.toml_reader import Fault
from assessment.outputs.criterion_names import tie_break
from assessment.periods import joined

SOURCES: Mapping[CriterionSource, str] = {
    CriterionSource.DATA: "records",
    CriterionSource.SURVEY: "a survey",
    CriterionSource.JUDGED: "people",
    CriterionSource.DATA_OR_JUDGED: "records, and people where these say nothing",
}
COMBINED: Mapping[Combine, tuple[str, str]] = {
    Combine.WEIGHTED: (
        "Weighted sum, out of 100",
        "Each score is multiplied by the weight of its criterion. The sum is given out of 100: the "
        "highest score on every criterion would be 100.",
    ),
    Combine.PRODUCT: (
        "Impact × likelihood",
        "The weighted mean of the scores for impact or harm is multiplied by that for likelihood.",
    ),
    Combine.SUM_PRODUCT: (
        "Sum of harm × sum of likelihood",
        "Each score is multiplied by its weight. The sum for impact or harm is multiplied by the "
        "sum for likelihood.",
    ),
    Combine.INDEX: (
        "Index, 100 is the mean of the issues beside it",
        "What was counted stands itself, on no scale: it is divided by the mean of all issues, "
        "times 100. The weighted mean of these is the index. With another issue put in or one "
        "taken out, every number changes, and the order of the others may.",
    ),
    Combine.HARM: ("Days of harm", "The days of harm stand themselves, on no scale."),
}
MISSING = "A criterion of which nothing is known is left out; it is never scored 0."
ORDERS: Mapping[RankOrder, str] = {
    RankOrder.HIGHEST_FIRST: "The highest score comes first.",
    RankOrder.LOWEST_FIRST: "The lowest score comes first.",
}
# Fields of a definition as the page calls them, and what is expected of them in its words.
FIELDS: Mapping[str, str] = {
    "label": "name",
    "standing": "what it is and is not",
    "at_least": "from score",
    "cuts": "limits",
    "rule": "what is measured",
    "source": "scored by",
    "band": "bands",
    "criterion": "criteria",
    "tie_breaks": "tie-breaks",
    "combine": "how scores are put together",
}
PLAINLY: Mapping[str, str] = {
    "a text": "some words",
    "[[band]] tables": "at least one band",
    "[[criterion]] tables": "at least one criterion",
    "the id of something that exists": "a criterion or group of this scheme",
    A_LIMIT: "a number for every limit",
}


def figure(value: float) -> str:
    """Write a weight, a limit or the start of a band in full; a question mark while it has none."""
    return f"{value:,.10g}".replace("-", "\N{MINUS SIGN}") if isfinite(value) else "?"


def tie_breaks(scheme: Scheme) -> str:
    """Say what decides between equal scores."""
    names = [f"“{tie_break(scheme, name)}”" for name in scheme.tie_breaks]
    if not names:
        return "Issues with equal scores share a rank."
    return f"Between equal scores {', then '.join(names)} decides; else they share a rank."


def scored_by(criterion: Criterion) -> str:
    """Say who or what scores a criterion, and from what."""
    by = f"scored by {SOURCES[criterion.source]}"
    return f"{by}: {criterion.rule.indicator.label}" if criterion.rule else by


def example(criterion: Criterion) -> str:
    """Say what an issue with some value would score; nothing while limits are missing."""
    rule = criterion.rule
    if rule is None or not criterion.steps or len(rule.cuts) != len(criterion.steps) - 1:
        return ""
    limits = [condition.limit for cut in rule.cuts for condition in cut.conditions]
    if not all(map(isfinite, limits)) or not all(cut.conditions for cut in rule.cuts):
        return ""
    an_issue = rule.indicator.example
    if not an_issue.interval and any(
        condition.part for cut in rule.cuts for condition in cut.conditions
    ):
        return ""
    low, high = an_issue.interval or (None, None)
    step = criterion.step(criterion.score_for(an_issue.value, low, high, an_issue.verdict))
    return f"With {an_issue.words}, this scores {step.score}: {step.words}."


def fault(noted: Fault, scheme: Scheme) -> str:
    """Say a fault of a draft as the page names things."""
    subject = ", ".join((*_subject(noted, scheme), FIELDS.get(noted.where, noted.where)))
    expected = PLAINLY.get(noted.expected, noted.expected)
    return f"{subject[:1].upper()}{subject[1:]}: expected {expected}. Found {_found(noted.found)}."


def _subject(noted: Fault, scheme: Scheme) -> tuple[str, ...]:
    match noted.place:
        case (("criterion", number), *within):
            name = scheme.criteria[number].label.strip() or f"criterion {number + 1}"
            return (name, *(f"step {place + 1}" for _, place in within))
        case (("band", number),):
            return (scheme.bands[number].label.strip() or f"band {number + 1}",)
    return ()


def _found(value: object) -> str:
    if value in (None, "", (), []) or (isinstance(value, float) and isnan(value)):
        return "nothing"
    if isinstance(value, list | tuple):
        return joined([_found(item) for item in value])
    return figure(value) if isinstance(value, int | float) else str(value).strip() or "nothing"
