"""How much measures ordinarily vary in a partnership, where it has set that itself, with a reason.

It holds wherever the partnership is asked about, in the place of what is measured or usual.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.changes.question import Place
from assessment.definitions import measure_set_named
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership as partnership_named
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

LONGEST = 400
LEAST, MOST = 0.01, 1.0


@dataclass(frozen=True)
class OwnVariation:
    """What a partnership has set of one measure: τ, and why it is not what is measured."""

    measure_set: str
    measure: str
    value: float
    reason: str
    set_by: str
    set_at: datetime

    @property
    def label(self) -> str:
        """The measure as people call it; its id where there is no such measure any more."""
        try:
            return measure_set_named(self.measure_set).measure(self.measure).label
        except InvalidRequest:
            return self.measure


@needs(Permission.READ_FIGURES, of="partnership")
def own_variations(workspace: Workspace, partnership: str) -> tuple[OwnVariation, ...]:
    """Return what a partnership has set, measure by measure."""
    return tuple(own for of, own in _every(workspace) if of == partnership)


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def variations_set(workspace: Workspace, place: Place) -> Mapping[tuple[str, str], OwnVariation]:
    """Return what has been set by set and measure, where a place is looked at in a partnership.

    That is the partnership with all its districts; of several with the same, the first by its id.
    """
    every = list(_every(workspace))
    if place.force or not every:
        return {}
    wanted = set(place.whole.districts)
    rows: list[tuple[str, list[str]]] = workspace.store.said_rows("districts_by_partnership")
    with_any = {of for of, _ in every}
    ids = sorted(of for of, districts in rows if set(districts) == wanted and of in with_any)
    return {(own.measure_set, own.measure): own for of, own in every if of in ids[:1]}


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def set_variation(
    workspace: Workspace,
    partnership: str,
    measure_set: str,
    measure: str,
    value: float,
    reason: str,
) -> None:
    """Set how much a measure ordinarily varies in a partnership; raises InvalidRequest."""
    named = partnership_named(workspace, partnership)
    label = measure_set_named(measure_set).measure(measure).label
    why = " ".join(reason.split())
    if faults := list(_faults(value, why)):
        raise InvalidRequest(" ".join(faults))
    with workspace.store.writing() as writer:
        writer.run(
            "put_own_variation",
            partnership=named.id,
            measure_set=measure_set,
            measure=measure,
            variation=value,
            reason=why,
            set_by=workspace.person.name,
        )
        said = f"{named.name}, {label}: {100 * value:g}%, because {why}"
        workspace.audit(writer, "set ordinary variation", said)


@needs(Permission.EDIT_PARTNERSHIPS, of="partnership")
def remove_variation(
    workspace: Workspace, partnership: str, measure_set: str, measure: str
) -> None:
    """Take back what a partnership has set of a measure; raises InvalidRequest without any."""
    named = partnership_named(workspace, partnership)
    known = {(own.measure_set, own.measure) for own in own_variations(workspace, named.id)}
    if (measure_set, measure) not in known:
        raise InvalidRequest(f"{named.name} has set no ordinary variation of {measure}.")
    with workspace.store.writing() as writer:
        writer.run(
            "remove_own_variation", partnership=named.id, measure_set=measure_set, measure=measure
        )
        workspace.audit(writer, "removed ordinary variation", f"{named.name}, {measure}")


def _every(workspace: Workspace) -> Iterator[tuple[str, OwnVariation]]:
    for partnership, measure_set, measure, value, reason, by, at in workspace.store.said_rows(
        "own_variations"
    ):
        own = OwnVariation(measure_set, measure, value, reason, workspace.name_of(by), at)
        yield partnership, own


def _faults(value: float, reason: str) -> Iterator[str]:
    if not LEAST <= value <= MOST:
        yield f"Give a percentage between {100 * LEAST:g} and {100 * MOST:g}."
    if not reason:
        yield "Say why it is another than what is measured: the reason stands beside the figures."
    if len(reason) > LONGEST:
        yield f"Give the reason in {LONGEST} characters or fewer: it has {len(reason)}."
