"""Data sets that a partnership defines for itself: added, listed and removed."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.defined_data_sets import DefinedDataSet, defined_in
from assessment.definitions import OwnDataSet, measure_set_of, own_data_set_faults, shipped_sets
from assessment.definitions.spelling import plain
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership as partnership_named
from assessment.partnerships import partnerships
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.store import Writer
from assessment.workspace import Workspace

STILL_LOADED = (
    "{sources} {have} records in it: what they are counted in cannot be taken from under them. "
    "Undo {those} loads first, or define another data set beside it."
)


@needs(Permission.READ_FIGURES, of="partnership")
def data_sets(workspace: Workspace, partnership: str) -> tuple[DefinedDataSet, ...]:
    """Return the data sets that a partnership has defined, and those that are nobody's any more."""
    known = {place.id for place in partnerships(workspace.of(None))}
    return tuple(
        replace(defined, defined_by=workspace.name_of(defined.defined_by))
        for defined in defined_in(workspace.store)
        if defined.partnership == partnership or defined.partnership not in known
    )


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def define_data_set(workspace: Workspace, partnership: str, own: OwnDataSet) -> OwnDataSet:
    """Define a data set, or define one anew as long as nothing is loaded in it.

    Raises InvalidRequest with everything that is wrong with it, or where somebody else has one of
    this name; DefinitionFault where its measures do not fit together.
    """
    place = partnership_named(workspace, partnership)
    if faults := [*own_data_set_faults(own), *_taken(own)]:
        raise InvalidRequest(" ".join(faults))
    measure_set_of(own)
    with workspace.store.writing() as writer:
        before = {defined.data_set.id: defined for defined in defined_in(workspace.store)}
        if own.id in before:
            _must_be_own(workspace, before[own.id], place.id)
            _must_be_unused(writer, own.id)
            _forget(writer, own.id)
        _keep(workspace, writer, place.id, own)
        workspace.audit(writer, "defined data set", f"{place.name}: {own.label}")
    return own


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def remove_data_set(workspace: Workspace, partnership: str, data_set: str) -> OwnDataSet:
    """Remove a data set; raises InvalidRequest for an unknown one, or one that is in use."""
    there = {defined.data_set.id: defined for defined in data_sets(workspace, partnership)}
    if data_set not in there:
        named = f"There are: {joined(list(there))}." if there else "There are none."
        raise InvalidRequest(f"There is no data set '{data_set}' of {partnership}. {named}")
    gone = there[data_set].data_set
    with workspace.store.writing() as writer:
        _must_be_unused(writer, gone.id)
        _forget(writer, gone.id)
        writer.run("clear_leads_of_set", measure_set=gone.id)
        workspace.audit(writer, "removed data set", f"{partnership}: {gone.label}")
    return gone


def _taken(own: OwnDataSet) -> Iterator[str]:
    """Say where a name is that of a data set that comes with the dashboard."""
    for measures in shipped_sets().values():
        if plain(own.label) in (plain(measures.label), plain(measures.id)):
            yield f"{measures.label} is a data set already: load its files as {measures.id}."


def _must_be_own(workspace: Workspace, before: DefinedDataSet, partnership: str) -> None:
    known = {place.id for place in partnerships(workspace.of(None))}
    if before.partnership in known and before.partnership != partnership:
        raise InvalidRequest(
            f"Another partnership has a data set {before.data_set.label}: choose another name."
        )


def _must_be_unused(writer: Writer, data_set: str) -> None:
    sources = [source for (source,) in writer.rows("sources_of_set", measure_set=data_set)]
    if sources:
        have, those = ("has", "its") if len(sources) == 1 else ("have", "their")
        said = STILL_LOADED.format(sources=joined(sources), have=have, those=those)
        raise InvalidRequest(said)


def _forget(writer: Writer, data_set: str) -> None:
    writer.run("remove_data_set_measures", id=data_set)
    writer.run("remove_data_set", id=data_set)


def _keep(workspace: Workspace, writer: Writer, partnership: str, own: OwnDataSet) -> None:
    writer.run(
        "put_data_set",
        id=own.id,
        partnership=partnership,
        label=own.label,
        kind=str(own.kind),
        owner=own.owner,
        defined_by=workspace.person.name,
    )
    for place, measure in enumerate(own.measures):
        writer.run(
            "put_data_set_measure",
            data_set=own.id,
            place=place,
            label=measure.label,
            unit=measure.unit,
            direction=str(measure.direction),
            caveat=measure.caveat,
            names=list(measure.names),
        )
