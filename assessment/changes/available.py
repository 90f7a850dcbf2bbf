"""What can be asked about a place: sets, months, a question to begin with, what lies outside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.comparable.comparable_periods import PREFERRED_KINDS, comparable, last_run
from assessment.changes.comparable.source_coverage import Covering, Months, choose, coverings
from assessment.changes.comparison import set_asked
from assessment.changes.counting.counts import subjects_of
from assessment.changes.question import Place, Question
from assessment.changes.redaction import shown_pieces
from assessment.definitions import FLAGS, HOME_OFFICE, POLICE_UK, MeasureSet, measure_sets
from assessment.disclosure import fewest_shown, is_few
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.periods import Period, PeriodKind, add_months, latest_ending, month_start
from assessment.permissions import needs
from assessment.workspace import Workspace

# The Home Office groups are what most reports print: they are shown where both carry as much.
PREFERRED_SETS = (HOME_OFFICE, POLICE_UK)
RECENT = 12  # months; a set that ended longer ago than another is history beside it


@dataclass(frozen=True)
class Available:
    """A measure set that some source covers in all of a place, and the months it covers."""

    measure_set: str
    label: str
    months: tuple[date, ...]

    @property
    def first_month(self) -> date:
        """The first covered month."""
        return self.months[0]

    @property
    def last_month(self) -> date:
        """The last covered month."""
        return self.months[-1]

    def covers(self, needed: Months) -> bool:
        """Tell whether every month needed is covered."""
        return needed <= frozenset(self.months)

    def comparable(self) -> tuple[Period, ...]:
        """Return the periods that can be compared with the same dates a year earlier."""
        return comparable(frozenset(self.months))


@needs(Permission.READ_FIGURES, of="place")
def available(workspace: Workspace, place: Place) -> Mapping[str, Available]:
    """Return what there is for a place by measure set, in display order.

    A month counts where all of the place is covered about the subject that is covered best: a
    lone month of some flag does not decide how far a set reaches.
    """
    others = [name for name in measure_sets() if name not in PREFERRED_SETS]
    sets = [measure_sets()[name] for name in (*PREFERRED_SETS, *others)]
    found = ((one, covered_months(workspace, place, one)) for one in sets)
    return {one.id: Available(one.id, one.label, months) for one, months in found if months}


@needs(Permission.READ_FIGURES)
def forces(workspace: Workspace) -> tuple[str, ...]:
    """Return the forces that can be asked about as a whole."""
    return tuple(force for (force,) in workspace.store.rows("forces_covered"))


@needs(Permission.READ_FIGURES, of="place")
def default_question(workspace: Workspace, place: Place) -> Question:
    """Return the question that a page opens with; raises InvalidRequest where nothing is loaded.

    For each set, the first kind of period for which its data carry the comparison with the year
    before. Of sets that carry one, those that reach within a year of the furthest; of these, the
    one that carries the first kind, then the one that reaches furthest. A lone month of one set
    does not hide the years of another. Where no set carries one to its end, the latest period
    that can be compared; where there is none, the last months that there are.
    """
    sets = available(workspace, place)
    held = [sets[name] for name in PREFERRED_SETS if name in sets] or list(sets.values())
    if not held:
        raise InvalidRequest(
            f"Nothing has been loaded for {place.label} yet. Load an extract first."
        )
    found = [(one, kind) for one in held if (kind := _carried_kind(one))]
    best, period = _carried(found) if found else _latest(held)
    return Question(place, period, period.year_before(), best.measure_set)


def _carried(found: Sequence[tuple[Available, PeriodKind]]) -> tuple[Available, Period]:
    oldest = add_months(max(one.last_month for one, _ in found), -RECENT)
    recent = [(one, kind) for one, kind in found if one.last_month > oldest]
    # Of sets that are alike, max keeps the first.
    best, kind = max(recent, key=lambda each: (-PREFERRED_KINDS.index(each[1]), each[0].last_month))
    return best, latest_ending(kind, best.last_month)


def _latest(held: Sequence[Available]) -> tuple[Available, Period]:
    can = [(one, period) for one in held for period in one.comparable()[:1]]
    if can:
        return max(can, key=lambda each: (each[1].end, each[1].days))
    best = max(held, key=lambda one: one.last_month)
    return best, last_run(frozenset(best.months)) or latest_ending(
        PREFERRED_KINDS[0], best.last_month
    )


def _carried_kind(one: Available) -> PeriodKind | None:
    """Return the first kind of period that a set can compare with the year before, if any."""
    for kind in PREFERRED_KINDS:
        period = latest_ending(kind, one.last_month)
        if one.covers(frozenset(period.months() + period.year_before().months())):
            return kind
    return None


def set_with_months(held: Mapping[str, Available], needed: Months) -> Available | None:
    """Return the set to answer in where nobody names one; None where there is none.

    The one that has every month needed, then the one that reaches furthest. Flags are a question
    of their own.
    """
    return max(
        (one for one in held.values() if one.measure_set != FLAGS),
        key=lambda one: (one.covers(needed), one.last_month),
        default=None,
    )


@needs(Permission.READ_FIGURES, of="place", named="force")
def unlocated(
    workspace: Workspace, force: str, period: Period, measure_set: str | None = None
) -> int | None:
    """Count a force's records that name no district, in the months that a period touches.

    They count for the force and for no partnership. Without a set, the first that the force has.
    None where whoever asks may not know.
    """
    place = Place(force, (), force)
    fewest, pieces = fewest_shown(workspace), shown_pieces(workspace, place, period)
    counts = [_unlocated(workspace, place, piece, measure_set) for piece in pieces]
    # Flags overlap: how many there are in all is no total that any of them is protected in.
    is_withheld = fewest > 1 and measure_set == FLAGS
    if is_withheld or not pieces or any(is_few(count, fewest) for count in counts):
        return None
    return sum(counts)


def _unlocated(workspace: Workspace, place: Place, period: Period, measure_set: str | None) -> int:
    sets = available(workspace, place)
    asked = set_asked(
        measure_set or next((name for name in PREFERRED_SETS if name in sets), HOME_OFFICE)
    )
    rows = workspace.store.rows(
        "unlocated_records",
        force=place.force,
        measure_set=asked.id,
        leaves=sorted({leaf for measure in asked.measures for leaf in measure.leaves}),
        first_month=month_start(period.start),
        end_month=add_months(period.months()[-1], 1),
    )
    sources = _sources(workspace, place, asked, frozenset(period.months()))
    # A force that no extract claims to cover still has its records, from wherever they came.
    return sum(n for source, n in rows if not sources or source in sources)


@needs(Permission.READ_FIGURES, of="place")
def covered_months(workspace: Workspace, place: Place, measure_set: MeasureSet) -> tuple[date, ...]:
    """Return the months in which all of a place is covered, about the subject covered best.

    Where no month is covered in all of it, the months covered in some of it: the answer then says
    where data are missing, which a page without dates could not.
    """
    found = coverings(workspace, place, measure_set.id)
    by_subject = [
        [frozenset().union(*_whole(found, ground, subject)) for ground in place.grounds]
        for subject in sorted(subjects_of_set(measure_set))
    ]
    everywhere = max((frozenset.intersection(*months) for months in by_subject), key=len)
    somewhere = max((frozenset.union(*months) for months in by_subject), key=len)
    return tuple(sorted(everywhere or somewhere))


def _whole(found: Iterable[Covering], ground: str, subject: str) -> list[Months]:
    return [one.whole for one in found if (one.ground, one.subject) == (ground, subject)]


def _sources(
    workspace: Workspace, place: Place, measure_set: MeasureSet, months: Months
) -> set[str]:
    found = coverings(workspace, place, measure_set.id)
    choice = choose(found, place.grounds, subjects_of_set(measure_set), months)
    return set(choice.lists()["sources"])


def subjects_of_set(measure_set: MeasureSet) -> set[str]:
    """Return everything that must be covered for all of a set to be counted."""
    return {subject for measure in measure_set.measures for subject in subjects_of(measure)}
