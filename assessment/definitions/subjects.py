"""What an extract has to cover for the absence of records to mean that there were none."""

from collections.abc import Collection
from functools import cache

from assessment.definitions.known_sets import (
    data_set_in_words,
    measure_sets,
    partner_sets,
    sets_with,
    shipped_sets,
)
from assessment.definitions.measures.measure_checks import FLAGS
from assessment.definitions.measures.measure_sets import (
    INCIDENT_SUBJECT,
    LEFT_OUT,
    OFFENCE_SUBJECT,
    POLICE,
    Measure,
    MeasureKind,
    MeasureSet,
    police_subject_in_words,
)
from assessment.definitions.measures.own_sets import OwnSets, own_sets


def subject_in_words(subject: str) -> str:
    """Name what an extract covers: offences, domestic abuse, environmental cases."""
    for measures in map(measure_sets().__getitem__, partner_sets()):
        if subject in measures.apart:
            return measures.measure(subject).label.lower()
        if subject == measures.data_set:
            return data_set_in_words(subject)
    return police_subject_in_words(subject)


def subject_of(measure: str, measure_set: str) -> str:
    """Return what an extract must cover for the absence of this leaf or flag to mean none.

    Of the police, offences and unmapped records are one subject, anti-social behaviour another,
    and each flag, with its strands, its own; a flag is found whatever set the records it marks are
    counted in. What a partner sends is a subject of its own, so that it never answers for another;
    a group of it that is sent apart is one as well. What is left out answers for nothing but
    itself: that it stops says nothing of crime.
    """
    return _subject_of(own_sets(), measure, measure_set)


@cache
def _subject_of(own: OwnSets, measure: str, measure_set: str) -> str:
    if measure == LEFT_OUT:
        return LEFT_OUT
    if family := shipped_sets()[FLAGS].families.get(measure):
        return family
    counted_in = sets_with(own)[measure_set]
    if counted_in.data_set != POLICE:
        return _subject_of_partner(counted_in, measure)
    kind = counted_in.measure(measure).kind
    return INCIDENT_SUBJECT if kind is MeasureKind.INCIDENT else OFFENCE_SUBJECT


def _subject_of_partner(measures: MeasureSet, measure: str) -> str:
    """Return the group that is sent apart, or all of the data set; nothing but that is unknown."""
    if not measures.apart:
        return measures.data_set
    group = measures.families[measure]
    return group if group in measures.apart else measures.apart[0]


def subjects_of(measure: Measure) -> tuple[str, ...]:
    """Return what must be covered for a measure to be counted."""
    return _subjects_of(own_sets(), measure.leaves, measure.measure_set)


@cache
def _subjects_of(own: OwnSets, leaves: tuple[str, ...], measure_set: str) -> tuple[str, ...]:
    return tuple(sorted({_subject_of(own, leaf, measure_set) for leaf in leaves}))


def subjects_of_set(measure_set: MeasureSet) -> tuple[str, ...]:
    """Return everything that must be covered for all of a set to be counted."""
    subjects = {subject for measure in measure_set.measures for subject in subjects_of(measure)}
    return tuple(sorted(subjects))


def offence_leaves(set_ids: frozenset[str]) -> tuple[str, ...]:
    """Return every id of some sets that offences are recorded under, unmapped ones included."""
    return _offence_leaves(own_sets(), set_ids)


@cache
def _offence_leaves(own: OwnSets, set_ids: frozenset[str]) -> tuple[str, ...]:
    leaves = {
        leaf
        for name in set_ids
        for measure in sets_with(own)[name].measures
        for leaf in measure.leaves
        if _subject_of(own, leaf, name) == OFFENCE_SUBJECT
    }
    return tuple(sorted(leaves))


def leaves_about(subject: str, set_ids: tuple[str, ...]) -> frozenset[str]:
    """Return every leaf or flag of some sets that is about a subject."""
    return _leaves_about(own_sets(), subject, set_ids)


@cache
def _leaves_about(own: OwnSets, subject: str, set_ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        leaf
        for name in {*set_ids, FLAGS}
        for measure in sets_with(own)[name].measures
        for leaf in measure.leaves
        if _subject_of(own, leaf, name) == subject
    )


def are_of_one_kind(offences: Collection[str]) -> bool:
    """Tell whether all offences of a source are of one kind: then it says nothing of the others.

    What a table counts of a total, such as all crime, is of every kind.
    """
    return len(offences) == 1 and not offence_totals() & {*offences}


@cache
def offence_totals() -> frozenset[str]:
    """Return the totals of the police's sets under which a table may count offences."""
    return frozenset(
        total.id
        for measures in shipped_sets().values()
        if measures.data_set == POLICE
        for total in measures.totals
    )


def counted_under(measure: Measure) -> tuple[str, ...]:
    """Return a measure's leaves; of a total also that total, under which a table may count it."""
    if measure.kind is not MeasureKind.TOTAL:
        return measure.leaves
    totals = measure_sets()[measure.measure_set].measures
    # Whoever counts a total beside other measures may call it something else.
    own = (
        total.id
        for total in totals
        if total.kind is measure.kind and total.leaves == measure.leaves
    )
    return (*measure.leaves, *own)


def groups_beside(measure: Measure) -> tuple[Measure, ...]:
    """Return the groups that have some of a measure's leaves, and whose own the measure lacks.

    A record that says only such a group could be of the measure.
    """
    return _groups_beside(own_sets(), measure.leaves, measure.measure_set)


@cache
def _groups_beside(own: OwnSets, leaves: tuple[str, ...], measure_set: str) -> tuple[Measure, ...]:
    return tuple(
        group
        for group in sets_with(own)[measure_set].measures
        if group.id in group.leaves
        and group.id not in leaves
        and not set(leaves).isdisjoint(group.leaves)
    )
