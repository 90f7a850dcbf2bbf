"""From what was counted to rows: shares, intervals, places; what is withheld has no numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.survey.answer import EVERYONE, NOT_GIVEN, SummaryRow
from assessment.survey.intervals import percent, wilson
from assessment.survey.lines import Line, lines_of
from assessment.survey.questionnaire import Question, QuestionKind, Role
from assessment.survey.tallies import BASE, NO_GROUP, Tallies, Tally
from assessment.survey.withholding import SMALLEST_BASE, withheld_groups


@dataclass(frozen=True)
class Group:
    """People who gave one answer to what is broken down by, or none: then `number` is None."""

    label: str
    members: tuple[int, ...]
    number: int | None = None


@dataclass(frozen=True)
class Asking:
    """What rows are made of: counts, what they are broken down by, whether they are weighted."""

    counted: Tallies
    by: Question | None = None
    weighted: bool = False

    @property
    def everyone(self) -> Group:
        """All respondents."""
        return Group(EVERYONE, self.counted.everyone)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that people said they are in, in the order of the questionnaire."""
        options = self.by.options if self.by else ()
        return tuple(
            Group(each.label, (each.number,), each.number)
            for each in options
            if each.role is Role.ANSWER
        )

    @property
    def not_given(self) -> Group:
        """Those who left it blank, or said that they would rather not say."""
        options = self.by.options if self.by else ()
        silent = (each.number for each in options if each.role is not Role.ANSWER)
        return Group(NOT_GIVEN, (NO_GROUP, *silent))


def rows_of(question: Question, asking: Asking) -> Iterator[SummaryRow]:
    """Yield a question's rows: of everyone, then group by group.

    Those who did not say theirs are no group that anyone could be known by. Few of them are left
    out, as they say nothing; no other group is withheld for their sake.
    """
    lines = lines_of(question)
    if not lines:
        return
    yield from _group(question, lines, asking, asking.everyone)
    hidden = _hidden(question, lines, asking)
    for group in asking.groups:
        if group.number in hidden:
            yield from (_withheld(question, line, group.label) for line in lines)
        else:
            yield from _group(question, lines, asking, group)
    silent = asking.not_given
    if asking.by and asking.counted.base(question.number, silent.members).n >= SMALLEST_BASE:
        yield from _group(question, lines, asking, silent)


def _hidden(question: Question, lines: Sequence[Line], asking: Asking) -> frozenset[int]:
    def counts(options: Sequence[int]) -> dict[int, int]:
        return {
            group.number: asking.counted.of(question.number, group.members, options).n
            for group in asking.groups
            if group.number
        }

    return withheld_groups(counts((BASE,)), [counts(line.options) for line in lines])


def _group(
    question: Question, lines: Sequence[Line], asking: Asking, group: Group
) -> Iterator[SummaryRow]:
    base = asking.counted.base(question.number, group.members)
    tallied = [asking.counted.of(question.number, group.members, line.options) for line in lines]
    rows = [
        _row(question, line, group.label, tally, base)
        for line, tally in zip(lines, tallied, strict=True)
    ]
    if asking.weighted and base.n:
        rows = [_weighted(row, tally, base) for row, tally in zip(rows, tallied, strict=True)]
    yield from placed(question, rows)


def _row(question: Question, line: Line, group: str, tally: Tally, base: Tally) -> SummaryRow:
    low, high = wilson(tally.n / base.n, base.n) if base.n else (None, None)
    ranked = question.kind is QuestionKind.RANKING and tally.n and not line.is_net
    numbers = question.kind is QuestionKind.NUMBER and tally.n and line.number is None
    return replace(
        _withheld(question, line, group),
        count=tally.n,
        base=base.n,
        percent=percent(tally.n, base.n),
        low=low,
        high=high,
        withheld=False,
        mean_rank=tally.ranks / tally.n if ranked else None,
        mean=tally.numbers / tally.n if numbers else None,
    )


def _weighted(row: SummaryRow, tally: Tally, base: Tally) -> SummaryRow:
    """Add the weighted share, whose interval rests on the effective base of the question."""
    # Sums of one set of weights in two orders may differ by a hair.
    share = min(tally.weight / base.weight, 1.0)
    low, high = wilson(share, base.weight**2 / base.squares)
    return replace(row, weighted_percent=100 * share, weighted_low=low, weighted_high=high)


def _withheld(question: Question, line: Line, group: str) -> SummaryRow:
    return SummaryRow(
        question=question.slug,
        wording=question.wording,
        concept=question.concept,
        option=line.label,
        option_number=line.number,
        role=line.role,
        is_net=line.is_net,
        side=line.side,
        concern=line.concern,
        group=group,
        count=None,
        base=None,
        percent=None,
        low=None,
        high=None,
        withheld=True,
    )


def placed(question: Question, rows: Sequence[SummaryRow]) -> Iterator[SummaryRow]:
    """Give answers their places, ties sharing one: by count, or a whole ranking by mean rank.

    Where people ranked only some, the mean rank is of those few who chose an option at all: then
    it is by how many did.
    """
    answers = [row for row in rows if is_placed(row)]
    whole = question.kind is QuestionKind.RANKING and is_whole(answers)
    keys = {
        row.option_number: (row.mean_rank or 0.0) if whole else -(row.count or 0) for row in answers
    }
    for row in rows:
        if row.option_number in keys and is_placed(row):
            before = sum(key < keys[row.option_number] for key in keys.values())
            yield replace(row, rank=before + 1)
        else:
            yield row


def is_placed(row: SummaryRow) -> bool:
    """Tell whether a row is one of the answers that are put in order."""
    return bool(row.option_number and row.role is Role.ANSWER and row.base)


def is_whole(answers: Iterable[SummaryRow]) -> bool:
    """Tell whether everybody who ranked anything ranked every answer."""
    return all(row.count == row.base for row in answers)


def top(rows: Iterable[SummaryRow], n: int) -> tuple[SummaryRow, ...]:
    """Return the first n places of one question's answers, and all that share the last of them."""
    found = [row for row in rows if row.rank is not None and row.rank <= n]
    return tuple(sorted(found, key=lambda row: (row.rank or 0, row.option_number or 0)))
