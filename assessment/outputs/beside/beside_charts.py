"""Two measures by month as one line chart, on one scale that it names."""

from datetime import date

from assessment.outputs.beside.beside_wording import finding, short_name
from assessment.outputs.charts.line_chart import Event, Line, LineChart, Mark, Stroke, Values
from assessment.outputs.charts.roles import Role
from assessment.patterns.beside import Beside, MonthsBeside, Scale, Side

NOT_COVERED = "not covered"
DOUBTFUL = "far fewer records than usual, and in no mean"
ROLES = ((Role.NOW, Stroke.SOLID), (Role.BESIDE, Stroke.DASHED))


def months_chart(found: Beside, months: MonthsBeside) -> LineChart:
    """Describe both measures by month."""
    return LineChart(
        finding(found),
        unit(found, months),
        tuple(f"{month:%b %Y}" for month in months.months),
        tuple(
            Line(short_name(side), _whole(values), role, stroke)
            for side, values, (role, stroke) in zip(found.sides, months.drawn, ROLES, strict=True)
        ),
        in_words(found, months),
        marks=tuple(
            Mark(at, value, Role.USUAL, f"{short_name(side)}: {DOUBTFUL}")
            for side, values, doubtful in zip(
                found.sides, months.drawn, months.doubtful, strict=True
            )
            for at, (month, value) in enumerate(zip(months.months, values, strict=True))
            if month in doubtful and value is not None
        ),
        events=_events(found, months),
        nothing=NOT_COVERED,
    )


def events_in_words(chart: LineChart) -> tuple[str, ...]:
    """Say what each numbered line is: from then on something is recorded otherwise."""
    return tuple(
        f"{number} {chart.times[event.at]}: {event.words}"
        for number, event in enumerate(chart.events, start=1)
    )


def unit(found: Beside, months: MonthsBeside) -> str:
    """Say what the one scale counts."""
    if months.scale is Scale.INDEX:
        return "each one's mean month = 100"
    nouns = dict.fromkeys(side.measure.noun[1] for side in found.sides)
    return f"{' and '.join(nouns)} a month"


def scale_in_words(found: Beside, months: MonthsBeside) -> str:
    """Say how the lines are to be read."""
    if months.scale is Scale.COUNT:
        return "Both lines count records, on one scale."
    own, other = (
        f"{round(mean):,} {side.measure.noun[1]} ({short_name(side)})"
        for side, mean in zip(found.sides, months.means, strict=True)
    )
    return (
        f"One has many more records than the other, so each line is a part of its own mean month "
        f"over the months that both have: 100 is {own} and {other}. The lines tell when each was "
        "high or low, and not which has more."
    )


def in_words(found: Beside, months: MonthsBeside) -> str:
    """Say what is to be seen."""
    told = ". ".join(
        _line(side, values, months) for side, values in zip(found.sides, months.counts, strict=True)
    )
    return f"Line chart of two measures by month. {told}. Every month is in the table below it."


def _line(side: Side, values: Values, months: MonthsBeside) -> str:
    known = [(n, month) for n, month in zip(values, months.months, strict=True) if n is not None]
    most, least = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    return (
        f"{side.measure.label} ({short_name(side)}): most in {most[1]:%B %Y} ({most[0]:,}), "
        f"fewest in {least[1]:%B %Y} ({least[0]:,})"
    )


def _whole(values: Values) -> Values:
    return tuple(None if value is None else round(value, 1) for value in values)


def _events(found: Beside, months: MonthsBeside) -> tuple[Event, ...]:
    """Return what was recorded otherwise from a month on, of either, told once for each month."""
    told: dict[date, list[str]] = {}
    for side, events in zip(found.sides, months.events, strict=True):
        for event in events:
            if event.month in months.months:
                told.setdefault(event.month, []).append(f"{short_name(side)}: {event.effect}")
    return tuple(
        Event(months.months.index(month), " ".join(words)) for month, words in sorted(told.items())
    )
