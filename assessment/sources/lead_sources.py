"""Which of several sources a partnership takes its figures from."""

from dataclasses import dataclass

from assessment.definitions import FLAGS, measure_set_named
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership as partnership_named
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class LeadSource:
    """The source that a partnership has named for what is counted in a set of measures."""

    partnership: str
    measure_set: str
    source: str
    named_by: str


@needs(Permission.READ_FIGURES, of="partnership")
def lead_sources(workspace: Workspace, partnership: str) -> tuple[LeadSource, ...]:
    """Return the lead sources that a partnership has named, by set of measures."""
    return tuple(
        LeadSource(partnership, measure_set, source, workspace.name_of(named_by))
        for measure_set, source, named_by in workspace.store.rows(
            "lead_sources", partnership=partnership
        )
    )


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def name_lead_source(
    workspace: Workspace, partnership: str, measure_set: str, source: str | None
) -> None:
    """Say from which source a partnership's figures are taken; None takes back what was said.

    It answers wherever it covers any month that is asked about, whatever others have. Raises
    InvalidRequest for an unknown partnership or set, and for a source that has nothing of the set.
    """
    named = partnership_named(workspace, partnership)
    chosen = measure_set_named(measure_set)
    if chosen.id == FLAGS:
        raise InvalidRequest(
            "Flags are marks on records: name the lead source of the set that those are counted in."
        )
    with workspace.store.writing() as writer:
        loaded = [name for (name,) in writer.rows("sources_of_set", measure_set=chosen.id)]
        if source is not None and source not in loaded:
            there = f"There are: {joined(loaded)}." if loaded else "There are none."
            raise InvalidRequest(
                f"No source '{source}' has records counted in {chosen.label}. {there}"
            )
        writer.run("clear_lead_source", partnership=named.id, measure_set=chosen.id)
        if source is not None:
            writer.run(
                "insert_lead_source",
                partnership=named.id,
                measure_set=chosen.id,
                source=source,
                named_by=workspace.person.name,
            )
        said = f"{named.name}, {chosen.label}: {source or 'none'}"
        workspace.audit(writer, "named lead source", said)
