"""Which months each source covers in a place, and which of them answer a question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from assessment.changes.comparable.chosen_sources import (
    ChosenSources,
    CountedCell,
    SourceCoverage,
    choose_sources,
)
from assessment.changes.comparable.ground_records import ground_records
from assessment.changes.question import Place, Question
from assessment.definitions import (
    FLAGS,
    INCIDENT_SUBJECT,
    Measure,
    are_of_one_kind,
    districts,
    leaves_about,
    offence_leaves,
    offence_totals,
    police_sets,
    subjects_of,
)
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def sources_for(
    workspace: Workspace, question: Question, measures: Iterable[Measure]
) -> ChosenSources:
    """Choose the sources that answer a question for some measures of its set."""
    return choose_sources(
        source_coverages(workspace, question.place, question.measure_set),
        question.place.grounds,
        {subject for measure in measures for subject in subjects_of(measure)},
        question.needed_months,
    )


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def source_coverages(workspace: Workspace, place: Place, measure_set: str) -> list[SourceCoverage]:
    """Return what every source covers in a place: real ones, or where there is none, examples."""
    sets = sets_searched(measure_set)
    rows = workspace.store.kept_rows(
        "coverage_of_grounds",
        ground_kind=place.ground_kind,
        grounds=list(place.grounds),
        measure_sets=sets,
    )
    offences = {*offence_leaves(frozenset(sets)), *offence_totals()}
    kinds = {
        source: offences.intersection(of_source)
        for source, of_source in workspace.store.kept_rows("kinds_recorded")
    }
    leads = _leads(workspace, place, sets)
    records = ground_records(workspace, place, sets)
    return _real_first(
        [
            SourceCoverage(
                ground,
                subject,
                source,
                synthetic,
                frozenset(whole),
                frozenset(partial),
                records.monthly(ground, source, leaves_about(subject, tuple(sets))),
                is_narrow=subject != INCIDENT_SUBJECT and are_of_one_kind(kinds.get(source, ())),
                is_lead=leads.get(ground) == [source],
                is_counts=is_counts,
                cells=tuple(map(_cell, cells)),
            )
            for ground, subject, source, synthetic, whole, partial, is_counts, cells in rows
        ]
    )


def _cell(read: Mapping[str, Any]) -> CountedCell:
    month: date = read["month"]
    return CountedCell(
        month,
        read["block_start"] or month,
        read["block_end"] or add_months(month, 1),
        read["partial"],
        frozenset(read["known"] or ()),
    )


def _leads(workspace: Workspace, place: Place, sets: list[str]) -> Mapping[str, list[str]]:
    """Return the lead sources of each ground; where partnerships disagree there are several."""
    leads: dict[str, set[str]] = defaultdict(set)
    for measure_set, district, source in workspace.store.said_rows("leads_of_districts"):
        if measure_set in sets:
            leads[district].add(source)
    return {
        ground: sorted(set().union(*(leads.get(district, ()) for district in within)))
        for ground in place.grounds
        for within in [districts().of_force(ground) if place.force else [ground]]
    }


def sets_searched(measure_set: str) -> list[str]:
    """Return the sets whose sources may answer: a flag may stand on any record of the police.

    What a partner marks is of its own records: it answers for no flag of the police's.
    """
    return list(police_sets()) if measure_set == FLAGS else [measure_set]


def _real_first(coverages: Sequence[SourceCoverage]) -> list[SourceCoverage]:
    """Leave out generated records where there are real ones about a subject in a ground.

    An example never fills the months that someone's own extracts lack.
    """
    real = {(coverage.ground, coverage.subject) for coverage in coverages if not coverage.synthetic}
    return [
        coverage
        for coverage in coverages
        if not coverage.synthetic or (coverage.ground, coverage.subject) not in real
    ]
