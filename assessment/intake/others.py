"""What other sources answer for already, of what an extract is about."""

from collections.abc import Collection, Iterator

from assessment.definitions import FLAGS, OFFENCE_SUBJECT, measure_sets
from assessment.intake.coverage import Cell
from assessment.intake.understanding import Understanding
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
    if _is_flag(subject):
        return tuple(measure_sets())
    return (understood.categories.measure_set.id,)


def is_claimed_narrowly(understood: Understanding, subject: str) -> bool:
    """Tell whether an extract speaks of one kind of offence only, about this subject.

    A burglary file says nothing of shoplifting, nor of the domestic abuse in it: it must not stand
    in for a source that has all kinds.
    """
    return bool(understood.only_offence) and (subject == OFFENCE_SUBJECT or _is_flag(subject))


def _is_flag(subject: str) -> bool:
    return subject in measure_sets()[FLAGS].families
