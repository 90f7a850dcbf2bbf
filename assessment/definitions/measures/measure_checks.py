"""What measures must be for totals to add up: each fault is noted, none stops the others."""

from collections.abc import Sequence

from assessment.definitions.measures.measure_drafts import EventPlace, MeasureDraft, SetDraft
from assessment.definitions.measures.measure_sets import POLICE, MeasureKind
from assessment.definitions.measures.published_totals import check_published_total
from assessment.definitions.measures.recording_events import EventDraft
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import twice

HOME_OFFICE = "home-office"
POLICE_UK = "police-uk"
FLAGS = "flags"
# queries/intake/rows/stage_rows.sql has so many columns for them, and one for any flag.
MOST_FLAGS = 15
ADDABLE = tuple(kind for kind in MeasureKind if kind.is_recorded or kind is MeasureKind.UNMAPPED)


def check_sets(drafts: Sequence[SetDraft], events: Sequence[EventDraft]) -> None:
    """Note what is wrong within each set, between them, and with the recording events."""
    for draft in drafts:
        _check_ids(draft)
        _check_members(draft)
        _check_aliases(draft)
        _check_unmapped(draft)
        _check_apart(draft)
        _check_nesting(draft)
        _check_published(draft)
        for measure in draft.measures:
            _check_kind(measure, draft.id)
            _check_counts(measure, draft)
            _check_events(measure, draft.id, events)
    _check_across(drafts)


def _check_ids(draft: SetDraft) -> None:
    for repeated in twice(measure.id for measure in draft.measures):
        draft.entry.wrong("id", "each measure once", repeated)


def _check_members(draft: SetDraft) -> None:
    by_id = draft.by_id
    for measure in draft.measures:
        measure.entry.known("members", measure.members, by_id)
        for member in (by_id[name] for name in measure.members if name in by_id):
            # Two levels are all that pages indent and that totals need.
            if member.members:
                measure.entry.wrong("members", "a measure without members", member.id)
            if member.kind is not measure.kind:
                measure.entry.wrong("members", f"measures of kind {measure.kind}", member.id)
    for repeated in twice(member for measure in draft.measures for member in measure.members):
        draft.entry.wrong("members", "each measure in one group", repeated)


def _check_aliases(draft: SetDraft) -> None:
    claimed: dict[str, str] = {}
    for measure in draft.measures:
        for alias in measure.names:
            other = claimed.setdefault(plain(alias), measure.id)
            if other != measure.id:
                measure.entry.wrong("aliases", f"what does not already mean {other}", alias)
        for repeated in twice(plain(name) for name in (measure.label, *measure.aliases)):
            measure.entry.wrong("aliases", "each name once, the label among them", repeated)


def _check_events(measure: MeasureDraft, set_id: str, events: Sequence[EventDraft]) -> None:
    about = {draft.event.id: draft.event for draft in events if draft.is_about(set_id, measure.id)}
    for place in measure.caveats:
        if not isinstance(place, EventPlace):
            continue
        if place.event not in about:
            measure.entry.wrong("caveats", "an event that is about this measure", place.event)
        elif about[place.event].forces:
            measure.entry.wrong("caveats", "an event of all forces", place.event)


def _check_kind(measure: MeasureDraft, set_id: str) -> None:
    is_total = measure.kind is MeasureKind.TOTAL
    if is_total != bool(measure.counts):
        measure.entry.wrong("counts", "the kinds counted, in a total only", measure.counts)
    if is_total and measure.aliases:
        measure.entry.wrong("aliases", "none: nothing is recorded under a total", measure.aliases)
    if (measure.kind is MeasureKind.FLAG) != (set_id == FLAGS):
        measure.entry.wrong(
            "kind", f"flags in the set '{FLAGS}' and nowhere else", measure.kind.value
        )


def _check_counts(measure: MeasureDraft, draft: SetDraft) -> None:
    """A total counts kinds, or measures: a group is counted with its members."""
    recorded = {other.id for other in draft.measures if other.kind.is_recorded}
    for counted in measure.counts:
        # A flag overlaps what it marks: a total that held one would count records twice.
        if counted not in ADDABLE and counted not in recorded:
            measure.entry.wrong("counts", "one of " + ", ".join(ADDABLE), counted)


def _check_published(draft: SetDraft) -> None:
    names = {plain(name): measure.id for measure in draft.measures for name in measure.names}
    ids = {measure.id: measure.id for measure in draft.measures}
    for entry, total in draft.published:
        check_published_total(entry, total, ids | names)


def _check_nesting(draft: SetDraft) -> None:
    """A total of named measures holds a group whole or is part of it.

    Measures that cross would give each other's small numbers away (assessment/disclosure.py).
    """
    groups = {measure.id: {measure.id, *measure.members} for measure in draft.measures}
    totals = [measure for measure in draft.measures if {*measure.counts} & groups.keys()]
    named = {
        total.id: set[str]().union(*(groups.get(counted, set()) for counted in total.counts))
        for total in totals
    }
    for total in totals:
        own = named[total.id]
        for name, other in (groups | named).items():
            if own & other and not (other <= own or own <= other):
                total.entry.wrong("counts", f"all that {name} counts, or part of it", total.counts)


def _check_apart(draft: SetDraft) -> None:
    """Of a partner's set all groups stand apart, or none: every record has one subject."""
    groups = [measure for measure in draft.measures if measure.members]
    apart = [measure for measure in draft.measures if measure.apart]
    if apart and (draft.data_set == POLICE or apart != groups):
        draft.entry.wrong("apart", "every group of a partner's set, or none", len(apart))


def _check_unmapped(draft: SetDraft) -> None:
    unmapped = [measure for measure in draft.measures if measure.kind is MeasureKind.UNMAPPED]
    if draft.data_set != POLICE and [measure.id for measure in unmapped] != [MeasureKind.UNMAPPED]:
        draft.entry.wrong("measure", "one of kind unmapped, and of that id", len(unmapped))


def _check_data_sets(drafts: Sequence[SetDraft]) -> None:
    """Only the police's records are known under several classifications, and have flags."""
    for draft in drafts:
        if draft.data_set and (draft.id in (HOME_OFFICE, POLICE_UK, FLAGS)) != (
            draft.data_set == POLICE
        ):
            draft.entry.wrong(
                "data_set", f"'{POLICE}' for the sets of the police alone", draft.data_set
            )
    partners = [draft for draft in drafts if draft.data_set not in ("", POLICE)]
    for repeated in twice(draft.data_set for draft in partners):
        drafts[-1].entry.wrong("data_set", "each data set of a partner once", repeated)


def _check_across(drafts: Sequence[SetDraft]) -> None:
    by_id = {draft.id: draft for draft in drafts}
    for repeated in twice(draft.id for draft in drafts):
        by_id[repeated].entry.wrong("id", "each set once", repeated)
    _check_data_sets(drafts)
    if POLICE_UK in by_id:
        _check_mapping(by_id[POLICE_UK], by_id.get(HOME_OFFICE))
    flags = by_id[FLAGS].by_id if FLAGS in by_id else {}
    strands = {member for flag in flags.values() for member in flag.members}
    if len(flags.keys() - strands) > MOST_FLAGS:
        most = f"at most {MOST_FLAGS} flags beside their strands"
        by_id[FLAGS].entry.wrong("measure", most, len(flags.keys() - strands))
    for measure in (m for d in drafts if d.id != FLAGS for m in d.measures if m.id in flags):
        # A flag is counted beside the measures of any set, so its id must be its own.
        measure.entry.wrong("id", "what is not the id of a flag", measure.id)
    for measure in (m for d in drafts if d.id != POLICE_UK for m in d.measures if m.home_office):
        measure.entry.wrong("home_office", f"only in {POLICE_UK}", measure.home_office)


def _check_mapping(police_uk: SetDraft, home_office: SetDraft | None) -> None:
    subgroups = home_office.finest() if home_office else ()
    mapped = [subgroup for measure in police_uk.measures for subgroup in measure.home_office]
    for measure in police_uk.measures:
        measure.entry.known("home_office", measure.home_office, subgroups)
        if measure.id in police_uk.finest() and not measure.home_office:
            measure.entry.wrong("home_office", "the subgroups that it is made of", ())
    for repeated in twice(mapped):
        police_uk.entry.wrong("home_office", "each subgroup in one category", repeated)
    for missing in sorted(set(subgroups) - set(mapped)):
        police_uk.entry.wrong("home_office", f"a category for {missing}", None)
