"""What a criterion of a scheme must be: a scale without gaps, and a rule where data answer."""

from collections.abc import Mapping

from assessment.definitions.schemes.indicator_definition import Indicator
from assessment.definitions.schemes.scheme_model import Criterion, CriterionGroup, CriterionSource
from assessment.definitions.schemes.scoring_rules import ValuePart
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Entry, twice

# How sure the evidence is, is low, medium or high.
CONFIDENCE_SCORES = [1, 2, 3]
BY_RULE = (CriterionSource.DATA, CriterionSource.SURVEY)


def check_criterion(
    entry: Entry, criterion: Criterion, indicators: Mapping[str, Indicator], *, is_stepped: bool
) -> None:
    """Note what is wrong with a criterion of a scheme that has scales, or of one that has none."""
    # A weight of zero would show a criterion that does not count.
    if criterion.weight <= 0:
        entry.wrong("weight", "a number above 0; leave out what is not to count", criterion.weight)
    if is_stepped:
        _check_steps(entry, criterion)
        _check_source(entry, criterion, indicators)
        _check_cuts(entry, criterion)
    else:
        _check_counted(entry, criterion)


def _check_steps(entry: Entry, criterion: Criterion) -> None:
    scores = [step.score for step in criterion.steps]
    if len(scores) < 2:
        entry.wrong("steps", "at least two", scores)
    elif scores != list(range(scores[0], scores[0] + len(scores))):
        entry.wrong("steps", "scores one after another, the lowest first and none left out", scores)
    for repeated in twice(plain(step.words) for step in criterion.steps):
        entry.wrong("steps", "different words for each", repeated)
    if criterion.group is CriterionGroup.CONFIDENCE and scores != CONFIDENCE_SCORES:
        entry.wrong("steps", "1, 2 and 3 for low, medium and high", scores)
    _check_codes(entry, criterion)


def _check_codes(entry: Entry, criterion: Criterion) -> None:
    with_codes = [step for step in criterion.steps if step.codes]
    if with_codes and len(with_codes) < len(criterion.steps):
        entry.wrong("steps", "codes for every step or for none", len(with_codes))
    for repeated in twice(code.upper() for step in with_codes for code in step.codes):
        entry.wrong("steps", "each code once", repeated)


def _check_source(entry: Entry, criterion: Criterion, indicators: Mapping[str, Indicator]) -> None:
    if criterion.source in BY_RULE and criterion.rule is None:
        entry.wrong("rule", f"what is scored from the {criterion.source}", None)
    if criterion.source is CriterionSource.JUDGED and criterion.rule is not None:
        entry.wrong("rule", "none where people judge", criterion.rule.indicator.id)
    is_survey = criterion.source is CriterionSource.SURVEY
    if criterion.rule and criterion.rule.indicator.is_surveyed != is_survey:
        surveyed = " and ".join(name for name, of in indicators.items() if of.is_surveyed)
        expected = f"'survey' for {surveyed}, and for nothing else"
        entry.wrong("source", expected, criterion.source.value)


def _check_cuts(entry: Entry, criterion: Criterion) -> None:
    cuts = criterion.rule.cuts if criterion.rule else ()
    if criterion.rule and len(cuts) != len(criterion.steps) - 1:
        entry.wrong("cuts", f"{len(criterion.steps) - 1}, one less than steps", len(cuts))
    limits = [cut.conditions[0].limit for cut in cuts if len(cut.conditions) == 1]
    # Where there is an interval its ends may be cut too; every other value is cut by its own size.
    if criterion.rule and not criterion.rule.indicator.has_interval:
        if any(c.part is not ValuePart.VALUE for cut in cuts for c in cut.conditions):
            entry.wrong("cuts", "no ends of an interval where there is none", "low or high")
        if limits != sorted(set(limits)):
            entry.wrong("cuts", "each limit above the one before", limits)


def _check_counted(entry: Entry, criterion: Criterion) -> None:
    """Note what a criterion may not have where what is counted is the score."""
    if criterion.steps:
        entry.wrong("steps", "none: what is counted stands itself", len(criterion.steps))
    if criterion.rule is None or criterion.rule.cuts:
        entry.wrong("rule", "a value without cuts", criterion.rule and len(criterion.rule.cuts))
    if criterion.source not in BY_RULE:
        entry.wrong("source", " or ".join(BY_RULE), criterion.source.value)
