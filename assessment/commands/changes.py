"""`changes`: what is asked on the command line, answered as text or JSON."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.changes import (
    Available,
    By,
    Change,
    Place,
    Question,
    YearOnYear,
    available,
    forces,
    set_with_months,
    year_on_year,
)
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import FLAGS, HOME_OFFICE, districts, measure_set_named, measure_sets
from assessment.definitions.spelling import close_to, plain
from assessment.errors import InvalidRequest
from assessment.outputs.changes import change_wording
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

Held = Mapping[str, Available]


def changes(asked: Namespace) -> int:
    """Answer what changed between two periods."""
    with opened(asked) as workspace:
        answers = [year_on_year(workspace, question) for question in _questions(workspace, asked)]
    if asked.json:
        # In ASCII: a Windows console may be unable to write a minus sign.
        say_json(_as_json(answers))
    else:
        _print(answers)
    return 0


def _questions(workspace: Workspace, asked: Namespace) -> list[Question]:
    """Read the question; with no set named, the one that carries it, and the flags beside it."""
    place = _place(workspace, asked.partnership)
    held = available(workspace, place)
    period = _period(place, held, asked)
    comparison = _comparison(period, asked)
    needed = frozenset(period.months() + comparison.months())
    sets = _sets(held, needed, asked.measure_set, asked.measure)
    return [
        Question(place, period, comparison, each, _by(asked.by), asked.measure) for each in sets
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
    found = partnership(workspace, text)
    return Place(found.name, found.districts)


def _force(workspace: Workspace, name: str) -> str:
    """Return the force meant: one of England and Wales, or any that an extract covers."""
    covered = {plain(force): force for force in forces(workspace)}
    if found := covered.get(plain(name)) or districts().find_force(name):
        return found
    every = {_bare(force): force for force in (*districts().forces, *covered.values())}
    near = [every[bare] for bare in close_to(_bare(name), every)]
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise InvalidRequest(f"'{name}' is not a police force of England or Wales.{hint}")


def _bare(force: str) -> str:
    """Return a force's name without the word that most forces share."""
    return force.removesuffix(" Police").removesuffix(" Constabulary")


def _sets(
    held: Held, needed: frozenset[date], asked_set: str | None, measure: str | None
) -> list[str]:
    """Return the sets to answer in: rows of two classifications are never put side by side."""
    if asked_set is not None:
        return [measure_set_named(asked_set).id]
    best = set_with_months(held, needed)
    chosen = best.measure_set if best else HOME_OFFICE
    if measure is None:
        return [chosen, *({FLAGS} & held.keys())]
    holders = [each for each in (chosen, *held, *measure_sets()) if _holds(each, measure)]
    # Where no set has it, the chosen one says which of its measures look like it.
    return holders[:1] or [chosen]


def _holds(measure_set: str, measure: str) -> bool:
    return any(each.id == measure for each in measure_sets()[measure_set].measures)


def _period(place: Place, held: Held, asked: Namespace) -> Period:
    kind = PeriodKind(asked.period)
    if kind is PeriodKind.CUSTOM:
        if not (asked.from_day and asked.to_day) or asked.ending:
            raise InvalidRequest("--period custom takes --from and --to, both YYYY-MM-DD.")
        return period_of_days(parse_day(asked.from_day), parse_day(asked.to_day))
    if asked.from_day or asked.to_day:
        raise InvalidRequest("--from and --to go with --period custom; others take --ending.")
    if asked.ending:
        return period_ending(kind, parse_month(asked.ending))
    if not held:
        raise InvalidRequest(
            f"Nothing has been loaded for {place.label} yet, so there is no latest period. "
            "Load an extract, or say --ending YYYY-MM."
        )
    return _latest(kind, _asked_of(held, asked.measure_set), asked)


def _asked_of(held: Held, asked_set: str | None) -> list[Available]:
    """Return the sets that can say which month is the latest: the one named, or all but flags."""
    if asked_set is not None and asked_set in held:
        return [held[asked_set]]
    return [one for one in held.values() if one.measure_set != FLAGS] or list(held.values())


def _latest(kind: PeriodKind, held: Sequence[Available], asked: Namespace) -> Period:
    """Return the latest period of a kind that some set can compare, else the latest of all."""

    def preference(found: tuple[Available, Period]) -> tuple[bool, date]:
        one, period = found
        needed = frozenset(period.months() + _comparison(period, asked).months())
        return one.covers(needed), one.last_month

    return max(((one, latest_ending(kind, one.last_month)) for one in held), key=preference)[1]


def _comparison(period: Period, asked: Namespace) -> Period:
    if not (asked.compare_from_day or asked.compare_to_day):
        return period.year_before()
    if not (asked.compare_from_day and asked.compare_to_day):
        raise InvalidRequest("--compare-from and --compare-to go together.")
    return period_of_days(parse_day(asked.compare_from_day), parse_day(asked.compare_to_day))


def _as_json(answers: Sequence[YearOnYear]) -> dict[str, Any]:
    question = answers[0].question
    return {
        "period": _period_json(question.period),
        "comparison": _period_json(question.comparison),
        "synthetic": any(answer.is_synthetic for answer in answers),
        # What the answer is in first; with none named, flags may follow.
        "measure_set": question.measure_set,
        "measure_sets": [answer.question.measure_set for answer in answers],
        "sources": sorted({each.source for one in answers for each in one.working.extracts}),
        "notes": list(dict.fromkeys(note for answer in answers for note in answer.caveats)),
        "rows": [_row(change, answer.question) for answer in answers for change in answer.changes],
    }


def _period_json(period: Period) -> dict[str, str]:
    return {
        "label": period.label,
        "from": period.start.isoformat(),
        "to": period.last_day.isoformat(),
    }


def _row(change: Change, question: Question) -> dict[str, Any]:
    return {
        "measure": change.measure.id,
        "label": change.measure.label,
        "measure_set": question.measure_set,
        "area": change.area,
        "area_code": _code(change, question),
        "previous": change.previous,
        "current": change.current,
        "difference": change.difference,
        "percent": change.percent,
        "interval_low": change.interval_low,
        "interval_high": change.interval_high,
        "p_value": change.p_value,
        "p_adjusted": change.p_adjusted,
        "verdict": change.verdict.value,
        "status": change.status.value,
        "reason": change.reason,
        "sentence": change_wording.sentence(change, question),
    }


def _code(change: Change, question: Question) -> str | None:
    """Return the code of a row's own area: of a row for a measure there is none."""
    if question.by is not By.DISTRICT:
        return change.area_code
    found = districts().find(change.area)
    return found.code if found else None


def _print(answers: Sequence[YearOnYear]) -> None:
    question = answers[0].question
    say(f"{question.place.label}: {question.period.dates}")
    say(f"compared with {question.comparison.dates}", "")
    if any(answer.is_synthetic for answer in answers):
        say("Note: synthetic example records, not real.", "")
    for answer in answers:
        for caveat in answer.caveats:
            say(f"Note: {caveat}")
        for change in answer.changes:
            sentence = change_wording.sentence(change, answer.question)
            say(f"{change_wording.verdict(change.verdict)}  {sentence}")
        say("")
