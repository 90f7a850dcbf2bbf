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
    with_explanations    why it changed, as people have written it
    redacted             what of that may be shown to the person who asks (redaction)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.changes.answer import Change, YearOnYear
from assessment.changes.as_at import earlier_extract
from assessment.changes.borrowed_dispersion import with_dispersions
from assessment.changes.comparable.comparability import Comparability, comparability_of
from assessment.changes.compared_rows import ComparedRow, compared
from assessment.changes.counted_rows import counted_rows
from assessment.changes.counting.counts import Counts, count
from assessment.changes.explained_changes import with_explanations
from assessment.changes.question import By, Question
from assessment.changes.row_variation import variation_of
from assessment.changes.verdict import judge, judge_sums
from assessment.changes.withheld.redacted_answer import redacted
from assessment.changes.working import explained
from assessment.definitions import Measure, measure_set_named
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import store_as_at
from assessment.workspace import Workspace

# What stands before the id of a measure that is added to a set, so that none of its own has it.
SUM = "sum:"


@dataclass(frozen=True)
class JudgedQuestion:
    """The changes that a question asks for, judged among their kind, and what they rest on.

    `sums` are the changes of the measures that were added, by their ids.
    """

    comparability: Comparability
    counts: Counts
    changes: tuple[Change, ...]
    sums: Mapping[str, Change]


@needs(Permission.READ_FIGURES, of="place", named="question")
def year_on_year(workspace: Workspace, question: Question) -> YearOnYear:
    """Compare two periods, refusing where the data do not carry a comparison.

    A row has one verdict, however many rows someone wants to see: see `judged`. As at an earlier
    extract, the answer says so first.
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
    judgement = judged(workspace, question)
    answer = explained(
        workspace,
        question,
        judgement.comparability,
        judgement.counts.queries,
        judgement.changes,
    )
    return redacted(workspace, with_explanations(workspace, answer))


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def judged(
    workspace: Workspace, question: Question, sums: Sequence[Measure] = ()
) -> JudgedQuestion:
    """Judge the rows of a question, in full: what may be shown of it is decided afterwards.

    A row is judged with all measures of its level in its set, over all areas of its kind in the
    partnership or force: so a measure asked for alone, or a district looked at by itself, has the
    verdict that it has in its table. `sums` are measures that the set has not, such as several of
    it added up: each is judged as if it alone stood beside those of its level. Raises
    InvalidRequest for an unknown set or measure.
    """
    measures = measures_judged(question)
    added = tuple(replace(measure, id=f"{SUM}{measure.id}") for measure in sums)
    comparability, counts = _counted(workspace, question, (*measures, *added))
    rows = _rows(workspace, comparability, counts)
    of_set = [row for row in rows if not row.counted.measure.id.startswith(SUM)]
    others = _rows_beside(workspace, question, measures)
    together = judge_sums(question, [*of_set, *others], rows[len(of_set) :])
    asked = [row for row in of_set if question.measure in (None, row.counted.measure.id)]
    beside = [row for row in of_set if question.measure not in (None, row.counted.measure.id)]
    return JudgedQuestion(
        comparability,
        counts,
        judge(question, asked, [*beside, *others]),
        {
            measure.id: replace(change, measure=measure)
            for measure, change in zip(sums, together, strict=True)
        },
    )


def measures_judged(question: Question) -> tuple[Measure, ...]:
    """Return the measures of a set that are counted; raises InvalidRequest for an unknown one.

    Where the rows are areas, of one measure, those that are judged with it.
    """
    measure_set = measure_set_named(question.measure_set)
    if question.measure is None:
        return measure_set.measures
    level = measure_set.measure(question.measure).level
    if question.by is By.MEASURE:
        return measure_set.measures
    return tuple(measure for measure in measure_set.measures if measure.level == level)


def _counted(
    workspace: Workspace, question: Question, measures: tuple[Measure, ...]
) -> tuple[Comparability, Counts]:
    comparability = comparability_of(workspace, question, measures)
    return comparability, count(workspace, question, measures, comparability.sources)


def _rows(workspace: Workspace, comparability: Comparability, counts: Counts) -> list[ComparedRow]:
    question, measures = comparability.question, comparability.measures
    variation = variation_of(workspace, question, measures, comparability.sources, counts)
    rows = with_dispersions(
        workspace, comparability, counted_rows(comparability, counts, variation)
    )
    is_whole = not question.leaves_out_areas
    return compared(question, (row for row in rows if row.is_recorded or is_whole))


def _rows_beside(
    workspace: Workspace, question: Question, measures: tuple[Measure, ...]
) -> list[ComparedRow]:
    """Return the rows of the partnership's other districts, where one is looked at by itself."""
    place = question.place
    if not place.within:
        return []
    by = By.DISTRICT if question.by is By.MEASURE else question.by
    whole = replace(question, place=place.whole, by=by)
    rows = _rows(workspace, *_counted(workspace, whole, measures))
    own = set(place.grounds)
    return [row for row in rows if own.isdisjoint(row.counted.area.grounds)]
