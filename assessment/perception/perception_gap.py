"""Perception against record: residents' order of priorities beside that of the records."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.changes import Place, Question, available, year_on_year
from assessment.definitions import HOME_OFFICE, POLICE_UK, concerns, harm_weights
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.perception.recorded_concern import Recorded, RecordedCounts
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
    answers = summary(workspace, wave, question=Concept.PRIORITY)
    chosen = measure_set or _set_for(workspace, place, period)
    answer = year_on_year(workspace, Question(place, period, period.year_before(), chosen))
    record = RecordedCounts.of(chosen, answer.changes)
    ordered = sorted(
        (row for row in answers.rows if row.rank),
        key=lambda row: (row.rank or 0, row.option_number),
    )
    rows = _with_places([Beside(row, _recorded(record, row)) for row in ordered])
    return Perception(place, period, chosen, tuple(rows), tuple(_caveats(answers, rows)))


def _set_for(workspace: Workspace, place: Place, period: Period) -> str:
    sets = available(workspace, place)
    for name in (HOME_OFFICE, POLICE_UK):
        if name in sets and set(period.months()) <= set(sets[name].months):
            return name
    raise InvalidRequest(
        f"No records cover {place.where} for {period.dates}. Choose a period that is covered."
    )


def _recorded(record: RecordedCounts, row: SummaryRow) -> Recorded:
    return record.recorded(concerns()[row.concern]) if row.concern else NOT_RECOGNISED


def _with_places(rows: Sequence[Beside]) -> list[Beside]:
    """Give places among those that have a volume, and by harm among those that have harm too."""
    known = [concern for concern in rows if concern.recorded.volume is not None]
    harmful = [concern for concern in known if concern.recorded.harm is not None]
    placed = {
        concern.row.option_number: replace(
            concern,
            place=_place(concern, known, _by_residents),
            volume_place=_place(concern, known, _volume),
            harm_place=_place(concern, harmful, _harm) if concern in harmful else None,
        )
        for concern in known
    }
    return [
        _in_words(placed.get(concern.row.option_number, concern), len(known), len(harmful))
        for concern in rows
    ]


def _place(concern: Beside, among: Sequence[Beside], by: Callable[[Beside], float]) -> int:
    return 1 + sum(by(other) > by(concern) for other in among)


def _by_residents(concern: Beside) -> float:
    """Put first what residents did: by count, or by mean rank where all ranked everything."""
    return -(concern.row.rank or 0)


def _volume(concern: Beside) -> float:
    return concern.recorded.volume or 0


def _harm(concern: Beside) -> float:
    return concern.recorded.harm or 0


def _in_words(concern: Beside, known: int, harmful: int) -> Beside:
    if concern.place is None or concern.volume_place is None:
        return replace(concern, sentence=f"{concern.row.option}: {_lower(concern.recorded.reason)}")
    records = concern.recorded.volume or 0
    parts = [
        f"{concern.row.option}: place {concern.place} of {known} among residents' priorities, "
        f"place {concern.volume_place} by recorded number ({records:,}), which is "
        f"{_gap(concern.volume_place - concern.place)}"
    ]
    if concern.harm_place is not None:
        parts.append(f"place {concern.harm_place} of {harmful} by harm")
    return replace(concern, sentence="; ".join(parts) + ".")


def _gap(lower: int) -> str:
    if abs(lower) < A_GAP:
        return "about the same"
    return f"{abs(lower)} places {'lower' if lower > 0 else 'higher'} than with residents"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _caveats(answers: Summary, rows: Sequence[Beside]) -> Iterator[str]:
    yield (
        "What residents put first is what they see and fear; what is recorded is what was "
        "reported. Neither is the truth about the other."
    )
    yield from answers.caveats
    weights = harm_weights()
    if any(concern.harm_place for concern in rows):
        yield f"Harm is in {weights.unit} of the {weights.scheme} ({weights.version})."
        if weights.is_second_hand:
            yield "These weights were taken at second hand: check them with their publisher."
    for concern in rows:
        if concern.recorded.volume is not None and concern.recorded.unsaid:
            yield (
                f"{concern.recorded.unsaid:,} records name only the group that "
                f"“{concern.row.option}” is part of, and are not counted for it."
            )
        if concern.recorded.volume is not None and concern.recorded.reason:
            yield f"{concern.row.option}: no harm. {concern.recorded.reason}"
