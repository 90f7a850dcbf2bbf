"""What stands behind an answer: its caveats, its sources and extracts, and the queries asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from assessment.changes.answer import Change, ExtractBehind, QueryUsed, Working, YearOnYear
from assessment.changes.comparable.chosen_sources import ChosenSource, ChosenSources
from assessment.changes.comparable.comparability import Comparability
from assessment.changes.comparable.series_breaks import breaks_in_words
from assessment.changes.question import Question
from assessment.changes.variation.dispersion import EstimatedFrom
from assessment.definitions import Measure, methods_version, subject_in_words, subjects_of
from assessment.numbers import count_of, listed
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.store import BoundQuery
from assessment.store.named_queries import QUERIES, named_query
from assessment.workspace import Workspace

MOST_NAMED = 4
NAMED = "It is the lead source that was named."
UNNAMED = "Until a lead source is named, the one with more of these months and records is counted."


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def explained(
    workspace: Workspace,
    question: Question,
    comparability: Comparability,
    counted_by: Sequence[BoundQuery],
    judged: Iterable[Change],
) -> YearOnYear:
    """Return the changes that a question asks for, with what stands behind them."""
    changes = tuple(change for change in judged if question.measure in (None, change.measure.id))
    measures = [
        measure for measure in comparability.measures if question.measure in (None, measure.id)
    ]
    behind = _behind(workspace, question, comparability.sources, counted_by)
    passed_over = behind.passed_over(_subjects(measures))
    return YearOnYear(
        question=question,
        changes=changes,
        working=behind.working(measures, changes),
        by_measure={measure.id: behind.working([measure], changes) for measure in measures},
        methods_version=methods_version(),
        caveats=(
            *_caveats(question, changes),
            *behind.from_tables(_subjects(measures)),
            *passed_over,
        ),
    )


def _caveats(question: Question, changes: Sequence[Change]) -> Iterator[str]:
    """Yield what bears on the comparison of the rows that are shown."""
    yield from breaks_in_words(changes)
    is_any_given = any(change.is_area_given for change in changes)
    if question.is_by_small_area and changes and not is_any_given:
        yield f"The records of {question.place.label} do not say which {question.by} they are from."
    if moved := sum(bool(change.beside) for change in changes):
        yield (
            "The share of records without a place moved between the periods: "
            f"{count_of(moved, 'row says', 'rows say')} what the change is with those shared out."
        )
    judged = [change for change in changes if change.p_value is not None]
    yield from _dispersion_of_others(judged)
    days, days_before = question.period.days, question.comparison.days
    if judged and days != days_before:
        yield (
            f"The period has {days} days and the comparison {days_before}; the test compares "
            "daily rates."
        )


def _dispersion_of_others(judged: Sequence[Change]) -> Iterator[str]:
    """Say where rows with too little history take it from how much months vary."""
    others = [row for row in judged if row.dispersion_from is not EstimatedFrom.OWN_MONTHS]
    if others:
        which = "" if len(others) == len(judged) else f", in {len(others)} of {len(judged)} rows"
        sources = joined(list(dict.fromkeys(row.dispersion_from for row in others)))
        yield (
            "There are fewer than 24 covered months up to the end of the period: how much months "
            f"vary is taken from {sources}{which}."
        )


@dataclass(frozen=True)
class _Behind:
    """What every working of an answer draws on; each extract with the subjects it answers for."""

    question: Question
    sources: ChosenSources
    extracts: tuple[tuple[ExtractBehind, frozenset[str]], ...]
    counted_by: Sequence[tuple[str, dict[str, Any]]]
    said: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def working(self, measures: Sequence[Measure], changes: Iterable[Change]) -> Working:
        """Return the working of the rows that are about some measures."""
        ids = {measure.id for measure in measures}
        subjects = _subjects(measures)
        return Working(
            period=self.question.period.dates,
            comparison=self.question.comparison.dates,
            definition="\n".join(f"{measure.label}: {measure.definition}" for measure in measures),
            caveats=tuple(dict.fromkeys(self._caveats(measures))),
            extracts=tuple(
                extract for extract, about in self.extracts if not about.isdisjoint(subjects)
            ),
            records=_records(measures, [row for row in changes if row.measure.id in ids]),
            queries=tuple(_query_used(name, values, ids) for name, values in self.counted_by),
            notes=self.notes(tuple(subjects)),
        )

    def notes(self, subjects: tuple[str, ...]) -> tuple[str, ...]:
        """Say where what is about some subjects is taken from: most measures share theirs."""
        if subjects not in self.said:
            self.said[subjects] = (
                *self._taken_from(subjects),
                *self.from_tables(subjects),
                *self.passed_over(subjects),
            )
        return self.said[subjects]

    def passed_over(self, subjects: Sequence[str]) -> tuple[str, ...]:
        """Say which sources cover the same months and were left out."""
        return tuple(
            f"{chosen.ground}, {subject_in_words(chosen.subject)}: "
            f"{' and '.join(chosen.passed_over)} could have answered too; only "
            f"{chosen.coverage.source} is counted, so that nothing is counted twice. "
            f"{NAMED if chosen.coverage.is_lead else UNNAMED}"
            for chosen in self._chosen(subjects)
            if chosen.coverage and chosen.passed_over
        )

    def from_tables(self, subjects: Sequence[str]) -> Iterator[str]:
        """Say which figures are not counted from records."""
        sources = [chosen for chosen in self._chosen(subjects) if chosen.is_counts]
        about = sorted({chosen.subject for chosen in sources})
        for subject in about:
            grounds = [chosen.ground for chosen in sources if chosen.subject == subject]
            names = {chosen.source for chosen in sources if chosen.subject == subject}
            words = subject_in_words(subject)
            yield (
                f"{words[0].upper()}{words[1:]} in {listed(grounds, MOST_NAMED)}: taken from a "
                f"table of counts ({listed(sorted(names), MOST_NAMED)}), not counted from records."
            )

    def _taken_from(self, subjects: Sequence[str]) -> Iterator[str]:
        """Say which source each area's records are taken from."""
        for chosen in self._chosen(subjects):
            if chosen.coverage:
                subject = subject_in_words(chosen.subject)
                yield f"{chosen.ground}, {subject}: from {chosen.coverage.source}."

    def _chosen(self, subjects: Sequence[str]) -> tuple[ChosenSource, ...]:
        return self.sources.of(self.question.place.grounds, subjects)

    def _caveats(self, measures: Iterable[Measure]) -> Iterator[str]:
        for measure in measures:
            yield from measure.caveats_of(self.question.place.forces)


def _behind(
    workspace: Workspace,
    question: Question,
    sources: ChosenSources,
    counted_by: Sequence[BoundQuery],
) -> _Behind:
    """Look up the extracts that an answer rests on."""
    answering = {
        (chosen.source, chosen.ground, chosen.subject) for chosen in sources.by_key.values()
    }
    about: dict[int, set[str]] = defaultdict(set)
    for extract, source, ground, subject in workspace.store.kept_rows(
        "coverage_of_extracts",
        ground_kind=question.place.ground_kind,
        grounds=list(question.place.grounds),
        months=sorted(question.needed_months),
    ):
        if (source, ground, subject) in answering:
            about[extract].add(subject)
    extracts = tuple(
        (ExtractBehind(*row), frozenset(about[row[0]]))
        for row in workspace.store.kept_rows("extracts_behind")
        if row[0] in about
    )
    queries_asked = [(query.name, query.parameters) for query in counted_by]
    return _Behind(question, sources, extracts, queries_asked)


def _subjects(measures: Iterable[Measure]) -> list[str]:
    return sorted({subject for measure in measures for subject in subjects_of(measure)})


def _records(measures: Sequence[Measure], rows: Iterable[Change]) -> int | None:
    """Count the records behind some rows, each once; None where their measures overlap."""
    widest = max(measures, key=lambda measure: len(measure.leaves))
    if not set(widest.leaves) >= {leaf for measure in measures for leaf in measure.leaves}:
        return None
    return sum((row.previous or 0) + (row.current or 0) for row in rows if row.measure == widest)


def _query_used(name: str, values: dict[str, Any], measures: set[str]) -> QueryUsed:
    """Return a query with what of its values is about some measures: it counts each apart."""
    query = named_query(name)
    path = query.path.relative_to(QUERIES.parent).as_posix()
    return QueryUsed(query.name, query.purpose, path, query.sql, _values(values, measures))


def _values(values: dict[str, Any], measures: set[str]) -> dict[str, Any]:
    kept = [at for at, measure in enumerate(values["measures"]) if measure in measures]
    lists = ("measures", "leaves", "leaf_subjects")
    return {**values, **{name: [values[name][at] for at in kept] for name in lists}}
