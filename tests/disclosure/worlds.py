"""Stores with many small counts, and every view of them that a partner can ask for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from random import Random

from assessment.changes import By, Place, Question
from assessment.changes.withheld.shown_years import pieces_of
from assessment.definitions import (
    FLAGS,
    HOME_OFFICE,
    MeasureKind,
    counted_under,
    measure_sets,
)
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.periods import Period, PeriodKind, add_months
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace
from tests.changes.given import BOTH, Given, months
from tests.disclosure.attack import Atom, Knowledge, Sum
from tests.disclosure.readable import (
    BANDS,
    NAMING,
    UNNAMED,
    World,
    apart_of,
    leaves_of,
    read_changes,
    read_evidence,
    read_unlocated,
)

DISTRICTS = ("Castle Point", "Maldon", "Rochford")
ESSEX = Place("Essex Police", (), "Essex Police")
# Two partnerships share a district.
PLACES = (
    Place("Rochford", ("Rochford",)),
    Place("Castle Point and Rochford", ("Castle Point", "Rochford")),
    Place("Maldon and Rochford", ("Maldon", "Rochford")),
)
FIRST, LAST = date(2020, 4, 1), date(2023, 3, 1)
MARCHES = (date(2022, 3, 1), date(2023, 3, 1))
TOTALS = tuple(total.id for total in measure_sets()[HOME_OFFICE].totals)
SUBJECTS = (*BOTH, *sorted(leaves_of(measure_sets()[FLAGS])))
# Records of a leaf in a piece of time: many kinds of crime, or hardly any.
# How many records of some are of victims that they do not name: most have to, or no share is told.
UNNAMED_OF = (0, 0, 1, 2, 3, 6)
VICTIMS = 90
# What each record says of victims in one way or another.
VICTIM_KINDS = ((NAMING, UNNAMED), BANDS)
COUNTS = {1: (0, 0, 0, 1, 2, 3, 4, 5, 7, 9, 14, 40), 2: (0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 8)}


@dataclass(frozen=True)
class Case:
    """What assessments there are, and the periods that a partner asks for, each with another.

    Where it `has_totals`, some records stand under a total alone, as a table of counts has them
    whose total is more than its rows.
    """

    endings: tuple[date, ...]
    periods: tuple[tuple[Period, Period], ...]
    has_totals: bool = False


def _months(first: date, last: date) -> Period:
    return Period(PeriodKind.CUSTOM, first, add_months(last, 1))


def _year(ending: date) -> tuple[Period, Period]:
    year = year_ending(ending)
    return year, year.year_before()


YEARS = tuple(map(_year, MARCHES))
# They end in other months, hold one another, or begin in the middle of one.
OVERLAPPING = (
    _year(date(2022, 4, 1)),
    _year(date(2022, 9, 1)),
    _year(date(2022, 12, 1)),
    (_months(date(2022, 4, 1), date(2022, 9, 1)), _months(date(2021, 4, 1), date(2021, 9, 1))),
    (_months(date(2023, 1, 1), date(2023, 3, 1)), _months(date(2022, 1, 1), date(2022, 3, 1))),
    (_months(date(2022, 4, 1), date(2022, 4, 1)), _months(date(2022, 4, 1), date(2023, 3, 1))),
    (_months(date(2021, 4, 1), date(2023, 3, 1)), _months(date(2020, 4, 1), date(2021, 3, 1))),
)
CASES = {
    "no assessment, every kind of period": Case((), YEARS + OVERLAPPING),
    "two consecutive years": Case(MARCHES, YEARS + OVERLAPPING),
    "two years that overlap": Case((date(2022, 3, 1), date(2022, 9, 1)), YEARS + OVERLAPPING),
    "totals that are more than their rows": Case(MARCHES, YEARS, has_totals=True),
}


def starts_of(case: Case) -> tuple[date, ...]:
    """Return the months in which pieces begin that every period of a case is made of."""
    ends = {end for pair in case.periods for one in pair for end in (one.start, one.end)}
    return tuple(sorted(end for end in ends | {FIRST} if end <= LAST))


def a_world(given: Given, case: Case, seed: int) -> tuple[World, Mapping[Atom, int]]:
    """Fill a store with records by chance, the same for the same seed."""
    grounds = [*(("district", name) for name in DISTRICTS), ("force", "Essex Police")]
    given.extract(covers=grounds, subjects=SUBJECTS, when=months(FIRST, LAST))
    workspace, starts = given.workspace, starts_of(case)
    filling = _Filling(given, Random(seed + 100))  # noqa: S311
    true = dict(_records(filling, Random(seed), starts, case, COUNTS[seed]))  # noqa: S311
    true |= filling.apart
    given.seal()
    for place in PLACES:
        add_partnership(workspace, place.label, place.districts)
    for ending in case.endings:
        scheme = shipped_schemes()["weighted-evidence"]
        start_assessment(workspace, "rochford", ending, scheme, issues()[:3])
    partner = Workspace(workspace.store, Person("somebody", Role.PARTNER))
    return World(partner, workspace, DISTRICTS, starts), true


@dataclass
class _Filling:
    """A store being filled with records that name a victim or not, and say their sex or not."""

    given: Given
    chance: Random
    apart: dict[Atom, int] = field(default_factory=dict)

    def records(self, n: int, month: date, atom: Atom, flags: tuple[str, ...] = ()) -> None:
        """Add records of a leaf, and of a flag that they carry."""
        unnamed = min(n, self.chance.choice(UNNAMED_OF))
        bands = self.chance.choice((BANDS[:1], BANDS[:2], BANDS))
        for at in range(n):
            band = self.chance.choice(bands)
            mark = f"thekey00victim{self.chance.randrange(VICTIMS):03}"
            self.given.records(
                1,
                month,
                atom.leaf,
                district=atom.district or None,
                flags=flags,
                victims=() if at < unnamed else (mark,),
                bands=() if band == BANDS[-1] else (band,),
            )
            self._count(atom, UNNAMED if at < unnamed else NAMING, flags)
            self._count(atom, band, flags)

    def _count(self, atom: Atom, which: str, flags: Iterable[str]) -> None:
        for of in (atom, *(atom._replace(measure_set=FLAGS, leaf=flag) for flag in flags)):
            (cell,) = apart_of([of], which)
            self.apart[cell] = self.apart.get(cell, 0) + 1


def _records(
    given: _Filling, chance: Random, starts: Sequence[date], case: Case, counts: Sequence[int]
) -> Iterator[tuple[Atom, int]]:
    for piece, month in enumerate(starts):
        for district in (*DISTRICTS, ""):
            for leaf in leaves_of(measure_sets()[HOME_OFFICE]):
                if leaf in TOTALS and not case.has_totals:
                    yield Atom(HOME_OFFICE, leaf, district, piece), 0
                    continue
                n = chance.choice(counts)
                atom = Atom(HOME_OFFICE, leaf, district, piece)
                flags = leaves_of(measure_sets()[FLAGS]) if leaf == "other-theft" else ()
                given.records(n, month, atom)
                for flag in flags:
                    flagged = chance.choice(counts)
                    given.records(flagged, month, atom, (flag,))
                    yield Atom(FLAGS, flag, district, piece), flagged
                    n += flagged
                yield atom, n


def issues() -> list[Issue]:
    """Return every measure as an issue, and two that are put together of several."""
    every = [
        (of, measure.id)
        for of in (HOME_OFFICE, FLAGS)
        for measure in measure_sets()[of].measures
        if measure.kind not in (MeasureKind.TOTAL, MeasureKind.UNMAPPED)
    ]
    single = [Issue(f"{of}-{one}", one, ((of, one),), under_reported=False) for of, one in every]
    thefts = [(HOME_OFFICE, one) for one in ("bicycle-theft", "theft-from-the-person")]
    homes = [(HOME_OFFICE, one) for one in ("residential-burglary", "arson", "robbery")]
    together = [Issue(each[0][1], "together", tuple(each), False) for each in (thefts, homes)]
    return [*together, *single]


def everything_read(world: World, case: Case, true: Mapping[Atom, int]) -> Knowledge:
    """Ask for every view as a partner, and keep what is read."""
    known = Knowledge()
    _sees_what_victims_add_up_to(known, true)
    for cells in _told_apart(world, case):
        known.sees_none(cells, sum(true[cell] for cell in cells))
    places = (*PLACES, ESSEX)
    for period, comparison in case.periods:
        for place in places:
            for of in (HOME_OFFICE, FLAGS):
                for measure, by in _rows_asked(of):
                    question = Question(place, period, comparison, of, by, measure)
                    read_changes(world, known, question)
            if not place.force and comparison == period.year_before():
                read_evidence(world, known, place, period, issues())
        for of in (HOME_OFFICE, FLAGS):
            read_unlocated(world, known, "Essex Police", period, of)
    return known


def _sees_what_victims_add_up_to(known: Knowledge, true: Mapping[Atom, int]) -> None:
    """Remember that each record names a victim or none, and that it stands in one line by sex."""
    for atom in true:
        for kinds in VICTIM_KINDS:
            parts = [cell for which in kinds for cell in apart_of([atom], which)]
            if not true.keys().isdisjoint(parts):
                known.between("of victims", dict.fromkeys(parts, 1.0) | {atom: -1.0}, 0, 0)


def _told_apart(world: World, case: Case) -> Iterator[list[Atom]]:
    """Yield what is none or not: records of a leaf in a district, in a piece that is shown."""
    ends = {add_months(end, 1 - 12 * back) for end in case.endings for back in range(3)}
    pieces = pieces_of(Period(PeriodKind.CUSTOM, FIRST, add_months(LAST, 1)), ends)
    for of in (HOME_OFFICE, FLAGS):
        for leaf, district, piece in product(
            leaves_of(measure_sets()[of]), (*DISTRICTS, ""), pieces
        ):
            yield world.atoms([leaf], of, [district], piece)


def _rows_asked(of: str) -> Iterator[tuple[str | None, By]]:
    yield None, By.MEASURE
    yield None, By.DISTRICT
    for by in (By.WARD, By.LSOA):
        yield measure_sets()[of].measures[0].id, by


def protected(world: World, case: Case, true: Mapping[Atom, int]) -> set[Sum]:
    """Return every count that some table could have: of a measure or a rest, a place, a period."""
    periods = {one for pair in case.periods for one in pair}
    pieces = [{at} for at in range(len(world.months))]
    spans = [
        *pieces,
        *(
            {at for at, month in enumerate(world.months) if one.start <= month < one.end}
            for one in periods
        ),
    ]
    places = [*({each} for each in (*DISTRICTS, "")), *(set(each.districts) for each in PLACES)]
    wanted = [
        (of.id, set(leaves))
        for of in (measure_sets()[HOME_OFFICE], measure_sets()[FLAGS])
        for leaves in (
            *(counted_under(m) for m in of.measures),
            *((leaf,) for leaf in leaves_of(of)),
        )
    ]
    found = {
        frozenset(
            Atom(of, leaf, district, piece)
            for leaf in leaves
            for district in districts
            for piece in span
        )
        for of, leaves in wanted
        for districts in places
        for span in spans
    }
    found |= {frozenset(apart_of(cells, which)) for cells in found for which in (NAMING, UNNAMED)}
    return {cells for cells in found if 0 < sum(true.get(cell, 0) for cell in cells) < 5}
