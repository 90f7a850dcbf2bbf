"""Rankings that a partnership has printed, often before it had this tool: entered by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.definitions.spelling import plain
from assessment.errors import InvalidRequest
from assessment.partnerships import partnership
from assessment.people import Permission
from assessment.permissions import needs
from assessment.risk_matrix.earlier_rankings import EarlierPlace, EarlierRanking
from assessment.risk_matrix.issues import MOST_ISSUES
from assessment.risk_matrix.printed_lines import PublishedPlace
from assessment.store import Writer
from assessment.workspace import Workspace

LONGEST = 300
UNKNOWN_SCHEME = "how it was scored is not printed"


@dataclass(frozen=True)
class PrintedRanking:
    """A ranking as it was printed; `ending` is the first day of the last month of its year.

    `is_whole` is false where only the top of it was printed, `is_ordered` where that was printed
    in no order. A new one has no number yet.
    """

    partnership: str
    ending: date
    name: str
    source: str
    scheme: str
    is_ordered: bool
    is_whole: bool
    places: tuple[PublishedPlace, ...]
    entered_by: str = ""
    id: int | None = None


@needs(Permission.READ_ASSESSMENTS, of="partnership", named="partnership_id")
def published_rankings(workspace: Workspace, partnership_id: str) -> tuple[PrintedRanking, ...]:
    """Return the printed rankings of a partnership, the latest year first."""
    places: dict[int, list[PublishedPlace]] = {}
    for number, *place in workspace.store.rows("published_places", partnership=partnership_id):
        places.setdefault(number, []).append(PublishedPlace(*place))
    rows = workspace.store.rows("published_rankings", partnership=partnership_id)
    return tuple(
        PrintedRanking(
            partnership_id,
            ending,
            name,
            source,
            scheme,
            is_ordered,
            is_whole,
            tuple(places[number]),
            workspace.name_of(entered_by),
            number,
        )
        for number, ending, name, source, scheme, is_ordered, is_whole, entered_by in rows
        # One that is entered or taken away between the two questions is not there yet, or no more.
        if number in places
    )


@needs(Permission.RUN_ASSESSMENTS, of="partnership", named="wanted")
def keep_published(workspace: Workspace, wanted: PrintedRanking) -> PrintedRanking:
    """Keep a new printed ranking; raises InvalidRequest with every fault."""
    tidy = _tidied(wanted)
    partnership(workspace, tidy.partnership)
    if faults := list(_faults(tidy)):
        raise InvalidRequest(" ".join(faults))
    with workspace.store.writing(leaves_counts=True) as writer:
        number: int = writer.value(
            "insert_published_ranking",
            partnership=tidy.partnership,
            ending=tidy.ending.replace(day=1),
            name=tidy.name,
            source=tidy.source,
            scheme=tidy.scheme,
            is_ordered=tidy.is_ordered,
            is_whole=tidy.is_whole,
            entered_by=workspace.person.name,
        )
        writer.run(
            "insert_published_places",
            ranking=number,
            ranks=[place.rank for place in tidy.places],
            labels=[place.label for place in tidy.places],
            issues=[place.issue for place in tidy.places],
            bands=[place.band for place in tidy.places],
        )
        subject = f"published ranking {number} of {tidy.partnership}: {tidy.name}, {tidy.source}"
        workspace.audit(writer, "entered published ranking", subject)
    return replace(tidy, id=number, entered_by=workspace.person.name)


@needs(Permission.RUN_ASSESSMENTS, of="partnership", named="ranking")
def match_published(
    workspace: Workspace, ranking: PrintedRanking, issues: Sequence[str | None]
) -> None:
    """Say what each printed issue is here, in their order; None where nothing is the same."""
    with workspace.store.writing(leaves_counts=True) as writer:
        _must_be_there(writer, ranking)
        writer.run("match_published_places", ranking=ranking.id, issues=list(issues))
        subject = f"published ranking {ranking.id} of {ranking.partnership}: {ranking.name}"
        workspace.audit(writer, "matched published ranking", subject)


@needs(Permission.RUN_ASSESSMENTS, of="partnership", named="ranking")
def remove_published(workspace: Workspace, ranking: PrintedRanking) -> None:
    """Take a printed ranking away; agreed years that were set beside it keep it."""
    with workspace.store.writing(leaves_counts=True) as writer:
        _must_be_there(writer, ranking)
        writer.run("remove_published_places", ranking=ranking.id)
        writer.run("remove_published_ranking", ranking=ranking.id)
        subject = f"published ranking {ranking.id} of {ranking.partnership}: {ranking.name}"
        workspace.audit(writer, "removed published ranking", subject)


def _must_be_there(writer: Writer, seen: PrintedRanking) -> None:
    """Refuse to change a ranking that is gone: another may have its number by now."""
    rows = writer.rows("published_places", partnership=seen.partnership)
    printed = [(rank, label) for number, rank, label, *_ in rows if number == seen.id]
    if printed != [(place.rank, place.label) for place in seen.places]:
        raise InvalidRequest(
            f"Somebody has taken the ranking of {seen.name} away since you looked. Nothing of "
            "yours was changed."
        )


def matched(
    places: Sequence[PublishedPlace], labels: Mapping[str, str]
) -> tuple[PublishedPlace, ...]:
    """Match printed issues with those of an assessment, by name; the others with none."""
    named = {plain(label): issue for issue, label in labels.items()}
    return tuple(replace(place, issue=named.get(plain(place.label))) for place in places)


def as_earlier(printed: PrintedRanking) -> EarlierRanking:
    """Return a printed ranking as one that an assessment is set beside."""
    return EarlierRanking(
        name=printed.name,
        origin=printed.source,
        scheme=printed.scheme or UNKNOWN_SCHEME,
        is_same_scheme=False,
        is_whole=printed.is_whole,
        is_ordered=printed.is_ordered,
        is_printed=True,
        places=tuple(
            EarlierPlace(place.issue or "", place.label, place.rank, place.band)
            for place in printed.places
        ),
    )


def _tidied(wanted: PrintedRanking) -> PrintedRanking:
    name, source, scheme = (
        " ".join(text.split()) for text in (wanted.name, wanted.source, wanted.scheme)
    )
    return replace(wanted, name=name, source=source, scheme=scheme)


def _faults(wanted: PrintedRanking) -> Iterator[str]:
    if not wanted.name:
        yield "Say which year it is of, as it was printed, such as 2018/19."
    if not wanted.source:
        yield "Say where it was printed, so that others can look it up."
    if not wanted.places:
        yield "A ranking needs at least one issue."
    if len(wanted.places) > MOST_ISSUES:
        yield f"{len(wanted.places)} issues are too many: enter at most {MOST_ISSUES}."
    for text in (wanted.name, wanted.source, wanted.scheme):
        if len(text) > LONGEST:
            yield f"“{text[:40]}…” is too long: write at most {LONGEST} letters."
