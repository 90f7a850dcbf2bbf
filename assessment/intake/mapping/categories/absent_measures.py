"""What a file has no rows of: it counts as none, unless the file leaves it out."""

from collections.abc import Iterator, Mapping

from assessment.definitions import POLICE, MeasureKind, MeasureSet, subject_of
from assessment.numbers import listed
from assessment.periods import joined

MOST_NAMED = 6
# A small place, or a week, has few kinds of offence by nature.
MANY_OFFENCES = 100


def absent_measures(measures: MeasureSet, counted: Mapping[str, int]) -> Iterator[str]:
    """Yield a sentence on the measures that an extract answers for and has no rows of.

    `counted` are the records by the ids that they are recorded under. A partner may send what it
    was asked for alone; so may the police, but of theirs a kind or two is missing by nature.
    """
    if measures.data_set == POLICE:
        yield from _few_kinds(measures, counted)
        return
    answered = {subject_of(leaf, measures.id) for leaf in counted}
    absent = [
        measure.label.lower()
        for measure in measures.measures
        if measure.kind.is_recorded
        and measure.leaves == (measure.id,)
        and subject_of(measure.id, measures.id) in answered
        and not {measure.id, measures.families[measure.id]} & {*counted}
    ]
    if absent:
        yield (
            f"It has no rows of {listed(absent, MOST_NAMED)}: they count as none in its months. If "
            "it leaves them out, their figures say nothing."
        )


def _few_kinds(measures: MeasureSet, counted: Mapping[str, int]) -> Iterator[str]:
    """Say that most kinds of offence are not there, where there are several and many records."""
    kinds = {
        measures.families[measure.id]
        for measure in measures.measures
        if measure.kind is MeasureKind.OFFENCE
    }
    given = {measures.families[each]: 0 for each in counted if measures.families.get(each) in kinds}
    records = sum(n for each, n in counted.items() if measures.families.get(each) in given)
    if len(given) < 2 or 2 * len(given) >= len(kinds) or records < MANY_OFFENCES:
        return
    named = joined([measures.measure(kind).label.lower() for kind in sorted(given)])
    yield (
        f"Its offences are {named} alone: every other kind counts as none in its months, and all "
        "crime is what these come to. If it leaves others out, all crime says nothing: ask for a "
        "file of all of them."
    )
