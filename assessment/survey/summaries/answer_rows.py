"""From what was counted to rows: shares, intervals, places; what is withheld has no numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import sqrt

from assessment.chance import wilson
from assessment.disclosure import is_few
from assessment.survey.questionnaire import (
    ABOUT_PEOPLE,
    ONE_ANSWER,
    QuestionKind,
    SurveyQuestion,
)
from assessment.survey.summaries.answer_lines import Line, lines_of
from assessment.survey.summaries.answer_places import placed
from assessment.survey.summaries.breakdown import Breakdown
from assessment.survey.summaries.intervals import percent
from assessment.survey.summaries.survey_answer import (
    EVERY_ANSWER,
    EVERYONE,
    NOT_GIVEN,
    TOGETHER,
    SummaryRow,
)
from assessment.survey.summaries.tallies import Tallies, Tally
from assessment.survey.survey_disclosure import CrosstabCell, GroupId, withheld_groups


@dataclass(frozen=True)
class RespondentGroup:
    """People who gave one answer to what is broken down by, or none, as the cells they are in."""

    label: str
    cells: tuple[str, ...]
    id: GroupId | None = None


@dataclass(frozen=True)
class Asking:
    """What rows are made of: counts, what they are broken down by, whether they are weighted."""

    counted: Tallies
    breakdown: Breakdown | None = None
    weighted: bool = False

    @property
    def everyone(self) -> RespondentGroup:
        """All respondents."""
        return RespondentGroup(EVERYONE, self.counted.everyone)

    @cached_property
    def groups(self) -> tuple[RespondentGroup, ...]:
        """The groups of what is broken down by, in the order of the questionnaire."""
        named = self.breakdown.groups if self.breakdown else ()
        return tuple(
            RespondentGroup(
                label, tuple(cell for cell, of in self.groups_of.items() if group in of), group
            )
            for label, group in named
        )

    @cached_property
    def groups_of(self) -> Mapping[str, tuple[GroupId, ...]]:
        """The groups that each cell is part of."""
        breakdown = self.breakdown
        return (
            {cell: breakdown.groups_of(cell) for cell in self.counted.everyone} if breakdown else {}
        )


def rows_of(question: SurveyQuestion, asking: Asking) -> Iterator[SummaryRow]:
    """Yield a question's rows: of everyone, group by group, and of all who are withheld together.

    These last are what the total less the groups shown tells anyhow. A question that is withheld
    whole is one row: which answers it has may be what the few who answered said.
    """
    lines = lines_of(question)
    if not lines:
        return
    if asking.counted.withholds(question):
        yield _withheld(question, Line(EVERY_ANSWER, ()), EVERYONE)
        return
    yield from _everyone(question, lines, asking)
    hidden = withheld_groups(_cells(question, lines, asking))
    for group in asking.groups:
        if group.id in hidden:
            yield from (_withheld(question, line, group.label) for line in lines)
        elif group.label != NOT_GIVEN or asking.counted.base(question.number, group.cells).n:
            yield from _group(question, lines, asking, group)
    unseen = [group for group in asking.groups if group.id in hidden]
    if (
        0
        < len(unseen)
        < sum(asking.counted.base(question.number, group.cells).n > 0 for group in asking.groups)
    ):
        together = RespondentGroup(
            TOGETHER, tuple(cell for group in unseen for cell in group.cells)
        )
        yield from _group(question, lines, asking, together)


def _everyone(
    question: SurveyQuestion, lines: Sequence[Line], asking: Asking
) -> Iterator[SummaryRow]:
    """Yield the rows of all respondents; of who they are, small groups withheld as elsewhere."""
    few = options_withheld(question, asking.counted)
    for line, row in zip(lines, _group(question, lines, asking, asking.everyone), strict=True):
        yield _withheld(question, line, EVERYONE) if few.intersection(line.options) else row


def options_withheld(question: SurveyQuestion, counted: Tallies) -> frozenset[int]:
    """Return the answers to who people are that are not told to those shown no small number."""
    if counted.fewest <= 1 or question.concept not in ABOUT_PEOPLE:
        return frozenset()
    counts = {
        option.number: counted.of(question.number, counted.everyone, (option.number,)).n
        for option in question.options
    }
    if question.kind not in ONE_ANSWER:  # these do not add up, so that nothing gives one back
        return frozenset(number for number, n in counts.items() if is_few(n, counted.fewest))
    cells = (CrosstabCell(((question.number, number),), n) for number, n in counts.items())
    return frozenset(number for _, number in withheld_groups(cells))


def adds_up_to_nothing(question: SurveyQuestion, line: Line) -> bool:
    """Tell answers that are told together, where one person may have given several of them."""
    return line.is_of_few and question.kind not in ONE_ANSWER


def _cells(
    question: SurveyQuestion, lines: Sequence[Line], asking: Asking
) -> Iterator[CrosstabCell]:
    """Yield those who answered a question, by all else that they could be grouped by."""
    for cell, of in asking.groups_of.items():
        groups = tuple(group for group in of if group[0] != question.number)
        counts = (asking.counted.of(question.number, (cell,), line.options).n for line in lines)
        yield CrosstabCell(groups, asking.counted.base(question.number, (cell,)).n, tuple(counts))


def _group(
    question: SurveyQuestion, lines: Sequence[Line], asking: Asking, group: RespondentGroup
) -> Iterator[SummaryRow]:
    base = asking.counted.base(question.number, group.cells)
    tallied = [asking.counted.of(question.number, group.cells, line.options) for line in lines]
    rows = [
        _row(question, line, group.label, tally, base)
        for line, tally in zip(lines, tallied, strict=True)
    ]
    # Answers that weigh nothing, all of them, have no weighted share.
    if asking.weighted and base.weight:
        rows = [_weighted(row, tally, base) for row, tally in zip(rows, tallied, strict=True)]
    rows = [
        _withheld(question, line, group.label) if adds_up_to_nothing(question, line) else row
        for line, row in zip(lines, rows, strict=True)
    ]
    yield from placed(question, rows)


def _row(question: SurveyQuestion, line: Line, group: str, tally: Tally, base: Tally) -> SummaryRow:
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
        # Of a group it could be all or none of it, which the withholding of groups does not weigh.
        first_places=tally.firsts if ranked and group == EVERYONE else None,
        mean=tally.numbers / tally.n if numbers else None,
        spread=_spread(tally) if numbers else None,
        asked=question.asked if group == EVERYONE else None,
        asked_of=question.asked_of if group == EVERYONE else "",
    )


def _spread(tally: Tally) -> float | None:
    """Return the standard deviation of numbers; of one number there is none."""
    if tally.n < 2:
        return None
    squares = tally.number_squares - tally.numbers**2 / tally.n
    return sqrt(max(0.0, squares) / (tally.n - 1))


def _weighted(row: SummaryRow, tally: Tally, base: Tally) -> SummaryRow:
    """Add the weighted share, whose interval rests on the effective base of the question."""
    # Sums of one set of weights in two orders may differ by a hair.
    share = min(tally.weight / base.weight, 1.0)
    low, high = wilson(share, base.weight**2 / base.squares)
    has_mean = row.mean is not None and tally.weight
    return replace(
        row,
        weighted_percent=100 * share,
        weighted_low=low,
        weighted_high=high,
        weighted_mean=tally.weighted_numbers / tally.weight if has_mean else None,
        effective_base=base.weight**2 / base.squares,
    )


def _withheld(question: SurveyQuestion, line: Line, group: str) -> SummaryRow:
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
        doubts=question.doubts,
    )
