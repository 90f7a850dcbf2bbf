"""What a partner's file has no rows of: it counts as none, unless the file leaves it out."""

from collections.abc import Collection, Iterator

from assessment.definitions import POLICE, MeasureSet, subject_of
from assessment.numbers import listed

MOST_NAMED = 6


def absent_measures(measures: MeasureSet, counted: Collection[str]) -> Iterator[str]:
    """Yield a sentence on the measures that an extract answers for and has no rows of.

    `counted` are the ids that its rows are recorded under. What the police send is known to be
    whole or judged by its kinds of offence; a partner may send what it was asked for alone.
    """
    if measures.data_set == POLICE:
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
