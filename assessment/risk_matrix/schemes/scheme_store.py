"""Schemes: those that come with the product, and those that users have made from them.

Every change of a user's scheme is a new version, and no version ever changes.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from assessment.definitions import Scheme
from assessment.definitions.schemes.scheme_files import as_body
from assessment.definitions.spelling import close_to, plain
from assessment.errors import DefinitionFault, InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.schemes.scheme_reading import read_scheme, shipped_schemes
from assessment.store import Store, Writer
from assessment.workspace import Workspace

DEFAULT_SCHEME = "weighted-evidence"


@needs(Permission.READ_FIGURES, Permission.SCORE_ISSUES)
def list_schemes(workspace: Workspace) -> tuple[Scheme, ...]:
    """Return the latest version of every scheme: the product's, the default first, then users'."""
    shipped = sorted(shipped_schemes().values(), key=lambda listed: listed.id != DEFAULT_SCHEME)
    kept = _seen(workspace, _kept(workspace.store))
    latest = {listed.id: listed for listed in kept if listed.id not in shipped_schemes()}
    return (*shipped, *sorted(latest.values(), key=lambda listed: plain(listed.label)))


@needs(Permission.READ_FIGURES, Permission.SCORE_ISSUES)
def scheme(workspace: Workspace, scheme_id: str, version: int | None = None) -> Scheme:
    """Return a scheme in a version, or else its latest; raises InvalidRequest if there is none."""
    by_version = {kept.version: kept for kept in versions(workspace, scheme_id)}
    if not by_version:
        raise InvalidRequest(_unknown(workspace, scheme_id))
    if version is None:
        return shipped_schemes().get(scheme_id) or by_version[max(by_version)]
    if version not in by_version:
        raise InvalidRequest(
            f"There is no version {version} of the scheme '{scheme_id}': "
            f"the versions are {', '.join(map(str, sorted(by_version)))}."
        )
    return by_version[version]


@needs(Permission.READ_FIGURES, Permission.SCORE_ISSUES)
def versions(workspace: Workspace, scheme_id: str) -> tuple[Scheme, ...]:
    """Return every version of a scheme, the latest first."""
    shipped = [version for version in shipped_schemes().values() if version.id == scheme_id]
    kept = _seen(workspace, _kept(workspace.store, scheme_id))
    by_version = {version.version: version for version in (*shipped, *kept)}
    return tuple(by_version[number] for number in sorted(by_version, reverse=True))


@needs(Permission.READ_FIGURES, Permission.SCORE_ISSUES)
def author_seen(workspace: Workspace, scheme_id: str, author: str) -> str:
    """Return how this person sees the author named; the product's schemes name their own."""
    return author if scheme_id in shipped_schemes() else workspace.name_of(author)


@needs(Permission.EDIT_SCHEMES)
def copy_scheme(workspace: Workspace, original: Scheme, new_id: str, label: str) -> Scheme:
    """Copy a scheme under an id and a name of its own, to be edited; return the copy."""
    based_on = f"{original.id} {original.version}"
    standing = f"A copy of {original.label}, version {original.version}. {original.standing}"
    copy = replace(
        original, id=new_id, version=1, label=label, standing=standing, based_on=based_on
    )
    checked = _checked(workspace, copy)
    _must_have_own_name(workspace, checked)
    with workspace.store.writing() as writer:
        if new_id in shipped_schemes() or _kept(writer, new_id):
            raise InvalidRequest(f"There is a scheme '{new_id}' already: give the copy another id.")
        _keep(writer, checked)
        workspace.audit(writer, "copied scheme", f"{new_id}, from {based_on}")
    return checked


@needs(Permission.EDIT_SCHEMES)
def save_scheme(workspace: Workspace, edited: Scheme) -> Scheme:
    """Keep a user's scheme as a new version and return it; unchanged, nothing is written.

    `edited` has the version that it was edited from. Raises InvalidRequest with every fault, and
    where another version has been made meanwhile.
    """
    if edited.id in shipped_schemes():
        raise InvalidRequest(f"'{edited.label}' comes with the product: copy it and edit the copy.")
    kept = _kept(workspace.store, edited.id)
    if not kept:
        raise InvalidRequest(f"There is no scheme '{edited.id}': copy one first.")
    if as_body(edited) == as_body(kept[-1]):
        return kept[-1]
    wanted = replace(edited, version=edited.version + 1, based_on=kept[-1].based_on)
    checked = _checked(workspace, wanted)
    _must_have_own_name(workspace, checked)
    with workspace.store.writing() as writer:
        latest = _kept(writer, edited.id)[-1]
        if latest.version != edited.version:
            raise InvalidRequest(_overtaken(latest))
        _keep(writer, checked)
        workspace.audit(writer, "changed scheme", f"{checked.id}, version {checked.version}")
    return checked


def keep_scheme(writer: Writer, used: Scheme) -> None:
    """Keep a copy of a shipped scheme that an assessment uses: a later release may change it."""
    if used.version not in {kept.version for kept in _kept(writer, used.id)}:
        _keep(writer, used, made_on=used.dated)


def _keep(writer: Writer, made: Scheme, made_on: date | None = None) -> None:
    writer.run(
        "insert_scheme",
        id=made.id,
        version=made.version,
        body=json.dumps(as_body(made), ensure_ascii=False),
        based_on=made.based_on,
        author=made.author,
        made_on=made_on,
    )


def _kept(store: Store | Writer, scheme_id: str | None = None) -> list[Scheme]:
    """Return what is kept of one scheme or of all, the earliest version first."""
    return [
        read_scheme(json.loads(body), author, made_at.date(), based_on)
        for body, based_on, author, made_at in store.rows("kept_schemes", id=scheme_id)
    ]


def _seen(workspace: Workspace, kept: Iterable[Scheme]) -> Iterator[Scheme]:
    for version in kept:
        yield replace(version, author=author_seen(workspace, version.id, version.author))


def _checked(workspace: Workspace, made: Scheme) -> Scheme:
    """Return a scheme as this person's, of today; raises InvalidRequest with all that is wrong."""
    try:
        return read_scheme(as_body(made), workspace.person.name, date.today(), made.based_on)
    except DefinitionFault as fault:
        raise InvalidRequest(str(fault)) from fault


def _must_have_own_name(workspace: Workspace, made: Scheme) -> None:
    """Refuse a name that another scheme has: nobody could tell which of the two is chosen."""
    for other in list_schemes(workspace):
        if other.id != made.id and plain(other.label) == plain(made.label):
            raise InvalidRequest(
                f"There is a scheme called '{other.label}' already: choose a name."
            )


def _overtaken(latest: Scheme) -> str:
    return (
        f"{latest.author} has made version {latest.version} of '{latest.label}' since you began. "
        "Yours was not saved; open that version and make your changes in it."
    )


def _unknown(workspace: Workspace, scheme_id: str) -> str:
    ids = [listed.id for listed in list_schemes(workspace)]
    near = close_to(scheme_id, ids)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"There is no scheme '{scheme_id}'.{hint} There are: {', '.join(ids)}."
