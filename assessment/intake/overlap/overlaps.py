"""What a file would give that another source already gives: no figure adds up the two."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from assessment.definitions import (
    FLAGS,
    INCIDENT_SUBJECT,
    districts,
    measure_sets,
    subject_in_words,
)
from assessment.intake.mapping.interpretation import Understanding
from assessment.intake.overlap.competing_sources import covered_by_others, narrow_sources
from assessment.intake.overlap.extract_coverage import Cell
from assessment.numbers import listed
from assessment.periods import joined, months_in_words
from assessment.store import Writer

MOST_SAID = 5
MOST_AREAS = 4

Months = frozenset[date]
# subjects, areas and the months that another source has of each of them
Subjects = tuple[str, ...]
Block = tuple[Subjects, tuple[str, ...], Months]


def overlaps(writer: Writer, understood: Understanding, source: str) -> Iterator[str]:
    """Warn of other real sources that answer for the same subjects, areas and months."""
    own = set(understood.coverage_cells)
    others: dict[str, set[Cell]] = defaultdict(set)
    for other, cell in covered_by_others(writer, understood, source):
        if cell in own:
            others[other].add(cell)
    narrow = narrow_sources(writer, understood, source) if others else frozenset()
    said = [
        _shared(other, block) + _counted(source, other, narrow, block[0])
        for other, cells in sorted(others.items())
        for alike in _treated_alike(cells, {source, other} & narrow)
        for block in _blocks(_whole_forces(alike))
    ]
    yield from said[:MOST_SAID]
    if len(said) > MOST_SAID:
        yield f"Other sources have {len(said) - MOST_SAID} more such areas and months."


def _treated_alike(cells: Collection[Cell], narrow: Collection[str]) -> Iterator[list[Cell]]:
    """Part offences from anti-social behaviour where the kinds of offence decide who is counted."""
    parted = [cell for cell in cells if narrow and cell.subject == INCIDENT_SUBJECT]
    yield [cell for cell in cells if cell not in parted]
    yield parted


def _whole_forces(cells: Collection[Cell]) -> list[Cell]:
    """Leave out districts whose force is there: naming the force says enough."""
    forces = [cell for cell in cells if cell.kind == "force"]
    parts = {force: districts().of_force(force) for force in {cell.area for cell in forces}}
    inside = {(cell.subject, part, cell.month) for cell in forces for part in parts[cell.area]}
    return sorted(c for c in cells if (c.subject, c.area, c.month) not in inside)


def _blocks(cells: Collection[Cell]) -> Iterator[Block]:
    """Gather cells into blocks of which all of it is there: no month too many is said."""
    months: Mapping[tuple[str, str], set[date]] = defaultdict(set)
    for cell in cells:
        months[cell.area, cell.subject].add(cell.month)
    subjects: Mapping[tuple[str, Months], list[str]] = defaultdict(list)
    for (area, subject), when in months.items():
        subjects[area, frozenset(when)].append(subject)
    areas: Mapping[tuple[tuple[str, ...], Months], list[str]] = defaultdict(list)
    for (area, shared), about in subjects.items():
        areas[tuple(about), shared].append(area)
    yield from ((about, tuple(where), shared) for (about, shared), where in areas.items())


def _shared(other: str, block: Block) -> str:
    subjects, areas, months = block
    # What records are about comes before what they are marked as.
    in_order = sorted(subjects, key=lambda subject: subject in measure_sets()[FLAGS].families)
    about = joined([subject_in_words(subject) for subject in in_order])
    return (
        f"{about[0].upper()}{about[1:]} of {listed(areas, MOST_AREAS)} for "
        f"{months_in_words(months)}: already there from source {other}. "
    )


def _counted(source: str, other: str, narrow: Collection[str], subjects: Subjects) -> str:
    if subjects != (INCIDENT_SUBJECT,) and (source in narrow) != (other in narrow):
        less, more = (source, other) if source in narrow else (other, source)
        return (
            f"As all offences of {less} are of one kind, figures of all kinds are taken from "
            f"{more}, and those of {less} are not counted beside them."
        )
    return (
        "Two sources are never added up: each figure takes all its records from the one that has "
        "more of the months asked for, or, where they have as many, from the one loaded last. If "
        f"this file is to replace what {other} sent, give it the source {other}."
    )
