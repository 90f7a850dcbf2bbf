"""What people say that categories mean: for the records there are, and for those to come.

Whether a meaning is said before or after a file is loaded makes no difference: its records are
under the same measures, and its extract answers for the same things.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import LEFT_OUT, MeasureSet, measure_sets
from assessment.errors import InvalidRequest
from assessment.intake.categories.category_recoding import changed_categories, keep_meanings, recode
from assessment.intake.mapping.categories.said_meanings import ANY_SOURCE, CategoryMeaning
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Writer
from assessment.workspace import Workspace


@dataclass(frozen=True)
class UnmappedCategory:
    """A category of a source that no measure is known for, and how many records carry it."""

    source: str
    measure_set: str
    category: str
    records: int


@dataclass(frozen=True)
class MeaningSaid:
    """A meaning that is kept, the current records that carry the category, and their sets."""

    meaning: CategoryMeaning
    records: int
    measure_sets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recoding:
    """What giving categories their meanings did: how many of each, and the sources concerned."""

    meanings: int
    records: int
    sources: tuple[str, ...]


@needs(Permission.SEE_SMALL_NUMBERS)
def unmapped_categories(workspace: Workspace) -> tuple[UnmappedCategory, ...]:
    """Return the categories that no measure is known for, those of most records first."""
    return tuple(UnmappedCategory(*row) for row in workspace.store.rows("unmapped_categories"))


@needs(Permission.SEE_SMALL_NUMBERS)
def meanings_said(workspace: Workspace) -> tuple[MeaningSaid, ...]:
    """Return all that people have said, with the current records of each category."""
    carried = workspace.store.rows("records_of_meanings")
    return tuple(
        MeaningSaid(CategoryMeaning(*said), records, tuple(sets))
        for *said, records, sets in carried
    )


def meant_in(measures: MeasureSet) -> Mapping[str, str]:
    """Return what a category may mean in a set, by label: a total is made of measures."""
    return {
        measure.label: measure.id
        for measure in measures.measures
        if measure.kind.is_recorded and measure.id in measure.leaves
    }


@needs(Permission.MAP_CATEGORIES)
def map_category(workspace: Workspace, source: str, category: str, measure: str) -> Recoding:
    """Say which measure a source's category is, as `map_categories` does for many."""
    return map_categories(workspace, [CategoryMeaning(source, category, measure)])


@needs(Permission.MAP_CATEGORIES)
def map_categories(workspace: Workspace, meanings: Sequence[CategoryMeaning]) -> Recoding:
    """Say what categories mean, all of them or none; what is stored is counted anew.

    Raises InvalidRequest, with every fault, where a source has nothing loaded, or a measure is
    none that a category of it can mean.
    """
    with workspace.store.writing() as writer:
        sets = _counted_sets(writer)
        faults = [fault for said in meanings for fault in _faults(said, sets)]
        if faults:
            raise InvalidRequest(" ".join(dict.fromkeys(faults)))
        changed = {source: changed_categories(writer, source, sets, meanings) for source in sets}
        keep_meanings(writer, meanings)
        records = sum(recode(writer, source, sets[source], changed[source]) for source in sets)
        for said in meanings:
            whose = "any source" if said.source == ANY_SOURCE else said.source
            workspace.audit(
                writer,
                "mapped category",
                f"{whose}: {said.category} is {said.measure or 'as if nothing had been said'}",
            )
    concerned = tuple(source for source, categories in changed.items() if categories)
    return Recoding(len(meanings), records, concerned)


def _counted_sets(writer: Writer) -> dict[str, MeasureSet]:
    """Return what each source is counted in."""
    return {source: measure_sets()[name] for source, name in writer.rows("sources_counted")}


def _faults(said: CategoryMeaning, sets: Mapping[str, MeasureSet]) -> Iterable[str]:
    if said.source != ANY_SOURCE and said.source not in sets:
        yield f"Nothing of source {said.source} is loaded."
        return
    if said.measure in (None, LEFT_OUT):
        return
    known = [sets[said.source]] if said.source in sets else list(measure_sets().values())
    if not any(said.measure in meant_in(measures).values() for measures in known):
        yield _no_meaning(said, known)


def _no_meaning(said: CategoryMeaning, known: Sequence[MeasureSet]) -> str:
    if len(known) > 1:
        return f"'{said.measure}' is no measure that a category ('{said.category}') can mean."
    # Raises, with what may have been meant, where there is no such measure.
    label = known[0].measure(str(said.measure)).label
    return f"{label} adds others up; no category can mean it."
