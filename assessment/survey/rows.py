"""From what was counted to rows: shares, intervals, places; what is withheld has no numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.survey.answer import EVERYONE, NOT_GIVEN, SummaryRow
from assessment.survey.intervals import percent, wilson
from assessment.survey.lines import Line, lines_of
from assessment.survey.questionnaire import Question, QuestionKind, Role
from assessment.survey.tallies import NO_GROUP, Tallies, Tally
from assessment.survey.withholding import withheld_groups


@dataclass(frozen=True)
class Asking:
    """What rows are made of: counts, the question that groups are the options of, and whether
    weighted shares stand beside."""

    counted: Tallies
    by: Question | None = None
    weighted: bool = False

    @property
    def groups(self) -> Sequence[tuple[int, str]]:
        """The groups, in the order of the questionnaire; last, those who did not say."""
        if not self.by:
            return ()
        return (*((each.number, each.label) for each in self.by.options), (NO_GROUP, NOT_GIVEN))


def rows_of(question: Question, asking: Asking) -> Iterator[SummaryRow]:
    """Yield a question's rows: of everyone, then group by group."""
    lines = lines_of(question)
    if not lines:
        return
    yield from _group(question, lines, asking, None, EVERYONE)
    hidden = _hidden(question, lines, asking)
    for group, label in asking.groups:
        if group in hidden:
            yield from (_withheld(question, line, label) for line in lines)
        elif group or asking.counted.base(question.number, group).n:
            yield from _group(question, lines, asking, group, label)


def _hidden(question: Question, lines: Sequence[Line], asking: Asking) -> frozenset[int]:
    def counts(line: Line) -> dict[int, int]:
        return {
            group: asking.counted.of(question.number, group, line.options).n
            for group, _ in asking.groups
        }

    bases = {group: asking.counted.base(question.number, group).n for group, _ in asking.groups}
    return withheld_groups(bases, [counts(line) for line in lines])


def _group(
    question: Question, lines: Sequence[Line], asking: Asking, group: int | None, label: str
) -> Iterator[SummaryRow]:
    base = asking.counted.base(question.number, group)
    rows = [
        _row(question, line, label, asking.counted.of(question.number, group, line.options), base)
        for line in lines
    ]
    if asking.weighted and base.n:
        tallied = (asking.counted.of(question.number, group, line.options) for line in lines)
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
