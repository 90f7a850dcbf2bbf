"""Trying every public function as everybody: what the table of docs/permissions.md is made of."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import assessment
from assessment.errors import InvalidRequest, NotPermitted
from assessment.members import grant
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.permissions import NEEDS
from assessment.risk_matrix.assessments import start_assessment
from assessment.store import Store
from assessment.survey.questionnaire import Mode, QuestionKind
from assessment.survey.reading.printed_results import SummarisedQuestion
from assessment.survey.waves.entered_wave import enter_summary
from assessment.workspace import Workspace
from tests.risk_matrix.given import SCHEME, an_issue

# What these decide is what others answer with: they ask for nothing themselves.
DECIDES_ITSELF = {"assessment.disclosure.fewest_shown", "assessment.permissions.sees"}
YES, SIGNED_OFF, NO, UNKNOWN = "yes", "signed off", "–", "unknown"
OWN, OTHERS = "Rochford", "Maldon"
ELSEWHERE = "elsewhere"
NOBODY = "nobody"


class Reached(Exception):
    """The store would have been written to: whoever asked was let through."""


@dataclass(frozen=True)
class Held:
    """What one partnership has: a draft, what is signed off, and a survey of one wave."""

    partnership: str
    draft: int
    signed_off: int
    wave: str
    survey: str

    def about(self, of: str, *, is_draft: bool) -> object:
        """Return the id of what a function is asked about."""
        number = self.draft if is_draft else self.signed_off
        place = SimpleNamespace(districts=(OWN,), force=None)
        kinds = {"assessment": number, "wave": self.wave, "survey": self.survey, "place": place}
        return kinds.get(of, self.partnership)


def public_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield every public function of the product that takes a workspace first, by full name."""
    for module in pkgutil.walk_packages(assessment.__path__, "assessment."):
        if module.name == "assessment.__main__" or module.name.startswith("assessment.commands"):
            continue
        there = importlib.import_module(module.name)
        for name, function in inspect.getmembers(there, inspect.isfunction):
            is_public = function.__module__ == module.name and not name.startswith("_")
            if is_public and next(iter(inspect.signature(function).parameters), "") == "workspace":
                yield f"{module.name}.{name}", function


def hold(workspace: Workspace, name: str) -> Held:
    """Give a partnership something of everything that is its own."""
    place = add_partnership(workspace, name, [name])
    numbers = [
        start_assessment(workspace, place.id, date(year, 3, 1), SCHEME, [an_issue("burglary")]).id
        for year in (2022, 2023)
    ]
    with workspace.store._connection.cursor() as cursor:
        cursor.execute("UPDATE assessment SET status = 'signed off' WHERE id = ?", [numbers[0]])
    survey, wave = f"of-{place.id}", f"wave-{place.id}"
    asked = SummarisedQuestion("How safe?", QuestionKind.SINGLE, 100, {"Safe": 60.0, "Not": 40.0})
    enter_summary(
        workspace,
        survey=survey,
        wave=wave,
        mode=Mode.ONLINE,
        questions=[asked],
        partnership=place.id,
    )
    return Held(place.id, numbers[1], numbers[0], wave, survey)


@contextmanager
def everybody(path: Path) -> Iterator[tuple[Store, Held, Held]]:
    """Make a store of two partnerships in which somebody of each role has a part in the first."""
    store = Store.open(path, create=True)
    local = Workspace(store, Person("Local owner", Role.OWNER))
    own, others = hold(local, OWN), hold(local, OTHERS)
    for role in Role:
        grant(local, own.partnership, role.name, role, authority="health")
    grant(local, others.partnership, ELSEWHERE, Role.OWNER)
    store.writing = store.trying = _reached  # type: ignore[method-assign, assignment]
    try:
        yield store, own, others
    finally:
        store.close()


def _reached(**_: object) -> None:
    raise Reached


def outcome(name: str, function: Callable[..., Any], asks: Workspace, held: Held) -> str:
    """Tell how far somebody gets with a function about what a partnership has."""
    signed = _try(name, function, asks, held, is_draft=False)
    draft = _try(name, function, asks, held, is_draft=True)
    if signed == draft:
        return signed
    return SIGNED_OFF if signed == YES else NO


def _try(
    name: str, function: Callable[..., Any], asks: Workspace, held: Held, *, is_draft: bool
) -> str:
    need = NEEDS[name]
    given = dict.fromkeys(_required(function), None)
    if need.parameter:
        about: Any = held.about(need.of or "", is_draft=is_draft)
        annotation = inspect.signature(function).parameters[need.parameter].annotation
        # What was read before says whose it is, or what it belongs to.
        given[need.parameter] = (
            about
            if annotation in (int, str)
            else SimpleNamespace(**{need.of or "": about, "id": about})
        )
    try:
        function(asks, **given)
    except NotPermitted:
        return NO
    except InvalidRequest as error:
        hidden = f"There is no {need.of} {held.about(need.of or '', is_draft=is_draft)}."
        return UNKNOWN if str(error) == hidden else YES
    except Exception:
        return YES
    return YES


def _required(function: Callable[..., Any]) -> list[str]:
    parameters = list(inspect.signature(function).parameters.values())[1:]
    return [one.name for one in parameters if one.default is inspect.Parameter.empty]
