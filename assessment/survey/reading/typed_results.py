"""Printed results as they are typed in, one row for each answer, and the questions they make."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import shown
from assessment.numbers import rounded
from assessment.periods import joined
from assessment.survey.questionnaire import KINDS, Concept, QuestionKind
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.printed_results import SummarisedQuestion

HERE = "What was typed in"
Numbered = tuple[int, "TypedRow"]


@dataclass(frozen=True)
class TypedRow:
    """One row of the table; what is left empty is an empty text or None."""

    question: str = ""
    answer: str = ""
    percent: float | None = None
    base: float | None = None
    kind: QuestionKind | None = None
    concept: Concept | None = None


def questions_typed(rows: Iterable[TypedRow], wave: str = "") -> list[SummarisedQuestion]:
    """Gather the rows of each question; what one of its rows says of it, it says for all.

    Raises UploadRefused with every row that cannot be kept as it was typed: none is left out.
    """
    # An empty row at the end of a table says nothing.
    filled = [(number, row) for number, row in enumerate(rows, start=1) if row != TypedRow()]
    faults = [fault for number, row in filled for fault in _of_row(number, row)]
    gathered: dict[str, list[Numbered]] = {}
    for number, row in filled:
        if row.question:
            gathered.setdefault(as_key(row.question), []).append((number, row))
    faults += [fault for rows_of in gathered.values() for fault in _of_question(rows_of)]
    if faults:
        raise UploadRefused(wave or HERE, faults)
    return [_question([row for _, row in rows_of]) for rows_of in gathered.values()]


def _question(rows: Sequence[TypedRow]) -> SummarisedQuestion:
    return SummarisedQuestion(
        wording=rows[0].question,
        kind=next((row.kind for row in rows if row.kind), QuestionKind.MULTIPLE),
        base=int(next(row.base for row in rows if row.base is not None)),
        percents={row.answer: row.percent for row in rows if row.percent is not None},
        concept=next((row.concept for row in rows if row.concept), Concept.OTHER),
    )


def _of_row(number: int, row: TypedRow) -> Iterator[str]:
    where = f"Row {number}{_named(row)}"
    if not row.question:
        yield f"{where}: the question is empty. Write it beside each of its answers."
    if not row.answer:
        yield f"{where}: the answer is empty. Write it, or empty the whole row."
    if row.percent is None:
        yield f"{where}: the percentage is empty. Write it (0 where nobody said so)."
    if row.base is not None and row.base % 1:
        yield f"{where}: the base is {row.base:g}; expected a whole number of people."


def _named(row: TypedRow) -> str:
    texts = (("question", row.question), ("answer", row.answer))
    named = [f"{what} '{shown(text)}'" for what, text in texts if text]
    return f" ({', '.join(named)})" if named else ""


def _of_question(rows: Sequence[Numbered]) -> Iterator[str]:
    where = f"Question '{shown(rows[0][1].question)}'"
    if all(row.base is None for _, row in rows):
        yield f"{where}: no row has its base. Say at one answer at least how many answered it."
    for what, values in (
        ("base", [(_whole(row.base), n, row) for n, row in rows]),
        ("way of answering", [(row.kind and KINDS[row.kind], n, row) for n, row in rows]),
        ("subject", [(row.concept and row.concept.value, n, row) for n, row in rows]),
    ):
        yield from _different(where, what, values)
    yield from _twice(where, rows)


def _whole(base: float | None) -> str | None:
    return None if base is None else f"{rounded(base, 0):,}"


def _different(
    where: str, what: str, values: Iterable[tuple[object, int, TypedRow]]
) -> Iterator[str]:
    """Refuse what a question has once only, where its rows say it differently."""
    first: dict[object, str] = {}
    for value, number, row in values:
        if value is not None:
            first.setdefault(value, f"{value} for '{shown(row.answer)}' (row {number})")
    if len(first) > 1:
        yield (
            f"{where} has one {what}, but its rows give {joined(list(first.values()))}. Correct "
            "it, or word them as different questions."
        )


def _twice(where: str, rows: Sequence[Numbered]) -> Iterator[str]:
    alike: dict[str, list[Numbered]] = {}
    for number, row in rows:
        alike.setdefault(as_key(row.answer), []).append((number, row))
    for key, same in alike.items():
        if key and len(same) > 1:
            places = [f"row {n}" for n, _ in same]
            yield (
                f"{where}: the answer '{shown(same[0][1].answer)}' is there {len(same)} times, in "
                f"{joined(places)}. Leave one of them."
            )
