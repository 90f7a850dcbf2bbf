"""Measure sets from data/definitions/measures: one TOML file a set, every fault said at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from assessment.definitions.definition_files import open_files
from assessment.definitions.measures.measure_checks import HOME_OFFICE, check_sets
from assessment.definitions.measures.measure_drafts import (
    EventPlace,
    MeasureDraft,
    SetDraft,
    read_draft,
)
from assessment.definitions.measures.measure_sets import Measure, MeasureKind, MeasureSet
from assessment.definitions.measures.recording_events import EventDraft, RecordingEvent, read_events
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Faults


def read_measure_sets(
    folder: Path, recording_events: Path | None = None, forces: Collection[str] = ()
) -> Mapping[str, MeasureSet]:
    """Read every set of a folder, and the recording events, which name measures and forces.

    Raises DefinitionFault with every fault.
    """
    faults = Faults()
    drafts = [read_draft(entry) for entry in open_files(folder, faults)]
    ids = {draft.id: tuple(draft.by_id) for draft in drafts}
    events = read_events(recording_events, ids, forces, faults) if recording_events else ()
    check_sets(drafts, events)
    faults.raise_any()
    labels = {
        measure.id: measure.label
        for draft in drafts
        if draft.id == HOME_OFFICE
        for measure in draft.measures
    }
    return {draft.id: build_set(draft, labels, events) for draft in drafts}


def build_set(
    draft: SetDraft, labels: Mapping[str, str] | None = None, events: Sequence[EventDraft] = ()
) -> MeasureSet:
    """Return the set of a draft without faults.

    `labels` are those of the Home Office's measures, of which some are made up.
    """
    return MeasureSet(
        id=draft.id,
        label=draft.label,
        measures=tuple(
            _build_measure(
                measure,
                draft,
                labels or {},
                _events(events, draft.id, measure.id),
                _named(events, draft.id, measure.id),
            )
            for measure in draft.measures
        ),
        aliases={plain(name): measure.id for measure in draft.measures for name in measure.names},
        source=draft.authored.source,
        data_set=draft.data_set,
        knows_details=draft.knows_details,
        apart=tuple(measure.id for measure in draft.measures if measure.apart),
        families=_families(draft),
        published=tuple(total for _, total in draft.published),
    )


def _events(
    events: Sequence[EventDraft], measure_set: str, measure: str
) -> tuple[RecordingEvent, ...]:
    return tuple(draft.event for draft in events if draft.is_about(measure_set, measure))


def _named(
    events: Sequence[EventDraft], measure_set: str, measure: str
) -> tuple[RecordingEvent, ...]:
    """Return the events that name a measure: those of its whole set are no property of it."""
    return tuple(draft.event for draft in events if measure in draft.measures.get(measure_set, ()))


def _families(draft: SetDraft) -> dict[str, str]:
    groups = {member: measure.id for measure in draft.measures for member in measure.members}
    return {measure.id: groups.get(measure.id, measure.id) for measure in draft.measures}


def _build_measure(
    measure: MeasureDraft,
    draft: SetDraft,
    labels: Mapping[str, str],
    events: tuple[RecordingEvent, ...],
    named: tuple[RecordingEvent, ...],
) -> Measure:
    return Measure(
        id=measure.id,
        label=measure.label,
        measure_set=draft.id,
        kind=measure.kind,
        leaves=_leaves(measure, draft),
        noun=(measure.noun, f"{measure.noun}s"),
        direction=measure.direction,
        definition=_definition(measure, labels),
        caveats=tuple(_caveats(measure, named)),
        events=events,
        owner=draft.owner,
        reviewed=draft.authored.reviewed,
        level=_level(measure, draft),
        home_office=measure.home_office,
        column=measure.column or f"{measure.label.lower()} flag",
        per=measure.per,
    )


def _caveats(measure: MeasureDraft, events: Sequence[RecordingEvent]) -> Iterator[str]:
    """Yield the effects of events of all forces, and a measure's own caveats with those placed."""
    effects = {event.id: event.effect for event in events if not event.forces}
    placed = {place.event for place in measure.caveats if isinstance(place, EventPlace)}
    yield from (effect for event, effect in effects.items() if event not in placed)
    for caveat in measure.caveats:
        yield effects[caveat.event] if isinstance(caveat, EventPlace) else caveat


def _leaves(measure: MeasureDraft, draft: SetDraft) -> tuple[str, ...]:
    if measure.kind is MeasureKind.TOTAL:
        families = _families(draft)
        return tuple(
            other.id
            for other in draft.measures
            if {other.kind, other.id, families[other.id]} & {*measure.counts}
        )
    if measure.kind is MeasureKind.FLAG:
        # A record that carries a member's flag carries the family's too: counted once, by its own.
        return (measure.id,)
    return (measure.id, *measure.members)


def _level(measure: MeasureDraft, draft: SetDraft) -> int:
    if measure.kind is MeasureKind.TOTAL:
        return 0
    return 1 if _families(draft)[measure.id] == measure.id else 2


def _definition(measure: MeasureDraft, labels: Mapping[str, str]) -> str:
    if not measure.home_office:
        return measure.definition
    subgroups = "; ".join(labels[subgroup] for subgroup in measure.home_office)
    return f"{measure.definition} Made of the Home Office subgroups: {subgroups}."
