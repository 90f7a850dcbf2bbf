"""Forty issues scored from evidence on a large store, beside one year-on-year answer of it."""

from collections.abc import Callable, Iterator
from itertools import combinations
from statistics import median
from time import perf_counter

from assessment.changes import year_on_year
from assessment.definitions import POLICE_UK, MeasureKind, measure_sets
from assessment.people import local_person
from assessment.periods import parse_month
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.indicators.issue_facts import facts_of
from assessment.risk_matrix.indicators.prescoring import prescored
from assessment.risk_matrix.issues import MOST_ISSUES, Issue
from assessment.store import Store
from assessment.survey.questionnaire import Concept, Mode, QuestionKind
from assessment.survey.reading.printed_results import SummarisedQuestion
from assessment.survey.waves.entered_wave import enter_summary
from assessment.workspace import Workspace
from tests.benchmarks.answering import THREADS, asked
from tests.benchmarks.generated import MONTHS
from tests.benchmarks.setting import PLACE, Setting, forget_counts

TURNS = 15
SCHEME = shipped_schemes()["weighted-evidence"]
# Of the default scheme these need what only people know; all else is answered here.
JUDGED = {"victims", "partnership", "hidden"}


def prescoring(setting: Setting) -> Iterator[str]:
    """Yield a table row for each size: milliseconds, and the ratio to one year-on-year answer."""
    yield "| rows | issues × criteria | scored, median ms | slowest ms | one answer ms | ratio |"
    yield "|---|---|---|---|---|---|"
    for rows in sorted(setting.sizes):
        store = Store.open(setting.copy(rows, f"prescoring-{rows}"), threads=THREADS)
        try:
            yield _row(rows, Workspace(store, local_person()))
        finally:
            store.close()


def _row(rows: int, workspace: Workspace) -> str:
    _ask_residents(workspace)
    issues = _issues()
    times, answers = _in_turn(
        workspace.store,
        lambda: _prescore(workspace, issues),
        lambda: year_on_year(workspace, asked()),
    )
    return (
        f"| {rows:,} | {len(issues)} × {len(SCHEME.criteria)} | {1000 * median(times):.0f} "
        f"| {1000 * max(times):.0f} | {1000 * median(answers):.0f} "
        f"| {median(times) / median(answers):.1f} |"
    )


def _issues() -> list[Issue]:
    """Return every category as an issue, then pairs of them, up to forty."""
    kinds = (MeasureKind.OFFENCE, MeasureKind.INCIDENT)
    ids = [each.id for each in measure_sets()[POLICE_UK].measures if each.kind in kinds]
    every = [(each,) for each in ids] + list(combinations(ids, 2))
    return [
        Issue(" and ".join(each), " and ".join(each), _measures(each), under_reported=False)
        for each in every[:MOST_ISSUES]
    ]


def _measures(ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((POLICE_UK, each) for each in ids)


def _ask_residents(workspace: Workspace) -> None:
    said = {"Burglary": 40.0, "Drug dealing": 35.0, "Anti-social behaviour": 30.0, "Robbery": 9.0}
    question = SummarisedQuestion(
        "What should be the priorities?", QuestionKind.MULTIPLE, 400, said, Concept.PRIORITY
    )
    enter_summary(
        workspace,
        survey="colchester-residents",
        wave="colchester-residents-1",
        mode=Mode.PANEL,
        questions=[question],
        first_day=parse_month(MONTHS[-1]),
        last_day=parse_month(MONTHS[-1]),
    )


def _prescore(workspace: Workspace, issues: list[Issue]) -> None:
    period = year_ending(parse_month(MONTHS[-1]))
    found = prescored(facts_of(workspace, PLACE, period, issues), period, issues, SCHEME)
    burglary = {criterion for (issue, criterion), one in found.items() if issue == "burglary"}
    known = {criterion for criterion in burglary if found["burglary", criterion].score is not None}
    if known != burglary - JUDGED:
        raise RuntimeError(f"only {sorted(known)} are known: this is not what was to be measured")


def _in_turn(store: Store, *jobs: Callable[[], object]) -> list[list[float]]:
    """Run jobs in turn, so that a drifting machine troubles all alike; the first time warms up."""
    taken: list[list[float]] = [[] for _ in jobs]
    for turn in range(TURNS + 1):
        for job, times in zip(jobs, taken, strict=True):
            forget_counts(store)
            start = perf_counter()
            job()
            times += [perf_counter() - start] if turn else []
    return taken
