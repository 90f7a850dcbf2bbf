"""Who and what comes again: victims with several records, and the places of most records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.chance import points_between
from assessment.changes import By, Change, Question, Verdict, year_on_year
from assessment.changes.comparable.source_coverage import sets_searched, sources_for
from assessment.changes.counting.counts import leaf_lists
from assessment.definitions import Measure, measure_set_named
from assessment.patterns.places import Heat, top_tenth
from assessment.patterns.records_in_scope import Records
from assessment.patterns.victims.repeat_victims import RepeatVictims, repeat_victims
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

# Where fewer of the records name a victim than this share, those that do may be of one kind.
LEAST_NAMING = 0.5
FEWEST_VICTIMS = 20
# So many points of a map are the busiest of them, with those that have as many records as the last.
TOP_POINTS = 20


class PlaceKind(StrEnum):
    """What a place that may come again is."""

    SMALL_AREA = "small area"
    POINT = "point on the map"


@dataclass(frozen=True)
class VictimsAgain:
    """The victims of a measure who come again within a year; None where no record names any.

    `points` is the share of them now less that before, with its 95% interval; None where the two
    are not compared, which `reason` says.
    """

    before: RepeatVictims | None
    now: RepeatVictims | None
    reason: str = ""
    points: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def is_clear(self) -> bool:
        """Whether counting alone does not explain the change."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class PlacesAgain:
    """The busiest places of the period, and how many of them were the busiest before.

    `places` have a record in either period. By lot, as many as `by_lot` would be both.
    """

    kind: PlaceKind
    places: int
    top: int
    top_before: int
    again: int
    records: int
    records_in_top: int
    names: tuple[str, ...] = ()

    @property
    def by_lot(self) -> float:
        """How many would be both if the busiest of each period were drawn by lot."""
        return self.top * self.top_before / self.places if self.places else 0.0


@dataclass(frozen=True)
class Repeats:
    """What comes again of one measure."""

    change: Change
    victims: VictimsAgain
    places: tuple[PlacesAgain, ...]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def repeats(workspace: Workspace, question: Question) -> Repeats:
    """Return who and what comes again of a measure, the first of its set where none is named.

    In whole months alone. Raises InvalidRequest for an unknown set or measure.
    """
    measures = measure_set_named(question.measure_set)
    measure = measures.measure(question.measure or measures.measures[0].id)
    asked = replace(question, by=By.MEASURE, measure=measure.id)
    change = year_on_year(workspace, asked).only
    if not question.is_whole_months:
        return Repeats(change, VictimsAgain(None, None), ())
    before, now = (
        repeat_victims(workspace, _records(workspace, asked, measure, period)).get(measure.id)
        for period in (question.comparison, question.period)
    )
    if change.previous is None or change.current is None:
        return Repeats(change, _victims(before, now, change), ())
    again = _small_areas(workspace, asked), _points(workspace, asked, measure)
    return Repeats(change, _victims(before, now, change), tuple(filter(None, again)))


def _records(workspace: Workspace, question: Question, measure: Measure, period: Period) -> Records:
    return Records(
        period,
        leaf_lists([measure]),
        sources_for(workspace, question, (measure,)).lists,
        sets_searched(question.measure_set),
        question.place.ground_kind,
    )


def _victims(
    before: RepeatVictims | None, now: RepeatVictims | None, change: Change
) -> VictimsAgain:
    """Set both shares beside each other where nothing is against it."""
    told = VictimsAgain(before, now)
    if before is None or now is None:
        return told
    if reason := _against(before, now, change):
        return replace(told, reason=reason)
    points, low, high = points_between(now.repeat, now.victims, before.repeat, before.victims)
    return replace(told, points=points, low=low, high=high)


def _against(before: RepeatVictims, now: RepeatVictims, change: Change) -> str:
    if change.previous is None or change.current is None:
        return "One of the periods is not wholly covered."
    if change.verdict is Verdict.NOT_COMPARABLE:
        return change.reason
    if max(before.keys, now.keys) > 1:
        return "Victims were marked with more than one key, and none is known again under another."
    pairs = (now, change.current), (before, change.previous)
    if any(victims.naming < LEAST_NAMING * records for victims, records in pairs):
        return "Less than half of the records of one of the periods name a victim."
    if min(before.victims, now.victims) < FEWEST_VICTIMS:
        return f"Fewer than {FEWEST_VICTIMS} victims are named in one of the periods."
    return ""


def _small_areas(workspace: Workspace, question: Question) -> PlacesAgain | None:
    """Return the busiest tenth of small areas, and which of them were that before."""
    answer = year_on_year(workspace, replace(question, by=By.LSOA))
    rows = [row for row in answer.changes if row.is_area_given]
    counts = [(row.previous, row.current) for row in rows]
    if not rows or any(None in pair for pair in counts):
        return None
    before, now = ([pair[at] or 0 for pair in counts] for at in (0, 1))
    tops = [[heat is Heat.HOT for heat in top_tenth(each)] for each in (before, now)]
    both = [row.area for row, was, is_now in zip(rows, *tops, strict=True) if was and is_now]
    return _again(PlaceKind.SMALL_AREA, now, tops, tuple(both))


def _points(workspace: Workspace, question: Question, measure: Measure) -> PlacesAgain | None:
    """Return the busiest points of the map, and how many of them were that before."""
    records = _records(workspace, question, measure, question.period)
    given = records.given()
    del given["first_month"], given["end_month"]
    counts = workspace.store.rows(
        "repeat_places",
        **given,
        first_before=question.comparison.start,
        end_before=question.comparison.end,
        first_now=question.period.start,
        end_now=question.period.end,
    )
    if not counts:
        return None
    before, now = ([pair[at] for pair in counts] for at in (0, 1))
    return _again(PlaceKind.POINT, now, [_top_points(each) for each in (before, now)])


def _top_points(counts: Sequence[int]) -> list[bool]:
    """Tell which are the busiest: those with several records, and as many as the last of them."""
    last = sorted(counts, reverse=True)[:TOP_POINTS][-1]
    return [count >= max(last, 2) for count in counts]


def _again(
    kind: PlaceKind,
    now: Sequence[int],
    tops: Sequence[Sequence[bool]],
    names: tuple[str, ...] = (),
) -> PlacesAgain | None:
    was, is_now = tops
    if not any(was) or not any(is_now):
        return None
    return PlacesAgain(
        kind,
        len(now),
        sum(is_now),
        sum(was),
        sum(one and other for one, other in zip(was, is_now, strict=True)),
        sum(now),
        sum(count for count, top in zip(now, is_now, strict=True) if top),
        names,
    )
