"""What a file would give that another source already gives: no figure adds up the two."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.definitions import (
    FLAGS,
    INCIDENT_SUBJECT,
    POLICE,
    are_of_one_kind,
    districts,
    measure_sets,
    offence_leaves,
    offence_totals,
    police_sets,
    subject_in_words,
)
from assessment.intake.coverage.extract_coverage import CoverageCell
from assessment.intake.mapping.interpretation import Interpretation
from assessment.numbers import first_of, listed
from assessment.periods import joined, months_in_words
from assessment.store import Writer

MOST_SAID = 5
MOST_AREAS = 4


@dataclass(frozen=True)
class SharedBlock:
    """Subjects, areas and months, of which another source has every combination."""

    subjects: tuple[str, ...]
    areas: tuple[str, ...]
    months: frozenset[date]


def competing_sources(writer: Writer, interpretation: Interpretation, source: str) -> list[str]:
    """Warn of other real sources that answer for the same subjects, areas and months."""
    own = set(interpretation.coverage_cells)
    others: dict[str, set[CoverageCell]] = defaultdict(set)
    for other, cell in _covered_by_others(writer, interpretation, source):
        if cell in own:
            others[other].add(cell)
    narrow = _narrow_sources(writer, interpretation, source) if others else frozenset()
    sentences = [
        _already_there(other, block) + _how_counted(source, other, narrow, block)
        for other, cells in sorted(others.items())
        for alike in _treated_alike(cells, {source, other} & narrow)
        for block in _blocks(_whole_forces(alike))
    ]
    return first_of(
        sentences, MOST_SAID, lambda rest: f"Other sources have {rest} more such areas and months."
    )


def _covered_by_others(
    writer: Writer, interpretation: Interpretation, source: str
) -> Iterator[tuple[str, CoverageCell]]:
    """Yield each real source with what it covers of the subjects and months of an extract."""
    for subject in sorted({cell.subject for cell in interpretation.coverage_cells}):
        for measure_set in _sets_counted_together(interpretation, subject):
            rows = writer.rows(
                "covered_by_others",
                source=source,
                measure_set=measure_set,
                subject=subject,
                months=list(interpretation.coverage.months),
            )
            yield from (
                (other, CoverageCell(subject, kind, area, month))
                for other, kind, area, month in rows
            )


def _sets_counted_together(interpretation: Interpretation, subject: str) -> Collection[str]:
    """Return one set, or for a flag of the police's all of theirs: it may mark any record."""
    own = interpretation.categories.measure_set
    if own.data_set == POLICE and subject in measure_sets()[FLAGS].families:
        return police_sets()
    return (own.id,)


def _narrow_sources(writer: Writer, interpretation: Interpretation, source: str) -> frozenset[str]:
    """Return the sources all of whose offences are of one kind, this extract's among them.

    A source of burglaries says nothing of shoplifting, nor of the domestic abuse in it: it does not
    stand in for one that has all kinds.
    """
    offences = offence_leaves(frozenset(police_sets()))
    known = {*offences, *offence_totals()}
    kinds = {
        name: known.intersection(of_source) for name, of_source in writer.rows("kinds_recorded")
    }
    kinds[source] = kinds.get(source, set()) | set(interpretation.offences)
    return frozenset(name for name, of_source in kinds.items() if are_of_one_kind(of_source))


def _treated_alike(
    cells: Collection[CoverageCell], narrow: Collection[str]
) -> Iterator[list[CoverageCell]]:
    """Part offences from anti-social behaviour where the kinds of offence decide who is counted."""
    parted = [cell for cell in cells if narrow and cell.subject == INCIDENT_SUBJECT]
    yield [cell for cell in cells if cell not in parted]
    yield parted


def _whole_forces(cells: Collection[CoverageCell]) -> list[CoverageCell]:
    """Leave out districts whose force is there: naming the force says enough."""
    forces = [cell for cell in cells if cell.kind == "force"]
    districts_of = {force: districts().of_force(force) for force in {cell.area for cell in forces}}
    inside = {
        (cell.subject, district, cell.month)
        for cell in forces
        for district in districts_of[cell.area]
    }
    return sorted(cell for cell in cells if (cell.subject, cell.area, cell.month) not in inside)


def _blocks(cells: Collection[CoverageCell]) -> Iterator[SharedBlock]:
    """Gather cells into blocks that are whole, so that no month too many is named."""
    months: Mapping[tuple[str, str], set[date]] = defaultdict(set)
    for cell in cells:
        months[cell.area, cell.subject].add(cell.month)
    subjects: Mapping[tuple[str, frozenset[date]], list[str]] = defaultdict(list)
    for (area, subject), of_subject in months.items():
        subjects[area, frozenset(of_subject)].append(subject)
    areas: Mapping[tuple[tuple[str, ...], frozenset[date]], list[str]] = defaultdict(list)
    for (area, shared), of_area in subjects.items():
        areas[tuple(of_area), shared].append(area)
    for (about, shared), where in areas.items():
        yield SharedBlock(about, tuple(where), shared)


def _already_there(other: str, block: SharedBlock) -> str:
    # What records are about comes before what they are marked as.
    flags = measure_sets()[FLAGS].families
    in_order = sorted(block.subjects, key=lambda subject: subject in flags)
    about = joined([subject_in_words(subject) for subject in in_order])
    return (
        f"{about[0].upper()}{about[1:]} of {listed(block.areas, MOST_AREAS)} for "
        f"{months_in_words(block.months)}: already there from source {other}. "
    )


def _how_counted(source: str, other: str, narrow: Collection[str], block: SharedBlock) -> str:
    if block.subjects != (INCIDENT_SUBJECT,) and (source in narrow) != (other in narrow):
        less, more = (source, other) if source in narrow else (other, source)
        return (
            f"As all offences of {less} are of one kind, figures of all kinds are taken from "
            f"{more}, and those of {less} are not counted beside them."
        )
    return (
        "Two sources are never added up: each figure takes all its records from the lead source "
        "that a partnership has named, or else from the one that has more of the months asked for, "
        "then more records. If this file is to replace what "
        f"{other} sent, give it the source {other}."
    )
