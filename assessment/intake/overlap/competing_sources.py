"""What other sources answer for already, of what an extract is about."""

from collections.abc import Collection, Iterator

from assessment.definitions import (
    FLAGS,
    INCIDENT_SUBJECT,
    OFFENCE_SUBJECT,
    measure_sets,
    offence_leaves,
)
from assessment.intake.mapping.interpretation import Understanding
from assessment.intake.overlap.extract_coverage import Cell
from assessment.store import Writer


def covered_by_others(
    writer: Writer, understood: Understanding, source: str
) -> Iterator[tuple[str, Cell]]:
    """Yield each real source with what it covers of the subjects and months of an extract."""
    for subject in sorted({cell.subject for cell in understood.coverage_cells}):
        for measure_set in _sets_counted_together(understood, subject):
            rows = writer.rows(
                "covered_by_others",
                source=source,
                measure_set=measure_set,
                subject=subject,
                months=list(understood.coverage.months),
            )
            yield from ((other, Cell(subject, *where)) for other, *where in rows)


def _sets_counted_together(understood: Understanding, subject: str) -> Collection[str]:
    """A flag is counted whatever set the records it marks are of."""
    if subject in (OFFENCE_SUBJECT, INCIDENT_SUBJECT):
        return (understood.categories.measure_set.id,)
    return tuple(name for name in measure_sets() if name != FLAGS)


def narrow_sources(writer: Writer, understood: Understanding, source: str) -> frozenset[str]:
    """Return the sources all of whose offences are of one kind, this extract's among them.

    A source of burglaries says nothing of shoplifting, nor of the domestic abuse in it: it does not
    stand in for one that has all kinds.
    """
    offences = offence_leaves(frozenset(measure_sets()) - {FLAGS})
    kinds = {
        name: set(found) for name, found in writer.rows("kinds_of_offence", offences=list(offences))
    }
    kinds[source] = kinds.get(source, set()) | set(understood.offences)
    return frozenset(name for name, found in kinds.items() if len(found) == 1)
