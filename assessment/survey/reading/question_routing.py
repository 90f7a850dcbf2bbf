"""Who was asked a question: everybody, or only those who gave certain answers to an earlier one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby
from operator import itemgetter

from assessment.intake.files.file_tables import in_quotes
from assessment.numbers import count_of
from assessment.periods import joined
from assessment.store import Writer
from assessment.survey.questionnaire import ONE_ANSWER, OWN_WORDS, OptionRole
from assessment.survey.reading.earlier_decisions import Decisions
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.export.missing_codes import missing_among
from assessment.survey.reading.export.silent_cells import SilentText
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.proposal import (
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    OptionReading,
    Use,
)

# So many who were not asked, and none of them with an answer, are no chance.
FEWEST_UNASKED = 8
# Of those asked, so many answer; and of each answer that leads to the question, so many.
MOSTLY_ANSWER = 0.8
HALF = 0.5
MOST_OPTIONS = 8
NEAREST = 6


@dataclass(frozen=True)
class Route:
    """A question that was put to those who gave some answers to another.

    `silent` is what others say in its columns, which for want of a route would be answers.
    """

    question: int
    gate: int
    labels: tuple[str, ...]
    asked: int
    silent: tuple[SilentText, ...] = ()


@dataclass(frozen=True)
class _Target:
    """A question, by its place, that some may not have been asked; and what may say so."""

    question: int
    reading: QuestionReading
    answered: int
    silent: tuple[SilentText, ...] = ()


def routes_of(
    writer: Writer, readings: Sequence[QuestionReading], respondents: int, decisions: Decisions
) -> Mapping[int, Route]:
    """Return the route to each question that has one, by its place among the readings."""
    targets = [
        target
        for at, reading in enumerate(readings)
        if reading.column.use is Use.QUESTION
        for target in _targets(at, reading, decisions.get(reading.column.header, Decision()))
        if target.answered <= respondents - FEWEST_UNASKED
    ]
    pairs = [(gate, number) for number, t in enumerate(targets) for gate in _gates(readings, t)]
    routes: dict[int, Route] = {}
    for (number, gate), rows in groupby(_answered(writer, readings, targets, pairs), itemgetter(0)):
        target = targets[number]
        if route := _route(target, gate, readings[gate], [row[1:] for row in rows]):
            best = routes.get(target.question)
            if best is None or _rank(route) > _rank(best):
                routes[target.question] = route
    return routes


def _rank(route: Route) -> tuple[int, int, int]:
    """Prefer what explains most silences, then what leaves fewest who were asked silent."""
    return len(route.silent), -route.asked, route.gate


def _targets(at: int, reading: QuestionReading, decided: Decision) -> Iterator[_Target]:
    yield _Target(at, reading, reading.column.base)
    answers = {as_key(text) for text in decided.merges}
    doubtful = tuple(text for text in _doubtful(reading) if as_key(text.text) not in answers)
    if doubtful:
        left = reading.column.base - sum(text.n for text in doubtful)
        if left > 0:
            yield _Target(at, reading, left, doubtful)


def _doubtful(reading: QuestionReading) -> Iterator[SilentText]:
    """Yield what may say that the question was not asked: "N/A", or a code such as -9."""
    options = [option for option in reading.column.options if option.n]
    codes = missing_among(option.label for option in options)
    for option in options:
        if option.role is OptionRole.NOT_APPLICABLE or option.label in codes:
            yield from _in_its_columns(reading, option)


def _in_its_columns(reading: QuestionReading, option: OptionReading) -> Iterator[SilentText]:
    """Yield what says an option, column by column: how many do is told once."""
    said = dict.fromkeys((m.position, m.text) for m in reading.meanings if m.label == option.label)
    cells = [*said] or [(at, option.label) for at in reading.positions]
    for cell in cells:
        yield SilentText(*cell, option.n if cell == cells[0] else 0, not_asked=True)


def _gates(readings: Sequence[QuestionReading], target: _Target) -> list[int]:
    """Return the nearest earlier questions some of whose answers may be those of who was asked."""
    before = [
        at
        for at, reading in enumerate(readings[: target.question])
        if _may_lead(reading, target.answered)
    ]
    return before[-NEAREST:]


def _may_lead(reading: QuestionReading, answered: int) -> bool:
    column = reading.column
    if column.kind not in ONE_ANSWER or len(reading.positions) != 1:
        return False
    counts = [option.n for option in column.options if option.n]
    if not 2 <= len(counts) <= MOST_OPTIONS:
        return False
    sums = {sum(some) for n in range(1, len(counts)) for some in combinations(counts, n)}
    return any(answered <= asked <= answered / MOSTLY_ANSWER for asked in sums)


Row = tuple[tuple[int, int], str, int, int, int]


def _answered(
    writer: Writer,
    readings: Sequence[QuestionReading],
    targets: Sequence[_Target],
    pairs: Sequence[tuple[int, int]],
) -> Iterator[Row]:
    """Yield, for a question and a gate, each answer to the gate: how many gave it, how many of
    these went on to answer, and how many said what may be no answer.
    """
    if not pairs:
        return
    gate_at = {readings[gate].positions[0]: gate for gate, _ in pairs}
    columns = [(n, at) for n, target in enumerate(targets) for at in target.reading.positions]
    ignored = [(n, text.text) for n, target in enumerate(targets) for text in target.silent]
    rows = writer.rows(
        "answered_by_gate",
        gates=[readings[gate].positions[0] for gate, _ in pairs],
        targets=[number for _, number in pairs],
        columns_of=[number for number, _ in columns],
        columns=[at for _, at in columns],
        ignored_of=[number for number, _ in ignored],
        ignored=[text for _, text in ignored],
    )
    for position, number, *counted in rows:
        yield (number, gate_at[position]), *counted


def _route(
    target: _Target, gate: int, reading: QuestionReading, rows: Sequence[tuple[str, int, int, int]]
) -> Route | None:
    """Return the route, if those of some answers went on, and of the others nobody did."""
    label_of = {meaning.text: meaning.label for meaning in reading.meanings}
    asked: dict[str, int] = {}
    went_on: dict[str, int] = {}
    silent: dict[str, int] = {}
    for said, n, answered, said_silent in rows:
        label = label_of.get(said) or said
        asked[label] = asked.get(label, 0) + n
        went_on[label] = went_on.get(label, 0) + answered
        silent[label] = silent.get(label, 0) + said_silent
    leading = [label for label in asked if went_on[label]]
    n_asked = sum(asked[label] for label in leading)
    unasked = sum(asked.values()) - n_asked
    answered = sum(went_on.values())
    # Who says N/A to one row of a grid and to the next was led past neither by the other.
    same = {as_key(text.text) for text in target.silent}
    past = {as_key(label) for label in asked if label not in leading}
    is_route = (
        unasked >= FEWEST_UNASKED
        and answered == target.answered
        and answered >= MOSTLY_ANSWER * n_asked
        and all(went_on[label] >= HALF * asked[label] for label in leading)
        and not any(silent[label] for label in leading)
        and not past <= same
    )
    if not leading or not is_route:
        return None
    offered = [option.label for option in reading.column.options]
    labels = [label for label in offered if label in leading]
    # What only one person wrote may say who it was.
    own_words = [OWN_WORDS] if set(leading) - set(offered) else []
    return Route(target.question, gate, (*labels, *own_words), n_asked, target.silent)


def with_those_asked(
    readings: Sequence[QuestionReading],
    routes: Mapping[int, Route],
    unasked: Mapping[int, int],
    respondents: int,
) -> list[QuestionReading]:
    """Say of each question how many were asked, and who, as far as the export tells."""
    told = []
    for at, reading in enumerate(readings):
        column = reading.column
        silent = max((unasked.get(position, 0) for position in reading.positions), default=0)
        if route := routes.get(at):
            gate = readings[route.gate].column
            answers = joined([f"“{label}”" for label in route.labels], "or")
            column = replace(
                column,
                asked=route.asked,
                asked_of=f"who answered {answers} to “{gate.wording}”",
                not_asked=tuple(dict.fromkeys(text.text for text in route.silent)),
                doubts=(*column.doubts, *_taken_for_silence(column, route)),
            )
        elif silent and column.use is Use.QUESTION:
            column = replace(column, asked=respondents - silent, asked_of="")
        told.append(replace(reading, column=column))
    return told


def _taken_for_silence(column: ColumnReading, route: Route) -> Iterator[Doubt]:
    """Tell what was taken for a question that was not put, so that it can be undone."""
    if not route.silent:
        return
    texts = tuple(dict.fromkeys(text.text for text in route.silent))
    said = count_of(sum(text.n for text in route.silent), "response says", "responses say")
    yield Doubt(
        column.header,
        DoubtKind.NOT_ASKED,
        f"{said} {in_quotes(texts)}, and none of these was led to the question by an earlier "
        "answer: it was read as not asked. If it is an answer, say so.",
        blocks=False,
        answers=texts,
        suggestion=Decision(merges={text: text for text in texts}),
    )
