"""What each public function needs, decided when it is asked: no page and no command goes round it.

What a function reads to answer is its own matter: reading is decided at the function that was
asked, doing at every one. Whatever belongs to a partnership is decided by the person's role there;
to somebody without one, it is as if it did not exist.
"""

from collections.abc import Callable, Collection, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import wraps
from inspect import signature
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from assessment.definitions import districts, knowing
from assessment.errors import InvalidRequest
from assessment.people import GRANTED, Audience, Permission
from assessment.workspace import Workspace

P = ParamSpec("P")
T = TypeVar("T")
Asked = Callable[Concatenate[Workspace, P], T]

READING = frozenset(
    {
        Permission.READ_FIGURES,
        Permission.READ_ASSESSMENTS,
        Permission.READ_DRAFTS,
        Permission.SCORE_ISSUES,
        # Answers are made of these, and leave out what is withheld.
        Permission.SEE_SMALL_NUMBERS,
    }
)
# What a parameter names, and the query that says whose that is. A partnership is its own.
OWNERS = {
    "assessment": "owner_of_assessment",
    "wave": "owner_of_wave",
    "survey": "owner_of_survey",
}
PARTNERSHIP = "partnership"
# What a force recorded is read by each of its partnerships, and by others as the public reads it.
PLACE = "place"
_is_answering: ContextVar[bool] = ContextVar("is_answering", default=False)


@dataclass(frozen=True)
class Need:
    """What a function needs: any one of some permissions, and in whose partnership."""

    any_of: tuple[Permission, ...]
    of: str | None
    parameter: str | None


class Owner(NamedTuple):
    """Whose something is, and whether everybody who may read its like may read it."""

    partnership: str | None
    is_open: bool


NEEDS: dict[str, Need] = {}


def needs(
    *any_of: Permission, of: str | None = None, named: str | None = None
) -> Callable[[Asked[P, T]], Asked[P, T]]:
    """Let a function answer only whoever has one of some permissions.

    `of` says what it is about: a partnership, a place, an assessment, a wave or a survey, which
    the parameter of that name gives, or another one that is `named`.
    """

    def decided(function: Asked[P, T]) -> Asked[P, T]:
        parameter = named or of
        place = list(signature(function).parameters).index(parameter) - 1 if parameter else 0
        NEEDS[f"{function.__module__}.{function.__qualname__}"] = Need(any_of, of, parameter)

        @wraps(function)
        def answer(workspace: Workspace, /, *args: P.args, **kwargs: P.kwargs) -> T:
            asks = workspace
            if not (_is_answering.get() and READING.issuperset(any_of)):
                about = kwargs.get(parameter, *args[place : place + 1]) if parameter else None
                asks = _decide(workspace, any_of, of, about)
            token = _is_answering.set(True)
            try:
                with knowing(lambda: asks.own_sets):
                    return function(asks, *args, **kwargs)
            finally:
                _is_answering.reset(token)

        return answer

    return decided


def sees(workspace: Workspace, partnership: str | None, *, is_open: bool = True) -> bool:
    """Tell whether somebody learns of what is a partnership's own; nobody's is everybody's."""
    roles = workspace.roles_in(partnership)
    return any(is_open or Permission.READ_DRAFTS in GRANTED[role] for role in roles)


def _decide(
    workspace: Workspace, any_of: tuple[Permission, ...], of: str | None, about: Any
) -> Workspace:
    """Return the workspace that may have the answer: the same, in the partnership it is about."""
    asks = workspace
    if of == PARTNERSHIP:
        asks = workspace.of(_key(about, of))
    elif of == PLACE:
        asks = _within_a_force(workspace, any_of, about)
    elif of is not None and not _is_the_same_everywhere(workspace) and not _is_none_yet(about, of):
        owner = _owner(workspace, of, about)
        if owner is None or not sees(workspace, owner.partnership, is_open=owner.is_open):
            raise InvalidRequest(f"There is no {of} {_key(about, of)}.")
        asks = workspace.of(owner.partnership)
    asks.require(*any_of)
    return asks


def _within_a_force(workspace: Workspace, any_of: tuple[Permission, ...], about: Any) -> Workspace:
    """Return the workspace that may have figures of a place, which may be given by a question.

    It is that of the partnership in which the person is shown most, of those whose force covers
    the place; where there is none, what is made for the public.
    """
    if workspace.person.role is not None or about is None:
        return workspace
    named, force = _place(about)
    asked = workspace.partnership
    of_force = [
        workspace.of(each)
        for each, _, theirs, _ in workspace.store.rows("partnerships")
        if asked in (None, each) and _covers(theirs, named, force)
    ]
    those = [each for each in of_force if any(map(each.may, any_of))]
    order = list(Audience).index
    outside = replace(workspace, audience=Audience.PUBLIC)
    return min(those, key=lambda each: order(each.shown_to), default=outside)


def _place(about: Any) -> tuple[Collection[str], str | None]:
    """Return the districts that something is about, or the force."""
    if isinstance(about, str):
        return (), about
    if hasattr(about, "chosen"):
        return about.chosen["grounds"], None
    for inner in ("question", "place"):
        if hasattr(about, inner):
            return _place(getattr(about, inner))
    return about.districts, about.force


def _covers(theirs: Iterable[str], named: Collection[str], force: str | None) -> bool:
    """Tell whether the forces of a partnership's districts recorded all that is asked about."""
    known = districts()
    forces = {found.force for each in theirs if (found := known.find(each))}
    if force:
        return force in forces
    return {*named} <= {*theirs, *(each for one in forces for each in known.of_force(one))}


def _is_the_same_everywhere(workspace: Workspace) -> bool:
    """Tell whether it matters not whose something is: to whoever has a role in every partnership.

    Who reads only what is signed off has to be asked about each assessment.
    """
    role = workspace.person.role
    return role is not None and Permission.READ_DRAFTS in GRANTED[role]


def _owner(workspace: Workspace, of: str, about: Any) -> Owner | None:
    rows = workspace.store.rows(OWNERS[of], id=_key(about, of))
    return Owner(*rows[0]) if rows else None


def _is_none_yet(about: Any, of: str) -> bool:
    """Tell whether it belongs to nothing yet, as a matrix before an assessment is started."""
    return about is not None and _key(about, of) is None


def _key(about: Any, of: str) -> Any:
    """Return the id of what is meant, which may be given itself, or be said by what was read."""
    if about is None or isinstance(about, int | str):
        return about
    return _key(getattr(about, of) if hasattr(about, of) else about.id, of)
