"""Measure sets from data/definitions/measures: one TOML file a set, every fault said at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from assessment.definitions.definition_files import open_files
from assessment.definitions.measures.measure_checks import HOME_OFFICE, check_sets
from assessment.definitions.measures.measure_drafts import Draft, SetDraft, read_draft
from assessment.definitions.measures.measure_sets import Measure, MeasureKind, MeasureSet
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Faults


def read_measure_sets(folder: Path) -> Mapping[str, MeasureSet]:
    """Read every set of a folder; raises DefinitionFault with every fault."""
    faults = Faults()
    drafts = [read_draft(entry) for entry in open_files(folder, faults)]
    check_sets(drafts)
    faults.raise_any()
    return {draft.id: _build(draft, drafts) for draft in drafts}


def _build(draft: SetDraft, drafts: Sequence[SetDraft]) -> MeasureSet:
    labels = {m.id: m.label for d in drafts if d.id == HOME_OFFICE for m in d.measures}
    return MeasureSet(
        id=draft.id,
        label=draft.label,
        measures=tuple(_build_measure(measure, draft, labels) for measure in draft.measures),
        aliases={plain(name): m.id for m in draft.measures for name in m.names},
        source=draft.authored.source,
        families=_families(draft),
    )


def _families(draft: SetDraft) -> dict[str, str]:
    groups = {member: measure.id for measure in draft.measures for member in measure.members}
    return {measure.id: groups.get(measure.id, measure.id) for measure in draft.measures}


def _build_measure(measure: Draft, draft: SetDraft, labels: Mapping[str, str]) -> Measure:
    return Measure(
        id=measure.id,
        label=measure.label,
        measure_set=draft.id,
        kind=measure.kind,
        leaves=_leaves(measure, draft),
        noun=(measure.noun, f"{measure.noun}s"),
        direction=measure.direction,
        definition=_definition(measure, labels),
        caveats=measure.caveats,
        owner=draft.owner,
        reviewed=draft.authored.reviewed,
        level=_level(measure, draft),
        home_office=measure.home_office,
    )


def _leaves(measure: Draft, draft: SetDraft) -> tuple[str, ...]:
    if measure.kind is MeasureKind.TOTAL:
        return tuple(other.id for other in draft.measures if other.kind in measure.counts)
    if measure.kind is MeasureKind.FLAG:
        # A record that carries a member's flag carries the family's too: counted once, by its own.
        return (measure.id,)
    return (measure.id, *measure.members)


def _level(measure: Draft, draft: SetDraft) -> int:
    if measure.kind is MeasureKind.TOTAL:
        return 0
    return 1 if _families(draft)[measure.id] == measure.id else 2


def _definition(measure: Draft, labels: Mapping[str, str]) -> str:
    if not measure.home_office:
        return measure.definition
    subgroups = "; ".join(labels[subgroup] for subgroup in measure.home_office)
    return f"{measure.definition} Made of the Home Office subgroups: {subgroups}."
