"""The questions that the options of `changes` ask: of which place, periods and measure sets."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date

from assessment.changes import (
    Available,
    By,
    Place,
    Question,
    available,
    extract_as_at,
    forces,
    set_with_months,
)
from assessment.definitions import FLAGS, HOME_OFFICE, districts, measure_set_named, measure_sets
from assessment.definitions.spelling import close_to, plain
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.periods import (
    Period,
    PeriodKind,
    latest_ending,
    parse_day,
    parse_month,
    period_ending,
    period_of_days,
)
from assessment.workspace import Workspace

# What is loaded for a place, by measure set.
Loaded = Mapping[str, Available]


def questions_of(workspace: Workspace, options: Namespace) -> list[Question]:
    """Read the question; with no set named, the one that carries it, and the flags beside it."""
    place = _place(workspace, options.partnership)
    loaded = available(workspace, place)
    period = _period(place, loaded, options)
    comparison = _comparison(period, options)
    needed = frozenset(period.months() + comparison.months())
    as_at = None if options.as_at is None else extract_as_at(workspace, options.as_at).id
    sets = _sets(loaded, needed, options.measure_set, options.measure)
    return [
        Question(place, period, comparison, measure_set, _by(options.by), options.measure, as_at)
        for measure_set in sets
    ]


def _by(text: str) -> By:
    if text not in set(By):
        raise InvalidRequest(f"--by takes {', '.join(By)}, not '{text}'.")
    return By(text)


def _place(workspace: Workspace, text: str) -> Place:
    kind, _, name = text.partition(":")
    if kind == "force" and name:
        force = _force(workspace, name)
        return Place(force, (), force)
    named = partnership(workspace, text)
    return Place(named.name, named.districts)


def _force(workspace: Workspace, name: str) -> str:
    """Return the force meant: one of England and Wales, or any that an extract covers."""
    covered = {plain(force): force for force in forces(workspace)}
    if known := covered.get(plain(name)) or districts().find_force(name):
        return known
    every = {_bare(force): force for force in (*districts().forces, *covered.values())}
    near = [every[bare] for bare in close_to(_bare(name), every)]
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise InvalidRequest(f"'{name}' is not a police force of England or Wales.{hint}")


def _bare(force: str) -> str:
    """Return a force's name without the word that most forces share."""
    return force.removesuffix(" Police").removesuffix(" Constabulary")


def _sets(
    loaded: Loaded, needed: frozenset[date], named_set: str | None, measure: str | None
) -> list[str]:
    """Return the sets to answer in: rows of two classifications are never put side by side."""
    if named_set is not None:
        return [measure_set_named(named_set).id]
    best = set_with_months(loaded, needed)
    chosen = best.measure_set if best else HOME_OFFICE
    if measure is None:
        return [chosen, *({FLAGS} & loaded.keys())]
    holders = [
        measure_set
        for measure_set in (chosen, *loaded, *measure_sets())
        if _holds(measure_set, measure)
    ]
    # Where no set has it, the chosen one says which of its measures look like it.
    return holders[:1] or [chosen]


def _holds(measure_set: str, measure_id: str) -> bool:
    return any(measure.id == measure_id for measure in measure_sets()[measure_set].measures)


def _period(place: Place, loaded: Loaded, options: Namespace) -> Period:
    kind = PeriodKind(options.period)
    if kind is PeriodKind.CUSTOM:
        if None in (options.from_day, options.to_day) or options.ending is not None:
            raise InvalidRequest("--period custom takes --from and --to, both YYYY-MM-DD.")
        return period_of_days(parse_day(options.from_day), parse_day(options.to_day))
    if (options.from_day, options.to_day) != (None, None):
        raise InvalidRequest("--from and --to go with --period custom; others take --ending.")
    if options.ending is not None:
        return period_ending(kind, parse_month(options.ending))
    if not loaded:
        raise InvalidRequest(
            f"Nothing has been loaded for {place.label} yet, so there is no latest period. "
            "Load an extract, or say --ending YYYY-MM."
        )
    return _latest(kind, _dated_by(loaded, options.measure_set, options.measure), options)


def _dated_by(loaded: Loaded, named_set: str | None, measure: str | None) -> list[Available]:
    """Return the sets that can say which month is the latest.

    The one named; or those of the police, or such as hold the measure asked for.
    """
    if named_set is not None and named_set in loaded:
        return [loaded[named_set]]
    but_flags = [months for months in loaded.values() if months.measure_set != FLAGS]
    holding = [months for months in but_flags if measure and _holds(months.measure_set, measure)]
    police = [months for months in but_flags if months.is_of_police]
    return holding or police or but_flags or list(loaded.values())


def _latest(kind: PeriodKind, loaded: Sequence[Available], options: Namespace) -> Period:
    """Return the latest period of a kind that some set can compare, else the latest of all."""

    def preference(candidate: tuple[Available, Period]) -> tuple[bool, date]:
        months, period = candidate
        needed = frozenset(period.months() + _comparison(period, options).months())
        return months.covers(needed), months.last_month

    candidates = ((months, latest_ending(kind, months.last_month)) for months in loaded)
    _, period = max(candidates, key=preference)
    return period


def _comparison(period: Period, options: Namespace) -> Period:
    days = (options.compare_from_day, options.compare_to_day)
    if days == (None, None):
        return period.year_before()
    if None in days:
        raise InvalidRequest("--compare-from and --compare-to go together.")
    return period_of_days(parse_day(options.compare_from_day), parse_day(options.compare_to_day))
