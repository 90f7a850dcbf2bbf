"""When records happen, in sentences: what is known, what stands out, and what was so before."""

from collections.abc import Iterator

from assessment.chance import LEVEL
from assessment.numbers import count_of, rounded, whole
from assessment.outputs.times.stretch_wording import size_in_words, stretch_in_words
from assessment.patterns.times import (
    FEWEST_RECORDS,
    Busiest,
    EventTimes,
    KindOfDay,
    Known,
    MonthsOfMeasures,
    OfKind,
    PeriodTimes,
    Times,
)
from assessment.periods import joined, months_in_words

TOLD = {
    Known.HOUR: ("tells its hour", "tell their hour"),
    Known.DAY: ("tells its day, without an hour", "tell their day, without an hour"),
    Known.MONTH: ("tells its month alone", "tell their month alone"),
    Known.RECORDED: ("tells only when it was recorded", "tell only when they were recorded"),
    Known.LONG: (
        "lies between two moments more than a week apart",
        "lie between two moments more than a week apart",
    ),
    Known.REVERSED: ("ends before it begins", "end before they begin"),
    Known.COUNTED: ("came as a count", "came as counts"),
}
HOW_TO_READ = (
    "A record that says between which two moments it happened is spread evenly over the hours "
    "between, so that parts of records can stand in a cell. Hours are those of the clock here. "
    "Midnight as a beginning means that the hour is not known."
)
BY_MORE = "by more than counting alone explains"
NO_DIFFERENCE = "no clear difference"


def what_is_known(times: PeriodTimes) -> str:
    """Say of how many records the hour or day is known, and why it is not of the others."""
    events = times.events
    told = [
        f"{events.known[known]:,} {words[events.known[known] != 1]}"
        for known, words in TOLD.items()
        if events.known.get(known)
    ]
    gaps = f" Not covered: {months_in_words(times.not_covered)}." if times.not_covered else ""
    if len(told) < 2:
        return f"{_alike(events)}{gaps}"
    return f"Of {count_of(events.records, 'record')}, {joined(told)}.{gaps}"


def _alike(events: EventTimes) -> str:
    """Say what is known of records that all tell the same."""
    for known, words in TOLD.items():
        if n := events.known.get(known):
            return f"All {n:,} records {words[1]}." if n > 1 else f"The one record {words[0]}."
    return "There is no record."


def finding_of_hours(times: Times) -> str:
    """Say in a sentence at what hours of the week records of a measure happen."""
    label, busiest = times.measure.label, times.of_week
    if busiest is None:
        return f"{label}: {why_no_hours(times.now.events)}"
    if not busiest.stands_out:
        return f"{label}: no hours of the week stand out from an even spread"
    share = f"{_percent(busiest.inside, busiest.records)} of {whole(busiest.records):,}"
    return f"{label}: {share} happened {stretch_in_words(busiest.stretch)}"


def why_no_hours(events: EventTimes) -> str:
    """Say why no hours are shown."""
    if not events.records:
        return "no record in the months that are covered"
    if events.with_hour:
        return f"fewer than {FEWEST_RECORDS} records tell their hour, too few to show a pattern"
    return f"no record tells its hour{', only its day' if events.with_day else ''}"


def finding_of_days(times: Times) -> str:
    """Say in a sentence on which days of the week records of a measure happen."""
    label, busiest = times.measure.label, times.of_days
    if busiest is None:
        return f"{label}: {why_no_days(times.now.events)}"
    if not busiest.stands_out:
        return f"{label}: no days of the week stand out from an even spread"
    share = f"{_percent(busiest.inside, busiest.records)} of {whole(busiest.records):,}"
    return f"{label}: {share} happened {stretch_in_words(busiest.stretch)}"


def why_no_days(events: EventTimes) -> str:
    """Say why no days of the week are shown."""
    if not events.records:
        return "no record in the months that are covered"
    if events.with_day:
        return f"fewer than {FEWEST_RECORDS} records tell their day, too few to show a pattern"
    return "no record tells the day on which it happened"


def sentences(times: Times) -> tuple[str, ...]:
    """Say what stands out in the week, the day and the days, and what was so before."""
    busiest = (times.of_week, times.of_hours, times.of_days)
    told = (_sentence(each, times.before) for each in busiest if each)
    return (*dict.fromkeys(told), *_kinds(times.kinds))


def _sentence(busiest: Busiest, before: PeriodTimes) -> str:
    share = f"{_percent(busiest.inside, busiest.records)} {_of(busiest.inside, busiest.records)}"
    where, size = stretch_in_words(busiest.stretch), size_in_words(busiest.stretch)
    even = _percent(busiest.stretch.size, 168)
    judged = (
        f"more than the {even} of an even spread, {BY_MORE}"
        if busiest.stands_out
        else f"an even spread gives {even}: {NO_DIFFERENCE}"
    )
    return f"{share} happened {where}, {size}: {judged}. {_before(busiest, before)}"


def _before(busiest: Busiest, before: PeriodTimes) -> str:
    """Say what the share of the same stretch was in the comparison period."""
    dates = before.period.dates
    if busiest.p_before is None:
        return f"Of {dates} too few records tell as much to compare."
    then = (
        f"From {dates} it was {_percent(busiest.inside_before, busiest.records_before)} "
        f"{_of(busiest.inside_before, busiest.records_before)}"
    )
    if not busiest.has_moved:
        return f"{then}: {NO_DIFFERENCE}."
    is_more = busiest.inside / busiest.records > busiest.inside_before / busiest.records_before
    return f"{then}: the share has {'grown' if is_more else 'shrunk'}, {BY_MORE}."


def _kinds(kinds: tuple[OfKind, ...]) -> Iterator[str]:
    """Say how many records a day has on bank holidays and weekends, beside other days."""
    if not kinds:
        return
    averages = joined(
        [
            f"{rounded(kind.per_day, 1)} on {kind.kind} ({whole(kind.records):,} in "
            f"{count_of(kind.days, 'day')})"
            for kind in kinds
            if kind.days
        ]
    )
    others = next(kind for kind in kinds if kind.kind is KindOfDay.OTHER)
    judged = [
        f"On {kind.kind}: {_beside(kind, others)}." for kind in kinds if kind.p_value is not None
    ]
    yield " ".join([f"Records a day: {averages}.", *judged])


def _beside(kind: OfKind, others: OfKind) -> str:
    if kind.p_value is None or kind.p_value > LEVEL:
        return f"{NO_DIFFERENCE} from other days"
    side = "more" if kind.per_day > others.per_day else "fewer"
    return f"{side} than on other days, {BY_MORE}"


def finding_of_months(months: MonthsOfMeasures) -> str:
    """Say in a sentence which months of which measures are out of their measure's average."""
    if not months.measures:
        return "Too few months, or too few records, to compare months with each other"
    told = [
        (month, row.measure) for row in months.measures for month in row.months if month is not None
    ]
    out = [(month, measure) for month, measure in told if month.stands_out]
    if not out:
        return f"None of {len(told)} months stands out from its measure's average"
    furthest, measure = max(out, key=lambda each: abs(each[0].percent))
    side = "above" if furthest.percent > 0 else "below"
    verb = "stands" if len(out) == 1 else "stand"
    return (
        f"{len(out)} of {len(told)} months {verb} out from their measure's average, furthest "
        f"{measure.label} in {furthest.month:%B %Y}: {rounded(abs(furthest.percent), 0)}% {side} "
        f"it ({count_of(furthest.records, 'record')})"
    )


def _percent(part: float, of: float) -> str:
    return f"{rounded(100 * part / of, 0)}%"


def _of(part: float, of: float) -> str:
    return f"({whole(part):,} of {whole(of):,})"
