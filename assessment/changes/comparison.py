"""Year on year: a period against another, for every measure and area that the question names.

A question is answered in a straight line, and each step is taken once. What a step hands on is all
that the next ones know of it:

    question, measures   what is asked, and the measures that are judged together
    comparability_of     what is comparable: Comparability, with the source chosen for each ground
                         and subject, and for every row its months, its history and the reasons
                         against comparing (comparable/)
    count                what is counted: Counts, grids of records by measure, area and month of
                         both periods and of the years before, with the queries (counting/)
    counted_rows, compared, judge
                         what is judged: a CountedRow has what is comparable beside its counts, a
                         ComparedRow is tested by itself, a Change is judged among its family
                         (counted_rows, compared_rows, verdict)
    explained            what stands behind it: YearOnYear, the changes asked for, with caveats,
                         extracts, sources and queries (working)
    redacted             what of that may be shown to the person who asks (redaction)
"""

from dataclasses import dataclass, replace

from assessment.changes.answer import Change, YearOnYear
from assessment.changes.as_at import earlier_extract
from assessment.changes.comparable.comparability import Comparability, comparability_of
from assessment.changes.compared_rows import compared
from assessment.changes.counted_rows import counted_rows
from assessment.changes.counting.counts import Counts, count
from assessment.changes.question import By, Question
from assessment.changes.redacted_answer import redacted
from assessment.changes.verdict import judge
from assessment.changes.working import explained
from assessment.definitions import Measure, measure_set_named
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import store_as_at
from assessment.workspace import Workspace


@dataclass(frozen=True)
class JudgedQuestion:
    """The changes of some measures that are judged together, and what they rest on."""

    comparability: Comparability
    counts: Counts
    changes: tuple[Change, ...]


@needs(Permission.READ_FIGURES, of="place", named="question")
def year_on_year(workspace: Workspace, question: Question) -> YearOnYear:
    """Compare two periods, refusing where the data do not carry a comparison.

    A measure asked for alone is judged among its set all the same: its verdict does not depend on
    how many rows someone wants to see. As at an earlier extract, the answer says so first.
    """
    if question.as_at is None:
        return _answer(workspace, question)
    # Beside today's figures they would tell of single records.
    workspace.require(Permission.SEE_SMALL_NUMBERS)
    said = earlier_extract(workspace, question.as_at).in_words
    with store_as_at(workspace.store, question.as_at) as store:
        answer = _answer(replace(workspace, store=store), question)
    return replace(answer, caveats=(said, *answer.caveats), as_at=said)


def _answer(workspace: Workspace, question: Question) -> YearOnYear:
    judgement = judged(workspace, question, measures_judged(question))
    answer = explained(
        workspace,
        question,
        judgement.comparability,
        judgement.counts.queries,
        judgement.changes,
    )
    return redacted(workspace, answer)


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def judged(
    workspace: Workspace, question: Question, measures: tuple[Measure, ...]
) -> JudgedQuestion:
    """Judge some measures together, in full: what may be shown of it is decided afterwards."""
    comparability = comparability_of(workspace, question, measures)
    counts = count(workspace, question, measures, comparability.sources)
    rows = compared(question, counted_rows(comparability, counts))
    return JudgedQuestion(comparability, counts, judge(question, rows))


def measures_judged(question: Question) -> tuple[Measure, ...]:
    """Return the measures that are tested together; raises InvalidRequest for an unknown one.

    By measure they are the whole set, each with those of its level; by area, where the areas are
    tested together, the one asked.
    """
    measure_set = measure_set_named(question.measure_set)
    if question.measure is None:
        return measure_set.measures
    measure = measure_set.measure(question.measure)
    return measure_set.measures if question.by is By.MEASURE else (measure,)
