"""Measures as their files write them, before it is known whether they fit together."""

from dataclasses import dataclass

from assessment.definitions.definition_files import Authored, read_authored
from assessment.definitions.measures.measure_sets import Direction, MeasureKind, RateBase
from assessment.definitions.measures.published_totals import (
    PublishedTotal,
    read_published_total,
)
from assessment.definitions.toml_reader import Entry


@dataclass(frozen=True)
class EventPlace:
    """Where among the caveats of a measure the effect of a recording event stands."""

    event: str


@dataclass(frozen=True)
class MeasureDraft:
    """A measure as its file writes it, before it is known what the others are."""

    entry: Entry
    id: str
    label: str
    kind: MeasureKind
    noun: str
    direction: Direction
    definition: str
    caveats: tuple[str | EventPlace, ...]
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    home_office: tuple[str, ...]
    counts: tuple[str, ...]
    column: str | None
    per: RateBase
    apart: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that sources may call it; no record is recorded under a total."""
        return () if self.kind is MeasureKind.TOTAL else (self.label, self.id, *self.aliases)


@dataclass(frozen=True)
class SetDraft:
    """A measure set as its file writes it."""

    entry: Entry
    id: str
    label: str
    owner: str
    authored: Authored
    data_set: str
    knows_details: bool
    measures: tuple[MeasureDraft, ...]
    published: tuple[tuple[Entry, PublishedTotal], ...] = ()

    @property
    def by_id(self) -> dict[str, MeasureDraft]:
        """The drafts by id."""
        return {draft.id: draft for draft in self.measures}

    def finest(self) -> tuple[str, ...]:
        """Return what every record could be recorded under if its source said all it knew."""
        counted = (MeasureKind.OFFENCE, MeasureKind.INCIDENT)
        return tuple(
            measure.id
            for measure in self.measures
            if measure.kind in counted and not measure.members
        )


def read_draft(entry: Entry) -> SetDraft:
    """Read a whole file; what is wrong with a field is noted in its entry."""
    measures = tuple(
        _read_measure(measure_entry) for measure_entry in entry.entries("measure", named_by="id")
    )
    draft = SetDraft(
        entry=entry,
        id=entry.text("id"),
        label=entry.text("label"),
        owner=entry.text("owner"),
        authored=read_authored(entry),
        data_set=entry.text("data_set"),
        knows_details=entry.yes_or_no("knows_details"),
        measures=measures,
        published=tuple(
            (total, read_published_total(total))
            for total in entry.entries("published_total", named_by="id", at_least=0)
        ),
    )
    entry.close()
    return draft


def _read_measure(entry: Entry) -> MeasureDraft:
    draft = MeasureDraft(
        entry=entry,
        id=entry.text("id"),
        label=entry.text("label"),
        kind=entry.one_of("kind", MeasureKind),
        noun=entry.text("noun"),
        direction=entry.one_of("direction", Direction),
        definition=entry.text("definition"),
        caveats=tuple(map(_read_caveat, entry.texts_and_entries("caveats", named_by="event"))),
        aliases=entry.texts("aliases"),
        members=entry.texts("members"),
        home_office=entry.texts("home_office"),
        counts=entry.texts("counts"),
        column=entry.optional_text("column"),
        per=entry.one_of("per", RateBase) if entry.has("per") else RateBase.RESIDENTS,
        apart=entry.yes_or_no("apart"),
    )
    entry.close()
    return draft


def _read_caveat(caveat: str | Entry) -> str | EventPlace:
    if isinstance(caveat, str):
        return caveat
    place = EventPlace(caveat.text("event"))
    caveat.close()
    return place
