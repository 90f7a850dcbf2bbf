"""Changes in words, written as partnerships' reports write them."""

from decimal import Decimal
from math import exp, sqrt

from assessment.changes import By, Change, Question, Status, Verdict
from assessment.changes.answer import size_in_words
from assessment.changes.counting.row_areas import NOT_GIVEN
from assessment.changes.variation.significance import Z_95
from assessment.numbers import MINUS, rounded
from assessment.outputs.changes.explanation_wording import why

# A percentage of fewer than this is printed whole: its decimal would be less than one record.
DECIMAL_FROM = 100
# Colour never carries a verdict alone.
SYMBOLS = {
    Verdict.RISE: "▲",
    Verdict.FALL: "▼",
    Verdict.NO_CLEAR_CHANGE: "●",
    Verdict.NOT_COMPARABLE: "⊘",
}


MORE_THAN_COUNTING = "by more than counting alone explains"


def sentence(change: Change, question: Question) -> str:
    """Return the published sentence: measure, place, direction, percentage, count and dates."""
    subject = f"{change.measure.label} {where(change, question)}"
    if change.previous is None or change.current is None or change.difference is None:
        is_withheld = change.status is Status.WITHHELD
        because = f"{change.reason[:1].lower()}{change.reason[1:]}"
        refused = f"{subject} {'is' if is_withheld else 'cannot be compared:'} {because}"
        return " ".join(filter(None, (refused, why(change.explanation))))
    sentences = [
        f"{subject} {_happened(change, question)}",
        _daily(change, question),
        _unclear(change),
        _size_in_words(change, question),
        change.beside,
        *change.marks,
        why(change.explanation),
    ]
    return " ".join(filter(None, sentences))


def verdict(change: Change) -> str:
    """Return a verdict with its symbol, and whether it is unusual: ▲ unusual rise."""
    size = {True: "unusual ", False: "ordinary "}.get(change.unusual is True)
    is_change = change.verdict in (Verdict.RISE, Verdict.FALL)
    return f"{SYMBOLS[change.verdict]} {size if is_change else ''}{change.verdict.value}"


def count(count: int | None) -> str:
    """Return a count as printed; what is not covered is not 0."""
    return "not covered" if count is None else f"{count:,}"


def signed(difference: int | None) -> str:
    """Return a difference with its sign: +227, −21, 0; nothing where there is none."""
    return "" if difference is None else f"{_sign(difference)}{abs(difference):,}"


def percent(percent: float, previous: int = DECIMAL_FROM) -> str:
    """Return a percentage of a previous count with its sign: +18%, −4.5%."""
    return _size(percent, previous, _sign(percent))


def interval(change: Change) -> str:
    """Return the interval in words: between −2% and +95%; nothing where there is no percentage."""
    low, high = change.interval_low, change.interval_high
    if low is None or high is None or change.percent is None:
        return ""
    return f"between {_bound(low)} and {_bound(high)}"


def note_on(change: Change) -> str:
    """Say what a reader would stumble on: a range without 0, or a rate that goes the other way."""
    return _against_counts(change) or beside_range(change)


def _against_counts(change: Change) -> str:
    """Say that the daily rate went the other way than the counts; '' where it did not."""
    rate = change.rate_percent
    if rate is None or rate * (change.difference or 0) >= 0:
        return ""
    went = "rose" if rate > 0 else "fell"
    return f"a day it {went} by {_size(rate, DECIMAL_FROM)}: the periods differ in length"


def beside_range(change: Change) -> str:
    """Say why there is no clear change beside a likely range without 0; '' where there is none."""
    if change.verdict is not Verdict.NO_CLEAR_CHANGE or not interval(change) or _holds_zero(change):
        return ""
    if change.alone in (Verdict.RISE, Verdict.FALL):
        return (
            f"alone this would be a {change.alone}; with {change.tested} rows tested together it "
            "is not clear enough"
        )
    return "the range only just leaves out 0, and by the test of the counts it is not clear enough"


def ordinarily(change: Change) -> str:
    """Say how much such figures ordinarily vary, from what that is known, and what is more."""
    if change.ordinary_variation is None:
        return ""
    size = _plain(rounded(100 * change.ordinary_variation, 1))
    apart = (
        f", and by {_plain(rounded(100 * change.ordinary_apart, 1))}% apart from what they are set "
        "beside"
        if change.ordinary_apart is not None
        else ""
    )
    return (
        f"Such figures ordinarily vary by about {size}% from one year to the next beyond "
        f"counting{apart} (known from {change.ordinary_variation_from}).{_unusual_from(change)}"
    )


def _unusual_from(change: Change) -> str:
    """Say how large a rise would have to be to be unusual, so that it is seen what cannot be."""
    if change.ordinary_variation is None or not change.previous or change.percent is None:
        return ""
    counting = 2 / change.previous
    least = 100 * (exp(Z_95 * sqrt(counting + change.ordinary_variation**2)) - 1)
    return f" A rise here would be unusual by itself from about {rounded(least, 0)}%."


def months_vary(change: Change) -> str:
    """Say how much more a series varies within a year than counting does, where it does."""
    if change.dispersion is None or rounded(change.dispersion, 1) <= 1:
        return ""
    return (
        f"Its months or quarters vary {_plain(rounded(change.dispersion, 1))} times as much as "
        f"counting alone would make them (known from {change.dispersion_from}): the likely range "
        "and p allow for it."
    )


def _holds_zero(change: Change) -> bool:
    low, high = change.interval_low, change.interval_high
    return low is not None and high is not None and low <= 0 <= high


def where(change: Change, question: Question) -> str:
    """Return where something happened, as a sentence says it: in Castle Point and Rochford."""
    place = question.place
    whole = f"recorded by {place.force}" if place.force else f"in {place.where}"
    if question.by is By.MEASURE:
        return whole
    if change.is_area_given:
        return f"in {change.area}"
    which = change.area.removeprefix(NOT_GIVEN)
    return f"{whole} with no {AREA_NAMES[question.by]} given{which}"


AREA_NAMES = {By.DISTRICT: "district", By.WARD: "ward", By.LSOA: "small area"}


def _happened(change: Change, question: Question) -> str:
    before = f"{change.previous:,} ({question.comparison.dates})"
    now = f"{change.current:,} ({question.period.dates})"
    if not change.difference:
        return f"did not change: {before} and {now}."
    rose = change.difference > 0
    number = abs(change.difference)
    noun = change.measure.noun[number != 1]
    more = f"{number:,} {'more' if rose else 'fewer'} {noun}"
    verb = "increased" if rose else "decreased"
    if change.percent is None:
        return f"{verb} from {before} to {now} ({more})."
    size = _size(change.percent, change.previous or 0)
    return f"{verb} by {size} ({more}), from {before} to {now}."


def _daily(change: Change, question: Question) -> str:
    """Give daily rates where a leap day makes the lengths differ."""
    days, days_before = question.period.days, question.comparison.days
    if days == days_before or change.previous is None or change.current is None:
        return ""
    now, before = change.current / days, change.previous / days_before
    rates = f"That is from {rounded(before, 2):,} to {rounded(now, 2):,} a day"
    return f"{', '.join(filter(None, (rates, _of_rate(change))))}."


def _of_rate(change: Change) -> str:
    """Say how the daily rate changed; '' where a percentage would mean nothing."""
    if change.rate_percent is None:
        return ""
    if not change.rate_percent:
        return "the same rate"
    went = "a rise" if change.rate_percent > 0 else "a fall"
    return f"{went} of {_size(change.rate_percent, change.previous or 0)}"


def _unclear(change: Change) -> str:
    words = interval(change)
    # Of two counts that are alike too it must be said how much they leave open.
    if change.verdict is not Verdict.NO_CLEAR_CHANGE or not (change.difference or words):
        return ""
    if words and _holds_zero(change):
        return (
            f"The underlying change could plausibly be anything {words}, "
            "so this is no clear change."
        )
    if change.status in (Status.COMPARABLE, Status.SMALL_BASE):
        note = beside_range(change)
        why = change.reason or (note and f"{note[0].upper()}{note[1:]}.")
        return f"This is no clear change. {why}".rstrip()
    return "Counting alone could explain this, so it is no clear change."


def _size_in_words(change: Change, question: Question) -> str:
    """Say of a rise or fall whether it is an ordinary one, and what the whole force did."""
    if change.verdict not in (Verdict.RISE, Verdict.FALL):
        return ""
    size = size_in_words(change)
    return " ".join(filter(None, [f"This is {size}.", of_force(change, question)]))


def of_force(change: Change, question: Question) -> str:
    """Say what the whole force did, in a sentence; '' where that is not known."""
    if change.force_percent is None:
        return ""
    force = f"The whole of {question.place.forces[0]}"
    if not round(change.force_percent, 1):
        return f"{force} did not change."
    verb = "rose" if change.force_percent > 0 else "fell"
    return f"{force} {verb} by {_size(change.force_percent, DECIMAL_FROM)}."


def _size(percent: float, previous: int, sign: str = "") -> str:
    places = 1 if previous >= DECIMAL_FROM else 0
    size = rounded(abs(percent), places)
    # Something is not nothing, however little it is.
    least = "0.1" if places else "0.5"
    return f"less than {sign}{least}%" if percent and not size else f"{sign}{_plain(size)}%"


def _bound(percent: float) -> str:
    size = rounded(abs(percent), 0) or rounded(abs(percent), 1)
    if percent and not size:
        # Which side of 0 an interval ends on is what it is read for.
        return f"just {'above' if percent > 0 else 'below'} 0%"
    return f"{_sign(percent)}{_plain(size)}%"


def _plain(number: Decimal) -> str:
    """Write a number with thousands separators and without a trailing .0."""
    whole = number.to_integral_value()
    return f"{whole if number == whole else number:,}"


def _sign(number: float) -> str:
    return MINUS if number < 0 else "+" if number > 0 else ""
