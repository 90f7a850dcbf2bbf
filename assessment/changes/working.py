"""How the figures of an answer came about, for whoever asks where a number is from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.changes.answer import Change, ExtractBehind, QueryUsed, Working
from assessment.changes.comparable.refusal_reasons import needed_months
from assessment.changes.comparable.source_coverage import Choice
from assessment.changes.counting.counts import subjects_of
from assessment.changes.question import Question
from assessment.definitions import Measure
from assessment.definitions.measures.subjects import subject_in_words
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import BoundQuery
from assessment.store.named_queries import QUERIES, queries
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Behind:
    """What every working of an answer draws on."""

    question: Question
    choice: Choice
    extracts: tuple[tuple[ExtractBehind, frozenset[str]], ...]
    asked: tuple[BoundQuery, ...]

    def working(self, measures: Sequence[Measure], changes: Iterable[Change]) -> Working:
        """Return the working of the rows that are about some measures."""
        subjects = {subject for measure in measures for subject in subjects_of(measure)}
        wanted = {measure.id for measure in measures}
        rows = [change for change in changes if change.measure.id in wanted]
        return Working(
            period=self.question.period.dates,
            comparison=self.question.comparison.dates,
            definition="\n".join(f"{measure.label}: {measure.definition}" for measure in measures),
            caveats=tuple(dict.fromkeys(c for measure in measures for c in measure.caveats)),
            extracts=tuple(one for one, about in self.extracts if about & subjects),
            records=_records(measures, rows),
            queries=tuple(_used(one.name, _about(wanted, one.parameters)) for one in self.asked),
            notes=self.sources_in_words(subjects),
        )

    def sources_in_words(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """Say which source each area's records are taken from, and which were passed over."""
        wanted = sorted(subjects)
        chosen = self.choice.of(self.question.place.grounds, wanted)
        taken = [
            f"{one.ground}, {subject_in_words(one.subject)}: from {one.covering.source}."
            for one in chosen
            if one.covering
        ]
        return (*taken, *self.passed_over(wanted))

    def passed_over(self, subjects: Iterable[str]) -> tuple[str, ...]:
        """Say which sources cover the same months and were left out."""
        return tuple(
            f"{one.ground}, {subject_in_words(one.subject)}: {' and '.join(one.passed_over)} "
            f"could have answered too; only {one.covering.source} is counted, so that nothing is "
            "counted twice."
            for one in self.choice.of(self.question.place.grounds, sorted(subjects))
            if one.covering and one.passed_over
        )


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def behind(
    workspace: Workspace, question: Question, choice: Choice, asked: tuple[BoundQuery, ...]
) -> Behind:
    """Look up the extracts and queries that an answer rests on."""
    rows = workspace.store.kept_rows(
        "extracts_behind",
        ground_kind=question.place.ground_kind,
        months=sorted(needed_months(question)),
        **choice.lists(),
    )
    extracts = tuple((ExtractBehind(*row[:-1]), frozenset(row[-1])) for row in rows)
    return Behind(question, choice, extracts, asked)


def _records(measures: Sequence[Measure], rows: Sequence[Change]) -> int | None:
    """Count the records behind some rows, each once; None where their measures overlap."""
    widest = max(measures, key=lambda measure: len(measure.leaves))
    if not set(widest.leaves) >= {leaf for measure in measures for leaf in measure.leaves}:
        return None
    return sum((row.previous or 0) + (row.current or 0) for row in rows if row.measure == widest)


def _about(measures: set[str], given: dict[str, Any]) -> dict[str, Any]:
    """Keep, of what a query was asked for, what is about some measures: it counts each apart."""
    kept = [at for at, measure in enumerate(given["measures"]) if measure in measures]
    lists = ("measures", "leaves", "leaf_subjects")
    return {**given, **{name: [given[name][at] for at in kept] for name in lists}}


def _used(name: str, given: dict[str, Any]) -> QueryUsed:
    found = queries()[name]
    path = found.path.relative_to(QUERIES.parent).as_posix()
    return QueryUsed(found.name, found.purpose, path, found.sql, given)
