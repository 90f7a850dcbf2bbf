"""When a source is expected, and whether it is in time, in words."""

from collections.abc import Sequence

from assessment.numbers import count_of
from assessment.periods import in_words, months_in_words
from assessment.sources.due_dates import Delivery, DueRule, Freshness
from assessment.sources.source_register import Source

NOBODY_SAID = "Nobody has said when it is due."
ORDINALS = ("", "", "second ", "third ", "fourth ", "fifth ", "sixth ")
LAST_DAY = 31


def due_in_words(rule: DueRule) -> str:
    """Say how often data are due, and by when: every month, by day 15 of the month after."""
    day = "the last day" if rule.due_day >= LAST_DAY else f"day {rule.due_day}"
    after = (
        f"the {ORDINALS[rule.months_after]}month after"
        if rule.months_after < len(ORDINALS)
        else f"the month {rule.months_after} months after"
    )
    return f"every {'financial year' if rule.every == 'year' else rule.every}, by {day} of {after}"


def freshness_in_words(source: Source) -> str:
    """Say what was due last and when it came, or since when it is overdue."""
    if source.setting.due is None:
        return NOBODY_SAID
    if source.freshness is None:
        return "Nothing whole has come of these districts yet."
    return " ".join((_standing(source.freshness), _next(source.freshness)))


def state_in_words(source: Source) -> str:
    """Say in a word or two whether a source is in time; "" where nothing is expected."""
    if source.setting.due is None:
        return ""
    if source.freshness is None:
        return "nothing yet"
    if source.freshness.overdue_since:
        return "overdue"
    latest = source.freshness.latest
    return "came late" if latest and latest.days_late else "in time"


def _standing(freshness: Freshness) -> str:
    if since := freshness.overdue_since:
        months = [month for delivery in freshness.missing for month in delivery.months]
        have = "has" if len(months) == 1 else "have"
        came = f" {_came(freshness.latest)}" if freshness.latest else ""
        return f"Overdue since {in_words(since)}: {months_in_words(months)} {have} not come.{came}"
    gaps = _gaps(freshness.deliveries)
    return f"{_came(freshness.latest)}{gaps}" if freshness.latest else ""


def _came(delivery: Delivery | None) -> str:
    if delivery is None or delivery.came is None:
        return ""
    was = "was" if len(delivery.months) == 1 else "were"
    if delivery.was_first:
        months = months_in_words(delivery.months)
        return f"{months} {was} in the first file, loaded {in_words(delivery.came)}."
    late = f", {count_of(delivery.days_late, 'day')} late" if delivery.days_late else ", in time"
    return (
        f"{months_in_words(delivery.months)} {was} due {in_words(delivery.due)} and came "
        f"{in_words(delivery.came)}{late}."
    )


def _gaps(deliveries: Sequence[Delivery]) -> str:
    missing = [delivery for delivery in deliveries if not delivery.came]
    if not missing:
        return ""
    months = [month for delivery in missing for month in delivery.months]
    return f" {months_in_words(months)} never came whole."


def _next(freshness: Freshness) -> str:
    coming = freshness.next
    is_ = "is" if len(coming.months) == 1 else "are"
    return f"{months_in_words(coming.months)} {is_} due {in_words(coming.due)}."
