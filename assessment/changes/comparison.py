"""Year on year: a period against another, for every measure and area that the question names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.answer import Change, YearOnYear
from assessment.changes.comparable.comparability import Standings, month_only_records
from assessment.changes.comparable.refusal_reasons import needed_months
from assessment.changes.comparable.series_breaks import breaks_in_words
from assessment.changes.comparable.source_coverage import Months, choose, coverings
from assessment.changes.counting.counts import Counts, count, subjects_of
from assessment.changes.counting.monthly_counts import Grid
from assessment.changes.counting.row_areas import is_not_given
from assessment.changes.dispersion import FEWEST_YEARS, MONTHS, dispersion
from assessment.changes.question import By, Question
from assessment.changes.redacted_answer import redacted
from assessment.changes.verdict import Counted, judge
from assessment.changes.working import behind
from assessment.definitions import Measure, MeasureKind, MeasureSet, measure_sets
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


@needs(Permission.READ_FIGURES, of="place", named="question")
def year_on_year(workspace: Workspace, question: Question) -> YearOnYear:
    """Compare two periods, refusing where the data do not carry a comparison.

    A measure asked for alone is judged among its set all the same: its verdict does not depend on
    how many rows someone wants to see.
    """
    measures = measures_judged(question)
    subjects = sorted({subject for measure in measures for subject in subjects_of(measure)})
    choice = choose(
        coverings(workspace, question.place, question.measure_set),
        question.place.grounds,
        subjects,
        needed_months(question),
    )
    counts = count(workspace, question, measures, choice)
    month_only = month_only_records(workspace, question, measures, choice)
    table = Table(question, tuple(measures), counts, Standings(question, choice, month_only))
    judged = judge(question, list(table.rows()))
    changes = tuple(one for one in judged if question.measure in (None, one.measure.id))
    shown = [measure for measure in measures if question.measure in (None, measure.id)]
    about = {subject for measure in shown for subject in subjects_of(measure)}
    sources = behind(workspace, question, choice, counts.asked)
    answer = YearOnYear(
        question=question,
        changes=changes,
        caveats=(*_caveats(question, changes), *sources.passed_over(about)),
        working=sources.working(shown, changes),
        by_measure={measure.id: sources.working([measure], changes) for measure in shown},
    )
    return redacted(workspace, answer)


def measures_judged(question: Question) -> Sequence[Measure]:
    """Return the measures that are tested together; raises InvalidRequest for an unknown one.

    By measure they are the whole set, each with those of its level; by area, where the areas are
    tested together, the one asked.
    """
    found = set_asked(question.measure_set)
    if question.measure is None:
        return found.measures
    asked = found.measure(question.measure)
    return found.measures if question.by is By.MEASURE else [asked]


def set_asked(measure_set: str) -> MeasureSet:
    """Return a measure set; raises InvalidRequest, naming those there are."""
    sets = measure_sets()
    if measure_set not in sets:
        raise InvalidRequest(
            f"There is no measure set '{measure_set}'. There are: {', '.join(sets)}."
        )
    return sets[measure_set]


@dataclass(frozen=True)
class Table:
    """Counts with what is covered: everything that is known before judging."""

    question: Question
    measures: tuple[Measure, ...]
    counts: Counts
    standings: Standings

    def rows(self) -> Iterator[Counted]:
        """Return the rows in order: measure by measure, each with all its areas."""
        before, now = self.question.comparison.months(), self.question.period.months()
        for i, measure in enumerate(self.measures):
            if measure.kind is MeasureKind.UNMAPPED and not self._has_records(i):
                continue
            standings = [
                self.standings.of(area.grounds, subjects_of(measure)) for area in self.counts.areas
            ]
            factors = _dispersions(self.counts.history[i], [one.years for one in standings])
            previous, current = self.counts.previous[i].tolist(), self.counts.current[i].tolist()
            for j, (area, standing) in enumerate(zip(self.counts.areas, standings, strict=True)):
                yield Counted(
                    measure,
                    area,
                    _known(before, standing.whole, previous[j]),
                    _known(now, standing.whole, current[j]),
                    factors[j],
                    standing.against,
                )

    def _has_records(self, measure: int) -> bool:
        """Tell whether any record counts for a measure: what nobody met need not be listed."""
        return bool(self.counts.previous[measure].any() or self.counts.current[measure].any())


def _dispersions(history: Grid, years: Sequence[int]) -> list[float | None]:
    """Estimate φ for every area of a measure, all areas with as many years of history at once."""
    found: list[float | None] = [None] * len(years)
    for known in sorted({one for one in years if one >= FEWEST_YEARS}):
        alike = [index for index, one in enumerate(years) if one == known]
        blocks = history[alike, -MONTHS * known :].reshape(len(alike), known, MONTHS)
        for index, factor in zip(alike, dispersion(blocks).tolist(), strict=True):
            found[index] = factor
    return found


def _known(months: Sequence[date], whole: Months, counted: Sequence[int]) -> tuple[int | None, ...]:
    """Return a count a month; None where the month is not wholly covered, which is not 0."""
    if whole.issuperset(months):
        return tuple(counted)
    return tuple(n if month in whole else None for month, n in zip(months, counted, strict=True))


def _caveats(question: Question, changes: Sequence[Change]) -> Iterator[str]:
    yield from breaks_in_words(question, changes)
    small = question.by in (By.WARD, By.LSOA)
    if small and changes and all(is_not_given(change.area) for change in changes):
        yield f"The records of {question.place.label} do not say which {question.by} they are from."
    judged = [change for change in changes if change.p_value is not None]
    untried = [change for change in judged if change.dispersion is None]
    if untried:
        which = "" if len(untried) == len(judged) else f" in {len(untried)} of {len(judged)} rows"
        yield (
            f"There are fewer than 24 covered months up to the end of the period, so that the "
            f"test could not allow for months that vary more than chance{which}."
        )
    days, days_before = question.period.days, question.comparison.days
    if judged and days != days_before:
        yield (
            f"The period has {days} days and the comparison {days_before}; the test compares "
            "daily rates."
        )
