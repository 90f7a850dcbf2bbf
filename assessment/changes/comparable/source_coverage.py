"""Which source answers for each area and subject, and for which months.

Several sources may cover the same ground (a force's file and a public one): each figure takes its
records from exactly one of them, so that nothing is counted twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.question import Place
from assessment.definitions import FLAGS, INCIDENT_SUBJECT, measure_sets, offence_leaves
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

Months = frozenset[date]


@dataclass(frozen=True)
class Covering:
    """The months that one source covers, about a subject in a ground: wholly, and only partly.

    `last_extract` is the number of its latest, which is later than any with a lower one.
    """

    ground: str
    subject: str
    source: str
    synthetic: bool
    last_extract: int
    whole: Months
    partial: Months
    is_narrow: bool = False  # all its offences are of one kind: it says nothing of the others


@dataclass(frozen=True)
class Chosen:
    """The source that answers about a subject in a ground, and those passed over for it."""

    ground: str
    subject: str
    covering: Covering | None
    passed_over: tuple[str, ...] = ()

    @property
    def whole(self) -> Months:
        """Months in which no record means that there was none."""
        return self.covering.whole if self.covering else frozenset()

    @property
    def partial(self) -> Months:
        """Months of which the source has only a part."""
        return self.covering.partial if self.covering else frozenset()


@dataclass(frozen=True)
class Choice:
    """What is chosen for every ground and subject of a question."""

    by_key: Mapping[tuple[str, str], Chosen]

    def of(self, grounds: Iterable[str], subjects: Iterable[str]) -> tuple[Chosen, ...]:
        """Return what is chosen for some grounds and subjects."""
        wanted = tuple(subjects)
        return tuple(self.by_key[ground, subject] for ground in grounds for subject in wanted)

    def whole(self, grounds: Iterable[str], subjects: Iterable[str]) -> Months:
        """Return the months that are covered for all of some grounds and subjects."""
        return frozenset.intersection(*(chosen.whole for chosen in self.of(grounds, subjects)))

    def lists(self) -> dict[str, list[str]]:
        """Return grounds, subjects and sources side by side, as the queries take them."""
        found = [chosen.covering for chosen in self.by_key.values() if chosen.covering]
        return {
            "grounds": [covering.ground for covering in found],
            "subjects": [covering.subject for covering in found],
            "sources": [covering.source for covering in found],
        }


def choose(
    coverings: Iterable[Covering],
    grounds: Sequence[str],
    subjects: Iterable[str],
    needed: Months,
) -> Choice:
    """Choose one source for each ground and subject.

    Preferred, in this order: one that has offences of several kinds, the most of the needed
    months, and what was loaded last. A source that lacks months never stands in for one that has
    them all; nor does one of arsons alone, say, for one that has every kind.
    """

    def preference(covering: Covering) -> tuple[bool, int, int, str]:
        has_months = len(covering.whole & needed)
        return not covering.is_narrow, has_months, covering.last_extract, covering.source

    wanted = tuple(subjects)
    candidates: dict[tuple[str, str], list[Covering]] = {
        (ground, subject): [] for ground in grounds for subject in wanted
    }
    for covering in coverings:
        if (key := (covering.ground, covering.subject)) in candidates:
            candidates[key].append(covering)
    ranked = {key: sorted(found, key=preference, reverse=True) for key, found in candidates.items()}
    return Choice({key: _best(*key, found, needed) for key, found in ranked.items()})


def _best(ground: str, subject: str, ranked: Sequence[Covering], needed: Months) -> Chosen:
    if not ranked:
        return Chosen(ground, subject, None)
    best, *others = ranked
    rivals = tuple(
        other.source
        for other in others
        if needed <= other.whole and other.is_narrow == best.is_narrow
    )
    return Chosen(ground, subject, best, rivals)


def sets_searched(measure_set: str) -> list[str]:
    """Return the sets whose sources may answer: a flag may stand on a record of any set."""
    return list(measure_sets()) if measure_set == FLAGS else [measure_set]


@needs(Permission.READ_FIGURES, of="place")
def coverings(workspace: Workspace, place: Place, measure_set: str) -> list[Covering]:
    """Return what every source covers in a place: real ones, or where there is none, examples."""
    sets = sets_searched(measure_set)
    rows = workspace.store.kept_rows(
        "coverage_of_grounds",
        ground_kind=place.ground_kind,
        grounds=list(place.grounds),
        measure_sets=sets,
    )
    offences = offence_leaves(frozenset(sets))
    kinds: dict[str, list[str]] = dict(
        workspace.store.kept_rows("kinds_of_offence", offences=list(offences))
    )
    return _real_first(
        Covering(
            ground,
            subject,
            source,
            synthetic,
            last_extract,
            frozenset(whole),
            frozenset(partial),
            subject != INCIDENT_SUBJECT and len(kinds.get(source, ())) == 1,
        )
        for ground, subject, source, synthetic, last_extract, whole, partial in rows
    )


def _real_first(found: Iterable[Covering]) -> list[Covering]:
    """Leave out generated records where there are real ones about a subject in a ground.

    An example never fills the months that someone's own extracts lack.
    """
    every = list(found)
    real = {(one.ground, one.subject) for one in every if not one.synthetic}
    return [one for one in every if not one.synthetic or (one.ground, one.subject) not in real]
