"""Perception against record: residents' order of priorities beside that of the records."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.changes import Place, Question, available, year_on_year
from assessment.definitions import HOME_OFFICE, POLICE_UK, concerns, harm_weights
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.perception.recorded_concern import Record, Recorded
from assessment.periods import Period
from assessment.permissions import needs
from assessment.survey.questionnaire import Concept
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.summaries.wave_summary import summary
from assessment.workspace import Workspace

NOT_RECOGNISED = Recorded(reason="Nothing that is recorded was recognised in it.")
# Places nearer than this are about the same: with few concerns, one more or less says little.
A_GAP = 2


@dataclass(frozen=True)
class Beside:
    """One concern: how many put it first, and what is recorded.

    `row.rank` is its place among all answers. `place`, `volume_place` and `harm_place` are among
    those concerns only that the records can be compared for; ties share a place. `sentence` names
    the gap, or says why there is none to name.
    """

    row: SummaryRow
    recorded: Recorded
    place: int | None = None
    volume_place: int | None = None
    harm_place: int | None = None
    sentence: str = ""


@dataclass(frozen=True)
class Perception:
    """Every answer in residents' order, with the period and place of the records beside it."""

    place: Place
    period: Period
    measure_set: str
    rows: tuple[Beside, ...]
    caveats: tuple[str, ...]


@needs(Permission.READ_FIGURES, of="wave")
def perception(
    workspace: Workspace,
    wave: str,
    place: Place,
    period: Period,
    *,
    measure_set: str | None = None,
) -> Perception:
    """Set a wave's priorities beside what is recorded in a place and period.

    Without a set, the first that covers all of the period, Home Office groups before the
    categories of data.police.uk. Raises InvalidRequest where the wave asked no priorities.
    """
    said = summary(workspace, wave, question=Concept.PRIORITY)
    chosen = measure_set or _set_for(workspace, place, period)
    answer = year_on_year(workspace, Question(place, period, period.year_before(), chosen))
    record = Record.of(chosen, answer.changes)
    ordered = sorted(
        (row for row in said.rows if row.rank), key=lambda row: (row.rank or 0, row.option_number)
    )
    rows = _with_places([Beside(row, _recorded(record, row)) for row in ordered])
    return Perception(place, period, chosen, tuple(rows), tuple(_caveats(said, rows)))


def _set_for(workspace: Workspace, place: Place, period: Period) -> str:
    held = available(workspace, place)
    for name in (HOME_OFFICE, POLICE_UK):
        if name in held and set(period.months()) <= set(held[name].months):
            return name
    raise InvalidRequest(
        f"No records cover {place.where} for {period.dates}. Choose a period that is covered."
    )


def _recorded(record: Record, row: SummaryRow) -> Recorded:
    return record.recorded(concerns()[row.concern]) if row.concern else NOT_RECOGNISED


def _with_places(rows: Sequence[Beside]) -> list[Beside]:
    """Give places among those that have a volume, and by harm among those that have harm too."""
    known = [one for one in rows if one.recorded.volume is not None]
    harmful = [one for one in known if one.recorded.harm is not None]
    placed = {
        one.row.option_number: replace(
            one,
            place=_place(one, known, _said),
            volume_place=_place(one, known, _volume),
            harm_place=_place(one, harmful, _harm) if one in harmful else None,
        )
        for one in known
    }
    return [
        _in_words(placed.get(one.row.option_number, one), len(known), len(harmful)) for one in rows
    ]


def _place(one: Beside, among: Sequence[Beside], by: Callable[[Beside], float]) -> int:
    return 1 + sum(by(other) > by(one) for other in among)


def _said(one: Beside) -> float:
    """Put first what residents did: by count, or by mean rank where all ranked everything."""
    return -(one.row.rank or 0)


def _volume(one: Beside) -> float:
    return one.recorded.volume or 0


def _harm(one: Beside) -> float:
    return one.recorded.harm or 0


def _in_words(one: Beside, known: int, harmful: int) -> Beside:
    if one.place is None or one.volume_place is None:
        return replace(one, sentence=f"{one.row.option}: {_lower(one.recorded.reason)}")
    records = one.recorded.volume or 0
    parts = [
        f"{one.row.option}: place {one.place} of {known} among residents' priorities, place "
        f"{one.volume_place} by recorded number ({records:,}), which is "
        f"{_gap(one.volume_place - one.place)}"
    ]
    if one.harm_place is not None:
        parts.append(f"place {one.harm_place} of {harmful} by harm")
    return replace(one, sentence="; ".join(parts) + ".")


def _gap(lower: int) -> str:
    if abs(lower) < A_GAP:
        return "about the same"
    return f"{abs(lower)} places {'lower' if lower > 0 else 'higher'} than with residents"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _caveats(said: Summary, rows: Sequence[Beside]) -> Iterator[str]:
    yield (
        "What residents put first is what they see and fear; what is recorded is what was "
        "reported. Neither is the truth about the other."
    )
    yield from said.caveats
    weights = harm_weights()
    if any(one.harm_place for one in rows):
        yield f"Harm is in {weights.unit} of the {weights.scheme} ({weights.version})."
        if weights.is_second_hand:
            yield "These weights were taken at second hand: check them with their publisher."
    for one in rows:
        if one.recorded.volume is not None and one.recorded.unsaid:
            yield (
                f"{one.recorded.unsaid:,} records name only the group that "
                f"“{one.row.option}” is part of, and are not counted for it."
            )
        if one.recorded.volume is not None and one.recorded.reason:
            yield f"{one.row.option}: no harm. {one.recorded.reason}"
